package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

/// The first exchange of the README, done with curl and openssl exactly as a stranger would.
final class FirstExchangeSpec {
  private static final Logger LOG = Logger.getLogger(FirstExchangeSpec.class.getName());
  private static final Path SCRIPT = Path.of("..", "docs", "eerste-uitwisseling.sh");

  @Test
  void a_stranger_sends_a_first_message_with_curl_and_openssl() throws Exception {
    if (Stream.of("bash", "curl", "openssl", "perl").anyMatch(FirstExchangeSpec::isAbsent)) {
      LOG.info("curl, openssl of perl afwezig: de eerste uitwisseling is niet nagedaan");
      assertThat(System.getenv("CI")).as("in the pipeline every test can run").isNotEqualTo("true");
      return;
    }
    try (var gateway = TestGateway.start()) {
      try (var school =
              gateway.gateway().partner(new Oin("00000099000000201000"), "De Duinpieper");
          var cjg =
              gateway.gateway().partner(new Oin("00000099000000101000"), "CJG Kennemerland")) {
        assertThat(List.of(school.oin(), cjg.oin())).hasSize(2);
        gateway.gateway().followTime();

        var told = run(gateway);

        assertThat(told)
            .contains("\"uitkomst\":\"PERMIT\"", "\"regel\":\"X01\"", "c2sp.org/tlog-proof@v1")
            .contains("steeds stiller")
            .endsWith("antwoord 204\n");
      }
    }
  }

  private static String run(TestGateway gateway) throws IOException, InterruptedException {
    var folder = gateway.gateway().site().ownFolder();
    var builder = new ProcessBuilder("bash", SCRIPT.toAbsolutePath().toString(), folder.toString());
    builder.environment().put("SLUIS", gateway.gateway().doorway().partners().toString());
    builder.redirectErrorStream(true);
    var process = builder.start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return told;
  }

  private static boolean isAbsent(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
