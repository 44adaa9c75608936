package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.SimulatedPartner;

/// A party calls any endpoint, for cases the vocabulary has no step for.
///
/// `{stap.veld}` in the path, a header or the body stands for a member of an earlier answer, and
/// `{kind@partij}` for the party's own reference of a child.
///
/// @param call the method and the path
/// @param party who calls; empty for a browser on the people's port
/// @param tokenOf the party whose access token is shown; empty for none
/// @param headers headers to send
/// @param body what to send
/// @param raw the exact bytes to send, for what no text can hold; empty for the body
record CallAction(
    String call,
    String party,
    String tokenOf,
    Map<String, String> headers,
    String body,
    Optional<RawBytes> raw)
    implements Action {
  private static final Pattern CALL =
      Pattern.compile("(GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH) /\\S*");
  private static final Pattern REFERENCE = Pattern.compile("\\{([^{}\"@.]+)([.@])([^{}\"]+)}");

  static final ActionKind KIND = ActionKind.ofBlock("roep aan", CallAction::read);

  CallAction {
    headers = new LinkedHashMap<>(headers);
  }

  private static Action read(Fields fields, Names names) {
    var call = fields.text("wat");
    if (!CALL.matcher(call).matches()) {
      throw new VoorbeeldFault(fields.place("wat"), "schrijf bijvoorbeeld `GET /v1/postbus`");
    }
    boolean browser = fields.text("door").equals("niemand");
    var party = browser ? "" : names.party(fields.need("door"));
    var tokenOf = fields.text("token", party);
    if (tokenOf.equals("geen")) {
      tokenOf = "";
    } else if (fields.has("token")) {
      tokenOf = names.party(fields.need("token"));
    }
    var headers = new LinkedHashMap<String, String>();
    fields
        .block("koppen")
        .ifPresent(block -> block.all().forEach((k, v) -> headers.put(k, Fields.textOf(v))));
    var body = fields.tree("json").map(tree -> tree.toJson().toString()).orElse("");
    if (fields.has("json")) {
      headers.putIfAbsent("Content-Type", "application/json");
    }
    var raw = fields.tree("ruwe bytes").map(RawBytes::read);
    return new CallAction(call, party, tokenOf, headers, fields.text("tekst", body), raw);
  }

  @Override
  public String told() {
    return "%s roept aan: %s".formatted(party.isEmpty() ? "een browser" : party, call);
  }

  @Override
  public Observed play(Scene scene) {
    var method = call.substring(0, call.indexOf(' '));
    var path = fill(call.substring(call.indexOf(' ') + 1), scene);
    var bytes =
        raw.map(RawBytes::bytes)
            .orElseGet(() -> fill(body, scene).getBytes(StandardCharsets.UTF_8));
    var sent = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> sent.put(name, fill(value, scene)));
    if (!tokenOf.isEmpty()) {
      sent.putIfAbsent("Authorization", "Bearer " + scene.partner(tokenOf).token());
    }
    var answer =
        party.isEmpty()
            ? anybody(scene).browse(method, path, sent, bytes)
            : scene.partner(party).call(method, path, sent, bytes);
    var seen = Observed.answered(answer);
    return seen.with(PostbusActions.title(seen));
  }

  /// Whoever stands at the port for browsers shows no certificate there.
  private static SimulatedPartner anybody(Scene scene) {
    return scene.partners().values().iterator().next();
  }

  /// The text with members of earlier answers, such as `{tafel.id}`, filled in.
  static String fill(String text, Scene scene) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    value(found.group(1), found.group(2), found.group(3), found.group(), scene)));
  }

  private static String value(String name, String mark, String rest, String whole, Scene scene) {
    if (mark.equals("@")) {
      return scene.reference(name, rest, "eigen-kenmerk").path("waarde").asText();
    }
    if (!scene.hasSeen(name)) {
      return whole;
    }
    JsonNode node = scene.seen(name).json();
    for (var member : List.of(rest.split("\\.", -1))) {
      node = member.matches("[0-9]+") ? node.path(Integer.parseInt(member)) : node.path(member);
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
