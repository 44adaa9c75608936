package nl.sluis.consent.facts;

import static nl.sluis.consent.custody.CustodySituation.GEZAMENLIJK_GESCHEIDEN;
import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.REFUSED;
import static nl.sluis.consent.facts.Story.CHILD;
import static nl.sluis.consent.facts.Story.FATHER;
import static nl.sluis.consent.facts.Story.GUARDIAN;
import static nl.sluis.consent.facts.Story.MOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Deelgezag.Domain;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.Regime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A part of gezag that a court gave to a GI (BW 1:265e), and who speaks for an adult (BW 7:465).
class DeelgezagSpec {
  private static final String AT = "2026-11-22T10:00:00Z";
  private static final String SAID = "2026-11-22T08:00:00Z";
  private static final String UNTIL = "2027-06-30T00:00:00Z";

  /// O: the parents. D: who has the part. J: the youth. -: nobody can.
  private static final String TABLE =
      """
      deel      delen   regimes              5   11+364 12  15+364 16  17
      onderwijs genoemd school-avg           D   D      D   D      J   J
      onderwijs genoemd jeugdhulp            O   O      OJ  OJ     J   J
      onderwijs genoemd medisch              O   O      OJ  OJ     J   J
      onderwijs genoemd school-avg+jeugdhulp DO  DO     DOJ DOJ    J   J
      medisch   genoemd school-avg           O   O      O   O      J   J
      medisch   genoemd jeugdhulp            O   O      OJ  OJ     J   J
      medisch   genoemd medisch              D   D      DJ  DJ     J   J
      medisch   genoemd school-avg+jeugdhulp O   O      OJ  OJ     J   J
      verblijf  genoemd school-avg           O   O      O   O      J   J
      verblijf  genoemd medisch              O   O      OJ  OJ     J   J
      onderwijs nergens school-avg           -   -      -   -      J   J
      onderwijs nergens medisch              O   O      OJ  OJ     J   J
      onderwijs nergens school-avg+jeugdhulp -   -      -   -      J   J
      medisch   nergens medisch              -   -      -   -      J   J
      medisch   nergens jeugdhulp            O   O      OJ  OJ     J   J
      """;

  private static final List<String> BIRTHS =
      List.of("2021-06-01", "2014-11-23", "2014-11-22", "2010-11-23", "2010-11-22", "2009-06-01");

  @TestFactory
  Stream<DynamicTest> a_part_takes_the_place_of_the_parents_as_far_as_its_words_go() {
    var rows = TABLE.strip().lines().map(line -> line.split(" +")).toList();
    var tests = new ArrayList<DynamicTest>();
    for (var row : rows.subList(1, rows.size())) {
      for (int i = 0; i < BIRTHS.size(); i++) {
        tests.add(cell(row, rows.getFirst()[i + 3], BIRTHS.get(i), row[i + 3]));
      }
    }
    return tests.stream();
  }

  private static DynamicTest cell(String[] row, String age, String birth, String who) {
    var sentence =
        "with %s given away and sharing %s, under %s, aged %s, %s must say yes"
            .formatted(
                row[0],
                row[1].equals("genoemd") ? "named" : "not named",
                row[2],
                age,
                who.equals("-") ? "nobody can, so nobody" : who);
    return DynamicTest.dynamicTest(sentence, () -> play(row, birth, who));
  }

  private static void play(String[] row, String birth, String who) {
    if (who.equals("-")) {
      assertThat(all(story(row, birth), Set.of(CHILD, MOTHER, FATHER, GUARDIAN)))
          .isInstanceOf(ConsentState.CustodyUnknown.class);
      return;
    }
    var needed = new TreeSet<UUID>();
    if (who.contains("O")) {
      needed.addAll(Set.of(MOTHER, FATHER));
    }
    if (who.contains("D")) {
      needed.add(GUARDIAN);
    }
    if (who.contains("J")) {
      needed.add(CHILD);
    }
    assertThat(all(story(row, birth), needed)).isInstanceOf(Given.class);
    for (var missing : needed) {
      var others = new TreeSet<>(needed);
      others.remove(missing);
      assertThat(all(story(row, birth), others)).isInstanceOf(NotGiven.class);
    }
  }

  private static ConsentState all(Story story, Set<UUID> speakers) {
    speakers.forEach(person -> story.says(person, GIVEN, SAID));
    return story.at(AT);
  }

