package nl.sluis.dev.misbruik;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.toezicht.Deed.ActorKey;

/// The people of the region, the children they work for and who is around each of those. For one
/// thread.
final class Region {
  /// The first day; a Monday.
  static final LocalDate START = LocalDate.of(2026, 9, 7);

  private static final int CHILDREN = 20_000;
  private static final double MANY = 0.45;

  private final Chance chance;
  private final List<Worker> workers = new ArrayList<>();
  private final List<PartyRole> organisations = new ArrayList<>();
  private final Map<Integer, LinkedHashSet<PartyRole>> around = new HashMap<>();

  Region(Chance chance) {
    this.chance = chance;
    int number = 1;
    for (var kind : Kind.values()) {
      for (int i = 0; i < kind.organisations(); i++) {
        var party = new PartyRole(new Oin("%020d".formatted(number++)), kind.role());
        organisations.add(party);
        int people = kind.people() + chance.below(kind.extra() + 1);
        for (int who = 0; who < people; who++) {
          var key = new ActorKey(party.oin(), "m" + who);
          double evening = chance.in(0.08) ? 4 * kind.evening() + 0.1 : kind.evening();
          workers.add(
              new Worker(
                  key, party, kind, kind.pace() * chance.factor(0.4), Math.min(0.6, evening)));
        }
      }
    }
  }

  List<Worker> workers() {
    return workers;
  }

  /// A child that nobody has a dossier of, or that others work for already.
  int child() {
    return chance.below(CHILDREN);
  }

  /// Somebody else who is around this child, or comes around it now.
  PartyRole other(int child, PartyRole self) {
    var known = around.computeIfAbsent(child, _ -> new LinkedHashSet<>());
    var others = known.stream().filter(party -> !party.oin().equals(self.oin())).toList();
    if (others.isEmpty() || chance.in(0.05)) {
      var fresh = elsewhere(self);
      known.add(fresh);
      return fresh;
    }
    return chance.one(others);
  }

  /// Any other organisation.
  PartyRole elsewhere(PartyRole self) {
    PartyRole other;
    do {
      other = chance.one(organisations);
    } while (other.oin().equals(self.oin()));
    return other;
  }

  void joins(int child, PartyRole party) {
    around.computeIfAbsent(child, _ -> new LinkedHashSet<>()).add(party);
  }

  /// A child for a new dossier: often one that others work for already.
  int childFor() {
    var open = chance.one(workers).dossiers();
    return !open.isEmpty() && chance.in(MANY) ? chance.one(open).child() : child();
  }
}
