package nl.sluis.consent.sight;

import static nl.sluis.consent.sight.OnRecord.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.custody.ConsentParameters.TwelveToFifteen;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.facts.Competence;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row.Kind;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may learn what, by age and gezag on the day itself (domain 2.7).
class MayLearnSpec {
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final UUID CHILD = new UUID(0, 1);
  private static final UUID MOTHER = new UUID(0, 2);
  private static final UUID FATHER = new UUID(0, 3);
  private static final UUID GUARDIAN = new UUID(0, 4);
  private static final UUID STRANGER = new UUID(0, 5);
  private static final UUID LINE = new UUID(0, 9);
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin VT = new Oin("00000099000000103000");
  private static final MayLearn MAY_LEARN = new MayLearn(ConsentParameters.strict());
  private static final MayLearn OLD_ROWS_STAY =
      new MayLearn(
          new ConsentParameters(
              TwelveToFifteen.BEIDEN, CourtReach.ALLEEN_ONDER_TWAALF, 12, 24, 12, 2, 3, 4, true));
  private static final Instant BEFORE_SIXTEEN = Instant.parse("2020-01-01T09:00:00Z");

  private static final List<Integer> AGES = List.of(0, 11, 12, 15, 16, 17, 18, 23);

  /// What this viewer sees at each of the ages: `A` all, `E` the own words, `-` nothing.
  private record Line(
      String who,
      UUID person,
      CustodySituation custody,
      Set<UUID> holders,
      Kind kind,
      boolean own,
      String sights) {}

  @TestFactory
  Stream<DynamicTest> what_a_person_sees_follows_from_age_and_gezag_on_the_day_itself() {
    var both = Set.of(MOTHER, FATHER);
    var apart = CustodySituation.GEZAMENLIJK_GESCHEIDEN;
    return Stream.of(
            //                                                          0 11 12 15 16 17 18 23
            asked("the child", CHILD, apart, both, false, "- - A A A A A A"),
            asked("the child who spoke", CHILD, apart, both, true, "E E A A A A A A"),
            asked("a mother with gezag", MOTHER, apart, both, false, "A A A A - - - -"),
            asked("a mother with gezag who spoke", MOTHER, apart, both, true, "A A A A E E E E"),
            asked("a father with gezag, separated", FATHER, apart, both, false, "A A A A - - - -"),
            asked(
                "a father without gezag", FATHER, sole(), Set.of(MOTHER), false, "- - - - - - - -"),
            asked(
                "a father who lost gezag and spoke",
                FATHER,
                sole(),
                Set.of(MOTHER),
                true,
                "E E E E E E E E"),
            asked(
                "a mother with sole gezag",
                MOTHER,
                sole(),
                Set.of(MOTHER),
                false,
                "A A A A - - - -"),
            asked(
                "a guardian",
                GUARDIAN,
                CustodySituation.VOOGDIJ_PERSOON,
                Set.of(GUARDIAN),
                false,
                "A A A A - - - -"),
            asked(
                "a guardian of an institution",
                GUARDIAN,
                CustodySituation.VOOGDIJ_GI,
                Set.of(GUARDIAN),
                false,
                "A A A A - - - -"),
            asked(
                "a parent under OTS", MOTHER, CustodySituation.OTS, both, false, "A A A A - - - -"),
            asked(
                "a family guardian under OTS",
                GUARDIAN,
                CustodySituation.OTS,
                both,
                false,
                "- - - - - - - -"),
            asked(
                "a foster parent or step-parent",
                STRANGER,
                CustodySituation.VOOGDIJ_GI,
                Set.of(GUARDIAN),
                false,
                "- - - - - - - -"),
            asked(
                "anybody while gezag is unknown",
                MOTHER,
                CustodySituation.ONBEKEND,
                Set.of(),
                false,
                "- - - - - - - -"),
            asked(
                "a curator of somebody who can decide",
                GUARDIAN,
                CustodySituation.CURATELE,
                Set.of(GUARDIAN),
                false,
                "- - - - - - - -"),
            line(
                "a mother, about what is about herself",
                MOTHER,
                apart,
                both,
                Kind.OVER_WIE_KIJKT,
                "E E E E E E E E"),
            line(
                "a father without gezag, his own receipt",
                FATHER,
                sole(),
                Set.of(MOTHER),
                Kind.OVER_WIE_KIJKT,
                "E E E E E E E E"),
            line(
                "a mother, about what the father said or where he lives",
                MOTHER,
                apart,
                both,
                Kind.VAN_EEN_ANDER,
                "- - - - - - - -"),
            line(
                "a child, about what a parent said",
                CHILD,
                apart,
                both,
                Kind.VAN_EEN_ANDER,
                "- - - - - - - -"))
        .flatMap(MayLearnSpec::cells);
  }

