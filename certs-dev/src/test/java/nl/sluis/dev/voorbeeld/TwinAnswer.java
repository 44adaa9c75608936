package nl.sluis.dev.voorbeeld;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;

/// What somebody hears, with what is of that person alone replaced: two people who may know the
/// same hear the same. Pure.
final class TwinAnswer {
  static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern OWN =
      Pattern.compile(
          ID
              + "|\\b[0-9a-f]{32}\\b|\\b[0-9a-f]{4}(-[0-9a-f]{4}){2}\\b"
              + "|\"code\":\"[0-9A-Z-]{6,14}\"");
  private static final Pattern OF_THE_LOGBOOK =
      Pattern.compile("\"ontvangstbewijs\":\"[^\"]*\"|\"rij\":[0-9]+");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length");

  private TwinAnswer() {}

  /// The answer, with what is its own replaced by its place.
  static String text(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    // A number of each request; that there is one is the same for all.
    headers.computeIfPresent("fsc-transaction-id", (_, _) -> "~");
    var raw = OF_THE_LOGBOOK.matcher(opened(answer)).replaceAll("\"~\"");
    var places = new HashMap<String, String>();
    var body =
        OWN.matcher(raw).replaceAll(m -> places.computeIfAbsent(m.group(), _ -> place(places)));
    var own = bytes(answer.body()) - bytes(raw);
    var told = Long.parseLong(answer.headers().getOrDefault("content-length", "-1"));
    return answer.status() + " " + headers + " " + (told - own) + " bytes\n" + body;
  }

  private static String place(Map<String, String> places) {
    return "<" + (places.size() + 1) + ">";
  }

  /// A receipt is opened: its signature and its proof differ from row to row.
  private static String opened(Answer answer) {
    if (!answer.headers().getOrDefault("content-type", "").equals("application/jwt")) {
      return answer.body();
    }
    var dot = answer.body().indexOf('.');
    var payload = answer.body().substring(dot + 1, answer.body().indexOf('.', dot + 1));
    var receipt = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return receipt.replaceAll("\"sluis:logboek\":\"[^\"]*\"", "\"~\"");
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
