package nl.sluis.consent.facts;

import static nl.sluis.consent.facts.Families.AT;
import static nl.sluis.consent.facts.Families.family;
import static nl.sluis.consent.facts.Families.query;
import static nl.sluis.consent.facts.Families.seeds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.custody.WhoMustSign;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.Age;
import org.junit.jupiter.api.Test;

/// Two ways to the same answer: reading everything again at each use, and taking in each event
/// once, as it comes. The seed of a failure is in its message.
class FoldSpec {
  private static final int[] SEEDS = seeds(20_000);
  private static final Fold.Answer NOTHING = new Fold.Answer(Set.of(), Set.of(), Set.of());

  private final StateAt stateAt = new StateAt(ConsentParameters.strict());

  @Test
  void who_took_in_each_event_as_it_came_knows_what_reading_all_of_them_again_finds() {
    int permitted = 0;
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var family = unchanged(family(random));
      var query = query(random);
      var birth = Objects.requireNonNull(family.birth());
      var fold = new Fold(birth, family.asks());
      for (int i = 0; i < family.events().size(); i++) {
        fold.take(family.events().get(i));
        var soFar = family.with(family.asks(), family.events().subList(0, i + 1));
        var replayed = replayed(query, soFar);

        assertThat(folded(fold, query, soFar, birth))
            .as("seed %d after event %d", seed, i)
            .isEqualTo(replayed);
        permitted += replayed.equals(NOTHING) ? 0 : 1;
      }
    }
    assertThat(permitted).as("moments at which something goes out").isGreaterThan(SEEDS.length / 5);
  }

  /// The same family, with the gezag it had at first, and nobody shielded.
  private static Records unchanged(Records r) {
    return new Records(
        r.birth(),
        r.custody().subList(0, 1),
        r.able(),
        Set.of(),
        r.asks(),
        r.events(),
        r.restrictions(),
        r.registered(),
        r.residences(),
        List.of());
  }

  private Fold.Answer replayed(FactQuery query, Records records) {
    var weighed = stateAt.weigh(query, records, AT);
    return weighed.state() instanceof Given given
        ? new Fold.Answer(
            given.categories(), new TreeSet<>(given.consents()), new TreeSet<>(weighed.oneOff()))
        : NOTHING;
  }

  private Fold.Answer folded(Fold fold, FactQuery query, Records records, LocalDate birth) {
    return switch (stateAt.signers(query, records, AT)) {
      case Signers.Unknown _ -> NOTHING;
      case Signers.Known known -> fold.at(AT, known, unheard(query, birth, known));
    };
  }

  private static Set<UUID> unheard(FactQuery query, LocalDate birth, Signers.Known known) {
    boolean hasVoice = WhoMustSign.hasVoice(Age.at(birth, AT), query.regimes());
    return hasVoice && known.youth().isEmpty() ? Set.of(query.subject()) : Set.of();
  }
}