  private static CustodySituation sole() {
    return CustodySituation.EENHOOFDIG;
  }

  private static Line asked(
      String who,
      UUID person,
      CustodySituation custody,
      Set<UUID> holders,
      boolean own,
      String sights) {
    return new Line(who, person, custody, holders, Kind.OVER_HET_KIND, own, sights);
  }

  private static Line line(
      String who,
      UUID person,
      CustodySituation custody,
      Set<UUID> holders,
      Kind kind,
      String sights) {
    return new Line(who, person, custody, holders, kind, false, sights);
  }

  private static Stream<DynamicTest> cells(Line line) {
    var sights = List.of(line.sights().split(" ", -1));
    return Stream.iterate(0, i -> i < AGES.size(), i -> i + 1)
        .map(
            i -> {
              var expected = sight(sights.get(i));
              return DynamicTest.dynamicTest(
                  "%s sees %s at %d".formatted(line.who(), expected, AGES.get(i)),
                  () -> {
                    var born = LocalDate.parse("2026-11-25").minusYears(AGES.get(i));
                    var records =
                        records(born, line.custody(), line.holders(), Set.of(), List.of());
                    assertThat(
                            seen(
                                MAY_LEARN,
                                line.person(),
                                row(line.kind(), line.own()),
                                records,
                                Hidden.nothing()))
                        .isEqualTo(expected);
                  });
            });
  }

  private static Sight sight(String letter) {
    return switch (letter) {
      case "A" -> Sight.ALLES;
      case "E" -> Sight.EIGEN_WOORDEN;
      default -> Sight.NIETS;
    };
  }

  @Test
  void what_parents_see_changes_at_the_midnight_of_the_birthday_and_for_old_lines_too() {
    var before = Instant.parse("2026-11-24T22:59:59Z");
    var midnight = Instant.parse("2026-11-24T23:00:00Z");
    var records = born("2010-11-25");

    assertThat(at(before, MOTHER, records)).isEqualTo(Sight.ALLES);
    assertThat(at(midnight, MOTHER, records)).isEqualTo(Sight.NIETS);
    assertThat(at(before, CHILD, born("2014-11-25"))).isEqualTo(Sight.NIETS);
    assertThat(at(midnight, CHILD, born("2014-11-25"))).isEqualTo(Sight.ALLES);
  }

  private static Sight at(Instant at, UUID person, Records records) {
    return MAY_LEARN.of(
        new Viewer.Person(CHILD, person),
        row(Kind.OVER_HET_KIND, false),
        records,
        Hidden.nothing(),
        at);
  }

  @Test
  void from_sixteen_parents_see_what_the_youth_lets_them_and_from_eighteen_not_even_that() {
    var opened = new Hidden(Map.of(), Set.of(MOTHER, STRANGER));
    var row = row(Kind.OVER_HET_KIND, false);

    assertThat(seen(MAY_LEARN, MOTHER, row, born("2010-01-01"), opened)).isEqualTo(Sight.ALLES);
    assertThat(seen(MAY_LEARN, FATHER, row, born("2010-01-01"), opened)).isEqualTo(Sight.NIETS);
    assertThat(seen(MAY_LEARN, STRANGER, row, born("2010-01-01"), opened)).isEqualTo(Sight.NIETS);
    assertThat(seen(MAY_LEARN, MOTHER, row, born("2008-01-01"), opened)).isEqualTo(Sight.NIETS);
  }

  @Test
  void the_parties_may_choose_that_lines_from_before_sixteen_stay_visible_until_eighteen() {
    var old = row(Kind.OVER_HET_KIND, false);
    var fresh = new Row(LINE, Kind.OVER_HET_KIND, false, AT, Set.of(SCHOOL, CJG));
    var seventeen = born("2009-06-01");

    assertThat(seen(OLD_ROWS_STAY, MOTHER, old, seventeen, Hidden.nothing()))
        .isEqualTo(Sight.ALLES);
    assertThat(seen(OLD_ROWS_STAY, MOTHER, fresh, seventeen, Hidden.nothing()))
        .isEqualTo(Sight.NIETS);
    assertThat(seen(OLD_ROWS_STAY, MOTHER, old, born("2008-06-01"), Hidden.nothing()))
        .isEqualTo(Sight.NIETS);
  }

