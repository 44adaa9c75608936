package nl.sluis.gateway.getuige;

/// How it is with a witness; the words stand in `/v1/gezondheid`.
public enum Standing {
  /// It signed what there is, or was asked so shortly ago that it may still do so.
  GOED("goed"),
  /// It has signed nothing newer for longer than the operator allows: an alarm.
  STIL("stil"),
  /// It says that this log is not the one it knew: an alarm, and a person has to look.
  WEIGERT("weigert");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /// As it is told.
  public String word() {
    return word;
  }
}
