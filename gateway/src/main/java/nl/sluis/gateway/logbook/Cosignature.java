package nl.sluis.gateway.logbook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What a witness put under a checkpoint: that at this moment it was the largest tree it knew of
/// this log, and that everything it saw before is part of it (C2SP tlog-cosignature, version 1).
///
/// Only a signature that was checked becomes one. Immutable; may be shared between threads.
public final class Cosignature {
  private static final int SIGNATURE = 64;
  private static final int MOST_LINES = 64;
  private static final int MOST = 64 * 1024;

  private final String witness;
  private final Instant at;
  private final String line;

  private Cosignature(String witness, Instant at, String line) {
    this.witness = witness;
    this.at = at;
    this.line = line;
  }

  /// The part of a note that is signed: its lines up to and with the last one before the last empty
  /// line; empty when there is no such line.
  public static String text(String note) {
    var split = note.lastIndexOf("\n\n");
    return split < 0 ? "" : note.substring(0, split + 1);
  }

  /// Looks among lines of signatures for one of this witness under this text. Lines of others, such
  /// as that of the log itself, are passed over, and so is what is not in form.
  ///
  /// @param text the signed part of a checkpoint, with the newline at its end
  /// @param lines signature lines, each ended by a newline
  public static Optional<Cosignature> find(String text, String lines, WitnessKey key) {
    if (text.isEmpty() || text.length() > MOST || lines.length() > MOST) {
      return Optional.empty();
    }
    return lines
        .lines()
        .limit(MOST_LINES)
        .flatMap(line -> open(text, line, key).stream())
        .findFirst();
  }

  private static Optional<Cosignature> open(String text, String line, WitnessKey key) {
    var start = "\u2014 " + key.name() + " ";
    if (!line.startsWith(start)) {
      return Optional.empty();
    }
    var decoded = OpenedCheckpoint.decode(line.substring(start.length()));
    if (decoded.isEmpty() || decoded.get().length != 4 + Long.BYTES + SIGNATURE) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(decoded.get());
    var id = new byte[4];
    bytes.get(id);
    var seconds = bytes.getLong();
    var signature = new byte[SIGNATURE];
    bytes.get(signature);
    if (!Arrays.equals(id, key.id())
        || seconds < 0
        || seconds > Instant.MAX.getEpochSecond()
        || !key.verify(message(seconds, text), signature)) {
      return Optional.empty();
    }
    return Optional.of(new Cosignature(key.name(), Instant.ofEpochSecond(seconds), line + "\n"));
  }

  private static byte[] message(long seconds, String text) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /// The name of the witness.
  public String witness() {
    return witness;
  }

  /// When it signed, by its own clock, in whole seconds.
  public Instant at() {
    return at;
  }

  /// The signature line as it stands under a checkpoint, with its newline.
  public String line() {
    return line;
  }
}
