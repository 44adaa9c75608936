package nl.sluis.dev.chaos;

/// Something that may never happen, and did.
///
/// @param kind which of the promises it breaks
/// @param what in Dutch, without personal data
record Harm(Kind kind, String what) {
  /// The promises of an exchange.
  enum Kind {
    /// An accepted message did not arrive, and nothing says that it was stopped.
    LOST("verloren"),
    /// Something happened twice that happens once.
    DUPLICATED("dubbel"),
    /// Something left after a parent took the yes back on which it rested.
    AFTER_WITHDRAWAL("na intrekking"),
    /// Something happened of which the logbook has no row.
    UNLOGGED("ongelogd");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As the table names it.
    String word() {
      return word;
    }
  }
}
