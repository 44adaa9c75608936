package nl.sluis.gateway.fsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.inzicht.Household;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

class ContractSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Convenant CONVENANT = Household.WORDS;
  private static final String GROUP = "sluis.example/kennemerland";
  private static final Oin SLUIS = new Oin("00000099000000001000");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");

  private static Connection connection(Optional<Oin> delegator) {
    return new Connection(
        SCHOOL, "ab".repeat(32), delegator, SLUIS, Grants.EXCHANGE, Optional.empty());
  }

  @Test
  void the_same_convenant_group_and_key_give_the_same_contract_everywhere() throws Exception {
    var one = Contract.of(CONVENANT, GROUP, connection(Optional.empty()));
    var again = Contract.of(CONVENANT, GROUP, connection(Optional.empty()));

    assertThat(again.hash()).isEqualTo(one.hash()).matches("\\$1\\$1\\$[\\w-]{86}");
    assertThat(one.grantHashes()).singleElement().asString().matches("\\$1\\$3\\$[\\w-]{86}");
    var iv = UUID.fromString(one.content().path("iv").asText());
    assertThat(iv.version()).isEqualTo(8);
    assertThat(iv.variant()).isEqualTo(2);

    // and who reads it back, with its members in another order, finds the same hash
    var turned = turned((ObjectNode) JSON.readTree(one.content().toPrettyString()));
    assertThat(Contract.read(turned).hash()).isEqualTo(one.hash());
    assertThat(Contract.read(turned).grantHashes()).isEqualTo(one.grantHashes());
  }

  @Test
  void the_hash_is_sha3_512_over_canonical_json_in_base64url() throws Exception {
    var content =
        """
        {"hash_algorithm":"HASH_ALGORITHM_SHA3_512","grants":[{"data":\
        {"type":"GRANT_TYPE_SERVICE_CONNECTION","a":1}}]}\
        """;
    var canonical =
        "{\"grants\":[{\"data\":{\"a\":1,\"type\":\"GRANT_TYPE_SERVICE_CONNECTION\"}}],"
            + "\"hash_algorithm\":\"HASH_ALGORITHM_SHA3_512\"}";
    var hash = "$1$1$" + sha3(canonical);

    var contract = Contract.read(JSON.readTree(content));

    assertThat(contract.hash()).isEqualTo(hash);
    assertThat(contract.grantHashes())
        .containsExactly(
            "$1$3$" + sha3(hash + "{\"a\":1,\"type\":\"GRANT_TYPE_SERVICE_CONNECTION\"}"));
  }

  @Test
  void another_text_another_key_and_another_delegator_are_another_grant() {
    var hashes = new ArrayList<String>();
    hashes.addAll(Contract.of(CONVENANT, GROUP, connection(Optional.empty())).grantHashes());
    hashes.addAll(Contract.of(CONVENANT, GROUP, connection(Optional.of(CJG))).grantHashes());
    hashes.addAll(Contract.of(CONVENANT, "andere", connection(Optional.empty())).grantHashes());
    var otherKey =
        new Connection(
            SCHOOL, "cd".repeat(32), Optional.empty(), SLUIS, Grants.EXCHANGE, Optional.empty());
    hashes.addAll(Contract.of(CONVENANT, GROUP, otherKey).grantHashes());

    assertThat(hashes).doesNotHaveDuplicates();
    assertThat(hashes.get(1)).startsWith("$1$4$");
  }

  @Test
  void a_grant_carries_the_convenant_and_a_changed_digest_is_seen() {
    var contract = Contract.of(CONVENANT, GROUP, connection(Optional.empty()));
    assertThat(contract.carries(CONVENANT)).isTrue();
    assertThat(contract.named()).contains(CONVENANT.id() + "/" + CONVENANT.version());

    var changed = contract.content();
    var properties = (ObjectNode) changed.at("/grants/0/data/properties/nl.sluis.convenant");
    properties.put("digest", "sha-256:" + "0".repeat(64));
    assertThat(Contract.read(changed).carries(CONVENANT)).isFalse();
    assertThat(Contract.read(changed).hash()).isNotEqualTo(contract.hash());
  }

  @Test
  void what_is_no_contract_or_has_another_hash_is_not_read() throws Exception {
    for (var wrong :
        new String[] {
          "[]",
          "{}",
          "{\"hash_algorithm\":\"MD5\",\"grants\":[{}]}",
          "{\"hash_algorithm\":\"HASH_ALGORITHM_SHA3_512\",\"grants\":[]}"
        }) {
      assertThatThrownBy(() -> Contract.read(JSON.readTree(wrong)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String sha3(String text) throws Exception {
    var digest =
        MessageDigest.getInstance("SHA3-512").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static ObjectNode turned(ObjectNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.reverse(names);
    var other = JSON.createObjectNode();
    for (var name : names) {
      var value = node.get(name);
      other.set(name, value instanceof ObjectNode inner ? turned(inner) : value);
    }
    return other;
  }
}
