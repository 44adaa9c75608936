package nl.sluis.consent.facts;

import static nl.sluis.consent.facts.Story.CHILD;
import static nl.sluis.consent.facts.Story.FATHER;
import static nl.sluis.consent.facts.Story.GUARDIAN;
import static nl.sluis.consent.facts.Story.MOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.Regime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The table of the law, cell by cell. It is written out here, apart from the code that applies it.
class WhoMustSayYesSpec {
  private static final String AT = "2026-11-22T10:00:00Z";
  private static final String SAID = "2026-11-22T08:00:00Z";

  /// O: those with gezag. J: the person concerned. OJ: all of them.
  private static final String BY_REGIME_AND_AGE =
      """
      regimes              5   11+364 12  15+364 16  17  18
      school-avg           O   O      O   O      J   J   J
      jeugdhulp            O   O      OJ  OJ     J   J   J
      medisch              O   O      OJ  OJ     J   J   J
      school-avg+jeugdhulp O   O      OJ  OJ     J   J   J
      """;

  /// V: who speaks for an adult who cannot weigh the matter.
  private static final String BY_REGIME_AND_AGE_WHEN_UNABLE =
      """
      regimes              5   11+364 12  15+364 16  17  18
      school-avg           O   O      O   O      O   O   V
      jeugdhulp            O   O      O   O      O   O   V
      medisch              O   O      O   O      O   O   V
      school-avg+jeugdhulp O   O      O   O      O   O   V
      """;

  private static final String BIRTHS =
      """
      5      2021-06-01
      11+364 2014-11-23
      12     2014-11-22
      15+364 2010-11-23
      16     2010-11-22
      17     2009-06-01
      18     2008-11-22
      """;

  private static final String BY_CUSTODY =
      """
      gezamenlijk-samen      moeder vader
      gezamenlijk-gescheiden moeder vader
      eenhoofdig             moeder
      voogdij-persoon        voogd
      voogdij-gi             voogd
      gezamenlijk-gezag      moeder vader
      ots                    moeder vader
      tijdelijk-geen-gezag   -
      onbekend               -
      curatele               voogd
      mentorschap            voogd
      gemachtigde            voogd
      partner                voogd
      familie                moeder vader
      niet-bevestigd         -
      afgelopen              -
      geen-feit              -
      verouderd              -
      """;

  private static final Set<String> FOR_ADULTS =
      Set.of("curatele", "mentorschap", "gemachtigde", "partner", "familie");

  @TestFactory
  Stream<DynamicTest> the_table_of_regime_age_and_custody() {
    return Stream.of(true, false).flatMap(WhoMustSayYesSpec::cells);
  }

  private static Stream<DynamicTest> cells(boolean able) {
    var tests = new ArrayList<DynamicTest>();
    for (var custody : BY_CUSTODY.strip().lines().map(line -> line.split(" +")).toList()) {
      for (var birth : BIRTHS.strip().lines().map(line -> line.split(" +")).toList()) {
        for (var regimes : List.of("school-avg", "jeugdhulp", "medisch", "school-avg+jeugdhulp")) {
          tests.add(cell(regimes, birth, custody, able));
        }
      }
    }
    return tests.stream();
  }

