package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// What was answered to one of two twins, without what is his own: identifiers, codes and the token
/// of the session are replaced, and what is signed is opened. Everything else counts: status,
/// headers, length, order and every byte.
final class TwinText {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Pattern OWN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{32}\\b"
              + "|[0-9a-f]{64}|\\b[0-9a-f]{4}(?:-[0-9a-f]{4}){2}\\b|: [0-9]{6}<"
              + "|name=\"bewijs\" value=\"[^\"]*\"|\"sluis:logboek\":\"[^\"]*\"");

  /// What a statement on paper shows of its proof.
  private static final Pattern DIGEST = Pattern.compile("(?<![\\w-])[\\w-]{43}(?![\\w-])");

  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "set-cookie");

  /// Of a statement of a month: what proves it, which is salted per viewer and rests on the place
  /// of a row in the logbook of everybody. Its words and its size stay.
  private static final List<String> PROOF = List.of("boom", "over", "rij", "vulling");

  private static final List<String> OF_A_LINE = List.of("pad", "plaats");
  private static final List<String> OF_A_FIELD = List.of("afdruk", "zout");

  private TwinText() {}

  /// As it is compared.
  ///
  /// @param bytes what came; of paper the words are read, for how they are packed differs
  static String of(Answer answer, byte[] bytes) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    var body = OWN.matcher(opened(answer, bytes)).replaceAll("eigen");
    return answer.status() + " " + headers + "\n" + body.length() + "\n" + body;
  }

  /// Is it signed, and so with a proof of a place in the logbook?
  static boolean isSigned(Answer answer) {
    return isReceipt(answer) || isStatement(answer) || isPaper(answer);
  }

  private static boolean isPaper(Answer answer) {
    return answer.headers().getOrDefault("content-type", "").equals("application/pdf");
  }

  private static boolean isReceipt(Answer answer) {
    return answer.headers().getOrDefault("content-type", "").equals("application/jwt");
  }

  private static boolean isStatement(Answer answer) {
    return answer.headers().getOrDefault("content-disposition", "").contains(".json");
  }

  private static String opened(Answer answer, byte[] bytes) {
    if (isPaper(answer)) {
      return words(bytes);
    }
    if (isReceipt(answer)) {
      var parts = answer.body().split("\\.", -1);
      return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }
    return isStatement(answer) ? statement(answer.body()) : answer.body();
  }

  private static String words(byte[] pdf) {
    try (var read = Loader.loadPDF(pdf)) {
      return DIGEST.matcher(new PDFTextStripper().getText(read)).replaceAll("eigen");
    } catch (IOException e) {
      throw new UncheckedIOException("what is printed is PDF", e);
    }
  }

  private static String statement(String body) {
    try {
      var said = JSON.readTree(body).path("verklaring");
      without(said, PROOF);
      for (var line : said.path("regels")) {
        without(line, OF_A_LINE);
        line.path("velden").forEach(field -> without(field, OF_A_FIELD));
      }
      return said.toPrettyString() + "\n" + body.length();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a statement is JSON", e);
    }
  }

  /// The names stay, so that what is closed for one is closed for the other.
  private static void without(JsonNode one, List<String> names) {
    names.stream().filter(one::has).forEach(name -> ((ObjectNode) one).put(name, "eigen"));
  }
}
