package nl.sluis.consent.facts;

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
