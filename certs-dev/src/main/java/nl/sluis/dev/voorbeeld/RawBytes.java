package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Exact bytes for a request, written as pairs of hexadecimal digits. Immutable.
///
/// @param pieces what follows what
record RawBytes(List<Piece> pieces) {
  private static final int MOST = 64 * 1024 * 1024;

  RawBytes {
    pieces = List.copyOf(pieces);
  }

  /// @param hex the bytes, as digits
  /// @param times how often they follow each other
  record Piece(String hex, int times) {}

  /// One text, one block with `hex` and `keer`, or a list of these.
  static RawBytes read(Tree tree) {
    var pieces = new ArrayList<Piece>();
    for (var part : tree instanceof Tree.Items list ? list.items() : List.of(tree)) {
      pieces.add(piece(part));
    }
    return new RawBytes(pieces);
  }

  private static Piece piece(Tree tree) {
    if (tree instanceof Tree.Text) {
      return new Piece(hex(tree), 1);
    }
    var fields = Fields.of(tree);
    var hex = hex(fields.need("hex"));
    int times = fields.number("keer", 1);
    if (times < 1 || (long) times * hex.length() / 2 > MOST) {
      throw new VoorbeeldFault(fields.place("keer"), "ten hoogste 64 MiB, en ten minste één keer");
    }
    fields.done();
    return new Piece(hex, times);
  }

  private static String hex(Tree tree) {
    var digits = Fields.textOf(tree).replace(" ", "").toLowerCase(Locale.ROOT);
    if (digits.isEmpty() || !digits.matches("([0-9a-f]{2})+")) {
      throw new VoorbeeldFault(tree.place(), "schrijf bytes als `7b 22 ff 7d`");
    }
    return digits;
  }

  /// The bytes themselves.
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    for (var piece : pieces) {
      var once = HexFormat.of().parseHex(piece.hex());
      var all = new byte[once.length * piece.times()];
      for (int i = 0; i < all.length; i++) {
        all[i] = once[i % once.length];
      }
      bytes.writeBytes(all);
    }
    return bytes.toByteArray();
  }
}
