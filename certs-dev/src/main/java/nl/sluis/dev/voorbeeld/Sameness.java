package nl.sluis.dev.voorbeeld;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// What of an answer must be the same when two answers may not be told apart: its status, the names
/// and values of its headers, every byte and so its length.
///
/// The number of the transaction and the receipt are left out, which differ for every message, and
/// from the headers the date; of the number of the request (FSC) only that there is one counts.
final class Sameness {
  private static final List<String> OWN = List.of("transactie", "ontvangstbewijs", "instance");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length");

  private static final Set<String> OF_THE_REQUEST =
      Set.of("fsc-transaction-id", "sluis-fsc-transactie");

  private Sameness() {}

  static String of(Observed seen) {
    var headers = new TreeMap<>(seen.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    OF_THE_REQUEST.forEach(name -> headers.computeIfPresent(name, (_, _) -> "~"));
    var body = seen.body();
    for (var name : OWN) {
      var own = seen.json().path(name);
      if (own.isTextual()) {
        body = body.replace(own.toString(), "\"~\"");
      }
    }
    var left = bytes(seen.body()) - bytes(body);
    var length = seen.headers().get("content-length");
    return "%d %s %s bytes %s"
        .formatted(
            seen.status(),
            headers,
            length == null ? "zonder lengte," : String.valueOf(Long.parseLong(length) - left),
            body);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
