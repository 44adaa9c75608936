package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keeps the page about the message true. Fresh parts for it are left in `target/bericht`.
class BerichtPageSpec {
  private static final Path PAGE = Path.of("..", "docs", "bericht.md");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- voorbeeld: ([a-z]+) -->\\n```[a-z]*\\n(.*?)\\n```", Pattern.DOTALL);

  private final Path folder = Path.of("target", "bericht");
  private final Map<String, String> made;
  private final String page;

  BerichtPageSpec() throws IOException, MessageFault {
    made = WorkedExample.blocks();
    page = Files.readString(PAGE);
  }

  @BeforeEach
  void leave_fresh_parts() throws IOException {
    Files.createDirectories(folder);
    for (var block : made.entrySet()) {
      Files.writeString(folder.resolve(block.getKey() + ".txt"), block.getValue() + "\n");
    }
  }

  @Test
  void header_payload_and_disclosures_on_the_page_are_what_the_code_makes() {
    assertThat(onPage("kop")).isEqualTo(made.get("kop"));
    assertThat(onPage("lading")).isEqualTo(made.get("lading"));
    assertThat(onPage("onderdelen")).isEqualTo(made.get("onderdelen"));
  }

  @Test
  void the_message_on_the_page_is_taken_and_differs_in_its_signature_only() throws MessageFault {
    var message = onPage("bericht");

    assertThat(WorkedExample.verified(message).jti()).isNotEmpty();
    assertThat(withoutSignature(message))
        .isEqualTo(withoutSignature(made.getOrDefault("bericht", "")));
  }

  @Test
  void the_hand_over_on_the_page_can_be_opened_by_its_receiver() throws MessageFault {
    var opened =
        WorkedExample.opener()
            .open(onPage("uitreiking"), leaf -> Arrays.equals(leaf, WorkedExample.LEAF));

    assertThat(opened.message().disclosed().keySet())
        .containsExactlyInAnyOrderElementsOf(WorkedExample.RELEASED);
    assertThat(opened.categories())
        .containsEntry(DataCategory.K01, Partners.object("voornaam", "Sanne"));
  }

  @Test
  void the_sealed_category_on_the_page_can_be_opened_with_the_key_on_the_page() throws Exception {
    var jwe = JWEObject.parse(onPage("verzegeld"));

    jwe.decrypt(new ECDHDecrypter(WorkedExample.RECEIVER));

    assertThat(jwe.getPayload().toBytes()).hasSize(1024);
    assertThat(jwe.getPayload().toString().strip()).isEqualTo("{\"situatie\":\"druk\"}");
    assertThat(jwe.getHeader().toJSONObject())
        .containsEntry("iss", Partners.SCHOOL.value())
        .containsEntry("aud", Partners.CJG.value())
        .containsEntry("cat", "K10")
        .containsEntry("jti", WorkedExample.verified(onPage("bericht")).jti());
  }

  @Test
  void every_fault_is_explained_on_the_page() {
    assertThat(page).contains(made.get("fouten"));
  }

  @Test
  void the_shell_on_the_page_makes_a_message_that_is_taken() throws Exception {
    if (isShellMissing()) {
      return;
    }
    Files.writeString(folder.resolve("lading.json"), onPage("lading"));
    Files.writeString(folder.resolve("sleutel.pem"), pem());
    var shell =
        new ProcessBuilder("bash", "-euc", onPage("shell"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).as(output).isZero();
    var message = WorkedExample.verified(Files.readString(folder.resolve("bericht.sdjwt")));
    assertThat(message.categories()).containsExactly(DataCategory.K01);
  }

  /// Without a shell, openssl and perl this says so; a pipeline must have them.
  private static boolean isShellMissing() throws InterruptedException {
    for (var tool : List.of("bash --version", "openssl version", "perl --version")) {
      try {
        new ProcessBuilder(tool.split(" ", -1))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        assertThat(System.getenv("CI")).as("missing: " + tool).isNotEqualTo("true");
        System.out.println("afwezig: " + tool + "; het shellvoorbeeld is niet gedraaid");
        return true;
      }
    }
    return false;
  }

  private static String pem() throws Exception {
    var der = WorkedExample.SENDER.toECPrivateKey().getEncoded();
    var label = "PRIVATE" + " KEY";
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
  }

  private String onPage(String name) {
    var found = new ArrayList<String>();
    BLOCK
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(name))
        .forEach(block -> found.add(block.group(2)));
    assertThat(found).as("blocks called " + name).hasSize(1);
    return found.getFirst();
  }

  private static String withoutSignature(String message) {
    return message.replaceFirst("\\.[^.~]*~", "~");
  }
}
