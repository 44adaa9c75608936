package nl.sluis.gateway.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerRegisterSpec {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Signer SCHOOL = Signer.of("00000099000000201000");

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private PartnerRegister register;

  @BeforeEach
  void one_partner_is_known() throws Exception {
    register = new PartnerRegister(folder, clock);
    write(SCHOOL.key().toPublicJWK().toJSONString());
    assertThat(register.reload()).isEmpty();
  }

  @Test
  void a_registered_key_is_found_by_owner_and_name() {
    assertThat(register.key(SCHOOL.oin(), "sleutel-1")).contains(SCHOOL.key().toPublicJWK());
    assertThat(register.key(SCHOOL.oin(), "sleutel-2")).isEmpty();
    assertThat(register.key(Signer.of("00000099000000202000").oin(), "sleutel-1")).isEmpty();
    assertThat(register.partner(SCHOOL.oin())).map(Partner::name).contains("De Sluis");
  }

  @Test
  void a_key_counts_only_between_its_days() throws Exception {
    var from = NOW.getEpochSecond();
    var jwk = SCHOOL.key().toPublicJWK().toJSONString();
    write(jwk.replaceFirst("\\{", "{\"nbf\":" + from + ",\"exp\":" + (from + 60) + ","));
    register.reload();

    assertThat(register.key(SCHOOL.oin(), "sleutel-1")).isPresent();
    now.set(NOW.minusSeconds(1));
    assertThat(register.key(SCHOOL.oin(), "sleutel-1")).isEmpty();
    now.set(NOW.plusSeconds(60));
    assertThat(register.key(SCHOOL.oin(), "sleutel-1")).isEmpty();
  }

  @Test
  void a_bad_file_is_named_and_leaves_what_was_known() throws Exception {
    var good = SCHOOL.key().toPublicJWK().toJSONString();
    var p384 = new ECKeyGenerator(Curve.P_384).keyID("p").generate().toPublicJWK();
    var rsa1024 = new RSAKeyGenerator(1024, true).keyID("r").generate().toPublicJWK();
    var bad =
        List.of(
            SCHOOL.key().toJSONString(),
            p384.toJSONString(),
            rsa1024.toJSONString(),
            good + "," + good,
            "",
            "{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"s\",\"alg\":\"HS256\"}");
    for (var keys : bad) {
      write(keys);

      var faults = register.reload();

      assertThat(faults).extracting(PartnerRegister.Fault::file).containsExactly(fileName());
      assertThat(register.key(SCHOOL.oin(), "sleutel-1")).isPresent();
    }
  }

  @Test
  void a_file_with_a_word_too_many_or_in_the_wrong_place_is_refused() throws Exception {
    var text = text(SCHOOL.key().toPublicJWK().toJSONString());
    for (var bad :
        List.of(
            text.replace("\"naam\"", "\"rol\":\"school-ib\",\"naam\""),
            text.replace("\"naam\"", "\"naam\":\"Ander\",\"naam\""),
            text.replace("201000", "202000"),
            text + "{}",
            "geen json")) {
      Files.writeString(folder.resolve(fileName()), bad);

      assertThat(register.reload()).hasSize(1);
    }
  }

  @Test
  void a_partner_whose_file_is_removed_is_a_partner_no_more() throws Exception {
    Files.delete(folder.resolve(fileName()));

    assertThat(register.reload()).isEmpty();

    assertThat(register.all()).isEmpty();
  }

  @Test
  void who_was_slow_to_read_does_not_bring_back_what_another_found_changed() {
    var removed = listed(Standing.VERWIJDERD);
    long slow = register.beginReading();
    long quick = register.beginReading();

    assertThat(register.take(quick, Map.of(SCHOOL.oin(), removed))).isTrue();
    assertThat(register.take(slow, Map.of())).isFalse();

    assertThat(register.standing(SCHOOL.oin())).isEqualTo(Standing.VERWIJDERD);
    assertThat(register.take(register.beginReading(), Map.of())).isTrue();
    assertThat(register.standing(SCHOOL.oin())).isEqualTo(Standing.TOEGELATEN);
  }

  @Test
  void nothing_is_sent_to_who_is_shut_out_or_removed_but_danger_to_who_takes_reports()
      throws Exception {
    assertThat(register.isReached(SCHOOL.oin())).isTrue();

    register.take(Map.of(SCHOOL.oin(), listed(Standing.GESCHORST)));
    assertThat(register.isReached(SCHOOL.oin())).as("it takes reports").isTrue();
    assertThat(register.isRemoved(SCHOOL.oin())).isFalse();

    var plain = Files.readString(folder.resolve(fileName()));
    Files.writeString(
        folder.resolve(fileName()), plain.replaceFirst(",\\s*\"pushEndpoint\":\"[^\"]*\"", ""));
    assertThat(register.reload()).isEmpty();
    assertThat(register.isReached(SCHOOL.oin())).isFalse();

    register.take(Map.of(SCHOOL.oin(), listed(Standing.VERWIJDERD)));
    assertThat(register.isReached(SCHOOL.oin())).isFalse();
    assertThat(register.isRemoved(SCHOOL.oin())).isTrue();
  }

  private static Listed listed(Standing standing) {
    return new Listed(standing, Optional.empty(), List.of(), Map.of(), Set.of(), Instant.MIN);
  }

  @Test
  void who_says_nothing_about_it_comes_for_its_parcels_itself() {
    assertThat(delivery("")).isEqualTo(new Delivery.Pull());
    assertThat(delivery("{\"wijze\":\"pull\"}")).isEqualTo(new Delivery.Pull());
  }

  @Test
  void who_has_them_brought_says_where_and_at_whose_door() {
    var address = URI.create("https://school.example/pakketten");

    assertThat(delivery("{\"wijze\":\"push\",\"adres\":\"" + address + "\"}"))
        .isEqualTo(new Delivery.Push(address, SCHOOL.oin()));
    assertThat(
            delivery(
                "{\"wijze\":\"push\",\"adres\":\"%s\",\"bij\":\"00000099000000990000\"}"
                    .formatted(address)))
        .isEqualTo(new Delivery.Push(address, new Oin("00000099000000990000")));
  }

  @Test
  void an_address_without_tls_or_a_word_that_does_not_exist_leaves_the_file_unread() {
    for (var wrong :
        List.of(
            "{\"wijze\":\"push\",\"adres\":\"http://school.example/\"}",
            "{\"wijze\":\"push\"}",
            "{\"wijze\":\"pull\",\"adres\":\"https://school.example/\"}",
            "{\"wijze\":\"post\"}",
            "{\"wijze\":\"push\",\"adres\":\"https://school.example/\",\"bij\":\"niemand\"}",
            "{\"wijze\":\"pull\",\"manier\":\"x\"}")) {
      assertThat(faults(wrong)).as(wrong).hasSize(1);
    }
  }

  private Delivery delivery(String said) {
    assertThat(faults(said)).isEmpty();
    return register.partner(SCHOOL.oin()).orElseThrow().delivery();
  }

  private List<PartnerRegister.Fault> faults(String said) {
    try {
      var file = text(SCHOOL.key().toPublicJWK().toJSONString()).strip();
      var more = said.isEmpty() ? "" : ",\"aflevering\":" + said;
      Files.writeString(
          folder.resolve(fileName()), file.substring(0, file.length() - 1) + more + "}");
      return register.reload();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String keys) throws Exception {
    Files.writeString(folder.resolve(fileName()), text(keys));
  }

  private static String text(String keys) {
    return """
    {"naam":"De Sluis","oin":"%s","sleutels":{"keys":[%s]},
     "pushEndpoint":"https://school.example/spoed"}
    """
        .formatted(SCHOOL.oin(), keys);
  }

  private static String fileName() {
    return SCHOOL.oin() + ".json";
  }
}
