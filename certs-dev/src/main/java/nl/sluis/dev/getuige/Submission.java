package nl.sluis.dev.getuige;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a log asks a witness to sign (C2SP tlog-witness, the body of `add-checkpoint`).
///
/// @param old the size that the log thinks was signed last
/// @param proof that the tree of that size is the start of this one
/// @param note the checkpoint, not checked yet
record Submission(long old, List<byte[]> proof, String note) {
  private static final int MOST_HASHES = 63;
  private static final int HASH = 32;
  private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

  /// Reads a body; empty when it is not in form.
  static Optional<Submission> parse(String body) {
    var end = body.indexOf("\n\n");
    if (end < 0) {
      return Optional.empty();
    }
    var lines = body.substring(0, end).lines().toList();
    var old = OLD.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!old.matches() || lines.size() > 1 + MOST_HASHES) {
      return Optional.empty();
    }
    var proof = new ArrayList<byte[]>();
    for (var line : lines.subList(1, lines.size())) {
      var hash = hash(line);
      if (hash.isEmpty()) {
        return Optional.empty();
      }
      proof.add(hash.get());
    }
    var note = body.substring(end + 2);
    return note.contains("\n\n")
        ? Optional.of(new Submission(Long.parseLong(old.group(1)), proof, note))
        : Optional.empty();
  }

  /// The first line of the checkpoint: of which log it says to be.
  String origin() {
    return note.substring(0, note.indexOf('\n'));
  }

  private static Optional<byte[]> hash(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      return bytes.length == HASH && Base64.getEncoder().encodeToString(bytes).equals(base64)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
