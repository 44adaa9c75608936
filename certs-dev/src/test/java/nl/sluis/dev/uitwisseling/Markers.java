package nl.sluis.dev.uitwisseling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows the words that travel in the canary story, and finds them again in whatever dress: as they
/// are, as UTF-16, in hexadecimal, and in base64 at any place in its groups of three.
///
/// Immutable; may be shared between threads.
final class Markers {
  private static final List<String> WORDS =
      List.of("kanarie", "Kanarie", "KANARIE", "999990019", "9999.90.019", "9999 90 019");
  private static final Pattern HEX = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)");

  private final Set<String> dressed = new LinkedHashSet<>();

  Markers() {
    for (var word : WORDS) {
      var bytes = word.getBytes(StandardCharsets.UTF_8);
      dressed.add(word);
      dressed.add(latin(word.getBytes(StandardCharsets.UTF_16BE)));
      dressed.add(HexFormat.of().formatHex(bytes));
      for (int place = 0; place < 3; place++) {
        dressed.add(base64(bytes, place, Base64.getUrlEncoder()));
        dressed.add(base64(bytes, place, Base64.getEncoder()));
      }
    }
  }

  /// The letters that base64 has for these bytes, whatever stands before and after them.
  private static String base64(byte[] bytes, int place, Base64.Encoder encoder) {
    var moved = new byte[place + bytes.length];
    System.arraycopy(bytes, 0, moved, place, bytes.length);
    int first = (place * 8 + 5) / 6;
    int last = moved.length * 8 / 6;
    return encoder.encodeToString(moved).substring(first, last);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Can a marker be read in these bytes?
  boolean in(byte[] bytes) {
    var text = latin(bytes);
    return dressed.stream().anyMatch(text::contains);
  }

  /// Can a marker be read in this text, or in what it holds in hexadecimal as PostgreSQL writes it?
  boolean in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8)) || unpacked(text).stream().anyMatch(this::in);
  }

  private static List<byte[]> unpacked(String text) {
    var found = new ArrayList<byte[]>();
    var matcher = HEX.matcher(text);
    while (matcher.find()) {
      found.add(HexFormat.of().parseHex(matcher.group(1)));
    }
    return found;
  }
}
