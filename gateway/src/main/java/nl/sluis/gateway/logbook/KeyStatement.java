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
/// @param lost what others had seen of the logbook before a backup was put back; only a restore has
///   it
record KeyStatement(
    String origin,
    int number,
    Kind kind,
    LogKey key,
    LogKey other,
    long from,
    Instant at,
    Optional<Lost> lost) {
  private static final String FORM = "sluis-sleutelgeschiedenis/v1";
  private static final int MOST = 4_096;

  /// Eight lines and what comes after the last.
  private static final int SHORT = 9;

  private static final int LONG = 11;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  /// What can happen to a key.
  enum Kind {
    /// The first key of a logbook; vouches for itself.
    BEGIN("begin"),
    /// A next key signs beside the one before.
    HANDOVER("overdracht"),
    /// The one before signs no longer.
    END("einde"),
    /// A backup was put back: the logbook goes on under another name and with another key, and
    /// nothing that others saw under the name before is denied.
    RESTORE("herstel");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// The largest tree that others had seen of the logbook under the name before.
  ///
  /// @param size how many rows it had
  /// @param root at that size, in base64
  record Lost(long size, String root) {}

  /// A statement about a key, when no backup was put back.
  KeyStatement(
      String origin, int number, Kind kind, LogKey key, LogKey other, long from, Instant at) {
    this(origin, number, kind, key, other, from, at, Optional.empty());
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
        + "\n"
        + lost.map(seen -> seen.size() + "\n" + seen.root() + "\n").orElse("");
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
    if ((lines.size() != SHORT && lines.size() != LONG)
        || !lines.getFirst().equals(FORM)
        || !NUMBER.matcher(lines.get(2)).matches()
        || !SIZE.matcher(lines.get(6)).matches()) {
      return Optional.empty();
    }
    return kind(lines.get(3))
        .filter(kind -> (kind == Kind.RESTORE) == (lines.size() == LONG))
        .map(
            kind ->
                new KeyStatement(
                    lines.get(1),
                    Integer.parseInt(lines.get(2)),
                    kind,
                    LogKey.parse(lines.get(4)),
                    LogKey.parse(lines.get(5)),
                    Long.parseLong(lines.get(6)),
                    Instant.parse(lines.get(7)),
                    lost(lines)));
  }

  private static Optional<Lost> lost(List<String> lines) {
    if (lines.size() == SHORT) {
      return Optional.empty();
    }
    var root = OpenedCheckpoint.decode(lines.get(9));
    if (!SIZE.matcher(lines.get(8)).matches()
        || root.isEmpty()
        || root.get().length != TreeHash.LENGTH) {
      throw new IllegalArgumentException("a restore names what was seen before it");
    }
    return Optional.of(new Lost(Long.parseLong(lines.get(8)), lines.get(9)));
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
