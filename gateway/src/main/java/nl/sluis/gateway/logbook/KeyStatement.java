package nl.sluis.gateway.logbook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the keys of a logbook say about each other, as a C2SP signed-note.
///
/// The first line keeps it apart from a checkpoint, which begins with the name of the logbook.
///
/// @param origin the name of the logbook
/// @param number one more than that of the statement before it
/// @param kind what happens
/// @param key the key that it is about
/// @param other the key that vouches besides: the one before, or the one that stays
/// @param from the number of rows from which on it holds
/// @param at when it was signed, in whole seconds
record KeyStatement(
    String origin, int number, Kind kind, LogKey key, LogKey other, long from, Instant at) {
  private static final String FORM = "sluis-sleutelgeschiedenis/v1";
  private static final int MOST = 4_096;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  /// What can happen to a key.
  enum Kind {
    /// The first key of a logbook; vouches for itself.
    BEGIN("begin"),
    /// A next key signs beside the one before.
    HANDOVER("overdracht"),
    /// The one before signs no longer.
    END("einde");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// What is signed.
  String text() {
    return String.join(
            "\n",
            FORM,
            origin,
            String.valueOf(number),
            kind.word,
            key.toString(),
            other.toString(),
            String.valueOf(from),
            at.toString())
        + "\n";
  }

  /// The signed statement.
  String note(List<NoteSigner> signers) {
    var note = new StringBuilder(text()).append('\n');
    signers.forEach(signer -> note.append(signer.line(text())));
    return note.toString();
  }

  /// Reads a statement that both keys in it signed; anything else gives nothing.
  static Optional<KeyStatement> open(String note) {
    var split = note.indexOf("\n\n");
    if (split < 0 || note.length() > MOST) {
      return Optional.empty();
    }
    try {
      var text = note.substring(0, split + 1);
      var said = of(List.of(text.split("\n", -1)));
      return said.isPresent()
              && said.get().text().equals(text)
              && OpenedCheckpoint.isSigned(note, said.get().key())
              && OpenedCheckpoint.isSigned(note, said.get().other())
          ? said
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<KeyStatement> of(List<String> lines) {
    if (lines.size() != 9
        || !lines.getFirst().equals(FORM)
        || !NUMBER.matcher(lines.get(2)).matches()
        || !SIZE.matcher(lines.get(6)).matches()) {
      return Optional.empty();
    }
    return kind(lines.get(3))
        .map(
            kind ->
                new KeyStatement(
                    lines.get(1),
                    Integer.parseInt(lines.get(2)),
                    kind,
                    LogKey.parse(lines.get(4)),
                    LogKey.parse(lines.get(5)),
                    Long.parseLong(lines.get(6)),
                    Instant.parse(lines.get(7))));
  }

  private static Optional<Kind> kind(String word) {
    for (var kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
