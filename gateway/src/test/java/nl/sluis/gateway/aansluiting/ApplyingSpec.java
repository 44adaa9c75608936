package nl.sluis.gateway.aansluiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.Applying.Wish;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplyingSpec {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Path own;

  @BeforeEach
  void a_folder_that_is_not_there_yet() {
    own = folder.resolve("eigen");
  }

  @Test
  void what_is_made_is_what_sluis_reads() throws Exception {
    var made = apply(wish("school-ib"));

    var read = Application.read(text(), NOW);
    assertThat(read.digest()).isEqualTo(made.digest());
    assertThat(read.oin()).isEqualTo(SCHOOL);
    assertThat(read.partner().name()).isEqualTo("De Duinpieper");
    assertThat(read.partner().pushEndpoint()).contains(URI.create("https://school.example/spoed"));
    assertThat(read.roles()).containsExactly(Role.SCHOOL_IB);
    assertThat(read.contact().function()).isEqualTo("servicedesk");
    assertThat(read.request().faults(read.partner())).isEmpty();
  }

  @Test
  void nobody_else_can_read_a_key_and_none_leaves_the_folder() throws Exception {
    apply(wish("school-ib"));

    for (var name : List.of(PartnerFiles.SIGNING, PartnerFiles.ENCRYPTION, PartnerFiles.TLS_KEY)) {
      var rights = Files.getPosixFilePermissions(own.resolve(name));
      assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
    }
    for (var name : List.of(PartnerFiles.SIGNING, PartnerFiles.ENCRYPTION)) {
      var secret = ECKey.parse(read(name)).getD().toString();
      assertThat(payload(text()).toString()).doesNotContain(secret);
    }
  }

  @Test
  void a_key_that_is_there_is_used_again_and_never_overwritten() throws Exception {
    apply(wish("school-ib"));
    var before = keys();

    apply(wish("school-directeur"));

    assertThat(keys()).isEqualTo(before);
    assertThat(Application.read(text(), NOW).roles()).containsExactly(Role.SCHOOL_DIRECTEUR);
  }

  @Test
  void what_is_no_key_is_left_alone_and_named() throws Exception {
    Files.createDirectories(own);
    Files.writeString(own.resolve(PartnerFiles.SIGNING), "{}");

    assertThatThrownBy(() -> apply(wish("school-ib"))).hasMessageContaining("is er al");

    assertThat(read(PartnerFiles.SIGNING)).isEqualTo("{}");
  }

  @Test
  void a_role_that_does_not_exist_is_no_application() {
    assertThatThrownBy(() -> apply(wish("hoofdmeester"))).hasMessageContaining("niet bestaat");
    assertThatThrownBy(() -> apply(wish("leverancier", "school-ib"))).hasMessageContaining("rol");

    assertThat(own.resolve(PartnerFiles.APPLICATION)).doesNotExist();
  }

  @Test
  void who_acts_for_others_only_applies_without_a_role() throws Exception {
    apply(wish("leverancier"));

    assertThat(Application.read(text(), NOW).roles()).isEmpty();
  }

  @Test
  void an_application_is_read_for_ninety_days() throws Exception {
    apply(wish("school-ib"));

    var fault = fault(text(), NOW.plus(Duration.ofDays(91)));

    assertThat(fault.sentences()).singleElement().asString().contains("90 dagen");
  }

  /// What somebody could change in an application before signing it anew with its own key.
  static Stream<Map.Entry<String, Consumer<ObjectNode>>> spoilt() {
    return Stream.of(
        Map.entry("ander OIN", p -> ((ObjectNode) p.get("partner")).put("oin", "9".repeat(20))),
        Map.entry("andere naam (`O`)", p -> ((ObjectNode) p.get("partner")).put("naam", "Anders")),
        Map.entry("ander dan wie", p -> p.put("iss", "00000099000000202000")),
        Map.entry("geen certificaataanvraag", p -> p.put("certificaatverzoek", "AAAA")),
        Map.entry("geen rol", p -> p.putArray("rollen")),
        Map.entry("andere aanmelding", p -> p.put("jti", "A".repeat(22))),
        Map.entry("private", p -> p.put("bezit", p.get("versleuteling").asText())),
        Map.entry("e-mailadres", p -> ((ObjectNode) p.get("contact")).put("email", "geen")),
        Map.entry("contactpersoon", p -> ((ObjectNode) p.get("contact")).put("naam", "Iemand")),
        Map.entry("niet in vorm", p -> p.put("extra", "x")),
        Map.entry(
            "https", p -> ((ObjectNode) p.get("partner")).put("pushEndpoint", "http://x.example")));
  }

  @ParameterizedTest
  @MethodSource
  void spoilt(Map.Entry<String, Consumer<ObjectNode>> spoil) throws Exception {
    apply(wish("school-ib"));
    var payload = payload(text());
    spoil.getValue().accept(payload);

    assertThat(fault(signed(payload), NOW).getMessage()).contains(spoil.getKey());
  }

  @Test
  void what_another_key_signed_is_no_application() throws Exception {
    apply(wish("school-ib"));
    var other = new Applying(new SecureRandom(), () -> NOW);
    own = folder.resolve("ander");
    var mine = payload(Files.readString(folder.resolve("eigen/aanmelding.jws")).strip());
    other.make(own, wish("school-ib"));

    assertThat(fault(signed(mine), NOW).getMessage()).contains("niet goed getekend");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws Exception {
    apply(wish("school-ib"));
    var payload = payload(text());
    payload.putArray("rollen");
    payload.put("certificaatverzoek", "AAAA");
    payload.put("op", "2020-01-01T00:00:00Z");

    assertThat(fault(signed(payload), NOW).sentences()).hasSize(3);
  }

  private static Wish wish(String... roles) {
    return new Wish(
        SCHOOL,
        "De Duinpieper",
        List.of(roles),
        Optional.of(URI.create("https://school.example/spoed")),
        new Contact("servicedesk", "023 555 01 23", "koppelingen@school.example"));
  }

  private Application apply(Wish wish) throws Exception {
    return new Applying(new SecureRandom(), () -> NOW).make(own, wish);
  }

  private static ApplicationFault fault(String text, Instant now) {
    return catchThrowableOfType(ApplicationFault.class, () -> Application.read(text, now));
  }

  private String text() throws Exception {
    return read(PartnerFiles.APPLICATION).strip();
  }

  private String read(String name) throws Exception {
    return Files.readString(own.resolve(name));
  }

  private List<String> keys() throws Exception {
    return List.of(
        read(PartnerFiles.SIGNING), read(PartnerFiles.ENCRYPTION), read(PartnerFiles.TLS_KEY));
  }

  private static ObjectNode payload(String jws) throws Exception {
    return (ObjectNode) JSON.readTree(JWSObject.parse(jws).getPayload().toString());
  }

  private String signed(ObjectNode payload) throws Exception {
    var key = ECKey.parse(read(PartnerFiles.SIGNING));
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(Application.TYP))
            .build();
    var jws = new JWSObject(header, new Payload(payload.toString()));
    jws.sign(new ECDSASigner(key));
    return jws.serialize();
  }
}
