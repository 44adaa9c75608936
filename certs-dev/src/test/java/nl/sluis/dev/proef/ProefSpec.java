package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import nl.sluis.dev.chaos.Chaos;
import nl.sluis.dev.chaos.Plan;
import nl.sluis.dev.misbruik.Misbruik;
import org.junit.jupiter.api.Test;

/// The hard trials in small; `./sluis proef` runs them in earnest.
class ProefSpec {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void nothing_is_lost_and_nothing_leaves_unlogged_when_gateway_and_database_are_killed() {
    int code = told(out -> Sterf.run(2, out));

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("gateway", "PostgreSQL");
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void nothing_leaves_after_a_withdrawal_on_two_gateways_with_one_database() {
    int code = told(out -> Wedloop.run(40, out));

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("verstrekt na intrekking: 0");
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void every_promise_holds_while_everything_goes_wrong_at_once() {
    var second = Duration.ofSeconds(1);
    told(out -> Chaos.run(new Plan(second, second, second.multipliedBy(8), second, 4, 3, 7), out));

    // How fast it goes is judged on a quiet machine only.
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("verloren: 0", "dubbel: 0", "na intrekking: 0", "ongelogd: 0", "Alles klopt.")
        .doesNotContain("kill -9: 0 keer", "aangenomen 0,", "intrekkingen 0");
  }

  @Test
  void the_first_refusal_follows_a_withdrawal_while_two_gateways_are_busy() {
    int code = told(out -> Intrekken.run(10, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("10 intrekkingen", "0 daarvan na de intrekking");
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void whoever_hears_no_does_not_hear_why_there_is_no_consent() {
    int code = told(out -> Gelijk.run(20, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("verschillende antwoorden (woorden en koppen): 1");
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void many_families_are_copied_and_each_of_them_is_written_about() {
    told(out -> Veel.run(200, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("200 personen, 1,000 gebeurtenissen", "veel/weinig", "join birth b");
  }

  @Test
  void a_mother_of_three_is_led_to_every_page_there_is_and_each_is_small() {
    told(out -> Inzien.run(2_000, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("/mijn/leesmee/{id}", "/mijn/inzien/{kind}/regel/{id}")
        .contains("Elke soort bladzijde is geopend.", "Geen bladzijde is te groot.");
  }

  @Test
  void what_a_second_key_costs_is_told_for_each_step() {
    int code = told(out -> TweeSleutels.run(20, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("een verwijzing", "de sleutel van een rij", "een feit lezen")
        .contains("per uitwisseling");
    assertThat(code).isZero();
  }

  @Test
  void a_filled_logbook_is_one_that_anybody_may_check() {
    told(out -> Logboek.run(3_000, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("3,000 rijen over 30 mensen", "gezin", "functionaris", "0 bevindingen");
  }

  @Test
  void the_check_of_the_logbook_is_timed_from_each_of_its_sources() {
    told(out -> Controleren.run(2_000, out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("2,000 rijen", "database zonder", "uitvoer (", "tegels (", "met sleutels");
  }

  @Test
  void what_the_control_policy_finds_of_misuse_is_told_with_what_it_does_not_find() {
    told(out -> Misbruik.run(List.of(7L), out));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("recall bij 20 zaken per week", "zaken per 1.000 verstrekkingen", "toeval")
        .contains(
            "nieuwsgierige buur", "meldcode als sluipweg", "Wat niet wordt gevonden, en waarom");
  }

  private int told(ToIntFunction<PrintStream> trial) {
    return trial.applyAsInt(new PrintStream(said, true, StandardCharsets.UTF_8));
  }
}
