package nl.sluis.gateway.vierogen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.toezicht.Work;
import org.junit.jupiter.api.Test;

/// For what a second person is asked: as the control policy says, and never less for its silence.
final class SecondPersonsSpec {
  @Test
  void what_a_policy_does_not_speak_of_asks_for_somebody_else_of_the_own_organisation() {
    var silent = new SecondPersons(Map.of());

    for (var closing : Closing.values()) {
      assertThat(silent.on(closing)).as(closing.code()).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    }
  }

  @Test
  void until_a_policy_was_adopted_two_look_at_what_goes_against_somebody() {
    var until = new EnumMap<Closing, SecondPerson>(Closing.class);
    for (var closing : Closing.values()) {
      until.put(closing, SecondPersons.UNTIL_ADOPTED.on(closing));
    }

    assertThat(until)
        .containsEntry(Closing.NACONTROLE, SecondPerson.EIGEN_ORGANISATIE)
        .containsEntry(Closing.VERZOEK_GEWEIGERD, SecondPerson.EIGEN_ORGANISATIE)
        .containsEntry(Closing.TAAK_VEILIGHEID, SecondPerson.EIGEN_ORGANISATIE)
        .containsEntry(Closing.VERZOEK_TOEGEWEZEN, SecondPerson.NIEMAND)
        .containsEntry(Closing.TAAK, SecondPerson.NIEMAND);
  }

  @Test
  void where_a_policy_asks_for_two_at_an_override_no_system_judges_with_one() {
    var asking = SecondPersons.asking(EnumSet.of(Work.OVERRIDE, Work.DATALEK)::contains);

    assertThat(asking.on(Closing.NACONTROLE)).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.NACONTROLE_KOPPELING)).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.TAAK_VEILIGHEID)).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.VERZOEK_GEWEIGERD)).isEqualTo(SecondPerson.NIEMAND);
  }

  @Test
  void what_a_policy_asks_for_one_sort_of_work_it_asks_for_that_and_for_no_other() {
    var asking = SecondPersons.asking(EnumSet.of(Work.BEZWAAR, Work.BETWISTING)::contains);

    assertThat(asking.on(Closing.VERZOEK_TOEGEWEZEN, Optional.of(Work.BEZWAAR)))
        .isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.VERZOEK_TOEGEWEZEN, Optional.of(Work.VERZOEK)))
        .isEqualTo(SecondPerson.NIEMAND);
    assertThat(asking.on(Closing.TAAK, Optional.of(Work.BETWISTING)))
        .isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.TAAK, Optional.empty())).isEqualTo(SecondPerson.NIEMAND);
  }

  @Test
  void a_system_answers_for_its_own_second_person_until_a_policy_asks_for_two() {
    var asking = SecondPersons.asking(EnumSet.of(Work.EMBARGO, Work.VERZOEK)::contains);
    var until = SecondPersons.UNTIL_ADOPTED;

    assertThat(until.bySystem(Closing.TAAK_VEILIGHEID, Optional.of(Work.EMBARGO))).isTrue();
    assertThat(until.bySystem(Closing.VERZOEK_GEWEIGERD, Optional.of(Work.VERZOEK))).isTrue();
    assertThat(asking.bySystem(Closing.TAAK_VEILIGHEID, Optional.of(Work.EMBARGO))).isFalse();
    assertThat(asking.bySystem(Closing.VERZOEK_TOEGEWEZEN, Optional.of(Work.VERZOEK))).isFalse();
    assertThat(asking.bySystem(Closing.TAAK, Optional.of(Work.GEZAG))).isTrue();
  }

  @Test
  void every_word_of_a_policy_reads_back() {
    for (var closing : Closing.values()) {
      assertThat(Closing.of(closing.code())).contains(closing);
    }
    for (var second : SecondPerson.values()) {
      assertThat(SecondPerson.of(second.code())).contains(second);
    }
    assertThat(Closing.of("iets")).isEmpty();
    assertThat(SecondPerson.of("iets")).isEmpty();
  }
}
