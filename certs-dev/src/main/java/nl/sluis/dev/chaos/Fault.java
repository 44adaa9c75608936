package nl.sluis.dev.chaos;

/// What a school's system does wrong, as long as it does.
enum Fault {
  /// Nothing: with this one the others are compared.
  NONE("geen"),
  /// Nobody answers at its door.
  AWAY("weg"),
  /// It takes what comes and says nothing, until Sluis cuts the line.
  SLOW("traag"),
  /// Another organisation's certificate is at its door.
  WRONG_CERTIFICATE("verkeerd certificaat"),
  /// It takes what comes, and answers without end.
  HUGE("enorm antwoord"),
  /// It does everything twice at once, at both gateways: it fetches twice, and says twice that it
  /// has it.
  TWICE("dubbel bevestigd");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  /// As the table names it.
  String word() {
    return word;
  }
}
