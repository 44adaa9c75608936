package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How far a conversation is, as Sluis tells it to who asked: per line whether all who must have
/// answered yes, and never who said what. Immutable.
///
/// @param id its number, which stands on the printed form too
/// @param sentence what for
/// @param askedAt when it was put on record
/// @param lines what was asked, one receiver each
public record Standing(
    UUID id, String purpose, String sentence, Instant askedAt, List<Line> lines) {
  /// Copies its list.
  public Standing {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param number which line
  /// @param oin of the organisation that would get it
  /// @param to its name
  /// @param kinds what is asked, by code in their order
  /// @param apart whether the convenant sets it apart
  /// @param stand `compleet`, `nog-niet` or `aangehouden`
  /// @param reason why it is held; empty when it is not
  /// @param ways what can be done then, in the words of Sluis
  /// @param consent the consent that it is; empty for a line that could not be asked
  public record Line(
      int number,
      String oin,
      String to,
      Map<String, String> kinds,
      boolean apart,
      String stand,
      String reason,
      List<String> ways,
      Optional<UUID> consent) {
    /// Copies its parts.
    public Line {
      kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
      ways = List.copyOf(ways);
    }

    /// May somebody be asked it now?
    public boolean isOpen() {
      return !stand.equals("aangehouden") && consent.isPresent();
    }
  }

  /// @param told the answer of `GET /v1/toestemmingsverzoeken/{id}`
  static Standing of(JsonNode told, Names names) {
    var lines = new ArrayList<Line>();
    for (var one : told.path("regels")) {
      var kinds = new LinkedHashMap<String, String>();
      one.path("categorieen").forEach(c -> kinds.put(c.asText(), names.kind(c.asText())));
      var ways = new ArrayList<String>();
      one.path("wegen").forEach(way -> ways.add(way.asText()));
      lines.add(
          new Line(
              one.path("regel").asInt(),
              one.path("aan").path("oin").asText(),
              names.party(one.path("aan")),
              kinds,
              one.path("apart").asBoolean(),
              one.path("stand").asText(),
              one.path("reden").asText(""),
              ways,
              one.hasNonNull("toestemming")
                  ? Optional.of(UUID.fromString(one.path("toestemming").asText()))
                  : Optional.empty()));
    }
    return new Standing(
        UUID.fromString(told.path("id").asText()),
        told.path("doel").asText(),
        names.purpose(told.path("doel").asText()),
        Instant.parse(told.path("gevraagdOp").asText()),
        lines);
  }

  /// The lines on which somebody can answer.
  public List<Line> open() {
    return lines.stream().filter(Line::isOpen).toList();
  }

  /// The codes of the kinds of data of each line that is open.
  Map<Integer, List<String>> kinds() {
    var kinds = new LinkedHashMap<Integer, List<String>>();
    open().forEach(line -> kinds.put(line.number(), List.copyOf(line.kinds().keySet())));
    return kinds;
  }
}
