package nl.sluis.gateway.aansluiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.Applying.Wish;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnouncedSpec {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Contact CONTACT =
      new Contact("servicedesk", "023 555 01 23", "koppelingen@cjg.example");

  @TempDir Path folder;
  private ECKey old;
  private Announced made;

  @BeforeEach
  void a_partner_made_its_next_key() throws Exception {
    var applying = new Applying(new SecureRandom(), () -> NOW);
    applying.make(folder, new Wish(CJG, "CJG", List.of("cjg-ia"), Optional.empty(), CONTACT));
    old = ECKey.parse(Files.readString(folder.resolve(PartnerFiles.SIGNING)));
    made = applying.next(folder, CJG, Duration.ofDays(14));
  }

  @Test
  void the_old_key_announces_the_new_one_and_both_count_for_a_while() throws Exception {
    var read = Announced.read(text(), keys(), NOW);

    assertThat(read.owner()).isEqualTo(CJG);
    assertThat(read.key().getKeyID()).isEqualTo(made.key().getKeyID());
    assertThat(read.key().isPrivate()).isFalse();
    assertThat(read.from()).isEqualTo(NOW);
    assertThat(read.replaces()).isEqualTo(old.getKeyID());
    assertThat(read.overlapEnds()).isEqualTo(NOW.plus(Duration.ofDays(14)));
  }

  @Test
  void a_next_key_is_made_once_until_it_is_taken_into_use() {
    assertThatThrownBy(
            () ->
                new Applying(new SecureRandom(), () -> NOW).next(folder, CJG, Duration.ofDays(14)))
        .hasMessageContaining("is er al");
  }

  @Test
  void who_has_no_key_that_counts_announces_none() {
    assertThatThrownBy(() -> Announced.read(text(), (_, _) -> Optional.empty(), NOW))
        .isInstanceOf(JwsFault.class);
  }

  static Stream<Map.Entry<String, Consumer<ObjectNode>>> spoilt() {
    return Stream.of(
        Map.entry("`vervangt`", p -> p.put("vervangt", "een-ander")),
        Map.entry("`geldigVanaf`", p -> p.put("geldigVanaf", "2026-11-26T09:00:00Z")),
        Map.entry("`geldigVanaf`", p -> p.put("geldigVanaf", "2027-11-26T09:00:00Z")),
        Map.entry("`vervangtTot`", p -> p.put("vervangtTot", "2026-11-26T10:30:00Z")),
        Map.entry("`vervangtTot`", p -> p.put("vervangtTot", "2027-11-26T10:00:00Z")),
        Map.entry("`bezit`", p -> p.put("jti", "A".repeat(22))),
        Map.entry("`typ`", p -> p.put("bezit", "e30.e30.AAAA")),
        Map.entry("`sleutel`", p -> key(p).put("alg", "ES384")),
        Map.entry("`sleutel`", p -> key(p).put("exp", 1)),
        Map.entry("`sleutel`", p -> key(p).put("kid", "met spatie")),
        Map.entry("`sleutel`", p -> key(p).put("d", key(p).get("x").asText())));
  }

  private static ObjectNode key(ObjectNode payload) {
    return (ObjectNode) payload.get("sleutel");
  }

  @ParameterizedTest
  @MethodSource
  void spoilt(Map.Entry<String, Consumer<ObjectNode>> spoil) throws Exception {
    var payload = (ObjectNode) JSON.readTree(JWSObject.parse(text()).getPayload().toString());
    spoil.getValue().accept(payload);
    var signed = signed(payload);

    assertThatThrownBy(() -> Announced.read(signed, keys(), NOW))
        .isInstanceOf(JwsFault.class)
        .hasMessageContaining(spoil.getKey());
  }

  private SenderKeys keys() {
    return (oin, kid) ->
        oin.equals(CJG) && kid.equals(old.getKeyID())
            ? Optional.of(old.toPublicJWK())
            : Optional.empty();
  }

  private String text() throws Exception {
    return Files.readString(folder.resolve(PartnerFiles.ANNOUNCEMENT)).strip();
  }

  private String signed(ObjectNode payload) throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(old.getKeyID())
            .type(new JOSEObjectType(Announced.TYP))
            .build();
    var jws = new JWSObject(header, new Payload(payload.toString()));
    jws.sign(new ECDSASigner(old));
    return jws.serialize();
  }
}
