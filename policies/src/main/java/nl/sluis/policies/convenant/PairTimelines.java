package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// Per pair of organisations the convenanten that bind both, as stretches of time: nothing changes
/// between two of the instants at which something begins, ends or is signed.
///
/// Made once for each pair that is asked about. May be shared between threads.
final class PairTimelines {
  private final List<Lineage> lineages;
  private final Signatures signatures;
  private final Map<Pair, Timeline> made = new ConcurrentHashMap<>();

  private record Pair(Oin one, Oin other) {}

  private record Timeline(List<Instant> starts, List<List<Speaking>> stretches) {
    List<Speaking> at(Instant instant) {
      int found = Collections.binarySearch(starts, instant);
      return stretches.get(found >= 0 ? found + 1 : -found - 1);
    }
  }

  PairTimelines(List<Lineage> lineages, Signatures signatures) {
    this.lineages = lineages;
    this.signatures = signatures;
  }

  /// What could speak between these two at this instant, by the name of the convenant.
  List<Speaking> at(Oin one, Oin other, Instant instant) {
    var pair = new Pair(one, other);
    var timeline = made.get(pair);
    if (timeline == null) {
      // Whoever is in no convenant at all leaves no trace here, however often it asks.
      if (!isKnown(one) || !isKnown(other)) {
        return List.of();
      }
      timeline = made.computeIfAbsent(pair, this::make);
    }
    return timeline.at(instant);
  }

  private boolean isKnown(Oin oin) {
    for (var lineage : lineages) {
      for (var version : lineage.versions()) {
        if (version.parties().containsKey(oin)) {
          return true;
        }
      }
    }
    return false;
  }

  private Timeline make(Pair pair) {
    var changes = new TreeSet<Instant>();
    for (var lineage : lineages) {
      lineage.changes().forEach(day -> changes.add(midnight(day)));
      for (var version : lineage.versions()) {
        for (var oin : List.of(pair.one(), pair.other())) {
          changes(version, oin, changes);
        }
      }
    }
    var stretches = new ArrayList<List<Speaking>>();
    stretches.add(binding(pair, changes.first().minusSeconds(1)));
    changes.forEach(instant -> stretches.add(binding(pair, instant)));
    return new Timeline(List.copyOf(changes), List.copyOf(stretches));
  }

  private void changes(Convenant version, Oin oin, Set<Instant> changes) {
    var party = version.parties().get(oin);
    if (party == null) {
      return;
    }
    add(party.bound(), changes);
    signatures.at(version.digest(), oin).ifPresent(changes::add);
    for (var proxy : party.proxies()) {
      add(proxy.days(), changes);
      signatures.at(version.digest(), proxy.attorney()).ifPresent(changes::add);
    }
  }

  private static void add(Days days, Set<Instant> changes) {
    changes.add(midnight(days.first()));
    days.end().ifPresent(end -> changes.add(midnight(end)));
  }

  /// The convenanten to which both are bound. What is in force goes before what lapsed, and that
  /// before what never began.
  private List<Speaking> binding(Pair pair, Instant instant) {
    var day = Lineage.dayOf(instant);
    var binding =
        lineages.stream()
            .map(l -> l.between(pair.one(), pair.other(), instant))
            .filter(s -> isBound(s.convenant(), pair.one(), day))
            .filter(s -> isBound(s.convenant(), pair.other(), day))
            .toList();
    int best = binding.stream().mapToInt(s -> s.standing().tier()).min().orElse(0);
    return binding.stream().filter(s -> s.standing().tier() == best).toList();
  }

  private static boolean isBound(Convenant convenant, Oin oin, LocalDate day) {
    var party = convenant.parties().get(oin);
    return party != null && party.isBoundOn(day);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Age.CALENDAR).toInstant();
  }
}
