package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.gateway.keys.KeyVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keeps the examples and the recipe of `docs/logboek-formaat.md` true.
class FormatSpec {
  private static final Logger LOG = Logger.getLogger(FormatSpec.class.getName());
  private static final HexFormat HEX = HexFormat.of();

  @TempDir Path directory;

  /// Randomness that is the same byte every time, so that the example is the same every time.
  private static final class Same extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte value;

    Same(int value) {
      this.value = (byte) value;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, value);
    }
  }

  @Test
  void the_row_in_the_manual_has_the_bytes_that_the_logbook_writes() throws Exception {
    var child = new UUID(0, 1);
    KeyVault.open(directory.resolve("k"), directory.resolve("kek"), new Same(0x22))
        .subjectKey(child);
    var keys = KeyVault.open(directory.resolve("k"), directory.resolve("kek"), new Same(0x44));
    var sealer = new Sealer("kennemerland", keys, new Same(0x33));
    var detail = JsonNodeFactory.instance.objectNode().put("transactie", "t-1");
    detail.putArray("vrijgegeven").add("K01").add("K03");
    var entry = new Entry(EntryKind.ACCEPTED, Optional.of(child), detail);
    var at = Instant.parse("2026-11-22T10:15:30.5Z");

    var row = sealer.seal(sealer.prepare(List.of(entry), at), 7).getFirst();
    var key = new RowKeys(keys).known(row.keyId(), Optional.of(child)).orElseThrow();
    var opened = sealer.open(7, row.leaf(), row.detail(), key);

    assertThat(keys.knownEpochKey("bewaar-203111").orElseThrow().getEncoded()).containsOnly(0x44);
    assertThat(manual())
        .contains("`" + row.keyId() + "`")
        .contains(HEX.formatHex(key.getEncoded()))
        .contains(new String(opened, StandardCharsets.UTF_8))
        .contains(wrapped(row.leaf()))
        .contains(HEX.formatHex(row.leafHash()))
        .contains(wrapped(row.detail()));
  }

  @Test
  void the_checkpoint_in_the_manual_is_what_its_key_signs() throws Exception {
    // The first key of RFC 8032, 7.1.
    var secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    var open = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    var factory = KeyFactory.getInstance("Ed25519");
    var pair =
        new KeyPair(
            factory.generatePublic(
                new X509EncodedKeySpec(HEX.parseHex("302a300506032b6570032100" + open))),
            factory.generatePrivate(
                new PKCS8EncodedKeySpec(
                    HEX.parseHex("302e020100300506032b657004220420" + secret))));
    var signer = new NoteSigner("sluis.example/kennemerland", pair);

    var note = signer.sign(0, new TreeHash().empty());

    assertThat(manual()).contains(signer.verifierKey()).contains(note);
    assertThat(OpenedCheckpoint.open(note, LogKey.parse(signer.verifierKey()))).isPresent();
  }

  @Test
  void the_recipe_in_the_manual_accepts_a_receipt_and_refuses_a_changed_one() throws Exception {
    if (!hasOpenssl()) {
      LOG.info("openssl afwezig: het recept is niet nagerekend");
      return;
    }
    var recipe = Files.writeString(directory.resolve("recept.sh"), recipe());
    var receipt = directory.resolve("bewijs.tlog-proof");
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(5));
      var batch = test.write(TestLogbook.rows(6));
      var checkpoint = test.logbook.checkpoint().orElseThrow();
      for (var entry = 0; entry < 6; entry++) {
        var text = test.logbook.receipt(batch, entry, checkpoint);

        assertThat(run(recipe, Files.writeString(receipt, text), test.logbook.key())).isZero();

        var other = test.logbook.receipt(batch, (entry + 1) % 6, checkpoint).lines().toList();
        var swapped = text.replace(text.lines().toList().get(1), other.get(1));
        Files.writeString(receipt, swapped);
        assertThat(run(recipe, receipt, test.logbook.key())).isNotZero();
        Files.writeString(receipt, text.replace("\n11\n", "\n12\n"));
        assertThat(run(recipe, receipt, test.logbook.key())).isNotZero();
      }
    }
  }

  /// On the build server a recipe that cannot be tried is a failure.
  private static boolean hasOpenssl() {
    return "true".equals(System.getenv("CI"))
        || Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
  }

  private static int run(Path recipe, Path receipt, LogKey key) throws Exception {
    return new ProcessBuilder("sh", recipe.toString(), receipt.toString(), key.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String recipe() throws IOException {
    var block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(manual());
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String wrapped(byte[] bytes) {
    return HEX.formatHex(bytes).replaceAll("(.{64})(?=.)", "$1\n");
  }

  private static String manual() throws IOException {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("docs/logboek-formaat.md");
      if (Files.exists(file)) {
        return Files.readString(file);
      }
    }
    throw new IOException("`docs/logboek-formaat.md` is not above the working directory");
  }
}
