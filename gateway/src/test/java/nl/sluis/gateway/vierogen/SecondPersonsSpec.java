package nl.sluis.gateway.vierogen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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
    var asking = SecondPersons.asking(Set.of("override", "datalek")::contains);

    assertThat(asking.on(Closing.NACONTROLE)).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.NACONTROLE_KOPPELING)).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.TAAK_VEILIGHEID)).isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    assertThat(asking.on(Closing.VERZOEK_GEWEIGERD)).isEqualTo(SecondPerson.NIEMAND);
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