  private static Story story(String[] row, String birth) {
    var which =
        Stream.of(row[2].split("\\+"))
            .map(r -> Regime.valueOf(r.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toArray(Regime[]::new);
    return Story.of(birth)
        .under(which)
        .custody(GEZAMENLIJK_GESCHEIDEN, "2025-12-01", MOTHER, FATHER)
        .part(
            Domain.of(row[0]).orElseThrow(),
            row[1].equals("genoemd"),
            GUARDIAN,
            "2026-01-01",
            "2027-01-01")
        .asked(UNTIL);
  }

  private static Story school() {
    return story(new String[] {"onderwijs", "genoemd", "school-avg"}, "2018-01-01");
  }

  @Test
  void the_no_of_a_parent_stays_until_who_has_the_part_says_yes_after_it() {
    var before = school().says(GUARDIAN, GIVEN, SAID).says(FATHER, REFUSED, "2026-11-22T09:00:00Z");
    var after = school().says(FATHER, REFUSED, "2026-11-22T07:00:00Z").says(GUARDIAN, GIVEN, SAID);

    assertThat(before.at(AT)).isEqualTo(new NotGiven(Set.of(Lack.GEZAG)));
    assertThat(after.at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void on_the_day_a_part_ends_the_parents_speak_again() {
    var story =
        Story.of("2018-01-01")
            .custody(GEZAMENLIJK_GESCHEIDEN, "2025-12-01", MOTHER, FATHER)
            .part(Domain.ONDERWIJS, true, GUARDIAN, "2026-01-01", "2026-11-22")
            .asked(UNTIL)
            .says(GUARDIAN, GIVEN, "2026-11-01T08:00:00Z");

    assertThat(story.at("2026-11-21T22:59:59Z")).isInstanceOf(Given.class);
    assertThat(story.at("2026-11-21T23:00:00Z")).isInstanceOf(NotGiven.class);
    story.says(MOTHER, GIVEN, SAID).says(FATHER, GIVEN, SAID);
    assertThat(story.at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_parent_who_had_to_say_yes_again_after_a_part_ended_is_not_made_up_for_by_losing_gezag() {
    var ended =
        Story.of("2018-01-01")
            .custody(GEZAMENLIJK_GESCHEIDEN, "2025-12-01", MOTHER, FATHER)
            .part(Domain.ONDERWIJS, true, GUARDIAN, "2026-03-01", "2026-09-01")
            .asked(UNTIL)
            .says(FATHER, GIVEN, "2026-02-01T08:00:00Z")
            .says(MOTHER, GIVEN, "2026-10-01T08:00:00Z");

    assertThat(ended.at(AT)).isEqualTo(new NotGiven(Set.of(Lack.GEZAG)));
    ended.custody(CustodySituation.EENHOOFDIG, "2026-11-01", MOTHER);
    assertThat(ended.at(AT)).isEqualTo(new NotGiven(Set.of(Lack.GEZAG)));
    ended.says(MOTHER, GIVEN, SAID);
    assertThat(ended.at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_yes_said_while_having_a_part_about_another_matter_does_not_come_alive_later() {
    var state =
        Story.of("2018-01-01")
            .under(Regime.JEUGDHULP)
            .custody(CustodySituation.EENHOOFDIG, "2025-12-01", MOTHER)
            .part(Domain.ONDERWIJS, true, GUARDIAN, "2026-01-01", "2027-01-01")
            .asked(UNTIL)
            .says(GUARDIAN, GIVEN, "2026-02-01T08:00:00Z")
            .custody(CustodySituation.GEZAMENLIJK_GEZAG, "2026-06-01", MOTHER, GUARDIAN)
            .says(MOTHER, GIVEN, SAID)
            .at(AT);

    assertThat(state).isEqualTo(new NotGiven(Set.of(Lack.GEZAG)));
  }

  @Test
  void a_part_that_two_hold_at_once_lets_nobody_decide() {
    var twice = school().part(Domain.ONDERWIJS, true, MOTHER, "2026-02-01", "2027-01-01");

    assertThat(all(twice, Set.of(MOTHER, FATHER, GUARDIAN)))
        .isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  private static Story adult() {
    return Story.of("2000-01-01").under(Regime.MEDISCH).asked(UNTIL).unable("2026-10-01T09:00:00Z");
  }

  @Test
  void for_an_adult_family_speaks_only_where_nobody_comes_before_it() {
    var both =
        adult()
            .custody(CustodySituation.MENTORSCHAP, "2026-01-01", GUARDIAN)
            .custody(CustodySituation.FAMILIE, "2026-06-01", MOTHER);

    assertThat(all(both, Set.of(MOTHER))).isInstanceOf(NotGiven.class);
    assertThat(both.says(GUARDIAN, GIVEN, SAID).at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_mentor_whose_appointment_is_too_old_to_rely_on_is_not_passed_over_for_family() {
    var old =
        adult()
            .custody(CustodySituation.MENTORSCHAP, CustodySource.MONDELING, "2025-01-01", GUARDIAN)
            .custody(CustodySituation.FAMILIE, "2026-06-01", MOTHER);

    assertThat(all(old, Set.of(MOTHER, GUARDIAN))).isInstanceOf(ConsentState.CustodyUnknown.class);
  }
}
