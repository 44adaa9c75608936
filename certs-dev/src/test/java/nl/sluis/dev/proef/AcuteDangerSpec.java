package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A child is in danger now: the report arrives, whatever is down, and stands in the logbook
/// exactly once.
final class AcuteDangerSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static AcuteDanger danger;

  @BeforeAll
  static void start() {
    danger = new AcuteDanger();
  }

  @AfterAll
  static void stop() {
    danger.close();
  }

  @AfterEach
  void whole_again() {
    danger.mend();
    danger.await("every row is signed", () -> danger.faults().isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> arrives_and_is_in_the_logbook_exactly_once_also_when() {
    return AcuteFault.all().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.sentence(), () -> arrivesOnce(fault)));
  }

  private static void arrivesOnce(AcuteFault fault) {
    var child = danger.child();
    var reports = List.of(danger.report(child), danger.report(child));
    fault.begins().accept(danger);

    var answers = reports.stream().map(danger::send).toList();

    for (var answer : answers) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("\"bel\":[\"112\",\"0800-2000\"]");
    }
    fault.meanwhile().accept(danger);
    danger.mend();
    danger.awaitCrowd();
    for (int i = 0; i < reports.size(); i++) {
      var report = reports.get(i);
      var transaction = answers.get(i).text("transactie");
      danger.await("it is noted", () -> danger.kinds(transaction).contains("bezorgd"));
      assertThat(danger.arrived(report)).isTrue();
      assertThat(danger.kinds(transaction)).containsExactly("aangenomen", "verstrekt", "bezorgd");
      assertThat(danger.accepted(report)).isOne();
      assertThat(danger.rows(transaction).getFirst().detail().toString()).contains(fault.trace());
    }
    danger.await("every row is signed", () -> danger.faults().isEmpty());
  }

  @Test
  void is_brought_to_veilig_thuis_at_once_and_stays_unconfirmed_until_a_person_read_it() {
    var report = danger.report(danger.child());

    var answer = danger.send(report);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/melding/bezorgd").asBoolean()).isTrue();
    assertThat(answer.json().at("/melding/bewaardIn").asText()).isEqualTo("logboek");
    assertThat(answer.body()).contains("\"bel\":[\"112\",\"0800-2000\"]");
    assertThat(danger.arrived(report)).isTrue();

    var transaction = answer.text("transactie");
    // Under the number of FSC of its row, which was the answer's too.
    assertThat(danger.door().crossed(transaction))
        .isEqualTo(danger.rows(transaction).getFirst().detail().at("/spoor/fsc").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}");
    var path = "/v1/acute-meldingen/" + transaction;
    assertThat(danger.school().get(path).join().text("toestand")).isEqualTo("onbevestigd");
    assertThat(confirm(path)).isEqualTo(204);
    assertThat(confirm(path)).as("to say it again changes nothing").isEqualTo(204);

    var stands = danger.school().get(path).join();
    assertThat(stands.text("toestand")).isEqualTo("bevestigd");
    assertThat(stands.json().path("secondenTotBevestiging").asLong(-1)).isNotNegative();
    assertThat(stands.json().path("belNu").asBoolean(true)).isFalse();
    assertThat(danger.kinds(transaction))
        .containsExactly("aangenomen", "verstrekt", "bezorgd", "bevestigd");
  }

  @Test
  void about_a_child_of_another_region_comes_with_a_signed_note_of_who_hands_it_over()
      throws Exception {
    var answer = danger.send(danger.report(danger.childFrom("Amsterdam")));
    var here = danger.send(danger.report(danger.child()));

    var transaction = answer.text("transactie");
    assertThat(answer.json().at("/melding/bezorgd").asBoolean()).as(answer.body()).isTrue();
    assertThat(danger.handover(transaction))
        .containsEntry("transactie", transaction)
        .containsEntry("overdragenDoor", AcuteDanger.VEILIG_THUIS.value())
        .containsEntry("woongemeente", "Elders")
        .doesNotContainKey("overdragenAan");
    assertThat(danger.kinds(transaction))
        .containsExactly("aangenomen", "overdracht", "verstrekt", "bezorgd");
    assertThat(danger.door().handover(here.text("transactie"))).isEmpty();
  }

  @Test
  void arrives_while_the_database_is_down_and_is_entered_once_when_it_is_back() {
    var child = danger.child();
    danger.line().cut();
    var first = danger.report(child);
    var second = danger.report(child);

    var answer = danger.send(first);
    var again = danger.send(first);
    var next = danger.send(second);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/melding/bezorgd").asBoolean()).isTrue();
    assertThat(answer.json().at("/melding/bewaardIn").asText()).isEqualTo("wachtkamer");
    assertThat(again.status()).isEqualTo(200);
    assertThat(danger.arrived(first)).isTrue();
    assertThat(danger.arrived(second)).isTrue();

    danger.line().mend();
    danger.await("both are in the logbook", () -> danger.accepted(second) == 1);
    var transaction = answer.text("transactie");
    danger.await("the first is whole", () -> danger.kinds(transaction).contains("bezorgd"));
    assertThat(danger.kinds(transaction)).containsExactly("aangenomen", "verstrekt", "bezorgd");
    assertThat(danger.accepted(first)).as("also when it was sent twice").isOne();
    var row = danger.rows(transaction).getFirst();
    assertThat(row.detail().at("/uitval/ontvangen").asText()).isNotEmpty();
    assertThat(row.detail().at("/uitval/bezorgd").asText()).isNotEmpty();
    assertThat(danger.rows(next.text("transactie")).getFirst().index())
        .as("in the order in which they came")
        .isGreaterThan(row.index());
    assertThat(danger.send(first).text("transactie")).isEqualTo(transaction);
  }

  @Test
  void is_brought_again_while_the_database_is_still_down() {
    var report = danger.report(danger.child());
    danger.line().cut();
    danger.door().answersWith(503);
    var answer = danger.send(report);
    assertThat(answer.json().at("/melding/bezorgd").asBoolean(true)).isFalse();

    danger.door().answersWith(201);

    danger.await("the report arrives without a logbook", () -> danger.arrived(report));
    danger.line().mend();
    var transaction = answer.text("transactie");
    danger.await("it is entered", () -> danger.kinds(transaction).contains("bezorgd"));
    assertThat(danger.kinds(transaction)).containsExactly("aangenomen", "verstrekt", "bezorgd");
  }

  @Test
  void survives_a_gateway_that_is_killed_and_started_again_while_the_database_is_away() {
    var child = danger.child();
    var first = danger.report(child);
    danger.line().cut();
    danger.door().answersWith(503);
    var answer = danger.send(first);
    assertThat(answer.json().at("/melding/bezorgd").asBoolean(true)).isFalse();
    assertThat(answer.json().at("/melding/uitleg").asText()).contains("Bel nu");

    danger.kill();
    danger.door().answersWith(201);
    danger.start();

    danger.await("what waited arrives", () -> danger.arrived(first));
    var second = danger.report(child);
    var next = danger.send(second);
    assertThat(next.status()).as(next.body()).isEqualTo(200);
    assertThat(next.json().at("/melding/bewaardIn").asText()).isEqualTo("wachtkamer");
    assertThat(next.body()).contains("\"bel\":[\"112\",\"0800-2000\"]");
    assertThat(danger.arrived(second)).isTrue();
    assertThat(danger.send(second).text("transactie")).isEqualTo(next.text("transactie"));
    var later = danger.school().get("/v1/postbus").join();
    assertThat(later.status()).as("everything else comes later").isEqualTo(503);
    assertThat(later.text("code")).isEqualTo("niet-vastgelegd");
    assertThat(health()).isEqualTo("alleen-acuut");

    danger.line().mend();
    for (var transaction : List.of(answer.text("transactie"), next.text("transactie"))) {
      danger.await("it is entered", () -> danger.kinds(transaction).contains("bezorgd"));
      assertThat(danger.kinds(transaction)).containsExactly("aangenomen", "verstrekt", "bezorgd");
    }
    assertThat(health()).as("whole by itself").isEqualTo("goed");
  }

  private static String health() {
    var health = danger.school().get("/v1/gezondheid").join();
    return health.text(health.status() == 200 ? "status" : "code");
  }

  @Test
  void is_given_to_nobody_who_merely_answers_at_the_address_of_veilig_thuis() {
    danger.door().shut();
    danger.door().openAs(SCHOOL);
    int calls = danger.door().calls();
    var report = danger.report(danger.child());

    var answer = danger.send(report);

    assertThat(answer.json().at("/melding/bezorgd").asBoolean(true)).isFalse();
    assertThat(danger.door().calls()).as("nothing was said to it").isEqualTo(calls);
    danger.door().shut();
    danger.door().open();
    danger.await("the report arrives", () -> danger.arrived(report));
  }

  @Test
  void waits_for_no_clock() {
    var child = danger.child();
    var report =
        danger
            .draft(child, Role.VEILIG_THUIS, AcuteDanger.VEILIG_THUIS)
            .altered(
                (_, payload) -> {
                  payload.put("iat", payload.get("iat").asLong() + 7_200);
                  payload.put("exp", payload.get("exp").asLong() + 7_200);
                })
            .sign();

    var answer = danger.send(report);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(danger.arrived(report)).isTrue();
    assertThat(
            danger
                .rows(answer.text("transactie"))
                .getFirst()
                .detail()
                .path("klokAfwijkingSeconden")
                .asLong())
        .isNegative();
  }

  @Test
  void to_anybody_but_veilig_thuis_is_refused_with_the_open_road_also_without_a_database() {
    var child = danger.child();
    danger.line().cut();
    var report = danger.draft(child, Role.CJG_COACH, new Oin("00000099000000101000")).sign();

    var answer = danger.send(report);

    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("ontvanger-niet-bevoegd-override", "0800-2000");
    danger.line().mend();
    danger.await(
        "the refusal is in the logbook",
        () -> !danger.send(report).text("ontvangstbewijs").isEmpty());
    assertThat(danger.send(report).text("transactie")).isEqualTo(answer.text("transactie"));
  }

  private static int confirm(String path) {
    return danger
        .veiligThuis()
        .file(
            path + "/bevestigingen",
            """
            {"namens": {"oin": "00000099000000302000", "rol": "veilig-thuis"},
             "functie": "vertrouwensarts"}
            """)
        .join()
        .status();
  }
}
