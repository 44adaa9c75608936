package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;

/// A story that goes before what a specification looks at: it must go as it says.
final class Foreword {
  private Foreword() {}

  /// Reads a story.
  static Scenario read(String story) {
    return new ScenarioReader(DevConvenant.newest(), DevConvenant.all())
        .read("spec.yaml", 1, story);
  }

  /// A gateway where nothing happened yet, at the moment at which this story begins.
  static DevGateway ground(Scenario scenario, DevPostgres postgres) {
    return DevGateway.start(
        DevSite.temporary(scenario.start()), postgres.fresh(), DevGateway.Ports.ANY);
  }

  /// Plays it.
  ///
  /// @param seen what there is after each step that has a name
  static void on(DevGateway gateway, Scenario scenario, BiConsumer<String, Scene> seen)
      throws IOException {
    var print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var verdict = new Runner(gateway, new Report(print)).play(scenario, seen);
    assertThat(verdict.differences()).isEmpty();
  }

  /// Plays it.
  ///
  /// @return the own name that this party has for this child
  static String childOf(DevGateway gateway, Scenario scenario, String child, String party)
      throws IOException {
    var reference = new AtomicReference<>("");
    on(
        gateway,
        scenario,
        (_, scene) ->
            reference.set(scene.reference(child, party, "eigen-kenmerk").path("waarde").asText()));
    return reference.get();
  }
}
