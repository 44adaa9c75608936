package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.dev.demo.Demo;
import nl.sluis.dev.demo.RequestTray;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first exchange of the README, done with curl and openssl exactly as a stranger would.
final class FirstExchangeSpec {
  private static final Path SCRIPT = Path.of("..", "docs", "eerste-uitwisseling.sh");
  private static final Path CLIENTS = Path.of("..", "docs", "client").toAbsolutePath();

  private static TestGateway gateway;

  private @TempDir Path walk;

  private static List<SimulatedPartner> partners;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    partners =
        List.of(
            gateway.gateway().partner(new Oin("00000099000000201000"), "De Duinpieper"),
            gateway.gateway().partner(new Oin("00000099000000101000"), "CJG Kennemerland"));
    gateway.gateway().followTime();
  }

  @AfterAll
  static void stop() throws IOException {
    partners.forEach(SimulatedPartner::close);
    gateway.close();
  }

  @Test
  void a_stranger_sends_a_first_message_with_curl_and_openssl() throws Exception {
    var told = run(List.of("bash", SCRIPT.toAbsolutePath().toString()), "curl", "openssl", "perl");

    assertThat(told)
        .contains("\"uitkomst\":\"PERMIT\"", "\"regel\":\"X01\"", "c2sp.org/tlog-proof@v1")
        .contains("steeds stiller")
        .endsWith("antwoord 204\n");
  }

  @Test
  void a_stranger_sends_it_with_nothing_but_node_and_hears_every_fault_of_a_bad_one_at_once()
      throws Exception {
    var told = run(List.of("node", CLIENTS.resolve("eerste.mjs").toString()));

    assertThat(told)
        .contains("400 /doel veld-ongeldig, /van/rol rol-onbekend, /van/oin veld-ongeldig")
        .contains("200 PERMIT X01", "getekend door de school: true", "steeds stiller")
        .doesNotContain("false")
        .endsWith("204\n");
  }

  @Test
  void a_stranger_sends_it_with_the_library_of_python_and_openssl() throws Exception {
    var told = run(List.of("python3", CLIENTS.resolve("eerste.py").toString()), "openssl");

    assertThat(told)
        .contains("200 PERMIT X01", "getekend door de school: True", "steeds stiller")
        .doesNotContain("False")
        .endsWith("204\n");
  }

  @Test
  void a_stranger_sends_it_with_nothing_but_java() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    var told = run(List.of(java, CLIENTS.resolve("Eerste.java").toString()));

    assertThat(told)
        .contains("200 PERMIT X01", "getekend door de school: true", "steeds stiller")
        .doesNotContain("false")
        .endsWith("204 \n");
  }

  @Test
  void a_stranger_walks_the_page_to_a_certificate_and_a_message_with_keys_of_its_own()
      throws Exception {
    var demo = Files.createDirectories(walk.resolve(".sluis").resolve("demo"));
    Files.createSymbolicLink(demo.resolve("site"), gateway.gateway().site().folder());
    Files.createSymbolicLink(walk.resolve("docs"), CLIENTS.getParent());
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var launcher = walk.resolve("sluis");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -cp '%s' -Dsluis.data=.sluis nl.sluis.dev.Main \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    var script = walk.resolve("wandeling.sh");
    Files.writeString(script, "set -euo pipefail\ncd \"$(dirname \"$0\")\"\n" + blocks());
    String told;
    try (var _ = RequestTray.open(demo.resolve(Demo.TRAY), gateway.gateway())) {
      told = run(List.of("bash", script.toString()), "curl", "openssl", "perl");
    }

    assertThat(told)
        .contains("uw sleutel is aangemeld", "\"uitkomst\":\"PERMIT\"", "steeds stiller")
        .endsWith("antwoord 204\n");
  }

  /// What stands in the marked blocks of the page, in order.
  private static String blocks() throws IOException {
    var page = Files.readString(CLIENTS.resolveSibling("eerste-uitwisseling.md"));
    return Pattern.compile("<!-- wandeling -->\n```bash\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }

  @Test
  void each_of_them_is_read_on_one_page() throws IOException {
    for (var client : List.of("eerste.mjs", "eerste.py", "Eerste.java")) {
      assertThat(Files.readAllLines(CLIENTS.resolve(client)))
          .as(client)
          .hasSizeLessThanOrEqualTo(60);
    }
  }

  /// What a program says that is run against this gateway, as its only words.
  private static String run(List<String> program, String... tools)
      throws IOException, InterruptedException {
    for (var tool : Stream.concat(Stream.of(program.getFirst()), Stream.of(tools)).toList()) {
      if (isAbsent(tool)) {
        assertThat(System.getenv("CI"))
            .as("in the pipeline `%s` can run", tool)
            .isNotEqualTo("true");
        abort(tool + " afwezig: de eerste uitwisseling is daarmee niet nagedaan");
      }
    }
    var folder = gateway.gateway().site().ownFolder().toAbsolutePath().toString();
    var address = gateway.gateway().doorway().partners().toString();
    var command = new ArrayList<>(program);
    command.addAll(List.of(folder, address));
    var builder = new ProcessBuilder(command);
    builder.environment().put("SLUIS", address);
    builder.redirectErrorStream(true);
    var process = builder.start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return told;
  }

  private static boolean isAbsent(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder).resolve(tool)));
  }
}
