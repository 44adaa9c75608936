package nl.sluis.gateway.werkplek.meldcode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What the pages of acute danger show. Immutable; a template reads them.
public final class AcuteModels {
  private AcuteModels() {}

  /// The form.
  ///
  /// @param given what was filled in
  /// @param known what this person reported today
  /// @param wrong the key of what stands in the way; empty when nothing does
  public record Form(Map<String, String> given, List<Line> known, String wrong) {
    /// Copies its parts.
    public Form {
      given = Map.copyOf(given);
      known = List.copyOf(known);
    }

    /// What stands in a field.
    public String value(String field) {
      return given.getOrDefault(field, "");
    }
  }

  /// One report of today.
  ///
  /// @param id under which its page is found
  /// @param at when it was written
  /// @param standing its word, such as `onbevestigd`
  public record Line(UUID id, Instant at, String standing) {}

  /// How one report stands.
  ///
  /// @param id under which its page is found
  /// @param at when it was written
  /// @param standing its word, such as `onbevestigd`
  /// @param over whether there is nothing left to try or to wait for
  /// @param record what it says, for as long as it is kept here: to read out on the telephone
  public record Stand(
      UUID id, Instant at, String standing, boolean over, Map<String, String> record) {
    /// Copies its map.
    public Stand {
      record = Map.copyOf(record);
    }
  }

  static Stand stand(AcuteReport report) {
    var words = new TreeMap<String, String>();
    for (var field : List.of("kind", "feit", "gevaar")) {
      var text = report.record().path(field).asText();
      if (!text.isEmpty()) {
        words.put(field, text);
      }
    }
    return new Stand(
        report.id(), report.at(), report.standing().word(), report.standing().isOver(), words);
  }
}
