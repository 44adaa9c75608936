package nl.sluis.gateway.partner;

/// How a command of a partner ends, for the program that called it.
public enum Ending {
  /// It was done, and proved.
  GEDAAN(0),
  /// Sluis did not let it pass, or it was not sent because of what stands in it.
  NIET_DOORGELATEN(1),
  /// The command, the settings or the file was not understood; nothing was sent.
  NIET_BEGREPEN(2),
  /// There was no answer that settles it; the same command again does no harm.
  NU_NIET(3),
  /// A signature, a binding or a proof does not hold: nothing of it may be used.
  NIET_TE_VERTROUWEN(4);

  private final int code;

  Ending(int code) {
    this.code = code;
  }

  /// The exit code.
  public int code() {
    return code;
  }
}
