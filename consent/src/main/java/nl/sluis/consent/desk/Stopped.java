package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.terms.DataCategory;

/// What stands in the way of one consent at one instant, as far as somebody's word does it: the
/// difference between two instants is what a word stopped.
///
/// A term that ended, a birthday and a change of gezag are no word; a consent that was used up or
/// is over can still be taken back (AVG 7(3)). Immutable.
///
/// @param words the words, by category
public record Stopped(Map<DataCategory, Set<Lack>> words) {
  private static final Set<Lack> STOPS =
      EnumSet.of(
          Lack.GEWEIGERD,
          Lack.INGETROKKEN,
          Lack.HERROEPEN,
          Lack.ONGELDIG_VERKLAARD,
          Lack.BETWIST,
          Lack.OPGESCHORT);

  /// Copies its parts.
  public Stopped {
    words = Map.copyOf(words);
  }

  /// What stands in the way of this consent now.
  ///
  /// @param records what is on record about its purpose, sender's organisation and receiver
  /// @param rule under what the convenant lets it be asked now
  public static Stopped now(ConsentAsk ask, Records records, Askable rule, Instant at) {
    var query = rule.query(ask);
    var state = new StateAt(rule.parameters());
    var words = new EnumMap<DataCategory, Set<Lack>>(DataCategory.class);
    for (var category : ask.categories()) {
      var lacks = state.lacks(query, records, ask, category, at);
      words.put(category, lacks.map(Stopped::words).orElseGet(() -> spoken(records, category)));
    }
    return new Stopped(words);
  }

  /// For which categories a word stopped it, that nothing had stopped before.
  public Set<DataCategory> since(Stopped before) {
    return words.keySet().stream()
        .filter(category -> before.of(category).stream().noneMatch(STOPS::contains))
        .filter(category -> !before.of(category).containsAll(of(category)))
        .collect(Collectors.toSet());
  }

  private Set<Lack> of(DataCategory category) {
    return words.getOrDefault(category, Set.of());
  }

  /// Who wants to think about it after a yes takes it back for the time being; that reads as a yes
  /// that is missing.
  private static Set<Lack> words(Set<Lack> lacks) {
    return lacks.stream()
        .filter(lack -> STOPS.contains(lack) || lack == Lack.ONVOLLEDIG)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// When it is not known who must say yes, whoever said no and did not take it back counts.
  private static Set<Lack> spoken(Records records, DataCategory category) {
    var words =
        records.events().stream().filter(e -> e.person() != null && e.covers(category)).toList();
    return words.stream()
            .filter(e -> e.type().isStop())
            .anyMatch(stop -> words.stream().noneMatch(yes -> takesBack(yes, stop)))
        ? Set.of(Lack.INGETROKKEN)
        : Set.of();
  }

  private static boolean takesBack(ConsentEvent yes, ConsentEvent stop) {
    return yes.type().isYes() && yes.isBy(stop.speaker()) && yes.overcomes(stop);
  }
}