  @Test
  void who_decides_in_the_place_of_somebody_unable_sees_what_must_be_decided() {
    var unable = List.of(new Competence(1, false, AT.minusSeconds(60), AT.plusSeconds(60)));
    var row = row(Kind.OVER_HET_KIND, false);
    var youth = records(LocalDate.parse("2009-06-01"), sole(), Set.of(MOTHER), Set.of(), unable);
    var adult =
        records(
            LocalDate.parse("2000-06-01"),
            CustodySituation.MENTORSCHAP,
            Set.of(GUARDIAN),
            Set.of(),
            unable);

    assertThat(seen(MAY_LEARN, MOTHER, row, youth, Hidden.nothing())).isEqualTo(Sight.ALLES);
    assertThat(seen(MAY_LEARN, GUARDIAN, row, adult, Hidden.nothing())).isEqualTo(Sight.ALLES);
  }

  @Test
  void who_is_shielded_from_the_receiver_learns_nothing_not_even_the_own_words() {
    var records =
        records(LocalDate.parse("2018-01-01"), sole(), Set.of(MOTHER), Set.of(MOTHER), List.of());

    for (var kind : Kind.values()) {
      assertThat(seen(MAY_LEARN, MOTHER, row(kind, true), records, Hidden.nothing()))
          .isEqualTo(Sight.NIETS);
    }
  }

  @Test
  void a_hidden_line_is_as_if_it_never_were_for_that_viewer_and_for_nobody_else() {
    var hidden = new Hidden(Map.of(LINE, Set.of(MOTHER)), Set.of(MOTHER));
    var records = born("2018-01-01");

    for (var kind : Kind.values()) {
      assertThat(seen(MAY_LEARN, MOTHER, row(kind, true), records, hidden)).isEqualTo(Sight.NIETS);
    }
    assertThat(seen(MAY_LEARN, FATHER, row(Kind.OVER_HET_KIND, false), records, hidden))
        .isEqualTo(Sight.ALLES);
    var other = new Row(CHILD, Kind.OVER_HET_KIND, false, BEFORE_SIXTEEN, Set.of(SCHOOL));
    assertThat(seen(MAY_LEARN, MOTHER, other, records, hidden)).isEqualTo(Sight.ALLES);
  }

  @Test
  void without_a_birth_date_nobody_sees_more_than_the_own_words() {
    var records = records(null, sole(), Set.of(MOTHER), Set.of(), List.of());

    assertThat(seen(MAY_LEARN, MOTHER, row(Kind.OVER_HET_KIND, false), records, Hidden.nothing()))
        .isEqualTo(Sight.NIETS);
    assertThat(seen(MAY_LEARN, MOTHER, row(Kind.OVER_HET_KIND, true), records, Hidden.nothing()))
        .isEqualTo(Sight.EIGEN_WOORDEN);
  }

  @Test
  void organisations_see_what_they_sent_or_received_and_the_keeper_sees_counts() {
    var row = row(Kind.OVER_HET_KIND, false);
    var records = born("2018-01-01");

    assertThat(of(new Viewer.Professional(CJG), row, records)).isEqualTo(Sight.ALLES);
    assertThat(of(new Viewer.Professional(VT), row, records)).isEqualTo(Sight.NIETS);
    assertThat(of(new Viewer.Officer(SCHOOL), row, records)).isEqualTo(Sight.ALLES);
    assertThat(of(new Viewer.Officer(VT), row, records)).isEqualTo(Sight.NIETS);
    assertThat(of(new Viewer.Steward(), row, records)).isEqualTo(Sight.AANTALLEN);
  }

  private static Sight of(Viewer viewer, Row row, Records records) {
    return MAY_LEARN.of(viewer, row, records, Hidden.nothing(), AT);
  }

  private static Sight seen(
      MayLearn mayLearn, UUID person, Row row, Records records, Hidden hidden) {
    return mayLearn.of(new Viewer.Person(CHILD, person), row, records, hidden, AT);
  }

  private static Row row(Kind kind, boolean own) {
    return new Row(LINE, kind, own, BEFORE_SIXTEEN, Set.of(SCHOOL, CJG));
  }

  private static Records born(String birth) {
    return records(
        LocalDate.parse(birth),
        CustodySituation.GEZAMENLIJK_GESCHEIDEN,
        Set.of(MOTHER, FATHER),
        Set.of(),
        List.of());
  }
}
