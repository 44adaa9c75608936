package nl.sluis.gateway.diagnose;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// An answer by HTTP/1.1 as it came over the line, read as far as it came. Immutable.
///
/// @param status as three figures; 0 when there is none
/// @param date what time the other end says it is
/// @param body without the sizes of its parts
record HttpAnswer(int status, Optional<Instant> date, String body) {
  private static final String END = "\r\n\r\n";

  static HttpAnswer read(String text) {
    int end = text.indexOf(END);
    var head = end < 0 ? text : text.substring(0, end);
    var body = end < 0 ? "" : text.substring(end + END.length());
    var first = head.split(" ", 3);
    int status = first.length > 1 && first[1].matches("\\d{3}") ? Integer.parseInt(first[1]) : 0;
    return new HttpAnswer(status, date(head), isChunked(head) ? whole(body) : body);
  }

  private static Optional<Instant> date(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("date:"))
        .findFirst()
        .flatMap(line -> instant(line.substring("date:".length()).strip()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static boolean isChunked(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .anyMatch(line -> line.startsWith("transfer-encoding:") && line.endsWith("chunked"));
  }

  /// The body without the sizes of its parts (RFC 9112, 7.1).
  private static String whole(String chunked) {
    var bytes = chunked.getBytes(StandardCharsets.UTF_8);
    var whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < bytes.length) {
      int line = at;
      while (line < bytes.length && bytes[line] != '\r') {
        line++;
      }
      var size = new String(bytes, at, line - at, StandardCharsets.US_ASCII);
      if (!size.matches("[0-9A-Fa-f]{1,5}") || Integer.parseInt(size, 16) == 0) {
        break;
      }
      int length = Math.min(Integer.parseInt(size, 16), Math.max(0, bytes.length - line - 2));
      whole.write(bytes, Math.min(line + 2, bytes.length), length);
      at = line + 2 + length + 2;
    }
    return whole.toString(StandardCharsets.UTF_8);
  }
}
