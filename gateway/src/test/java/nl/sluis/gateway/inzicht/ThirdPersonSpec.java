package nl.sluis.gateway.inzicht;

import static nl.sluis.gateway.inzicht.Household.CHILD;
import static nl.sluis.gateway.inzicht.Household.MOTHER;
import static nl.sluis.gateway.inzicht.Household.NOW;
import static nl.sluis.gateway.inzicht.Household.REPORT;
import static nl.sluis.gateway.inzicht.Household.WORDS;
import static nl.sluis.gateway.inzicht.Household.happened;
import static nl.sluis.gateway.inzicht.Household.records;
import static nl.sluis.gateway.inzicht.Household.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// No line tells a family of the affairs of somebody else (portals.md N9): enumerated over every
/// sentence of the convenant that a line can hold, and over every purpose that could name who
/// reported.
class ThirdPersonSpec {
  /// Somebody other than the child and who reads: such a word in a sentence about a purpose tells
  /// of that person's affairs to whoever sees the line.
  private static final Pattern SOMEBODY_ELSE =
      Pattern.compile(
          "\\b(broers?|broertjes?|zus|zussen|zusjes?|vaders?|moeders?|andere ouder|ex|partner"
              + "|stief[a-z]*|opa|oma|huisgenoten?|buren|buurman|buurvrouw|daders?|verdachten?"
              + "|getuigen?|slachtoffers?|melders?)\\b");

  /// Why such a word may stand there all the same.
  private static final Map<String, String> ALLOWED =
      Map.of(
          "vt-terugkoppeling-melder",
          "the line itself stays away while who reported is hidden, as the last spec shows");

  private record Sentence(String of, String text) {}

  private static List<Sentence> sentences() {
    var all = new ArrayList<Sentence>();
    WORDS.purposes().forEach((purpose, text) -> all.add(new Sentence(purpose.code(), text)));
    WORDS.labels().forEach((category, text) -> all.add(new Sentence(category.name(), text)));
    for (var rule : WORDS.rules()) {
      all.add(new Sentence(rule.purpose().code(), rule.familySentence()));
    }
    WORDS.conditions().values().stream()
        .map(Condition::sentence)
        .forEach(text -> all.add(new Sentence("voorwaarde", text)));
    return all;
  }

  @Test
  void no_sentence_that_a_line_can_hold_names_somebody_else() {
    assertThat(sentences()).hasSizeGreaterThan(150);

    var naming =
        sentences().stream()
            .filter(one -> SOMEBODY_ELSE.matcher(one.text().toLowerCase(Locale.ROOT)).find())
            .filter(one -> !ALLOWED.containsKey(one.of()))
            .toList();

    assertThat(naming).isEmpty();
  }

  @Test
  void what_is_allowed_is_still_there() {
    assertThat(ALLOWED.keySet())
        .allMatch(code -> sentences().stream().anyMatch(one -> one.of().equals(code)));
  }

  /// The school reported, and may not be named.
  private static Sieve.Facts reported(boolean reporterHidden) {
    var report =
        new Reported(
            new UUID(9, 9),
            REPORT.from(),
            REPORT.to(),
            REPORT.purpose(),
            "X16",
            NOW,
            true,
            reporterHidden,
            Optional.empty());
    return new Sieve.Facts(
        _ -> records(9, CustodySituation.GEZAMENLIJK_GESCHEIDEN, Set.of(MOTHER)),
        Hidden.nothing(),
        Map.of(report.transaction(), report),
        _ -> WORDS);
  }

  /// Every exchange of the convenant between the organisation that reported and Veilig Thuis, but
  /// the report itself.
  private static List<Happened> around() {
    var all = new ArrayList<Happened>();
    var school = REPORT.from().oin();
    var safe = REPORT.to().oin();
    for (var rule : WORDS.rules()) {
      for (var from : rule.from()) {
        for (var to : rule.to()) {
          if (to == Role.VEILIG_THUIS ^ from == Role.VEILIG_THUIS) {
            var between =
                new Happened.Between(
                    rule.purpose(),
                    new PartyRole(from == Role.VEILIG_THUIS ? safe : school, from),
                    new PartyRole(to == Role.VEILIG_THUIS ? safe : school, to));
            if (!isReport(rule)) {
              all.add(happened(Told.GEKREGEN, between));
            }
          }
        }
      }
    }
    return all;
  }

  private static boolean isReport(Rule rule) {
    return rule.purpose().equals(REPORT.purpose());
  }

  @Test
  void while_who_reported_stays_hidden_no_other_line_names_that_organisation_beside_veilig_thuis() {
    assertThat(around()).hasSizeGreaterThan(3);
    for (var person : List.of(MOTHER, CHILD)) {
      var sieve = new Sieve(viewer(person), reported(true), NOW);

      assertThat(around()).allMatch(what -> named(sieve, what).isEmpty());
    }
    var open = new Sieve(viewer(MOTHER), reported(false), NOW);
    assertThat(around()).anyMatch(what -> named(open, what).isPresent());
  }

  /// What a line names of who sent it or got it.
  private static Optional<Sieve.Seen> named(Sieve sieve, Happened what) {
    return sieve.sift(what).filter(seen -> !seen.senderHidden());
  }
}
