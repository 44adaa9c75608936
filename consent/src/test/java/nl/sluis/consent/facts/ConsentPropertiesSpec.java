package nl.sluis.consent.facts;

import static nl.sluis.consent.facts.Families.AT;
import static nl.sluis.consent.facts.Families.PEOPLE;
import static nl.sluis.consent.facts.Families.copy;
import static nl.sluis.consent.facts.Families.event;
import static nl.sluis.consent.facts.Families.family;
import static nl.sluis.consent.facts.Families.pick;
import static nl.sluis.consent.facts.Families.plus;
import static nl.sluis.consent.facts.Families.query;
import static nl.sluis.consent.facts.Families.seeds;
import static nl.sluis.consent.facts.Families.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.Test;

/// What must hold for every family and every history; the seed of a failure is in its message.
class ConsentPropertiesSpec {
  private static final int[] SEEDS = seeds(20_000);
  private static final List<EventType> STOPS =
      List.of(
          EventType.REFUSED,
          EventType.WITHDRAWN,
          EventType.DISPUTED,
          EventType.DEFERRED,
          EventType.CORRECTED);

  private final StateAt stateAt = new StateAt(ConsentParameters.strict());

  @Test
  void one_more_no_never_permits_more() {
    int permitted = 0;
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var before = family(random);
      var query = query(random);
      var no = event(random, pick(random, STOPS), 1_000);
      var held = held(query, before);

      assertThat(held(query, plus(before, no))).as("seed %d", seed).isSubsetOf(held);
      permitted += held.isEmpty() ? 0 : 1;
    }
    assertThat(permitted).as("histories that permit something").isGreaterThan(SEEDS.length / 50);
  }

  @Test
  void an_end_never_permits_more() {
    var ends =
        List.of(
            EventType.REVOKED_BY_CONTROLLER,
            EventType.INVALIDATED,
            EventType.CONSUMED,
            EventType.SUSPENDED_SAFETY);
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var before = family(random);
      var query = query(random);
      var end = event(random, pick(random, ends), 1_000);

      assertThat(held(query, plus(before, end)))
          .as("seed %d", seed)
          .isSubsetOf(held(query, before));
    }
  }

  @Test
  void rows_that_only_explain_are_not_needed_to_decide() {
    int explained = 0;
    for (int seed : seeds(5_000)) {
      var random = new Random(seed);
      var before = family(random);
      var query = query(random);
      var why = List.of(EventType.EXPIRED, EventType.AGE_BOUNDARY, EventType.AUTHORITY_CHANGED);
      var told = plus(before, event(random, pick(random, why), 1_000));
      var untold =
          with(
              told,
              told.custody(),
              told.events().stream().filter(e -> !e.type().isExplanation()).toList());

      assertThat(stateAt.weigh(query, told, AT))
          .as("seed %d", seed)
          .isEqualTo(stateAt.weigh(query, untold, AT));
      explained += held(query, told).isEmpty() ? 0 : 1;
    }
    assertThat(explained).as("histories that permit something").isGreaterThan(SEEDS.length / 200);
  }

  @Test
  void after_a_no_no_yes_that_professionals_write_down_permits_more() {
    int permitted = 0;
    for (int seed : seeds(10_000)) {
      var random = new Random(seed);
      var query = query(random);
      var no = event(random, EventType.REFUSED, 1_000);
      var stopped = plus(family(random), no);
      var written =
          new ConsentEvent(
              1_001,
              no.askId(),
              no.person(),
              EventType.GIVEN,
              no.categories(),
              pick(random, List.of(Channel.PAPIER, Channel.MONDELING)),
              false,
              AT.minusSeconds(1),
              null);
      var held = held(query, stopped);

      assertThat(held(query, plus(stopped, written))).as("seed %d", seed).isSubsetOf(held);
      permitted += held.isEmpty() ? 0 : 1;
    }
    assertThat(permitted).as("histories that permit something").isPositive();
  }

  @Test
  void a_yes_of_one_person_never_undoes_the_no_of_another() {
    for (int seed : SEEDS) {
      var random = new Random(seed);
      var query = query(random);
      var no = event(random, EventType.WITHDRAWN, 1_000);
      var stopped = plus(withoutCourt(family(random)), no);
      var yes = event(random, EventType.GIVEN, 1_001);
      if (!samePerson(no, yes) && isNeeded(query, stopped, no)) {

        var held = held(query, plus(stopped, yes));

        assertThat(held).as("seed %d", seed).noneMatch(no::covers);
      }
    }
  }

  @Test
  void the_order_in_which_rows_are_read_does_not_matter() {
    for (int seed : seeds(5_000)) {
      var random = new Random(seed);
      var before = family(random);
      var query = query(random);
      var events = new ArrayList<>(before.events());
      Collections.shuffle(events, random);
      var custody = new ArrayList<>(before.custody());
      Collections.shuffle(custody, random);

      assertThat(stateAt.weigh(query, with(before, custody, events), AT))
          .as("seed %d", seed)
          .isEqualTo(stateAt.weigh(query, before, AT));
    }
  }

  @Test
  void a_row_that_is_read_twice_changes_nothing() {
    for (int seed : seeds(5_000)) {
      var random = new Random(seed);
      var before = family(random);
      var query = query(random);
      var twice = new ArrayList<>(before.events());
      twice.addAll(before.events());

      assertThat(stateAt.weigh(query, with(before, before.custody(), twice), AT))
          .as("seed %d", seed)
          .isEqualTo(stateAt.weigh(query, before, AT));
    }
  }

  @Test
  void a_yes_and_a_no_of_one_instant_are_a_no_in_either_order() {
    for (int seed : seeds(5_000)) {
      var random = new Random(seed);
      var before = family(random);
      var query = query(random);
      var no = event(random, EventType.WITHDRAWN, 1_000);
      var yes = copy(no, EventType.GIVEN, 1_001);
      var earlierYes = copy(no, EventType.GIVEN, 999);

      assertThat(held(query, plus(plus(before, no), yes)))
          .as("seed %d", seed)
          .isEqualTo(held(query, plus(plus(before, earlierYes), no)))
          .isSubsetOf(held(query, before));
    }
  }

  @Test
  void what_was_said_about_one_child_never_opens_the_file_of_another() {
    for (int seed : seeds(5_000)) {
      var random = new Random(seed);
      var records = family(random);
      var q = query(random);
      var sibling = new UUID(7, 7);
      var other =
          new FactQuery(
              sibling,
              q.purpose(),
              q.sender(),
              q.receiver(),
              q.categories(),
              q.regimes(),
              Story.TEXT);

      assertThat(held(other, records)).as("seed %d", seed).isEmpty();
    }
  }

  private static Records withoutCourt(Records r) {
    var events =
        r.events().stream().filter(e -> e.type() != EventType.SUBSTITUTED_BY_COURT).toList();
    return with(r, r.custody(), events);
  }

  private boolean isNeeded(FactQuery query, Records records, ConsentEvent no) {
    return switch (stateAt.signers(query, records, AT)) {
      case Signers.Unknown _ -> true;
      case Signers.Known known -> known.all().stream().anyMatch(no::isBy);
    };
  }

  private static boolean samePerson(ConsentEvent a, ConsentEvent b) {
    return PEOPLE.stream().anyMatch(p -> a.isBy(p) && b.isBy(p));
  }

  private Set<DataCategory> held(FactQuery query, Records records) {
    return stateAt.weigh(query, records, AT).state() instanceof Given given
        ? given.categories()
        : Set.of();
  }
}
