package nl.sluis.gateway.person;

/// Why somebody is not let in. Who forges a token hears no more than that it is not valid.
public final class SignInFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// What can be wrong, with Dutch for the person.
  public enum Cause {
    /// No token came along.
    NIET_AANGEMELD("niet-aangemeld", "U bent niet aangemeld.", "Meld u aan met DigiD."),
    /// It is not a token of the sign-in service for us, or it is over.
    AANMELDING_ONGELDIG(
        "aanmelding-ongeldig", "Uw aanmelding is niet (meer) geldig.", "Meld u opnieuw aan."),
    /// It does not say surely enough who this is.
    AANMELDING_TE_LICHT(
        "aanmelding-te-licht",
        "Voor deze gegevens moet zekerder zijn wie u bent.",
        "Meld u aan met DigiD Substantieel of Hoog.");

    private final String code;
    private final String explanation;
    private final String remedy;

    Cause(String code, String explanation, String remedy) {
      this.code = code;
      this.explanation = explanation;
      this.remedy = remedy;
    }

    /// The stable word.
    public String code() {
      return code;
    }

    /// What is wrong, in Dutch.
    public String explanation() {
      return explanation;
    }

    /// What to do, in Dutch.
    public String remedy() {
      return remedy;
    }
  }

  private final Cause cause;

  SignInFault(Cause cause, String detail) {
    super(cause.code + ": " + detail);
    this.cause = cause;
  }

  /// What is wrong.
  public Cause reason() {
    return cause;
  }
}
