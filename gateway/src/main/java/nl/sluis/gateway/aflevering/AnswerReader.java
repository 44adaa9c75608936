package nl.sluis.gateway.aflevering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads one answer of a receiver (RFC 9112): its head, and of its body only a signed receipt. What
/// else it says is not read, so that nobody fills this gateway. Used by one thread.
final class AnswerReader {
  /// How long a receipt may be, in bytes.
  static final int LONGEST_RECEIPT = 4 * 1024;

  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int LONGEST_LINE = 256;
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final InputStream in;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /// @throws LineFault when it is no HTTP, larger than may be, or ends too early
  Line.Said read() throws IOException, LineFault {
    Line.Said said;
    do {
      said = one();
      // 100 and the like come before the answer.
    } while (said.status() < OK);
    return said;
  }

  private Line.Said one() throws IOException, LineFault {
    var lines = Arrays.asList(head().split("\r\n", -1));
    var first = lines.getFirst().split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5]\\d\\d")) {
      throw new LineFault("antwoord-onleesbaar");
    }
    int status = Integer.parseInt(first[1]);
    var wait =
        field(lines, "retry-after")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    return new Line.Said(status, wait, signed(status, lines) ? receipt(lines) : Optional.empty());
  }

  private static Optional<String> field(List<String> lines, String name) {
    var prefix = name + ":";
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .reduce((_, last) -> last);
  }

  private static boolean signed(int status, List<String> lines) {
    return (status == OK || status == CREATED)
        && field(lines, "content-type")
            .map(type -> type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip())
            .filter("application/jwt"::equals)
            .isPresent();
  }

  private Optional<String> receipt(List<String> lines) throws IOException, LineFault {
    var chunked =
        field(lines, "transfer-encoding")
            .filter(how -> how.equalsIgnoreCase("chunked"))
            .isPresent();
    var length = field(lines, "content-length");
    byte[] bytes;
    if (chunked) {
      bytes = chunks();
    } else if (length.isPresent()) {
      bytes = exactly(length.get().matches("\\d{1,9}") ? Integer.parseInt(length.get()) : -1);
    } else {
      bytes = in.readNBytes(LONGEST_RECEIPT + 1);
      refuseLonger(bytes.length);
    }
    return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1).strip());
  }

  private byte[] chunks() throws IOException, LineFault {
    var body = new ByteArrayOutputStream();
    while (true) {
      var size = line().split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,7}")) {
        throw new LineFault("antwoord-onleesbaar");
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return body.toByteArray();
      }
      refuseLonger(body.size() + length);
      body.write(exactly(length));
      if (!line().isEmpty()) {
        throw new LineFault("antwoord-onleesbaar");
      }
    }
  }

  private byte[] exactly(int length) throws IOException, LineFault {
    if (length < 0) {
      throw new LineFault("antwoord-onleesbaar");
    }
    refuseLonger(length);
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new LineFault("geen-antwoord");
    }
    return bytes;
  }

  private static void refuseLonger(int length) throws LineFault {
    if (length > LONGEST_RECEIPT) {
      throw new LineFault("ontvangst-te-groot");
    }
  }

  private String line() throws IOException, LineFault {
    return until("\r\n", LONGEST_LINE);
  }

  private String head() throws IOException, LineFault {
    return until("\r\n\r\n", LONGEST_HEAD);
  }

  private String until(String end, int longest) throws IOException, LineFault {
    var read = new StringBuilder();
    int from;
    do {
      int one = in.read();
      if (one < 0) {
        throw new LineFault("geen-antwoord");
      }
      read.append((char) one);
      if (read.length() > longest) {
        throw new LineFault("antwoord-te-groot");
      }
      from = read.length() - end.length();
    } while (from < 0 || read.indexOf(end, from) < 0);
    return read.substring(0, from);
  }
}
