package nl.sluis.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Worked examples and own stories play on a demo that runs, at its own door, and leave it as it
/// was for everybody else.
final class PlayTraySpec {
  private static final String STORY =
      """
      titel: Een eigen verhaal
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      stappen:
        - stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
          verwacht: {uitkomst: %s}
        %s
      """;

  @TempDir static Path folder;
  private static DevPostgres postgres;
  private static DevGateway gateway;
  private static PlayTray tray;

  @BeforeAll
  static void a_demo_runs() throws Exception {
    postgres = DevPostgres.shared();
    var now = InstantSource.system().instant();
    gateway = DevGateway.start(DevSite.temporary(now), postgres.fresh(), DevGateway.Ports.ANY);
    gateway.followTime();
    tray = PlayTray.open(folder.resolve("naspelen"), gateway);
  }

  @AfterAll
  static void it_stops() throws IOException {
    tray.close();
    gateway.close();
    postgres.close();
  }

  private record Ran(int code, String told) {}

  private static Ran run(String... names) throws IOException {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var command = new PlayCommand(folder.resolve("naspelen"), InstantSource.system(), out);
    return new Ran(command.run(List.of(names)), told.toString(StandardCharsets.UTF_8));
  }

  private static Path file(String name, String outcome, String more) throws IOException {
    var at = Files.createDirectories(folder.resolve("verhalen")).resolve(name);
    return Files.writeString(at, STORY.formatted(outcome, more));
  }

  @Test
  void a_worked_example_is_played_twice_over_and_the_demo_goes_on() throws IOException {
    var logbook = gateway.logbook().kinds().size();

    var first = run("X01-ja");
    var again = run("X01-ja");

    assertThat(first.code()).as(first.told()).isZero();
    assertThat(again.code()).as(again.told()).isZero();
    assertThat(first.told()).contains("✓ zoals verwacht", "waarvan 0 anders dan verwacht");
    assertThat(gateway.logbook().kinds()).hasSizeGreaterThan(logbook);
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_folder_is_played_and_what_is_otherwise_is_told_by_step() throws IOException {
    file("a.yaml", "WEIGEREN", "");
    file("b.yaml", "PERMIT", "");

    var ran = run(folder.resolve("verhalen").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.told())
        .contains("✓ zoals verwacht", "✗", "PERMIT", "Gespeeld op de demo: 2, waarvan 1 anders");
  }

  @Test
  void a_story_that_would_turn_the_clock_of_everybody_is_refused() throws IOException {
    var at =
        Files.writeString(
            folder.resolve("klok.yaml"), STORY.formatted("WEIGEREN", "- verstrijkt: 3 dagen"));

    var ran = run(at.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.told()).contains("`verstrijkt`", "zonder --op-demo");
  }

  @Test
  void what_is_no_file_no_folder_and_no_case_is_said() throws IOException {
    assertThat(run("X99-ja").told()).contains("geen bestand, geen map en geen geval");
    assertThat(run().code()).isEqualTo(2);
  }

  @Test
  void where_no_demo_runs_that_is_said() throws IOException {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);

    int code =
        new PlayCommand(folder.resolve("nergens"), InstantSource.system(), out)
            .run(List.of("X01-ja"));

    assertThat(code).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("er draait geen demo");
  }
}
