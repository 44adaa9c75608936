package nl.sluis.policies.decision;

import static nl.sluis.policies.convenant.Tiny.CJG;
import static nl.sluis.policies.convenant.Tiny.SCHOOL;
import static nl.sluis.policies.convenant.Tiny.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.HeldRole;
import nl.sluis.policies.convenant.Lineage;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.convenant.Tiny;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Which convenant governs follows from sender, receiver and the municipality of the child.
class GoverningSpec {
  private static final Convenant NOORD =
      Tiny.version("noord", "een", "2027-01-01", "2028-01-01", "Velsen");
  private static final Convenant ZUID =
      Tiny.version("zuid", "een", "2027-01-01", "2028-01-01", "Haarlem", "Zandvoort");
  private static final Instant DAY = noon("2027-03-01");

  private static final List<Predicate<Standing>> TIERS =
      List.of(Standing::isWhole, Standing::isOnlyStatutory, _ -> true);

  private final Decider decider = new Decider(shelf(NOORD, ZUID));

  @Test
  void of_two_convenanten_the_one_for_the_municipality_of_the_child_speaks() {
    assertThat(governing(Lane.TOESTEMMING, "Velsen")).isEqualTo(NOORD);
    assertThat(governing(Lane.TOESTEMMING, "Zandvoort")).isEqualTo(ZUID);
  }

  @Test
  void as_long_as_nobody_knows_where_the_child_lives_the_message_is_held() {
    var decision = (Hold) decider.decide(Tiny.ask(Lane.TOESTEMMING, DAY, Optional.empty()));

    assertThat(decision.reasons().first().reason()).isEqualTo(Reason.GEMEENTE_ONBEKEND);
  }

  @Test
  void a_child_of_a_third_municipality_is_under_neither() {
    assertThat(decider.decide(Tiny.ask(Lane.WETTELIJK, DAY, Optional.of("Texel"))))
        .isInstanceOf(Hold.class);
  }

  @Test
  void a_report_to_veilig_thuis_is_never_held_for_want_of_a_municipality() {
    var report = Tiny.ask(Lane.OVERRIDE, DAY, Optional.empty());
    var acute = with(report, "meldcode", new MeldcodeState.Acute());

    assertThat(decider.decide(report)).isInstanceOf(Permit.class);
    assertThat(decider.decide(acute)).isInstanceOf(Permit.class);
  }

  @Test
  void any_veilig_thuis_takes_an_acute_report_from_a_party_that_no_convenant_knows() {
    var report = Tiny.ask(Lane.OVERRIDE, DAY, Optional.empty());
    var stranger =
        with(
            with(report, "meldcode", new MeldcodeState.Acute()),
            "sender",
            new PartyRole(new Oin("00000099000000899000"), Role.SCHOOL_IB));

    assertThat(decider.decide(stranger)).isInstanceOf(Permit.class);
  }

  @Test
  void a_question_about_nobody_needs_no_municipality() {
    assertThat(decider.decide(Tiny.ask(Lane.ANONIEM, DAY, Optional.empty())))
        .isInstanceOf(Permit.class);
  }

  @Test
  void when_only_one_convenant_binds_both_it_speaks_wherever_the_child_lives() {
    var alone =
        Tiny.version(
            "noord", "een", "2027-01-01", "2028-01-01", p -> without(CJG.oin(), p), "Velsen");
    var both = new Decider(shelf(alone, ZUID));

    assertThat(both.convenantFor(Tiny.ask(Lane.TOESTEMMING, DAY, Optional.of("Velsen"))))
        .isEqualTo(ZUID);
  }

  private static Party without(Oin oin, Party party) {
    return party.oin().equals(oin)
        ? Records.with(party, "bound", Days.from(LocalDate.parse("2027-06-01")))
        : party;
  }

  @Test
  void a_convenant_in_force_goes_before_one_that_has_lapsed() {
    var lapsed = Tiny.version("noord", "oud", "2026-01-01", "2027-01-01", "Velsen");
    var both = new Decider(shelf(lapsed, ZUID));

    assertThat(both.convenantFor(Tiny.ask(Lane.TOESTEMMING, DAY, Optional.empty())))
        .isEqualTo(ZUID);
  }

  @Test
  void a_suspended_party_and_a_role_that_has_ended_are_refused_with_their_reason() {
    var suspended =
        Tiny.version(
            "zuid",
            "een",
            "2027-01-01",
            "2028-01-01",
            p -> of(p, "suspensions", week()),
            "Haarlem");
    var ended =
        Tiny.version(
            "zuid", "een", "2027-01-01", "2028-01-01", p -> of(p, "roles", endedRole()), "Haarlem");

    assertThat(refusedFor(suspended, "2027-03-01")).containsExactly(Reason.PARTIJ_GESCHORST);
    assertThat(refusedFor(suspended, "2027-03-08")).isEmpty();
    assertThat(refusedFor(ended, "2027-03-01")).containsExactly(Reason.ROL_NIET_BEVOEGD);
    assertThat(refusedFor(ended, "2027-02-28")).isEmpty();
  }

