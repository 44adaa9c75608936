package nl.sluis.policies.decision;

import static nl.sluis.policies.convenant.Tiny.CJG;
import static nl.sluis.policies.convenant.Tiny.SCHOOL;
import static nl.sluis.policies.convenant.Tiny.SWV;
import static nl.sluis.policies.convenant.Tiny.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Proxy;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.convenant.Tiny;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

/// A version binds per pair: both have signed. The convenant creates no ground, so what the law
/// carries goes on without it, and is flagged.
class BindingSpec {
  private static final Convenant FORMER = Tiny.version("t", "een", "2027-01-01", "2028-01-01");
  private static final Convenant NEXT = Tiny.version("t", "twee", "2028-01-01", "2029-01-01");

  @Test
  void a_version_that_nobody_signed_binds_nobody() {
    var decider = decider(List.of());

    for (var lane : List.of(Lane.TOESTEMMING, Lane.WETTELIJK, Lane.ANONIEM, Lane.OVERRIDE)) {
      assertThat(reasons(decide(decider, lane, "2027-03-01")))
          .containsExactly(Reason.VERSIE_NIET_ONDERTEKEND);
    }
  }

  @Test
  void a_version_binds_two_parties_from_the_moment_that_the_second_signs() {
    var decider =
        decider(
            List.of(
                Tiny.signed(FORMER, SCHOOL, "2026-12-01"), Tiny.signed(FORMER, CJG, "2027-03-01")));
    var before = Tiny.ask(Lane.TOESTEMMING, noon("2027-03-01").minusSeconds(1), Optional.empty());

    assertThat(decider.decide(before)).isInstanceOf(Refusal.class);
    assertThat(decide(decider, Lane.TOESTEMMING, "2027-03-01")).isInstanceOf(Permit.class);
  }

  @Test
  void who_did_not_sign_the_new_version_keeps_the_former_for_thirty_days() {
    var decider = decider(Tiny.all(FORMER, "2026-12-01"));

    var lastDay = decide(decider, Lane.TOESTEMMING, "2028-01-30");

    assertThat(lastDay).isInstanceOf(Permit.class);
    assertThat(((Permit) lastDay).obligations()).isEmpty();
    assertThat(decider.convenantFor(ask(Lane.TOESTEMMING, "2028-01-30")).version())
        .isEqualTo("een");
  }

  @Test
  void after_that_consent_and_anonymous_lanes_stop_and_what_the_law_carries_goes_on_flagged() {
    var decider = decider(Tiny.all(FORMER, "2026-12-01"));

    assertThat(reasons(decide(decider, Lane.TOESTEMMING, "2028-01-31")))
        .containsExactly(Reason.VERSIE_NIET_ONDERTEKEND);
    assertThat(reasons(decide(decider, Lane.ANONIEM, "2028-01-31")))
        .containsExactly(Reason.VERSIE_NIET_ONDERTEKEND);
    for (var lane : List.of(Lane.WETTELIJK, Lane.OVERRIDE)) {
      var goesOn = (Permit) decide(decider, lane, "2028-01-31");
      assertThat(goesOn.obligations()).contains(Obligation.CONVENANT_VERLOPEN_GEMELD);
    }
  }

  @Test
  void the_new_version_speaks_on_its_first_day_between_those_who_signed_it() {
    var signatures = new ArrayList<>(Tiny.all(FORMER, "2026-12-01"));
    signatures.addAll(Tiny.all(NEXT, "2027-11-01"));
    var decider = decider(signatures);

    assertThat(decider.convenantFor(ask(Lane.WETTELIJK, "2027-12-31")).version()).isEqualTo("een");
    assertThat(decider.convenantFor(ask(Lane.WETTELIJK, "2028-01-01")).version()).isEqualTo("twee");
  }

