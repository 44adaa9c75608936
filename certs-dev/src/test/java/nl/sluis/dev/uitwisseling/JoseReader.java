package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A reader of receipts under Node that shares no code with us: `jose` for the signature, and the
/// proof of the logbook written from the text of its standards.
final class JoseReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Path> FILES =
      List.of(
          Path.of("../gateway/src/test/node/package.json"),
          Path.of("../gateway/src/test/node/package-lock.json"),
          Path.of("src/test/node/bewijs.mjs"));

  private final Path folder;

  private JoseReader(Path folder) {
    this.folder = folder;
  }

  /// A pipeline must have Node; a desk may lack it, and then this says so.
  static boolean isMissing() throws InterruptedException {
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

  static JoseReader installed() throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
    for (var file : FILES) {
      var to = folder.resolve(String.valueOf(file.getFileName()));
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
    var npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start();
    assertThat(npm.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(npm.exitValue()).as(Files.readString(folder.resolve("npm.log"))).isZero();
    return new JoseReader(folder);
  }

  /// What it makes of a receipt with only the public keys; `refused` when it does not believe it.
  JsonNode read(String receipt, JsonNode keys, String logbookKey)
      throws IOException, InterruptedException {
    var given = JSON.createObjectNode().put("receipt", receipt).put("logbookKey", logbookKey);
    given.set("keys", keys);
    var node =
        new ProcessBuilder("node", "bewijs.mjs")
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
