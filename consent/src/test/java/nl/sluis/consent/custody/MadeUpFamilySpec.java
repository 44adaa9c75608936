package nl.sluis.consent.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.custody.ConsentParameters.TwelveToFifteen;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Regime;
import org.junit.jupiter.api.Test;

class MadeUpFamilySpec {
  private static final Set<DataCategory> WORRY = EnumSet.of(DataCategory.K09);
  private static final Set<Regime> HELP = EnumSet.of(Regime.JEUGDHULP);

  @Test
  void of_divorced_parents_the_second_must_say_yes_as_well() {
    var family = new MadeUpFamily(new Age(8), CustodySituation.GEZAMENLIJK_GESCHEIDEN);

    var said = family.said(Set.of("ouder-1"), HELP, WORRY, ConsentParameters.strict());

    assertThat(said.missing()).containsExactly("de tweede ouder");
    assertThat(said.state())
        .isEqualTo(new ConsentState.NotGiven(Set.of(ConsentState.Lack.ONVOLLEDIG)));
  }

  @Test
  void a_youth_of_fourteen_and_both_parents_say_yes_to_help() {
    var family = new MadeUpFamily(new Age(14), CustodySituation.GEZAMENLIJK_GESCHEIDEN);

    assertThat(
            MadeUpFamily.joined(
                family.said(Set.of(), HELP, WORRY, ConsentParameters.strict()).missing()))
        .isEqualTo("de jongere zelf, de eerste ouder en de tweede ouder");
    assertThat(family.said(family.members(), HELP, WORRY, ConsentParameters.strict()).state())
        .isInstanceOf(ConsentState.Given.class);
  }

  @Test
  void from_sixteen_the_youth_says_yes_alone() {
    var family = new MadeUpFamily(new Age(16), CustodySituation.GEZAMENLIJK_GESCHEIDEN);

    assertThat(
            family
                .said(Set.of("ouder-1", "ouder-2"), HELP, WORRY, ConsentParameters.strict())
                .missing())
        .containsExactly("de jongere zelf");
    assertThat(family.said(Set.of("jongere"), HELP, WORRY, ConsentParameters.strict()).missing())
        .isEmpty();
  }

  @Test
  void of_parents_who_live_together_one_may_speak_for_both() {
    var family = new MadeUpFamily(new Age(8), CustodySituation.GEZAMENLIJK_SAMEN);

    assertThat(family.said(Set.of("ouder-2"), HELP, WORRY, ConsentParameters.strict()).missing())
        .isEmpty();
    assertThat(family.said(Set.of(), HELP, WORRY, ConsentParameters.strict()).missing())
        .containsExactly("een van de ouders, met akkoord van de ander");
  }

  @Test
  void when_nobody_knows_who_has_gezag_nobody_can_be_asked() {
    var family = new MadeUpFamily(new Age(8), CustodySituation.ONBEKEND);

    assertThat(family.said(Set.of(), HELP, WORRY, ConsentParameters.strict()).state())
        .isEqualTo(new ConsentState.CustodyUnknown());
  }

  @Test
  void a_youth_of_fourteen_decides_alone_when_the_convenant_chose_so() {
    var family = new MadeUpFamily(new Age(14), CustodySituation.GEZAMENLIJK_GESCHEIDEN);
    var alone =
        new ConsentParameters(
            TwelveToFifteen.JONGERE_ALLEEN, CourtReach.LETTERLIJK, 12, 24, 12, 2, 3, 4, false);

    assertThat(family.said(Set.of("jongere"), HELP, WORRY, alone).missing()).isEmpty();
    assertThat(family.said(Set.of("jongere"), HELP, WORRY, ConsentParameters.strict()).missing())
        .containsExactly("de eerste ouder", "de tweede ouder");
  }
}
