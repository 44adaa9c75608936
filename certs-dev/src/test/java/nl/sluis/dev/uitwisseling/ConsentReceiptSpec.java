package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.ReceiptCheck;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A receipt of consent convinces whoever trusts nothing of ours, and tells no more than it must.
///
/// What is checked here was fetched while `bewijs-van-toestemming.yaml` was played; from then on no
/// database is asked anything.
final class ConsentReceiptSpec {
  private static final Path PLAY =
      Path.of("src/test/resources/voorbeelden/bewijs-van-toestemming.yaml");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final JsonMapper JSON = new JsonMapper();

  /// Each receipt by the address at which it was fetched.
  private static final TreeMap<String, String> RECEIPTS = new TreeMap<>();

  private static TestGateway gateway;
  private static JsonNode keys;
  private static String logbookKey;

  @TempDir Path folder;

  @BeforeAll
  static void fetch() throws IOException {
    gateway = TestGateway.start();
    gateway
        .gateway()
        .watchedBy(
            (_, address, answer) -> {
              if (answer.headers().getOrDefault("content-type", "").equals("application/jwt")) {
                RECEIPTS.put(address.getPath(), answer.body());
              }
            });
    assertThat(gateway.play(Files.readString(PLAY))).as(gateway.told()).isEmpty();
    var school = gateway.gateway().partner(SCHOOL, "De Duinpieper");
    keys = JSON.readTree(school.get("/v1/sleutels").body());
    logbookKey = gateway.gateway().logbookKey();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @Test
  void jose_and_the_text_of_the_standards_accept_each_receipt_and_refuse_a_changed_one()
      throws Exception {
    if (JoseReader.isMissing()) {
      return;
    }
    var jose = JoseReader.installed();

    for (var receipt : RECEIPTS.values()) {
      var seen = jose.read(receipt, keys, logbookKey);
      assertThat(seen.path("refused").isMissingNode()).as(seen.toString()).isTrue();
      assertThat(seen.path("said")).isEqualTo(said(receipt));
    }
    var receipt = RECEIPTS.firstEntry().getValue();
    var other = RECEIPTS.lastEntry().getValue();
    var swapped = receipt.split("\\.", -1);
    swapped[1] = other.split("\\.", -1)[1];
    assertThat(jose.read(String.join(".", swapped), keys, logbookKey).has("refused")).isTrue();
    var strange = logbookKey.replaceFirst("[^+]$", "A").replace("kennemerland", "elders");
    assertThat(jose.read(receipt, keys, strange).has("refused")).isTrue();
  }

  @Test
  void the_recipe_in_the_manual_accepts_each_receipt_and_refuses_a_changed_one() throws Exception {
    Files.writeString(folder.resolve("bewijs.sh"), recipe("bewijs.md"));
    Files.writeString(folder.resolve("controleer.sh"), recipe("logboek-formaat.md"));
    Files.writeString(folder.resolve("sleutels.json"), keys.toString());

    for (var receipt : RECEIPTS.values()) {
      assertThat(run(receipt)).contains("In orde: rij ", "In orde: ").doesNotContain("NIET");
    }
    var receipt = RECEIPTS.firstEntry().getValue();
    var parts = receipt.split("\\.", -1);
    var spoilt = parts[1].substring(0, 40) + (parts[1].charAt(40) == 'A' ? 'B' : 'A');
    assertThat(run(receipt.replace(parts[1], spoilt + parts[1].substring(41))))
        .contains("NIET IN ORDE: de handtekening");
    assertThat(run(parts[0] + "." + parts[1])).contains("NIET IN ORDE");
    Files.writeString(folder.resolve("sleutels.json"), "{\"keys\":[]}");
    assertThat(run(receipt)).contains("NIET IN ORDE: deze sleutel");
  }

  @Test
  void a_receipt_is_signed_with_a_key_for_receipts_only() {
    var ours = gateway.gateway().ownKeys().receipts().current().published();

    assertThat(keys.path("keys").findValuesAsText("kid")).contains(ours.getKeyID());
    assertThat(logbookKey).doesNotContain(ours.getX().toString());
    assertThat(RECEIPTS.values())
        .isNotEmpty()
        .allMatch(receipt -> ReceiptCheck.open(receipt, ours).isPresent());
  }

  @Test
  void every_word_of_dpv_is_one_of_version_two_point_three() throws IOException {
    var known =
        Files.readAllLines(Path.of("src/test/resources/dpv-2.3-termen.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    var used = new TreeSet<String>();
    RECEIPTS.values().forEach(receipt -> words(said(receipt), used));

    assertThat(used).hasSizeGreaterThan(30).isSubsetOf(known);
  }

  @Test
  void every_field_that_the_guide_makes_mandatory_is_there() throws IOException {
    for (var receipt : RECEIPTS.values()) {
      var said = said(receipt);
      assertThat(said.path("@type").asText()).isEqualTo("dpv:ConsentReceipt");
      assertThat(said.path("dct:conformsTo").asText()).endsWith("dpv-27560#receipt");
      assertThat(said.path("dpv:hasIdentifier").asText()).isNotEmpty();
      assertThat(said.path("dct:created").asText()).isNotEmpty();
      var record = said.at("/dpv:hasRecordOfActivity/0");
      assertThat(DpvRecord.faults(record)).as(record.toPrettyString()).isEmpty();
      assertThat(record.path("dpv:hasConsentStatus")).hasSize(1);
    }
  }

  @Test
  void a_record_without_its_withdrawal_method_would_not_pass() throws IOException {
    var record = said(RECEIPTS.firstEntry().getValue()).at("/dpv:hasRecordOfActivity/0");
    ((ObjectNode) record).remove("dpv:hasConsentControl");

    assertThat(DpvRecord.faults(record)).isNotEmpty();
  }

  @Test
  void both_sides_have_a_receipt_of_their_own_and_no_two_receipts_share_a_name() {
    var names = new ArrayList<String>();
    RECEIPTS.values().forEach(receipt -> names.add(said(receipt).path("jti").asText()));

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).anyMatch(name -> name.endsWith("/persoon"));
    assertThat(names).anyMatch(name -> name.endsWith("/partner"));
  }

  private static JsonNode said(String receipt) {
    var ours = gateway.gateway().ownKeys().receipts().current().published();
    return ReceiptCheck.open(receipt, ours).orElseThrow();
  }

  /// Every word with a prefix of DPV, as a name of a field or as a value; the context aside.
  private static void words(JsonNode in, Set<String> found) {
    var prefixed = Pattern.compile("(dpv|eu-gdpr|legal-nl|loc):[^ ]+");
    in.properties()
        .forEach(
            member -> {
              if (prefixed.matcher(member.getKey()).matches()) {
                found.add(member.getKey());
              }
              if (!member.getKey().equals("@context")) {
                words(member.getValue(), found);
              }
            });
    if (in.isArray()) {
      in.forEach(one -> words(one, found));
    }
    if (in.isTextual() && prefixed.matcher(in.asText()).matches()) {
      found.add(in.asText());
    }
  }

  private String run(String receipt) throws Exception {
    Files.writeString(folder.resolve("bewijs.jwt"), receipt);
    var shell =
        new ProcessBuilder("sh", "bewijs.sh", "bewijs.jwt", "sleutels.json", logbookKey)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return told + (shell.waitFor() == 0 ? "" : "NIET");
  }

  private static String recipe(String page) throws IOException {
    var text = Files.readString(Path.of("..", "docs", page));
    var block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }
}
