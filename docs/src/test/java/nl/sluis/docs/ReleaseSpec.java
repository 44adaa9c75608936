package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operator installs: who signed it, what is in it, and what the machine lets it do.
class ReleaseSpec {
  private static final Path RELEASE = House.TOP.resolve("gateway/uitgave");

  private static final String FROM_ARCHIVE =
      "nl.sluis.gateway.boot.Main source: shared objects file";

  @TempDir Path folder;

  /// How a command ended, and all that it printed.
  private record Ended(int status, String said) {}

  @BeforeEach
  void a_package_that_the_publisher_signed() throws Exception {
    var lib = Files.createDirectories(folder.resolve("sluis-1.0/lib"));
    Files.writeString(lib.resolve("sluis-gateway-1.0.jar"), "van ons");
    Files.writeString(lib.resolve("anders-2.0.jar"), "van een ander");
    pack();
    Files.writeString(folder.resolve("sluis-sbom.json"), bill("van een ander"));
    for (var name : List.of("uitgever", "ander")) {
      run("openssl", "genpkey", "-algorithm", "ed25519", "-out", file(name + ".pem"));
      run("openssl", "pkey", "-in", file(name + ".pem"), "-pubout", "-out", file(name + ".pub"));
    }
    assertThat(run(script("onderteken"), folder.toString(), file("uitgever.pem")).status())
        .isZero();
  }

  @Test
  void who_has_the_key_of_the_publisher_sees_that_a_package_is_whole() throws Exception {
    var seen = run(script("controleer"), folder.toString(), file("uitgever.pub"));

    assertThat(seen.status()).as(seen.said()).isZero();
    assertThat(seen.said()).contains("In orde: 2 bestanden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sluis-1.0.tar.gz", "sluis-sbom.json", "SHA256SUMS", "SHA256SUMS.sig"})
  void a_package_of_which_one_file_was_changed_is_refused(String changed) throws Exception {
    var bytes = Files.readAllBytes(folder.resolve(changed));
    bytes[3] ^= 1;
    Files.write(folder.resolve(changed), bytes);

    var seen = run(script("controleer"), folder.toString(), file("uitgever.pub"));

    assertThat(seen.status()).isEqualTo(1);
    assertThat(seen.said()).contains("NIET IN ORDE");
  }

  @Test
  void a_package_that_somebody_else_signed_is_refused() throws Exception {
    run(script("onderteken"), folder.toString(), file("ander.pem"));

    assertThat(run(script("controleer"), folder.toString(), file("uitgever.pub")).status())
        .isEqualTo(1);
  }

  @Test
  void a_package_without_its_bill_of_materials_is_not_signed() throws Exception {
    Files.delete(folder.resolve("sluis-sbom.json"));

    assertThat(run(script("onderteken"), folder.toString(), file("uitgever.pem")).status())
        .isEqualTo(1);
  }

  @Test
  void a_package_with_a_library_that_is_not_on_its_bill_of_materials_is_not_signed()
      throws Exception {
    Files.writeString(folder.resolve("sluis-sbom.json"), bill("een andere uitgave ervan"));

    var seen = run(script("onderteken"), folder.toString(), file("uitgever.pem"));

    assertThat(seen.status()).isEqualTo(1);
    assertThat(seen.said()).contains("anders-2.0.jar", "niet op de stuklijst");
  }

  @Test
  void only_what_runs_in_production_is_packed_and_only_that_is_on_the_bill() {
    var pom = House.text(House.TOP.resolve("gateway/pom.xml"));

    assertThat(House.text(RELEASE.resolve("uitgave.xml")))
        .contains("<scope>runtime</scope>")
        .doesNotContain("certs-dev", "<scope>test</scope>");
    assertThat(pom)
        .contains(
            "<includeTestScope>false</includeTestScope>",
            "<includeProvidedScope>false</includeProvidedScope>");
    assertThat(House.text(House.TOP.resolve("pom.xml")))
        .contains("<project.build.outputTimestamp>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ReadWritePaths=/var/lib/sluis/wachtkamer /var/lib/sluis/sleutels",
        "CapabilityBoundingSet=",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
        "LimitCORE=0",
        "LoadCredential=server.key.pem:/etc/sluis/geheim/server.key.pem",
        "KillSignal=SIGTERM",
        "TimeoutStopSec=150"
      })
  void the_machine_lets_a_gateway_do_no_more_than_it_needs(String line) {
    assertThat(House.text(RELEASE.resolve("sluis.service")).lines()).contains(line);
  }

  @Test
  void the_launcher_of_a_release_runs_jars_and_nothing_that_builds() {
    assertThat(House.text(RELEASE.resolve("sluis")))
        .contains("-cp \"$HIER/lib/*\" nl.sluis.gateway.boot.Main")
        .doesNotContain("mvn", "nl.sluis.dev");
  }

  @Test
  void a_release_begins_with_what_an_earlier_start_learned_and_without_it_starts_all_the_same()
      throws Exception {
    var loaded = folder.resolve("geladen.log");
    var launcher = installed();

    var without = launch(launcher, loaded, "serve");
    assertThat(Files.readString(loaded)).doesNotContain(FROM_ARCHIVE);
    var learner = launch(launcher, loaded, "leer");
    var with = launch(launcher, loaded, "serve");

    assertThat(Files.readString(loaded)).contains(FROM_ARCHIVE);
    assertThat(without.status()).isNotZero();
    assertThat(learner.status()).isEqualTo(without.status());
    assertThat(with).isEqualTo(without);
  }

  private Path installed() throws Exception {
    var lib = Files.createDirectories(folder.resolve("uitgave/lib"));
    var launcher = Files.createDirectories(folder.resolve("uitgave/bin")).resolve("sluis");
    Files.copy(RELEASE.resolve("sluis"), launcher);
    var jar = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
    var gateway = House.TOP.resolve("gateway/target");
    var places = Files.readString(gateway.resolve("klassenpad.txt")).strip();
    for (var place : (gateway.resolve("classes") + ":" + places).split(":", -1)) {
      var path = Path.of(place);
      var module = path.resolve("../..").normalize().getFileName();
      if (Files.isDirectory(path)) {
        var packed = run(jar, "-cf", lib.resolve(module + ".jar").toString(), "-C", place, ".");
        assertThat(packed.status()).as(packed.said()).isZero();
      } else {
        Files.copy(path, lib.resolve(path.getFileName()));
      }
    }
    return launcher;
  }

  /// With settings that are not there, so that it ends by itself.
  private Ended launch(Path launcher, Path loaded, String command) throws Exception {
    var java = System.getProperty("java.home");
    return run(
        "env",
        "SLUIS_JAVA_HOME=" + java,
        "SLUIS_JAVA_OPTS=-Xlog:class+load:file=" + loaded,
        "bash",
        launcher.toString(),
        command,
        "--config",
        file("nergens.yaml"));
  }

  private void pack() throws Exception {
    var packed = run("tar", "-czf", file("sluis-1.0.tar.gz"), "-C", folder.toString(), "sluis-1.0");
    assertThat(packed.status()).as(packed.said()).isZero();
  }

  private static String bill(String library) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var hash = digest.digest(library.getBytes(StandardCharsets.UTF_8));
    return "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"hashes\":[{\"content\":\"%s\"}]}]}"
        .formatted(HexFormat.of().formatHex(hash));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static String script(String name) {
    return RELEASE.resolve(name).toString();
  }

  private static Ended run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
    try (var output = process.getInputStream()) {
      var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    }
  }
}
