package nl.sluis.policies.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;

/// The same rules in two adopted versions: most signed the first, half the second, and some were
/// suspended for a while. So every standing occurs that a version can have between two parties.
final class Versions {
  private static final int TURN = 200;
  private static final int SUSPENDED_FROM = 100;
  private static final int SUSPENDED_TO = 110;

  private final Convenant base;
  private final RandomGenerator random;

  private Versions(Convenant base, RandomGenerator random) {
    this.base = base;
    this.random = random;
  }

  /// These rules between the parties of this convenant.
  static Convenants.Named of(
      String name, long seed, Convenant base, List<Rule> rules, RandomGenerator random) {
    var it = new Versions(base, random);
    var parties = it.parties();
    var turn = base.validFrom().plusDays(TURN);
    var ruled = Rules.with(base, rules);
    var first = Rules.adopted(ruled, parties, "eerste", base.validFrom(), turn);
    var second = Rules.adopted(ruled, parties, "tweede", turn, base.validUntil());
    var shelf =
        new ConvenantShelf(new NonEmpty<>(List.of(first, second)), it.signed(first, second));
    return new Convenants.Named(name, seed, first, shelf);
  }

  private Map<Oin, Party> parties() {
    var parties = new HashMap<Oin, Party>();
    var from = base.validFrom();
    var days = new Days(from.plusDays(SUSPENDED_FROM), Optional.of(from.plusDays(SUSPENDED_TO)));
    new TreeMap<>(base.parties())
        .forEach(
            (oin, p) -> parties.put(oin, random.nextInt(4) == 0 ? Rules.suspended(p, days) : p));
    return parties;
  }

  private Signatures signed(Convenant first, Convenant second) {
    var begin = first.validFrom().atStartOfDay(Age.CALENDAR).toInstant();
    var signatures = new ArrayList<Signatures.Signature>();
    for (var oin : new TreeSet<>(base.parties().keySet())) {
      if (random.nextInt(12) > 0) {
        signatures.add(new Signatures.Signature(first.digest(), oin, begin));
      }
      if (random.nextBoolean()) {
        signatures.add(new Signatures.Signature(second.digest(), oin, begin));
      }
    }
    return Signatures.of(signatures);
  }
}
