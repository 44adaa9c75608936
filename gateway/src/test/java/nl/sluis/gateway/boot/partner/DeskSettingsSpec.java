package nl.sluis.gateway.boot.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import nl.sluis.gateway.boot.SettingsSchema;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskSettingsSpec {
  private static final Path MANUAL = Path.of("../docs/werkplek.md");
  private static final String SHOWN = "<!-- voorbeeld: werkplek.yaml -->\n```yaml\n";

  @TempDir private Path folder;

  @Test
  void the_file_in_the_manual_can_be_used_as_it_stands() throws Exception {
    var settings = DeskSettings.read(written(example()));

    var school = settings.organisations().getFirst();
    assertThat(settings.address()).hasToString("https://werkplek.duinpieper.example");
    assertThat(school.holder()).isEqualTo(school.party().oin());
    assertThat(school.functions()).containsOnlyKeys("intern begeleider", "sluis-aandacht");
    assertThat(school.functions())
        .extractingByKey("sluis-aandacht")
        .extracting("tasks")
        .isEqualTo(EnumSet.of(Task.MELDCODE, Task.POSTBUS, Task.VERSTUREN));
  }

  @Test
  void a_function_without_tasks_does_everything_about_children_and_does_not_look_after_the_desk()
      throws Exception {
    var settings = DeskSettings.read(written(example()));

    assertThat(settings.organisations().getFirst().functions())
        .extractingByKey("intern begeleider")
        .extracting("tasks")
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Task.BEHEER)));
  }

  @Test
  void every_fault_is_said_at_once_and_none_repeats_what_stands_there() throws IOException {
    var file =
        written(
            example()
                .replace("poort: 9443", "poort: geheim")
                .replace("rol: school-ib", "rol: jansen")
                .replace("    sterk: [", "    zwak: [")
                .replace("hulp:", "hulpje:"));

    var stopped = catchThrowable(() -> DeskSettings.read(file));

    assertThat(stopped)
        .isInstanceOf(Stopped.class)
        .message()
        .contains("`luister.poort`", "`organisaties.0.rol`", "`inloggen.niveaus.sterk`", "`hulp`")
        .contains("`hulpje` bestaat hier niet")
        .doesNotContain("geheim", "jansen");
  }

  @Test
  void roles_come_from_one_place_and_each_means_one_function() throws IOException {
    var both =
        catchThrowable(
            () ->
                DeskSettings.read(
                    written(
                        example()
                            .replace("  rollen: rollen\n", "  rollen: rollen\n  rollenlijst: r\n")
                            .replace("rol: sluis-aandacht", "rol: intern begeleider"))));

    assertThat(both).message().contains("precies een van beide").contains("staat er twee keer");
  }

  @Test
  void a_holder_works_for_another_and_has_one_folder_of_keys() throws Exception {
    var example = example();
    var own = example.substring(example.indexOf("  - naam:"));
    var held = own.replaceFirst("oin: \"\\d{20}\"", "$0\n    houder: \"00000099000000901000\"");
    var other =
        held.replace("00000099000000201000", "00000099000000202000")
            .replace("functie: ", "functie: andere ")
            .replace("rol: sluis-aandacht", "rol: sluis-andere")
            .replace("sleutelmap: ", "sleutelmap: andere-");
    var one = example.replace(own, held);

    assertThat(DeskSettings.read(written(one)).organisations().getFirst().holder())
        .hasToString("00000099000000901000");
    assertThat(catchThrowable(() -> DeskSettings.read(written(one + "\n" + other))))
        .message()
        .contains("`organisaties.1.sleutelmap` is een andere");
  }

  @Test
  void the_schema_knows_every_key_of_the_example_and_the_manual_names_every_key_of_the_schema()
      throws IOException {
    var manual = Files.readString(MANUAL);
    var keys = SettingsSchema.ofDesk().keys();

    assertThat(keys).hasSizeGreaterThan(30);
    assertThat(keys)
        .allSatisfy(
            key -> {
              var name = key.path().substring(key.path().lastIndexOf('.') + 1);
              assertThat(manual).as(key.path()).containsPattern("\\b" + name + "\\b");
            });
  }

  @Test
  void with_controleer_it_says_what_counts_and_opens_nothing() throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var command =
        new DeskCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InstantSource.system());

    int code = command.run(List.of("--config=" + written(example()), "--controleer"));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("pseudoniem: afgeleid  # standaard")
        .contains("# convenanten: die van deze uitgave");
    assertThat(folder.toFile().list()).containsExactly("werkplek.yaml");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("werkplek.yaml"), text);
  }

  private static String example() throws IOException {
    var manual = Files.readString(MANUAL);
    var from = manual.indexOf(SHOWN) + SHOWN.length();
    return manual.substring(from, manual.indexOf("```", from));
  }
}