  /// The nights in which a birthday begins: the clock goes back on 25 October 2026, so that 02:30
  /// comes twice, and forward on 28 March 2027, which has no 02:30. Whoever was born on 29 February
  /// grows up on 1 March in a common year. Of a birth date without a day the first of the month
  /// counts.
  private static final String BY_NIGHT =
      """
      born       at                        school-avg jeugdhulp
      2010-10-25 2026-10-24T23:59:59+02:00 O          OJ
      2010-10-25 2026-10-25T00:00:00+02:00 J          J
      2010-10-25 2026-10-25T02:30:00+02:00 J          J
      2010-10-25 2026-10-25T02:30:00+01:00 J          J
      2010-10-26 2026-10-25T02:30:00+02:00 O          OJ
      2010-10-26 2026-10-25T02:30:00+01:00 O          OJ
      2010-10-26 2026-10-25T23:59:59+01:00 O          OJ
      2010-10-26 2026-10-26T00:00:00+01:00 J          J
      2014-10-25 2026-10-24T23:59:59+02:00 O          O
      2014-10-25 2026-10-25T00:00:00+02:00 O          OJ
      2014-10-25 2026-10-25T02:30:00+02:00 O          OJ
      2014-10-25 2026-10-25T02:30:00+01:00 O          OJ
      2011-03-28 2027-03-27T23:59:59+01:00 O          OJ
      2011-03-28 2027-03-28T00:00:00+01:00 J          J
      2011-03-28 2027-03-28T01:59:59+01:00 J          J
      2011-03-28 2027-03-28T03:00:00+02:00 J          J
      2011-03-29 2027-03-28T03:00:00+02:00 O          OJ
      2011-03-29 2027-03-28T23:59:59+02:00 O          OJ
      2011-03-29 2027-03-29T00:00:00+02:00 J          J
      2015-03-28 2027-03-27T23:59:59+01:00 O          O
      2015-03-28 2027-03-28T00:00:00+01:00 O          OJ
      2012-02-29 2024-02-28T23:59:59+01:00 O          O
      2012-02-29 2024-02-29T00:00:00+01:00 O          OJ
      2012-02-29 2028-02-28T23:59:59+01:00 O          OJ
      2012-02-29 2028-02-29T00:00:00+01:00 J          J
      2008-02-29 2026-02-28T23:59:59+01:00 J          J
      2016-02-29 2027-02-28T23:59:59+01:00 O          O
      2016-02-29 2028-02-28T23:59:59+01:00 O          O
      2016-02-29 2028-02-29T00:00:00+01:00 O          OJ
      2011-06    2027-05-31T23:59:59+02:00 O          OJ
      2011-06    2027-06-01T00:00:00+02:00 J          J
      2015       2026-12-31T23:59:59+01:00 O          O
      2015       2027-01-01T00:00:00+01:00 O          OJ
      """;

  @TestFactory
  Stream<DynamicTest> the_table_of_the_nights_in_which_a_birthday_begins() {
    return BY_NIGHT
        .strip()
        .lines()
        .skip(1)
        .map(line -> line.split(" +"))
        .flatMap(
            cell ->
                Stream.of(night("school-avg", cell, cell[2]), night("jeugdhulp", cell, cell[3])));
  }

  private static DynamicTest night(String regime, String[] cell, String who) {
    var born = cell[0] + "-01-01".substring(Math.max(0, cell[0].length() - 4));
    var at = OffsetDateTime.parse(cell[1]).toInstant().toString();
    var needed = new TreeSet<UUID>();
    if (who.contains("O")) {
      needed.add(MOTHER);
    }
    if (who.contains("J")) {
      needed.add(CHILD);
    }
    return DynamicTest.dynamicTest(
        "under %s, born on %s, at %s, %s must say yes".formatted(regime, cell[0], cell[1], who),
        () -> {
          assertThat(night(regime, born, at, needed)).isInstanceOf(ConsentState.Given.class);
          for (var missing : needed) {
            var others = new TreeSet<>(Set.of(CHILD, MOTHER));
            others.remove(missing);
            assertThat(night(regime, born, at, others)).isInstanceOf(ConsentState.NotGiven.class);
          }
        });
  }

  private static ConsentState night(String regime, String born, String at, Set<UUID> speakers) {
    var story =
        Story.of(born)
            .under(Regime.valueOf(regime.toUpperCase(Locale.ROOT).replace('-', '_')))
            .custody(CustodySituation.EENHOOFDIG, at.substring(0, 4) + "-01-01", MOTHER)
            .asked("2028-12-31T00:00:00Z");
    speakers.forEach(person -> story.says(person, EventType.GIVEN, at));
    return story.at(at);
  }

