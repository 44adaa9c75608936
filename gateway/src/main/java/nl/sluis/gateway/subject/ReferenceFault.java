package nl.sluis.gateway.subject;

/// A reference to a person that cannot be used.
public final class ReferenceFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Cause {
    LENGTE(
        "het kenmerk is leeg of langer dan 64 tekens",
        "stuur het kenmerk zoals het in uw systeem staat"),
    SOORT_ONBEKEND(
        "de soort verwijzing is niet bekend", "gebruik `eigen-kenmerk`, `koppelcode` of `bsn`"),
    BSN_ONJUIST("dit is geen geldig BSN", "controleer de negen cijfers"),
    BSN_ALS_KENMERK(
        "een eigen kenmerk mag geen BSN zijn", "gebruik een nummer uit uw eigen administratie");

    private final String sentence;
    private final String remedy;

    Cause(String sentence, String remedy) {
      this.sentence = sentence;
      this.remedy = remedy;
    }

    /// What is wrong, in words.
    public String sentence() {
      return sentence;
    }

    /// What the sender can do.
    public String remedy() {
      return remedy;
    }
  }

  private final Cause cause;

  /// @param cause why
  public ReferenceFault(Cause cause) {
    super(cause.sentence());
    this.cause = cause;
  }

  /// Why.
  public Cause why() {
    return cause;
  }
}
