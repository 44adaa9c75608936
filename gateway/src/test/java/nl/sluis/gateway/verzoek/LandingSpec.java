package nl.sluis.gateway.verzoek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluis.gateway.desk.Sort;
import nl.sluis.gateway.inzicht.Ground;
import nl.sluis.gateway.inzicht.Household;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.inzicht.Told;
import nl.sluis.gateway.inzicht.Whence;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.verzoek.Landing.Side;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Who gave answers for what it said, who got for what it holds; over every kind of line and every
/// kind of request.
final class LandingSpec {
  private static final PartyRole SCHOOL = party("00000099000000201000", Role.SCHOOL_IB);
  private static final PartyRole COACH = party("00000099000000101000", Role.CJG_COACH);
  private static final PartyRole PARENT = party("00000099000000909000", Role.OUDER_GEZAG);
  private static final Rule BY_YES = rule(r -> r.lane() == Lane.TOESTEMMING);
  private static final Rule PUBLIC_TASK = rule(r -> r.lane() == Lane.WETTELIJK && r.publicTask());
  private static final Rule DUTY = rule(r -> r.lane() == Lane.WETTELIJK && !r.publicTask());
  private static final Rule SAFETY = rule(r -> r.lane() == Lane.OVERRIDE);

  private static PartyRole party(String oin, Role role) {
    return new PartyRole(new Oin(oin), role);
  }

  private static Rule rule(Predicate<Rule> which) {
    return Household.WORDS.rules().stream().filter(which).findFirst().orElseThrow();
  }

  private static Whence line(Told told, Optional<Rule> rule) {
    return line(told, rule, SCHOOL, COACH, false);
  }

  private static Whence line(
      Told told, Optional<Rule> rule, PartyRole from, PartyRole to, boolean senderHidden) {
    var who = new Who(Sort.ORGANISATIE, Optional.of("een naam"), Optional.empty());
    var line =
        new Line(
            List.of(new Ref(told == Told.EIGEN_WOORD, 7)),
            LocalDate.parse("2026-11-24"),
            told,
            who,
            who,
            new Purpose("signaal-bespreken-cjg"),
            "Waarvoor.",
            List.of(),
            List.of(),
            new Ground.Explained(new Ground.None(), List.of()),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Whence(
        line, from, to, senderHidden, rule, List.of(new UUID(1, 1)), Optional.empty());
  }

  @Test
  void why_and_that_it_is_not_right_go_to_who_gave_and_of_a_stop_to_who_got() {
    for (var told : Told.values()) {
      boolean stop =
          told == Told.STOP_GEVRAAGD
              || told == Told.STOP_BEVESTIGD
              || told == Told.TERUG_BEANTWOORD
              || told == Told.TERUGGESTUURD
              || told == Told.CONTROLE_ONTVANGER;
      var side = List.of(stop ? Side.AAN : Side.VAN);

      assertThat(Landing.of(RequestKind.WAAROM, line(told, Optional.of(DUTY))))
          .as(told.name())
          .isEqualTo(side);
      assertThat(Landing.of(RequestKind.RECTIFICATIE, line(told, Optional.of(BY_YES))))
          .as(told.name())
          .isEqualTo(side);
    }
  }

  @Test
  void erasure_goes_to_who_has_it_and_own_words_are_not_erased_here() {
    for (var told : Told.values()) {
      var side =
          switch (told) {
            case GEKREGEN,
                STOP_GEVRAAGD,
                STOP_BEVESTIGD,
                TERUGGEROEPEN,
                VERVANGEN,
                TERUG_BEANTWOORD,
                TERUGGESTUURD ->
                List.of(Side.AAN);
            case GEWEIGERD, AANGEHOUDEN, NIET_UITGEREIKT -> List.of(Side.VAN);
            case CONTROLE_GEVER, CONTROLE_ONTVANGER, EIGEN_WOORD -> List.of();
          };

      assertThat(Landing.of(RequestKind.WISSING, line(told, Optional.empty())))
          .as(told.name())
          .isEqualTo(side);
    }
  }

  @Test
  void one_objects_to_what_goes_without_a_yes_whatever_the_law_calls_it() {
    for (var rule : List.of(PUBLIC_TASK, DUTY, SAFETY)) {
      assertThat(Landing.of(RequestKind.BEZWAAR, line(Told.GEKREGEN, Optional.of(rule))))
          .as(rule.id())
          .containsExactly(Side.VAN);
    }
    assertThat(Landing.of(RequestKind.BEZWAAR, line(Told.GEKREGEN, Optional.of(BY_YES)))).isEmpty();
    assertThat(Landing.of(RequestKind.BEZWAAR, line(Told.GEWEIGERD, Optional.empty()))).isEmpty();
    for (var told : List.of(Told.STOP_GEVRAAGD, Told.STOP_BEVESTIGD, Told.EIGEN_WOORD)) {
      assertThat(Landing.of(RequestKind.BEZWAAR, line(told, Optional.of(PUBLIC_TASK)))).isEmpty();
    }
  }

  @Test
  void only_a_public_task_is_held_up_until_the_objection_is_weighed() {
    assertThat(Topic.of(line(Told.GEKREGEN, Optional.of(PUBLIC_TASK))).stops()).isTrue();
    for (var rule : List.of(DUTY, SAFETY, BY_YES)) {
      assertThat(Topic.of(line(Told.GEKREGEN, Optional.of(rule))).stops()).as(rule.id()).isFalse();
    }
    var hidden = line(Told.GEKREGEN, Optional.of(PUBLIC_TASK), SCHOOL, COACH, true);
    assertThat(Topic.of(hidden).stops()).isFalse();
  }

  @Test
  void of_a_complaint_and_for_access_its_writer_chooses_and_of_nothing_else() {
    for (var told : Told.values()) {
      var line = line(told, Optional.of(PUBLIC_TASK));

      assertThat(Landing.of(RequestKind.KLACHT, line)).hasSize(2);
      assertThat(Landing.of(RequestKind.INZAGE, line)).hasSize(2);
      for (var kind : RequestKind.values()) {
        if (kind != RequestKind.KLACHT && kind != RequestKind.INZAGE) {
          assertThat(Landing.of(kind, line)).as("%s %s", kind, told).hasSizeLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void a_sender_who_stays_hidden_is_asked_nothing() {
    for (var told : Told.values()) {
      for (var rule : List.of(PUBLIC_TASK, DUTY, SAFETY, BY_YES)) {
        var line = line(told, Optional.of(rule), SCHOOL, COACH, true);
        for (var kind : RequestKind.values()) {
          assertThat(Landing.of(kind, line)).as("%s %s", kind, told).doesNotContain(Side.VAN);
        }
      }
    }
  }

  @Test
  void a_parent_or_youth_is_no_organisation_and_is_asked_nothing() {
    for (var told : Told.values()) {
      for (var kind : RequestKind.values()) {
        var fromParent = line(told, Optional.of(PUBLIC_TASK), PARENT, COACH, false);
        var toParent = line(told, Optional.of(PUBLIC_TASK), SCHOOL, PARENT, false);
        var hidden = line(told, Optional.of(PUBLIC_TASK), SCHOOL, PARENT, true);

        assertThat(Landing.of(kind, fromParent)).as("%s", kind).doesNotContain(Side.VAN);
        assertThat(Landing.of(kind, toParent)).as("%s", kind).doesNotContain(Side.AAN);
        assertThat(Landing.of(kind, hidden)).as("%s", kind).isEmpty();
      }
    }
  }
}
