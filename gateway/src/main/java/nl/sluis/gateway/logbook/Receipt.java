package nl.sluis.gateway.logbook;

import java.util.Base64;
import java.util.List;

/// Writes a receipt: a C2SP tlog-proof, the inclusion proof of one row with a signed checkpoint.
///
/// The extra line holds the leaf, so that who has the receipt can compute the hash that is proved.
final class Receipt {
  private Receipt() {}

  static String write(long index, byte[] leaf, List<byte[]> path, String note) {
    var base64 = Base64.getEncoder();
    var text = new StringBuilder(512 + path.size() * 45);
    text.append("c2sp.org/tlog-proof@v1\n");
    text.append("extra ").append(base64.encodeToString(leaf)).append('\n');
    text.append("index ").append(index).append('\n');
    for (var hash : path) {
      text.append(base64.encodeToString(hash)).append('\n');
    }
    return text.append('\n').append(note).toString();
  }
}