  private static Party of(Party party, String part, Object value) {
    return party.oin().equals(SCHOOL.oin()) ? Records.with(party, part, value) : party;
  }

  private static List<Days> week() {
    var first = LocalDate.parse("2027-03-01");
    return List.of(new Days(first, Optional.of(first.plusDays(7))));
  }

  private static List<HeldRole> endedRole() {
    var until = LocalDate.parse("2027-03-01");
    return List.of(new HeldRole(Role.SCHOOL_IB, new Days(until.minusYears(1), Optional.of(until))));
  }

  private static List<Reason> refusedFor(Convenant convenant, String day) {
    var question = Tiny.ask(Lane.TOESTEMMING, noon(day), Optional.empty());
    var decider = new Decider(shelf(convenant));
    var decision = decider.decide(question);
    assertThat(decision).isEqualTo(decider.interpret(question));
    return decision instanceof Refusal refusal
        ? refusal.reasons().items().stream().map(Reason.Told::reason).toList()
        : List.of();
  }

  @Test
  void two_convenanten_for_one_municipality_are_not_used_together() {
    var other = Tiny.version("oost", "een", "2027-01-01", "2028-01-01", "Haarlem");
    var shelf = shelf(ZUID, other);

    assertThat(shelf.versions()).hasSize(1);
    assertThat(shelf.setAside())
        .singleElement()
        .satisfies(a -> assertThat(a.why()).contains("Haarlem"));
  }

  @Test
  void a_municipality_may_move_to_another_convenant_with_the_next_version() {
    var next = Tiny.version("zuid", "twee", "2027-06-01", "2029-01-01", "Zandvoort");
    var oost = Tiny.version("oost", "een", "2027-06-01", "2029-01-01", "Haarlem");

    assertThat(shelf(ZUID, oost, next).setAside()).isEmpty();
    assertThat(shelf(ZUID, oost).setAside()).hasSize(1);
  }

  @Test
  void what_is_remembered_of_a_pair_is_what_would_be_found_at_every_instant() {
    var next = Tiny.version("noord", "twee", "2027-11-01", "2029-01-01", "Velsen");
    var signatures = new ArrayList<>(Tiny.all(NOORD, "2026-11-01"));
    signatures.addAll(Tiny.all(ZUID, "2027-02-01"));
    signatures.add(Tiny.signed(next, SCHOOL, "2027-11-10"));
    signatures.add(Tiny.signed(next, CJG, "2028-02-10"));
    var shelf =
        new ConvenantShelf(new NonEmpty<>(List.of(NOORD, ZUID, next)), Signatures.of(signatures));
    var random = new SplittableRandom(3);

    for (int i = 0; i < 2_000; i++) {
      var instant = noon("2026-10-01").plusSeconds(random.nextLong(4L * 365 * 24 * 3600));
      assertThat(shelf.candidates(SCHOOL.oin(), CJG.oin(), instant))
          .isEqualTo(found(shelf, instant));
    }
  }

  private static List<Speaking> found(ConvenantShelf shelf, Instant instant) {
    var all =
        shelf.lineages().stream()
            .map((Lineage l) -> l.between(SCHOOL.oin(), CJG.oin(), instant))
            .toList();
    for (var tier : TIERS) {
      var best = all.stream().filter(s -> tier.test(s.standing())).toList();
      if (!best.isEmpty()) {
        return best;
      }
    }
    return List.of();
  }

  @Test
  void the_shipped_convenanten_stand_beside_each_other() {
    assertThat(Shipped.shelf().setAside()).isEmpty();
    assertThat(Shipped.shelf().lineages())
        .extracting(Lineage::id)
        .containsExactly("haarlemmermeer", "ijmond", "zuid-kennemerland");
  }

  private Convenant governing(Lane lane, String municipality) {
    return decider.convenantFor(Tiny.ask(lane, DAY, Optional.of(municipality)));
  }

  private static Question with(Question question, String part, Object value) {
    return Records.with(question, part, value);
  }

  private static ConvenantShelf shelf(Convenant... versions) {
    var signatures = new ArrayList<Signatures.Signature>();
    for (var version : versions) {
      signatures.addAll(Tiny.all(version, "2026-01-01"));
    }
    return new ConvenantShelf(new NonEmpty<>(List.of(versions)), Signatures.of(signatures));
  }
}
