package nl.sluis.gateway.logbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A checkpoint whose signature was checked (C2SP tlog-checkpoint).
///
/// @param size the number of rows
/// @param root the root of the tree at that size
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record OpenedCheckpoint(long size, byte[] root) {
  private static final int MOST = 64 * 1024;
  private static final int MOST_SIGNATURES = 32;
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x09\\x0b-\\x1f]");

  /// Opens a note that this key signed; a note of another key, or a changed one, gives nothing.
  ///
  /// Signatures of other keys, such as those of witnesses, are passed over.
  public static Optional<OpenedCheckpoint> open(String note, LogKey key) {
    return isSigned(note, key)
        ? body(note.substring(0, note.lastIndexOf("\n\n") + 1), key.origin())
        : Optional.empty();
  }

  /// Says whether this key signed a note, whatever the note says.
  static boolean isSigned(String note, LogKey key) {
    var split = note.lastIndexOf("\n\n");
    return split >= 0
        && note.length() <= MOST
        && !CONTROL.matcher(note).find()
        && signed(note.substring(0, split + 1), note.substring(split + 2), key);
  }

  private static boolean signed(String text, String signatures, LogKey key) {
    if (!signatures.endsWith("\n")) {
      return false;
    }
    var found = false;
    var lines = signatures.split("\n", MOST_SIGNATURES + 1);
    if (lines.length > MOST_SIGNATURES) {
      return false;
    }
    for (var line : lines) {
      var parts = line.split(" ", -1);
      if (line.isEmpty()) {
        continue;
      }
      if (parts.length != 3 || !"\u2014".equals(parts[0])) {
        return false;
      }
      var bytes = decode(parts[2]);
      if (bytes.isEmpty() || bytes.get().length < 5) {
        return false;
      }
      var id = Arrays.copyOf(bytes.get(), 4);
      if (parts[1].equals(key.origin()) && Arrays.equals(id, key.id())) {
        var signature = Arrays.copyOfRange(bytes.get(), 4, bytes.get().length);
        if (!key.verify(text.getBytes(StandardCharsets.UTF_8), signature)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /// Reads the signed part of a checkpoint; whoever calls it MUST have checked a signature under
  /// it.
  ///
  /// @param text with the newline at its end
  /// @param origin the log that it must be of
  public static Optional<OpenedCheckpoint> body(String text, String origin) {
    var lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[0].equals(origin) || !SIZE.matcher(lines[1]).matches()) {
      return Optional.empty();
    }
    var root = decode(lines[2]);
    if (root.isEmpty() || root.get().length != TreeHash.LENGTH) {
      return Optional.empty();
    }
    return Optional.of(new OpenedCheckpoint(Long.parseLong(lines[1]), root.get()));
  }

  /// Reads base64 in its one form only.
  static Optional<byte[]> decode(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      // The decoder forgives missing padding and stray bits; a note has one form only.
      return Base64.getEncoder().encodeToString(bytes).equals(base64)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
