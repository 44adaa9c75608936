package nl.sluis.policies.overleg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.overleg.MemberList.Contribution;
import nl.sluis.policies.overleg.MemberList.Fault;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class MemberListSpec {
  private static final OverlegKind KERNTEAM =
      new OverlegKind(
          "kernteam",
          "Kernteam",
          "Mensen die uw kind kennen denken samen met u mee.",
          Set.of(new Purpose("kernteam-casusoverleg")),
          Set.of(Role.SCHOOL_IB, Role.CJG_COACH),
          Set.of(Role.GGD_JEUGDARTS),
          Set.of(Role.LPA),
          Map.of("wie-doet-wat", "Wie doet wat?"),
          5,
          42);
  private static final Member IB =
      new Member(seat("201", Role.SCHOOL_IB), "med-1", "intern begeleider", true, false);
  private static final Member COACH =
      new Member(seat("101", Role.CJG_COACH), "coach-1", "coach", false, false);
  private static final Member DOCTOR =
      new Member(seat("301", Role.GGD_JEUGDARTS), "arts-1", "jeugdarts", false, false);

  @Test
  void a_list_with_the_fixed_roles_and_one_owner_of_the_case_can_be_frozen() {
    assertThat(list(IB, COACH, DOCTOR).faults()).isEmpty();
  }

  @Test
  void everything_that_is_wrong_with_a_list_is_said_at_once() {
    var owner = new Member(seat("302", Role.VEILIG_THUIS), "vt-1", "medewerker", false, false);

    assertThat(list(DOCTOR, owner, DOCTOR).faults())
        .extracting(Fault::sentence)
        .containsExactly(
            "Er is precies één casushouder nodig.",
            "De rol `veilig-thuis` hoort niet aan deze tafel.",
            "Dezelfde persoon staat er twee keer op; kies één rol.",
            "De vaste rol `school-ib` ontbreekt nog.",
            "De vaste rol `cjg-coach` ontbreekt nog.");
  }

  @Test
  void leerplicht_sits_at_the_table_only_with_a_reason_of_its_own() {
    var silent = new Member(seat("401", Role.LPA), "lpa-1", "leerplichtambtenaar", false, false);
    var reasoned = new Member(seat("401", Role.LPA), "lpa-1", "leerplichtambtenaar", false, true);

    assertThat(list(IB, COACH, silent).faults()).hasSize(1);
    assertThat(list(IB, COACH, reasoned).faults()).isEmpty();
  }

  @Test
  void four_seats_and_three_children_make_thirty_six_decisions() {
    var ggd =
        new Member(seat("301", Role.GGD_VERPLEEGKUNDIGE), "v-1", "verpleegkundige", false, false);

    var exchanges = list(IB, COACH, DOCTOR, ggd).exchanges(List.of("a", "b", "c"));

    assertThat(exchanges).hasSize(36).doesNotHaveDuplicates();
    assertThat(exchanges).noneMatch(e -> e.from().equals(e.to()));
  }

  @Test
  void two_people_in_one_seat_make_one_receiver() {
    var second = new Member(COACH.seat(), "coach-2", "coach", false, false);

    assertThat(list(IB, COACH, second).exchanges(List.of("a"))).hasSize(2);
  }

  @Test
  void only_who_sits_there_sends_and_only_to_who_sits_there() {
    var list = list(IB, COACH);

    assertThat(list.allows(IB.seat(), "med-1", COACH.seat(), Contribution.INBRENG)).isTrue();
    assertThat(list.allows(IB.seat(), "med-2", COACH.seat(), Contribution.INBRENG)).isFalse();
    assertThat(list.allows(IB.seat(), "med-1", DOCTOR.seat(), Contribution.INBRENG)).isFalse();
    assertThat(list.allows(DOCTOR.seat(), "arts-1", COACH.seat(), Contribution.INBRENG)).isFalse();
    assertThat(list.allows(IB.seat(), "med-1", IB.seat(), Contribution.INBRENG)).isFalse();
  }

  @Test
  void only_the_owner_of_the_case_sends_minutes() {
    var list = list(IB, COACH);

    assertThat(list.allows(IB.seat(), "med-1", COACH.seat(), Contribution.VERSLAG)).isTrue();
    assertThat(list.allows(COACH.seat(), "coach-1", IB.seat(), Contribution.VERSLAG)).isFalse();
  }

  private static MemberList list(Member... members) {
    return new MemberList(KERNTEAM, List.of(members));
  }

  private static PartyRole seat(String number, Role role) {
    return new PartyRole(new Oin("00000099000000" + number + "000"), role);
  }
}
