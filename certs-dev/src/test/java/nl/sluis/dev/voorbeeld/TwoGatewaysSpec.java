package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.Test;

/// Several gateways work on one database, and neither holds what the other needs.
final class TwoGatewaysSpec {
  private static final Path STORY =
      Path.of("src", "main", "resources", "voorbeelden", "12-herhaald-bericht.yaml");

  @Test
  void a_story_goes_the_same_at_either_gateway_and_leaves_one_logbook() throws IOException {
    var scenario = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read(STORY);
    var site = DevSite.temporary(scenario.start());
    var print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    try (var postgres = DevPostgres.shared();
        var one = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
        var other = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY)) {
      var first = new Runner(one, new Report(print)).play(scenario);
      var second = new Runner(other, new Report(print)).play(scenario);

      assertThat(first.differences()).isEmpty();
      assertThat(second.differences()).isEmpty();
      assertThat(one.checkLogbook()).isEmpty();
      assertThat(other.checkLogbook()).isEmpty();
    }
  }
}
