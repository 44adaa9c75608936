package nl.sluis.gateway.leesmee;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// What a receiver hears from us of the reading of a text that is handed over: that it was read, on
/// paper or not, and what was to go along. Never who.
///
/// @param piece the text
/// @param kind what its readers could do
/// @param onPaper whether something of it was on paper, so that others wrote it down
/// @param remarks what goes along
public record ReadProof(UUID piece, String kind, boolean onPaper, List<Remark> remarks) {
  /// Copies its parts.
  public ReadProof {
    remarks = List.copyOf(remarks);
  }

  /// What goes along.
  ///
  /// @param text in the words of the family
  /// @param commitment the salted hash of it, in hexadecimal digits
  public record Remark(String text, String commitment) {
    /// A salted hash in hexadecimal digits.
    public static String hex(byte[] commitment) {
      return HexFormat.of().formatHex(commitment);
    }
  }

  /// For the receiver, beside the message.
  public ObjectNode told() {
    var told = said();
    var all = told.putArray("opmerkingen");
    remarks.forEach(remark -> all.add(remark.text()));
    return told;
  }

  /// For the row: what went along, by its commitments.
  public ObjectNode row() {
    var row = said();
    var all = row.putArray("opmerkingen");
    remarks.forEach(remark -> all.add(remark.commitment()));
    return row;
  }

  private ObjectNode said() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("leesstuk", piece.toString())
        .put("leest", kind)
        .put("opPapier", onPaper);
  }
}
