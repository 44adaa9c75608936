package nl.sluis.consent.facts;

import static nl.sluis.consent.facts.Families.AT;
import static nl.sluis.consent.facts.Families.PEOPLE;
import static nl.sluis.consent.facts.Families.custodyFact;
import static nl.sluis.consent.facts.Families.family;
import static nl.sluis.consent.facts.Families.part;
import static nl.sluis.consent.facts.Families.pick;
import static nl.sluis.consent.facts.Families.plus;
import static nl.sluis.consent.facts.Families.query;
import static nl.sluis.consent.facts.Families.seeds;
import static nl.sluis.consent.facts.Families.with;
import static nl.sluis.consent.facts.Story.FATHER;
import static nl.sluis.consent.facts.Story.MOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Signers;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.Test;

/// Whatever is reported of gezag, and of whom it shields, nothing more goes out for it; the seed of
/// a failure is in its message.
class CustodyPropertiesSpec {
  private static final int[] SEEDS = seeds(40_000);

  private final StateAt stateAt = new StateAt(ConsentParameters.strict());

  @Test
  void losing_gezag_never_permits_more() {
    int lost = 0;
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var before = unshielded(family(random));
      var query = query(random);
      var parents = new TreeSet<>(holders(query, before));
      parents.retainAll(Set.of(MOTHER, FATHER));
      if (parents.size() < 2) {
        continue;
      }
      var left = pick(random, List.copyOf(parents));
      lost++;

      assertThat(held(query, with(before, joined(before, sole(left)), before.events())))
          .as("seed %d", seed)
          .isSubsetOf(held(query, before));
    }
    assertThat(lost).as("families in which somebody lost gezag").isGreaterThan(SEEDS.length / 10);
  }

  @Test
  void what_is_reported_of_gezag_in_between_never_lets_one_parent_do_without_the_other() {
    int joint = 0;
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var before = unshielded(family(random));
      var query = query(random);
      if (!holders(query, before).containsAll(Set.of(MOTHER, FATHER))) {
        continue;
      }
      joint++;
      var between =
          custodyFact(random, 900, LocalDate.of(2026, 11, 21), AT.minus(Duration.ofHours(1)));
      var after = with(before, joined(before, between), before.events());

      assertThat(held(query, after)).as("seed %d", seed).isSubsetOf(held(query, before));
      assertThat(held(query, with(after, joined(after, sole(MOTHER)), after.events())))
          .as("seed %d", seed)
          .isSubsetOf(held(query, before));
    }
    assertThat(joint).as("families with two parents").isGreaterThan(SEEDS.length / 10);
  }

  @Test
  void what_one_person_entered_for_four_eyes_never_permits_more() {
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var before = unshielded(family(random));
      var query = query(random);
      var from = LocalDate.of(2026, 1 + random.nextInt(11), 1);
      var obtained = AT.minus(Duration.ofHours(random.nextInt(5_000)));
      var said = custodyFact(random, 900, from, obtained);
      var provisional =
          new CustodyFact(
              900,
              said.situation(),
              CustodySource.VIER_OGEN,
              from,
              obtained,
              said.holders(),
              said.validUntil(),
              false);

      assertThat(held(query, with(before, joined(before, provisional), before.events())))
          .as("seed %d", seed)
          .isSubsetOf(held(query, before));
    }
  }

  @Test
  void a_part_that_a_court_gives_away_never_permits_more() {
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var before = unshielded(family(random));
      var query = query(random);
      if (holders(query, before).isEmpty()) {
        continue;
      }
      var part = part(random, AT.atZone(Age.CALENDAR).toLocalDate(), AT);

      assertThat(held(query, plus(before, part)))
          .as("seed %d", seed)
          .isSubsetOf(held(query, before));
    }
  }

  @Test
  void a_shield_never_permits_more() {
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var r = family(random);
      var query = query(random);
      var shielded = new TreeSet<>(r.shielded());
      shielded.add(pick(random, PEOPLE));
      var more = shielded(r, shielded);

      assertThat(held(query, more)).as("seed %d", seed).isSubsetOf(held(query, r));
    }
  }

  /// Who is not asked because of a shield may be asked no more after losing gezag: then the shield
  /// holds nothing back, and that is as it should be.
  private static Records unshielded(Records r) {
    return shielded(r, Set.of());
  }

  private static Records shielded(Records r, Set<UUID> shielded) {
    return new Records(
        r.birth(),
        r.custody(),
        r.able(),
        shielded,
        r.asks(),
        r.events(),
        r.restrictions(),
        r.registered(),
        r.residences(),
        r.parts());
  }

  private static CustodyFact sole(UUID parent) {
    return new CustodyFact(
        1_000,
        CustodySituation.EENHOOFDIG,
        CustodySource.GEZAGSREGISTER,
        AT.atZone(Age.CALENDAR).toLocalDate(),
        AT,
        Set.of(parent));
  }

  private static List<CustodyFact> joined(Records records, CustodyFact fact) {
    var custody = new ArrayList<>(records.custody());
    custody.add(fact);
    return custody;
  }

  private Set<UUID> holders(FactQuery query, Records records) {
    return switch (stateAt.signers(query, records, AT)) {
      case Signers.Unknown _ -> Set.of();
      case Signers.Known known -> known.holders();
    };
  }

  private Set<DataCategory> held(FactQuery query, Records records) {
    return stateAt.weigh(query, records, AT).state() instanceof Given given
        ? given.categories()
        : Set.of();
  }
}
