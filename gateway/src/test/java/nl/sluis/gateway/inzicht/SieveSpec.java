package nl.sluis.gateway.inzicht;

import static nl.sluis.gateway.inzicht.Household.CHILD;
import static nl.sluis.gateway.inzicht.Household.CONCERN;
import static nl.sluis.gateway.inzicht.Household.FATHER;
import static nl.sluis.gateway.inzicht.Household.GUARDIAN;
import static nl.sluis.gateway.inzicht.Household.MOTHER;
import static nl.sluis.gateway.inzicht.Household.NOW;
import static nl.sluis.gateway.inzicht.Household.REPORT;
import static nl.sluis.gateway.inzicht.Household.STRANGER;
import static nl.sluis.gateway.inzicht.Household.apart;
import static nl.sluis.gateway.inzicht.Household.facts;
import static nl.sluis.gateway.inzicht.Household.happened;
import static nl.sluis.gateway.inzicht.Household.records;
import static nl.sluis.gateway.inzicht.Household.reported;
import static nl.sluis.gateway.inzicht.Household.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.Hidden.Embargoed;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Who sees which line, enumerated over who looks, how old the child is and what happened (domain
/// 2.7).
class SieveSpec {
  private static final List<Integer> AGES = List.of(0, 11, 12, 15, 16, 17, 18, 23);
  private static final CustodySituation APART = CustodySituation.GEZAMENLIJK_GESCHEIDEN;
  private static final Set<UUID> BOTH = Set.of(MOTHER, FATHER);

  /// Who looks, and at which of the ages that person sees the lines: `A` all, `-` none.
  private record Looker(
      String who, UUID person, CustodySituation custody, Set<UUID> holders, String sights) {}

  private static final List<Looker> LOOKERS =
      List.of(
          //                                                                  0 11 12 15 16 17 18 23
          new Looker("the child", CHILD, APART, BOTH, "- - A A A A A A"),
          new Looker("a mother with gezag", MOTHER, APART, BOTH, "A A A A - - - -"),
          new Looker("a separated father with gezag", FATHER, APART, BOTH, "A A A A - - - -"),
          new Looker(
              "a father without gezag",
              FATHER,
              CustodySituation.EENHOOFDIG,
              Set.of(MOTHER),
              "- - - - - - - -"),
          new Looker(
              "a guardian",
              GUARDIAN,
              CustodySituation.VOOGDIJ_PERSOON,
              Set.of(GUARDIAN),
              "A A A A - - - -"),
          new Looker(
              "a guardian of an institution",
              GUARDIAN,
              CustodySituation.VOOGDIJ_GI,
              Set.of(GUARDIAN),
              "A A A A - - - -"),
          new Looker(
              "a family guardian under OTS",
              GUARDIAN,
              CustodySituation.OTS,
              BOTH,
              "- - - - - - - -"),
          new Looker(
              "a foster parent or step-parent",
              STRANGER,
              CustodySituation.VOOGDIJ_GI,
              Set.of(GUARDIAN),
              "- - - - - - - -"),
          new Looker(
              "anybody while gezag is unknown",
              MOTHER,
              CustodySituation.ONBEKEND,
              Set.of(),
              "- - - - - - - -"));

  private static Optional<Sieve.Seen> sift(UUID person, Sieve.Facts facts, Happened what) {
    return new Sieve(viewer(person), facts, NOW).sift(what);
  }

  private static boolean sees(UUID person, Records records, Hidden hidden, Happened what) {
    return sift(person, facts(records, hidden), what).isPresent();
  }

  @Test
  void who_sees_a_line_follows_from_who_looks_and_the_age_for_every_kind_of_line() {
    int asked = 0;
    for (var looker : LOOKERS) {
      var sights = List.of(looker.sights().split(" "));
      for (int i = 0; i < AGES.size(); i++) {
        var records = records(AGES.get(i), looker.custody(), looker.holders());
        for (var told : Told.values()) {
          assertThat(sees(looker.person(), records, Hidden.nothing(), happened(told, CONCERN)))
              .as("%s, %d, %s", looker.who(), AGES.get(i), told)
              .isEqualTo(sights.get(i).equals("A"));
          asked++;
        }
      }
    }
    assertThat(asked).isEqualTo(9 * 8 * 13);
  }

  @Test
  void from_sixteen_to_eighteen_a_parent_sees_what_the_youth_opened_and_nobody_else_does() {
    var opened = new Hidden(List.of(), Set.of(MOTHER));
    for (int age : AGES) {
      boolean parent = age < 18;

      assertThat(sees(MOTHER, apart(age), opened, happened(Told.GEKREGEN, CONCERN)))
          .as("mother, %d", age)
          .isEqualTo(parent);
      assertThat(sees(FATHER, apart(age), opened, happened(Told.GEKREGEN, CONCERN)))
          .as("father, %d", age)
          .isEqualTo(age < 16);
    }
  }

  @Test
  void what_one_parent_or_the_youth_asked_or_got_in_the_own_name_is_not_for_another() {
    for (var role : List.of(Role.JONGERE, Role.OUDER_GEZAG, Role.OUDER_ZONDER_GEZAG, Role.VOOGD)) {
      for (var between :
          List.of(
              Household.between(
                  "gezin-deelt-zelf", "gezinsportaal", role, "school-duinpieper", Role.SCHOOL_IB),
              Household.between(
                  "gezin-deelt-zelf",
                  "school-duinpieper",
                  Role.SCHOOL_IB,
                  "gezinsportaal",
                  role))) {
        for (var told : Told.values()) {
          var what = happened(told, between);

          assertThat(sees(MOTHER, apart(9), Hidden.nothing(), what)).isFalse();
          assertThat(sees(FATHER, apart(13), Hidden.nothing(), what)).isFalse();
          assertThat(sees(CHILD, apart(13), Hidden.nothing(), what)).isTrue();
        }
      }
    }
  }

  @Test
  void who_is_shielded_from_one_of_the_organisations_has_no_line_of_it() {
    var records = records(9, APART, BOTH, Set.of(FATHER));
    for (var told : Told.values()) {
      assertThat(sees(FATHER, records, Hidden.nothing(), happened(told, CONCERN))).isFalse();
      assertThat(sees(MOTHER, records, Hidden.nothing(), happened(told, CONCERN))).isTrue();
    }
  }

  @Test
  void what_is_hidden_has_no_line_by_whichever_of_its_names_it_is_hidden() {
    var consent = new UUID(8, 1);
    var exchange = new UUID(8, 2);
    for (var told : Told.values()) {
      var plain = happened(told, CONCERN);
      var what =
          new Happened(
              plain.index(),
              told,
              plain.at(),
              plain.about(),
              CONCERN,
              "",
              "",
              plain.categories(),
              Set.of(),
              Set.of(consent),
              Set.of(exchange),
              "");
      for (var name : List.of(what.about(), consent, exchange)) {
        for (var from : List.of(Set.of(FATHER), Set.<UUID>of())) {
          var hidden = new Hidden(List.of(embargo(name, from, Optional.empty())), Set.of());

          assertThat(sees(FATHER, apart(9), hidden, what)).isFalse();
          assertThat(sees(MOTHER, apart(9), hidden, what)).isEqualTo(!from.isEmpty());
        }
      }
    }
  }

  @Test
  void what_was_hidden_and_is_shown_says_since_when() {
    var what = happened(Told.GEKREGEN, CONCERN);
    var lifted = NOW.minusSeconds(60);
    var hidden =
        new Hidden(List.of(embargo(what.about(), Set.of(FATHER), Optional.of(lifted))), Set.of());

    assertThat(sift(FATHER, facts(apart(9), hidden), what).orElseThrow().since()).contains(lifted);
    assertThat(sift(MOTHER, facts(apart(9), hidden), what).orElseThrow().since()).isEmpty();
  }

  private static Embargoed embargo(UUID about, Set<UUID> from, Optional<Instant> lifted) {
    return new Embargoed(about, from, lifted, false);
  }

  @Test
  void a_report_shows_when_its_sender_told_the_family_or_somebody_opened_it_and_else_never() {
    var what = happened(Told.GEKREGEN, REPORT);
    var opened =
        new Hidden(
            List.of(embargo(what.about(), Set.of(), Optional.of(NOW.minusSeconds(60)))), Set.of());

    assertThat(sift(MOTHER, facts(apart(9), Hidden.nothing()), what)).isEmpty();
    assertThat(sift(MOTHER, facts(apart(9), Hidden.nothing(), reported(what, false, false)), what))
        .isEmpty();
    assertThat(sift(MOTHER, facts(apart(9), Hidden.nothing(), reported(what, true, false)), what))
        .isPresent();
    assertThat(sift(MOTHER, facts(apart(9), opened, reported(what, false, false)), what))
        .isPresent();
  }

  @Test
  void what_was_tried_for_safety_and_did_not_go_out_never_shows() {
    for (var told : Told.values()) {
      var what = happened(told, REPORT);
      var facts = facts(apart(13), Hidden.nothing(), reported(what, true, false));

      for (var person : List.of(MOTHER, FATHER, CHILD)) {
        assertThat(sift(person, facts, what).isPresent())
            .as(told.name())
            .isEqualTo(told == Told.GEKREGEN);
      }
    }
  }

  @Test
  void who_reported_stays_hidden_when_the_report_may_be_known_and_the_reporter_may_not() {
    var what = happened(Told.GEKREGEN, REPORT);
    var facts = facts(apart(9), Hidden.nothing(), reported(what, true, true));

    assertThat(sift(MOTHER, facts, what).orElseThrow().senderHidden()).isTrue();
  }

  @Test
  void what_veilig_thuis_asked_stays_away_as_long_as_anything_about_the_child_is_hidden() {
    var asked =
        happened(
            Told.GEKREGEN,
            Household.between(
                "vt-informatieverzoek",
                "veilig-thuis",
                Role.VEILIG_THUIS,
                "school-duinpieper",
                Role.SCHOOL_IB));
    var other = new UUID(9, 9);
    var open = new Hidden(List.of(embargo(other, Set.of(), Optional.empty())), Set.of());
    var over =
        new Hidden(List.of(embargo(other, Set.of(), Optional.of(NOW.minusSeconds(60)))), Set.of());

    assertThat(sees(MOTHER, apart(9), Hidden.nothing(), asked)).isTrue();
    assertThat(sees(MOTHER, apart(9), open, asked)).isFalse();
    assertThat(sift(MOTHER, facts(apart(9), over), asked).orElseThrow().since()).isPresent();
  }

  @Test
  void a_purpose_that_is_no_word_of_the_convenant_is_repeated_to_nobody() {
    var typed =
        new Happened.Between(new Purpose("vt-melding-van-vandaag"), CONCERN.from(), CONCERN.to());

    for (var told : Told.values()) {
      assertThat(sees(MOTHER, apart(9), Hidden.nothing(), happened(told, typed))).isFalse();
    }
  }

  @Test
  void only_eleven_kinds_of_rows_tell_a_family_anything() {
    var telling = Stream.of(EntryKind.values()).filter(kind -> Told.of(kind).isPresent()).toList();

    assertThat(telling)
        .containsExactlyInAnyOrder(
            EntryKind.DISCLOSED,
            EntryKind.REFUSED,
            EntryKind.HELD,
            EntryKind.NOT_DELIVERED,
            EntryKind.LAPSED,
            EntryKind.STOP_MESSAGE,
            EntryKind.STOP_CONFIRMED,
            EntryKind.RECALL,
            EntryKind.REPLACEMENT,
            EntryKind.RECALL_ANSWERED,
            EntryKind.RETURN);
  }

  /// Every rule of the convenant, as its own row, for who may see everything of this child.
  @Test
  void every_rule_that_can_be_hidden_is_delicate_and_no_other_rule_is() {
    var shown = new ArrayList<String>();
    for (var rule : Household.WORDS.rules()) {
      for (var from : rule.from()) {
        for (var to : rule.to()) {
          var between =
              new Happened.Between(
                  rule.purpose(),
                  new PartyRole(CONCERN.from().oin(), from),
                  new PartyRole(CONCERN.to().oin(), to));
          var open =
              new Hidden(List.of(embargo(new UUID(9, 9), Set.of(), Optional.empty())), Set.of());
          if (sees(
              CHILD,
              apart(13),
              open,
              happened(1, Told.GEKREGEN, NOW, between, Set.of(DataCategory.K01)))) {
            shown.add(rule.id());
            assertThat(rule.embargoAllowed()).as(rule.id()).isFalse();
          }
        }
      }
    }
    assertThat(shown)
        .contains("X02", "X03", "X10")
        .doesNotContain("X16", "X17", "X18", "X20", "X24");
  }
}