  private static DynamicTest cell(String regimes, String[] birth, String[] custody, boolean able) {
    var who = expected(regimes, birth[0], able);
    boolean represented = who.contains("O") || who.contains("V");
    boolean fits = FOR_ADULTS.contains(custody[0]) == who.contains("V");
    var holders = fits ? holders(custody) : Set.<UUID>of();
    boolean unknown = represented && holders.isEmpty();
    var needed = new TreeSet<UUID>();
    if (represented) {
      needed.addAll(holders);
    }
    if (who.contains("J")) {
      needed.add(CHILD);
    }
    var sentence =
        "under %s, aged %s%s, with custody %s, %s must say yes"
            .formatted(
                regimes,
                birth[0],
                able ? "" : " and judged unable to weigh it",
                custody[0],
                unknown ? "nobody can, so nobody" : who);
    return DynamicTest.dynamicTest(
        sentence,
        () -> {
          if (unknown) {
            assertThat(all(story(regimes, birth[1], custody, able), Set.of(CHILD, MOTHER, FATHER)))
                .isInstanceOf(ConsentState.CustodyUnknown.class);
            return;
          }
          assertThat(all(story(regimes, birth[1], custody, able), needed))
              .isInstanceOf(ConsentState.Given.class);
          for (var missing : needed) {
            var others = new TreeSet<>(needed);
            others.remove(missing);
            assertThat(all(story(regimes, birth[1], custody, able), others))
                .isInstanceOf(ConsentState.NotGiven.class);
            assertThat(
                    story(regimes, birth[1], custody, able)
                        .says(missing, EventType.REFUSED, "2026-11-22T09:00:00Z")
                        .at(AT))
                .isInstanceOf(ConsentState.NotGiven.class);
          }
        });
  }

  private static ConsentState all(Story story, Set<UUID> speakers) {
    speakers.forEach(person -> story.says(person, EventType.GIVEN, SAID));
    return story.at(AT);
  }

  private static String expected(String regimes, String age, boolean able) {
    var table = able ? BY_REGIME_AND_AGE : BY_REGIME_AND_AGE_WHEN_UNABLE;
    var rows = table.strip().lines().map(line -> line.split(" +")).toList();
    int column = List.of(rows.getFirst()).indexOf(age);
    return rows.stream().filter(r -> r[0].equals(regimes)).findFirst().orElseThrow()[column];
  }

  private static Set<UUID> holders(String[] custody) {
    var holders = new TreeSet<UUID>();
    for (var word : custody) {
      switch (word) {
        case "moeder" -> holders.add(MOTHER);
        case "vader" -> holders.add(FATHER);
        case "voogd" -> holders.add(GUARDIAN);
        default -> {}
      }
    }
    return holders;
  }

  private static Story story(String regimes, String birth, String[] custody, boolean able) {
    var which =
        Stream.of(regimes.split("\\+"))
            .map(r -> Regime.valueOf(r.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toArray(Regime[]::new);
    var story = Story.of(birth).under(which).asked("2027-06-30T00:00:00Z");
    var holders = holders(custody).toArray(UUID[]::new);
    switch (custody[0]) {
      case "geen-feit" -> {}
      case "verouderd" ->
          story.custody(CustodySituation.EENHOOFDIG, CustodySource.MONDELING, "2025-11-01", MOTHER);
      case "niet-bevestigd" ->
          story.custody(CustodySource.VIER_OGEN, "2026-01-01", null, false, MOTHER);
      case "afgelopen" ->
          story
              .custody(CustodySituation.EENHOOFDIG, "2025-12-01", MOTHER)
              .custody(CustodySource.GEZAGSREGISTER, "2026-01-01", "2026-11-22", true, MOTHER);
      default ->
          story.custody(CustodySituation.of(custody[0]).orElseThrow(), "2026-01-01", holders);
    }
    return able ? story : story.unable("2026-10-01T09:00:00Z");
  }
}
