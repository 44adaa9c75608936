package nl.sluis.gateway.logbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A row that a receipt proves to be in the logbook (C2SP tlog-proof); what a partner checks.
///
/// @param index the place of the row in the sequence
/// @param leafHash the hash of its leaf
/// @param size the size of the logbook that was signed
@SuppressWarnings("ArrayRecordComponent") // compared by its hash, as `equals` of the caller wishes
public record ProvenRow(long index, byte[] leafHash, long size) {
  private static final int MOST = 64 * 1024;
  private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");
  private static final String EXTRA = "extra ";

  /// Checks a receipt that carries its leaf.
  public static Optional<ProvenRow> check(String receipt, LogKey key) {
    return leaf(receipt).flatMap(leaf -> check(receipt, leaf, key));
  }

  /// The same, of any time: against every key that had to sign at the size of its checkpoint.
  public static Optional<ProvenRow> check(String receipt, KeyHistory keys) {
    return leaf(receipt).flatMap(leaf -> check(receipt, leaf, keys));
  }

  private static Optional<byte[]> leaf(String receipt) {
    var lines = receipt.split("\n", 3);
    if (lines.length < 3 || !lines[1].startsWith(EXTRA)) {
      return Optional.empty();
    }
    return OpenedCheckpoint.decode(lines[1].substring(EXTRA.length()))
        .map(leaf -> new TreeHash().leaf(leaf));
  }

  /// Checks that a receipt proves the row with this leaf hash, such as the nonce of a key binding.
  public static Optional<ProvenRow> check(String receipt, byte[] leafHash, LogKey key) {
    return check(receipt, leafHash, note -> OpenedCheckpoint.open(note, key));
  }

  /// The same, of any time: against every key that had to sign at the size of its checkpoint.
  public static Optional<ProvenRow> check(String receipt, byte[] leafHash, KeyHistory keys) {
    return check(receipt, leafHash, keys::open);
  }

  private static Optional<ProvenRow> check(
      String receipt, byte[] leafHash, Function<String, Optional<OpenedCheckpoint>> opener) {
    var split = receipt.indexOf("\n\n");
    if (split < 0 || receipt.length() > MOST) {
      return Optional.empty();
    }
    var lines = new ArrayList<>(Arrays.asList(receipt.substring(0, split).split("\n", -1)));
    if (!"c2sp.org/tlog-proof@v1".equals(lines.removeFirst())) {
      return Optional.empty();
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      lines.removeFirst();
    }
    var index = INDEX.matcher(lines.isEmpty() ? "" : lines.removeFirst());
    var checkpoint = opener.apply(receipt.substring(split + 2));
    if (!index.matches() || checkpoint.isEmpty()) {
      return Optional.empty();
    }
    var path = hashes(lines);
    var at = Long.parseLong(index.group(1));
    var tree = checkpoint.get();
    return path.isPresent()
            && MerkleProof.includes(at, tree.size(), leafHash, path.get(), tree.root())
        ? Optional.of(new ProvenRow(at, leafHash, tree.size()))
        : Optional.empty();
  }

  private static Optional<List<byte[]>> hashes(List<String> lines) {
    var hashes = lines.stream().flatMap(line -> OpenedCheckpoint.decode(line).stream()).toList();
    return hashes.size() == lines.size() ? Optional.of(hashes) : Optional.empty();
  }
}
