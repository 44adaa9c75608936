package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevGateway;

/// What each step of a story left in the logbook, of two children about whom the same is done: as
/// [Alike] sees it, and with one name for both. One thread.
final class RowsByStep {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CHILD = "kind";

  private final DevGateway gateway;
  private final Pattern children;
  private final Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
  private int read;

  /// @param children the short names in the story
  RowsByStep(DevGateway gateway, List<String> children) {
    this.gateway = gateway;
    this.children = Pattern.compile("\\b(" + String.join("|", children) + ")\\b");
  }

  /// What was added since this was last asked is of this step.
  void take(String step) {
    var all = gateway.logbook().rows();
    var since = all.subList(read, all.size());
    read = all.size();
    rows.put(
        step,
        since.stream()
            .<JsonNode>map(row -> row.detail().orElseThrow())
            .map(row -> Alike.of(named(row)))
            .toList());
  }

  private JsonNode named(JsonNode row) {
    try {
      return JSON.readTree(named(row.toString()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String named(String text) {
    return children.matcher(text).replaceAll(CHILD);
  }

  /// A message with one name for both children.
  List<String> message(String compact) {
    return Alike.message(compact).stream().map(this::named).toList();
  }

  /// What this step left; it left something.
  List<JsonNode> of(String step) {
    var left = left(step);
    assertThat(left).as(step).isNotEmpty();
    return left;
  }

  /// What this step left, if anything.
  List<JsonNode> left(String step) {
    return Objects.requireNonNull(rows.get(step), step);
  }
}