  @Test
  void a_version_binds_per_pair() {
    var signatures = new ArrayList<>(Tiny.all(FORMER, "2026-12-01"));
    signatures.addAll(Tiny.all(NEXT, "2027-11-01"));
    signatures.remove(Tiny.signed(NEXT, CJG, "2027-11-01"));
    var decider = decider(signatures);

    assertThat(decider.convenantFor(ask(Lane.WETTELIJK, "2028-06-01")).version()).isEqualTo("twee");
    assertThat(decider.convenantFor(ask(Lane.TOESTEMMING, "2028-06-01")).version())
        .isEqualTo("een");
    assertThat(reasons(decide(decider, Lane.TOESTEMMING, "2028-06-01")))
        .containsExactly(Reason.VERSIE_NIET_ONDERTEKEND);
  }

  @Test
  void when_everything_has_lapsed_the_last_version_both_signed_carries_the_statutory_lanes() {
    var decider = decider(Tiny.all(FORMER, "2026-12-01"));

    assertThat(((Permit) decide(decider, Lane.WETTELIJK, "2030-01-01")).obligations())
        .contains(Obligation.CONVENANT_VERLOPEN_GEMELD);
    assertThat(decider.convenantFor(ask(Lane.WETTELIJK, "2030-01-01")).version()).isEqualTo("een");
  }

  @Test
  void an_attorney_signs_in_the_name_of_a_school() {
    var represented =
        Tiny.version("t", "een", "2027-01-01", "2028-01-01", BindingSpec::representedBySwv);
    var shelf =
        new ConvenantShelf(
            NonEmpty.of(represented),
            Signatures.of(
                List.of(
                    Tiny.signed(represented, SWV, "2026-12-01"),
                    Tiny.signed(represented, CJG, "2026-12-01"))));

    assertThat(decide(new Decider(shelf), Lane.TOESTEMMING, "2027-03-01"))
        .isInstanceOf(Permit.class);
  }

  private static Party representedBySwv(Party party) {
    return party.oin().equals(SCHOOL.oin())
        ? Records.with(
            party, "proxies", List.of(new Proxy(SWV.oin(), Days.from(FORMER.validFrom()))))
        : party;
  }

  @Test
  void the_desk_sees_who_has_not_signed_until_when_that_goes_well_and_what_it_stops() {
    var signatures = new ArrayList<>(Tiny.all(FORMER, "2026-12-01"));
    signatures.addAll(Tiny.all(NEXT, "2027-11-01"));
    signatures.remove(Tiny.signed(NEXT, SCHOOL, "2027-11-01"));

    var unsigned = shelf(signatures).unsigned(noon("2028-01-10"));

    assertThat(unsigned).hasSize(1);
    assertThat(unsigned.getFirst().party().oin()).isEqualTo(SCHOOL.oin());
    assertThat(unsigned.getFirst().until()).contains(NEXT.validFrom().plusDays(30));
    assertThat(ids(unsigned.getFirst().stops())).containsExactlyInAnyOrder("T1", "T4");
    assertThat(ids(unsigned.getFirst().goesOn())).containsExactlyInAnyOrder("T2", "T3");
  }

  private static Set<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).collect(Collectors.toSet());
  }

  private static ConvenantShelf shelf(List<Signature> signatures) {
    return new ConvenantShelf(new NonEmpty<>(List.of(FORMER, NEXT)), Signatures.of(signatures));
  }

  private static Decider decider(List<Signature> signatures) {
    return new Decider(shelf(signatures));
  }

  private static Question ask(Lane lane, String day) {
    return Tiny.ask(lane, noon(day), Optional.empty());
  }

  private static Decision decide(Decider decider, Lane lane, String day) {
    var decision = decider.decide(ask(lane, day));
    assertThat(decision).isEqualTo(decider.interpret(ask(lane, day)));
    return decision;
  }

  private static List<Reason> reasons(Decision decision) {
    return ((Refusal) decision).reasons().items().stream().map(Reason.Told::reason).toList();
  }
}
