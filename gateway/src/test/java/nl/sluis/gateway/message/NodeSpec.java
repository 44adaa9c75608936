package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Sluis read by `jose` and `@sd-jwt/core` under Node.
class NodeSpec {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "lees.mjs");
  private static final byte[] LEAF =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Partners partners = new Partners();

  @Test
  void a_reader_in_another_language_sees_the_permitted_categories_and_no_other() throws Exception {
    if (isNodeMissing()) {
      return;
    }
    var reader = install();
    var message = partners.verified(partners.signal().sign().text());
    var handOver =
        partners.binder.bind(message.minimise(Set.of("K09")), Partners.CJG, LEAF, Partners.NOW);

    var seen = read(reader, handOver);
    var tampered = read(reader, handOver.replaceFirst("~[^~]+~", "~"));

    assertThat(seen.path("refused").isMissingNode()).as(seen.toString()).isTrue();
    assertThat(seen.at("/payload/K09")).isEqualTo(Partners.object("signaal", "slaapt in de klas"));
    assertThat(seen.at("/payload/iss").asText()).isEqualTo(Partners.SCHOOL.value());
    assertThat(seen.path("payload").has("K01")).isFalse();
    assertThat(seen.path("payload").has("betrokkene")).isFalse();
    assertThat(seen.at("/binding/aud").asText()).isEqualTo(Partners.CJG.value());
    assertThat(tampered.has("refused")).isTrue();
  }

  /// A pipeline must have Node; a desk may lack it, and then this says so.
  private static boolean isNodeMissing() throws InterruptedException {
    boolean missing;
    try {
      missing = new ProcessBuilder("node", "--version").start().waitFor() != 0;
    } catch (IOException e) {
      missing = true;
    }
    assertThat(missing && "true".equals(System.getenv("CI"))).as("node is missing").isFalse();
    if (missing) {
      System.out.println("node afwezig: de onafhankelijke lezer is niet gedraaid");
    }
    return missing;
  }

  private static Path install() throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
    for (var name : FILES) {
      Files.copy(
          Path.of("src/test/node", name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    var npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start();
    assertThat(npm.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(npm.exitValue()).as(Files.readString(folder.resolve("npm.log"))).isZero();
    return folder;
  }

  private JsonNode read(Path folder, String handOver) throws Exception {
    var given =
        JSON.createObjectNode()
            .put("handOver", handOver)
            .put("algorithm", "ES256")
            .put("nonce", Base64Url.encode(LEAF))
            .put("now", Partners.NOW.getEpochSecond());
    given.set("senderKey", JSON.readTree(partners.schoolKey.toPublicJWK().toJSONString()));
    var node =
        new ProcessBuilder("node", "lees.mjs")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (var input = node.getOutputStream()) {
      input.write(given.toString().getBytes(StandardCharsets.UTF_8));
    }
    var output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).as(output).isZero();
    return JSON.readTree(output);
  }
}
