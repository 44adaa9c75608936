package nl.sluis.gateway.cijfers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.cijfers.Counting;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Period;

/// The counts in one message, as groups; empty when they cannot be read as such.
///
/// @param measure what was counted
/// @param group the group it is about
/// @param count the number
/// @param largest how much of it comes from its largest contributor; zero when that is not told
record SentCounts(Counting.Measure measure, Group group, long count, long largest) {
  /// Reads the content of a message with counts.
  ///
  /// @param served the municipalities that the sender serves: all of them when it names none
  static Optional<List<SentCounts>> read(JsonNode content, Counting counting, Set<String> served) {
    var period = Period.of(content.path("periode").asText());
    var town = content.path("gemeente");
    var parts = town.isTextual() ? Set.of(town.asText()) : served;
    if (period.isEmpty() || parts.isEmpty() || !served.containsAll(parts)) {
      return Optional.empty();
    }
    var counts = new ArrayList<SentCounts>();
    for (var line : content.path("cijfers")) {
      var measure = counting.measure(line.path("omschrijving").asText());
      var ages = ages(line.path("leeftijdsgroep"), counting);
      var largest = line.path("grootsteBijdrage").asLong(0);
      if (measure.isEmpty()
          || ages.isEmpty()
          || (measure.get().manyContributors() == (largest == 0))) {
        return Optional.empty();
      }
      var axes =
          Map.of(
              GivenCounts.MONTHS, period.get().values(),
              GivenCounts.PARTS, parts,
              GivenCounts.AGES, ages);
      counts.add(
          new SentCounts(measure.get(), new Group(axes), line.path("aantal").asLong(), largest));
    }
    return Optional.of(counts);
  }

  private static Set<String> ages(JsonNode named, Counting counting) {
    if (!named.isTextual()) {
      return new TreeSet<>(counting.ageGroups());
    }
    return counting.ageGroups().contains(named.asText()) ? Set.of(named.asText()) : Set.of();
  }
}
