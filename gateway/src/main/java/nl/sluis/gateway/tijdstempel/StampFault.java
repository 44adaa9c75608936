package nl.sluis.gateway.tijdstempel;

/// A timestamp that cannot be believed, or did not come.
public final class StampFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why not.
  public enum Reason {
    /// The authority did not answer, not in time, or not with a timestamp.
    NO_ANSWER("geen antwoord van de tijdstempeldienst"),
    /// The authority answered that it gives none.
    REFUSED("de tijdstempeldienst weigert"),
    /// It is not the timestamp that was asked for.
    OTHER_QUESTION("het tijdstempel hoort bij een andere vraag"),
    /// It is over other bytes.
    OTHER_BYTES("het tijdstempel is over iets anders gezet"),
    /// It was given under another policy than the one agreed on.
    OTHER_POLICY("het tijdstempel is onder een ander beleid gezet"),
    /// The time in it is not now.
    OTHER_TIME("de tijd in het tijdstempel is niet die van nu"),
    /// The signature, or the form of the whole, is wrong.
    NOT_SIGNED("de handtekening onder het tijdstempel klopt niet"),
    /// What was kept with it to believe it later is not what was kept then.
    NOT_AS_KEPT("wat erbij is bewaard (keten, intrekkingslijsten, vorm) is veranderd"),
    /// The certificate is not one for timestamps and nothing else.
    NOT_FOR_STAMPS("het certificaat is niet (alleen) voor tijdstempels"),
    /// The certificate did not lead to a trusted authority at the time of the stamp.
    NOT_TRUSTED("het certificaat was op dat moment niet van een vertrouwde uitgever");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /// In Dutch.
    public String sentence() {
      return sentence;
    }
  }

  StampFault(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  StampFault(Reason reason, Throwable cause) {
    super(reason.sentence, cause);
    this.reason = reason;
  }

  /// Why not.
  public Reason reason() {
    return reason;
  }
}
