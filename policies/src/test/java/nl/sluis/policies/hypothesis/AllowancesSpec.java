package nl.sluis.policies.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.hypothesis.Allowance.Never;
import nl.sluis.policies.hypothesis.Allowance.Under;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class AllowancesSpec {
  private static final Purpose SIGNAL = new Purpose("signaal-bespreken-cjg");

  private final Convenant convenant = Shipped.convenant();
  private final Allowances allowances = new Allowances(convenant);

  @Test
  void a_worry_goes_to_the_cjg_under_everything_the_convenant_asks_and_nothing_else() {
    var says = at(SIGNAL, Role.SCHOOL_IB, Role.CJG_COACH, DataCategory.K10);

    assertThat(says).isInstanceOf(Under.class);
    assertThat(((Under) says).needs())
        .contains(
            new Need.Precondition("besproken-met-ouders"),
            new Need.Motivation(),
            new Need.Travels(Handling.VERZEGELD),
            new Need.FixedContact())
        .hasAtLeastOneElementOfType(Need.Consent.class)
        .hasAtLeastOneElementOfType(Need.Reference.class)
        .hasSize(6);
  }

  @Test
  void what_a_rule_forbids_passes_under_no_facts_at_all() {
    assertThat(at(SIGNAL, Role.SCHOOL_IB, Role.CJG_COACH, DataCategory.K11))
        .isInstanceOf(Never.class);
  }

  @Test
  void what_the_law_sends_elsewhere_never_passes_here() {
    var purpose = new Purpose("verzuimmelding-wettelijk");

    assertThat(allowances.all().entrySet())
        .filteredOn(entry -> entry.getKey().purpose().equals(purpose))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getValue()).isInstanceOf(Never.class));
  }

  @Test
  void every_worked_yes_meets_every_need_of_what_it_releases() {
    var all = allowances.all();
    var decider = new Decider(convenant);
    for (var example : convenant.examples()) {
      var question = example.question();
      if (!(decider.decide(question) instanceof Permit permit)
          || question.meldcode() instanceof MeldcodeState.Acute) {
        continue;
      }
      for (var category : permit.released()) {
        var cell =
            new Cell(
                question.purpose(), question.sender().role(), question.receiver().role(), category);
        assertThat(all.get(cell)).as("%s %s", example.source(), cell).isInstanceOf(Under.class);
        var needs = ((Under) java.util.Objects.requireNonNull(all.get(cell))).needs();
        assertThat(needs)
            .as("%s %s", example.source(), cell)
            .allMatch(need -> isMet(need, question, category));
      }
    }
  }

  private static boolean isMet(Need need, Question question, DataCategory category) {
    return switch (need) {
      case Need.Consent _ ->
          question.facts().consent() instanceof ConsentState.Given(var covered, var _)
              && covered.contains(category);
      case Need.Precondition(var code) -> question.conditions().contains(code);
      case Need.OfAge(var ages) -> question.facts().age().filter(ages::hold).isPresent();
      case Need.Motivation() -> question.motivated().contains(category);
      case Need.Travels(var handling) ->
          question.sealed().contains(category) == (handling == Handling.VERZEGELD);
      case Need.MeldcodeRecord() -> question.meldcode() instanceof MeldcodeState.Complete;
      case Need.Reference(var kinds) -> kinds.contains(question.reference());
      case Need.FixedContact(), Need.SenderKind _, Need.ReceiverKind _ -> true;
    };
  }

  private Allowance at(Purpose purpose, Role from, Role to, DataCategory category) {
    return java.util.Objects.requireNonNull(
        allowances.all().get(new Cell(purpose, from, to, category)));
  }
}
