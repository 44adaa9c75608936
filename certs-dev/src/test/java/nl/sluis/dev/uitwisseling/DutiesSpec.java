package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.gateway.toezicht.Duty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who opens what at the desk of officers: every path that the router has, for every duty, held
/// against the table of the manual. A page that a part adds is in here by itself, and fails until
/// the manual says whose it is.
final class DutiesSpec {
  private static final Path MANUAL = Path.of("..", "docs", "toezicht.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `((?:GET|POST) /toezicht/[^`]+)` \\| (\\w+) \\| (\\w+) \\| (\\w+) \\| (\\w+)"
              + " \\|$");

  /// For anybody, or for whoever is logged in, whatever the duty.
  private static final List<String> OPEN =
      List.of(
          "GET /toezicht",
          "GET /toezicht/aanmelden",
          "GET /toezicht/aanmelden/terug",
          "GET /toezicht/functie",
          "POST /toezicht/functie",
          "POST /toezicht/afmelden",
          "POST /toezicht/afmelden/melding");

  private static final Map<Duty, DevOfficer> WHO =
      new EnumMap<>(
          Map.of(
              Duty.PRIVACY_OFFICER, DevOfficer.FG_CJG,
              Duty.BEOORDELAAR, DevOfficer.BEOORDELAAR,
              Duty.CONVENANTBEHEERDER, DevOfficer.CONVENANTBEHEERDER,
              Duty.AUDITOR, DevOfficer.AUDITOR));

  private static final Map<Duty, OfficerVisit> VISITS = new EnumMap<>(Duty.class);
  private static TestGateway test;

  @BeforeAll
  static void a_message_went_and_everybody_is_at_the_desk() throws IOException {
    test = TestGateway.start();
    assertThat(test.play(CollectorSpec.STORY)).isEmpty();
    WHO.forEach((duty, who) -> VISITS.put(duty, OfficerVisit.of(test.gateway(), who)));
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    VISITS.values().forEach(OfficerVisit::close);
    assertThat(test.gateway().checkLogbook()).isEmpty();
    test.close();
  }

  private static List<String> routes() {
    return test.gateway().pages().stream()
        .filter(route -> route.contains(" /toezicht"))
        .filter(route -> !OPEN.contains(route))
        .map(DutiesSpec::unnamed)
        .toList();
  }

  private static String unnamed(String route) {
    return route.replaceAll("\\{[a-z]+}", "{}");
  }

  private static Map<String, Set<Duty>> table() throws IOException {
    var table = new LinkedHashMap<String, Set<Duty>>();
    ROW.matcher(Files.readString(MANUAL))
        .results()
        .forEach(
            row -> {
              var may = EnumSet.noneOf(Duty.class);
              int column = 2;
              for (var duty : Duty.values()) {
                if (row.group(column++).equals("ja")) {
                  may.add(duty);
                }
              }
              table.put(unnamed(row.group(1)), may);
            });
    return table;
  }

  private static OfficerVisit visit(Duty duty) {
    return Objects.requireNonNull(VISITS.get(duty));
  }

  private static Answer open(OfficerVisit visit, String route, String id) {
    var path = route.substring(route.indexOf('/')).replace("{}", id);
    return route.startsWith("GET ") ? visit.get(path) : visit.post(path, Map.of());
  }

  @Test
  void the_manual_says_of_every_path_whose_it_is_and_of_no_other() throws IOException {
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    assertThat(table().values()).noneMatch(Set::isEmpty);
  }

  @Test
  void a_duty_opens_what_the_manual_says_and_finds_that_everything_else_is_not_there()
      throws IOException {
    var table = table();
    var nowhere = visit(Duty.PRIVACY_OFFICER).get("/toezicht/regels/" + UUID.randomUUID());
    var wrong = new ArrayList<String>();
    for (var route : routes()) {
      for (var duty : Duty.values()) {
        var may = table.getOrDefault(route, Set.of());
        var answer = open(visit(duty), route, UUID.randomUUID().toString());
        var isGone = answer.status() == 404 && answer.body().equals(nowhere.body());
        if (may.contains(duty) ? isGone && !route.contains("{}") : !isGone) {
          wrong.add(duty.word() + " " + route + ": " + answer.status());
        }
      }
    }

    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_is_of_another_organisation_is_answered_as_what_is_not_there() throws IOException {
    // given the rows of the school, by the names that its own officer has for them
    try (var school = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL)) {
      var rows = OfficerVisit.rows(school.get("/toezicht/regels"));
      assertThat(rows).hasSizeGreaterThan(2);
      var cjg = visit(Duty.PRIVACY_OFFICER);
      var madeUp = cjg.get("/toezicht/regels/" + UUID.randomUUID());

      // then not one of them is there for the officer of the CJG, in any way
      for (var row : rows) {
        var id = row.substring(row.lastIndexOf('/') + 1);
        for (var route : routes()) {
          if (route.contains("{}")) {
            var answer = open(cjg, route, id);
            assertThat(answer.status()).as(route).isEqualTo(404);
            assertThat(answer.body()).as(route).isEqualTo(madeUp.body());
          }
        }
      }
      assertThat(school.get(rows.getFirst()).status()).isEqualTo(200);
    }
  }

  @Test
  void who_is_not_logged_in_opens_nothing_and_changes_nothing() {
    try (var nobody = OfficerVisit.nobody(test.gateway())) {
      var answers = new TreeMap<String, Integer>();
      for (var route : routes()) {
        var answer = open(nobody, route, UUID.randomUUID().toString());
        answers.put(route, answer.status());
        assertThat(answer.body()).as(route).doesNotContain("kennemerland");
      }

      assertThat(answers)
          .allSatisfy(
              (route, status) ->
                  assertThat(status).as(route).isEqualTo(route.startsWith("GET ") ? 303 : 422));
    }
  }

  @Test
  void a_form_without_the_word_of_the_session_or_from_elsewhere_does_nothing() {
    var browser = visit(Duty.PRIVACY_OFFICER).browser();
    for (var route : routes()) {
      if (route.startsWith("POST ")) {
        var path = route.substring(5).replace("{}", UUID.randomUUID().toString());
        assertThat(browser.post(path, Map.of()).status()).as(route).isEqualTo(422);
        assertThat(browser.post(path, Map.of("bewijs", "x")).status()).as(route).isEqualTo(422);
        assertThat(browser.postFromElsewhere(path, Map.of()).status()).as(route).isEqualTo(403);
      }
    }
  }
}
