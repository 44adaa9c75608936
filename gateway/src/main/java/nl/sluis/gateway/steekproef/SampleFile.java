package nl.sluis.gateway.steekproef;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.toezicht.Sample;

/// The list of a sample as a file (RFC 4180): every row, its number in the draw, and whether it was
/// drawn. Immutable.
///
/// @param seed empty while there is none
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record SampleFile(Optional<byte[]> seed, List<Long> list, Set<Long> drawn) {
  private static final String HEAD = "rij,lot,getrokken\r\n";

  void write(OutputStream out) throws IOException {
    out.write(bytes(HEAD));
    for (long row : list) {
      var ticket = seed.map(root -> Sample.ticket(root, row)).orElse("");
      var word = seed.isEmpty() ? "" : drawn.contains(row) ? "ja" : "nee";
      out.write(bytes(row + "," + ticket + "," + word + "\r\n"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
