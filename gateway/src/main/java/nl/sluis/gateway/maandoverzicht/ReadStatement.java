package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands in a statement. Immutable.
///
/// @param logbook the name of the logbook
/// @param about the word for the child
/// @param month such as `2026-11`
/// @param until up to when it goes
/// @param whole whether that is the end of the month
/// @param all whether who asked saw everything that may be seen, and not the own words alone
/// @param made when it was given
/// @param root of the tree of who asked
/// @param lines what stands in that tree
/// @param outside the sentences of what came to be known later
public record ReadStatement(
    String logbook,
    String about,
    String month,
    Instant until,
    boolean whole,
    boolean all,
    Instant made,
    String root,
    List<OneLine> lines,
    List<String> outside) {
  /// Copies its lists.
  public ReadStatement {
    lines = List.copyOf(lines);
    outside = List.copyOf(outside);
  }

  /// One line.
  ///
  /// @param place in the tree
  /// @param open the fields that are open, with their values
  /// @param sentence what it says
  /// @param day on which
  /// @param late whether it says that it was hidden before
  public record OneLine(
      int place, Map<String, JsonNode> open, String sentence, String day, boolean late) {
    /// Copies its map.
    public OneLine {
      open = Map.copyOf(open);
    }

    /// Can this be the same thing as the other, as far as both are open?
    boolean mayBe(OneLine other) {
      return open.entrySet().stream()
          .allMatch(
              field ->
                  other
                      .open()
                      .getOrDefault(field.getKey(), field.getValue())
                      .equals(field.getValue()));
    }
  }

  /// What stands in these words, whose form was checked.
  static ReadStatement of(ObjectNode told) {
    var lines = new ArrayList<OneLine>();
    for (var line : told.path("regels")) {
      var open = new HashMap<String, JsonNode>();
      line.path("velden")
          .properties()
          .forEach(
              field -> {
                if (field.getValue().has("waarde")) {
                  open.put(field.getKey(), field.getValue().path("waarde"));
                }
              });
      lines.add(
          new OneLine(
              line.path("plaats").asInt(-1),
              open,
              line.path("woorden").path("zin").asText(),
              line.path("woorden").path("dag").asText(),
              line.has("laat")));
    }
    var outside = new ArrayList<String>();
    told.path("buiten").forEach(one -> outside.add(one.path("woorden").path("zin").asText()));
    return new ReadStatement(
        told.path("logboek").asText(),
        told.path("over").asText(),
        told.path("maand").asText(),
        Instant.parse(told.path("tot").asText()),
        told.path("heel").asBoolean(),
        told.path("ziet").asText().equals("alles"),
        Instant.parse(told.path("gemaakt").asText()),
        told.path("boom").path("wortel").asText(),
        lines,
        outside);
  }
}
