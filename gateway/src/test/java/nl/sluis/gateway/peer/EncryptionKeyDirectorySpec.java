package nl.sluis.gateway.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.peer.EncryptionKeyDirectory.Change;
import nl.sluis.gateway.peer.EncryptionKeyDirectory.ChangeKind;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncryptionKeyDirectorySpec {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Signer CJG = Signer.of("00000099000000101000");

  private static TestDatabase database;
  private final Set<Oin> shutOut = new HashSet<>();
  private final EncryptionKeyDirectory directory =
      new EncryptionKeyDirectory(
          "kennemerland", Signer.register(CJG), oin -> !shutOut.contains(oin), () -> NOW);
  private Connection tx;

  @BeforeAll
  static void open() {
    database =
        TestDatabase.with(
            List.of("db/consent/V001__rollen.sql", "db/gateway/V003__encryptiesleutel.sql"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    tx = database.gateway().getConnection();
    tx.setAutoCommit(false);
  }

  @AfterEach
  void rollback() throws SQLException {
    tx.rollback();
    tx.close();
  }

  @Test
  void a_key_that_came_in_at_another_gateway_is_known_to_the_first_message_that_names_it()
      throws Exception {
    var here =
        new EncryptionKeyDirectory(
            "elders", Signer.register(CJG), _ -> true, () -> NOW, database.gateway());
    var there = new EncryptionKeyDirectory("elders", Signer.register(CJG), _ -> true, () -> NOW);
    assertThat(here.key(CJG.oin(), "net-binnen")).isEmpty();

    try (var connection = database.gateway().getConnection()) {
      there.register(connection, signed(key("net-binnen"), NOW.minus(Duration.ofDays(1))), NOW);
    }

    assertThat(here.key(CJG.oin(), "net-binnen")).isPresent();
  }

  @Test
  void a_key_that_its_owner_signed_can_be_found_with_that_signature() throws Exception {
    var jws = signed(key("cjg-2026"), NOW.minus(Duration.ofDays(1)));

    var change = directory.register(tx, jws, NOW);
    directory.refresh(tx);

    assertThat(change).isEqualTo(new Change(ChangeKind.ADDED, CJG.oin(), "cjg-2026"));
    assertThat(directory.key(CJG.oin(), "cjg-2026")).isPresent();
    assertThat(directory.latest(CJG.oin())).map(EncryptionKey::jws).contains(jws);
    assertThat(directory.list()).hasSize(1);
  }

  @Test
  void the_newest_key_in_force_is_the_one_to_seal_for_and_the_old_one_still_opens()
      throws Exception {
    directory.register(tx, signed(key("oud"), NOW.minus(Duration.ofDays(9))), NOW);
    directory.register(tx, signed(key("nieuw"), NOW.minus(Duration.ofDays(1))), NOW);
    directory.register(tx, signed(key("morgen"), NOW.plus(Duration.ofDays(1))), NOW);
    directory.refresh(tx);

    assertThat(directory.latest(CJG.oin())).map(EncryptionKey::kid).contains("nieuw");
    assertThat(directory.key(CJG.oin(), "oud")).isPresent();
    assertThat(directory.key(CJG.oin(), "morgen")).isEmpty();
  }

  @Test
  void a_withdrawn_key_is_gone_and_its_name_is_never_free_again() throws Exception {
    directory.register(tx, signed(key("weg"), NOW.minus(Duration.ofDays(1))), NOW);

    var change = directory.withdraw(tx, CJG.oin(), "weg", NOW);
    directory.refresh(tx);

    assertThat(change.kind()).isEqualTo(ChangeKind.WITHDRAWN);
    assertThat(directory.withdraw(tx, CJG.oin(), "weg", NOW).kind()).isEqualTo(ChangeKind.NOTHING);
    assertThat(directory.key(CJG.oin(), "weg")).isEmpty();
    var again = signed(key("weg"), NOW.minus(Duration.ofDays(1)));
    assertThatThrownBy(() -> directory.register(tx, again, NOW))
        .isInstanceOf(JwsFault.class)
        .hasMessageContaining("`kid` was used");
  }

  @Test
  void of_who_is_shut_out_no_key_is_given_any_more_and_what_was_sealed_before_stays_right()
      throws Exception {
    directory.register(tx, signed(key("cjg-2026"), NOW.minus(Duration.ofDays(1))), NOW);
    directory.refresh(tx);

    shutOut.add(CJG.oin());

    assertThat(directory.list()).isEmpty();
    assertThat(directory.latest(CJG.oin())).isEmpty();
    assertThat(directory.key(CJG.oin(), "cjg-2026")).isPresent();
    shutOut.clear();
    assertThat(directory.list()).hasSize(1);
  }

  @Test
  void a_key_that_somebody_else_signed_is_refused() {
    var stranger = new Signer(CJG.oin(), Signer.of("00000099000000999000").key());
    var jws = stranger.sign(EncryptionKeyDirectory.TYP, claims(key("vals"), NOW));

    assertThatThrownBy(() -> directory.register(tx, jws, NOW)).isInstanceOf(JwsFault.class);
  }

  @Test
  void a_private_key_or_a_key_for_something_else_is_refused() throws Exception {
    var secret = new ECKeyGenerator(Curve.P_256).keyID("geheim").generate();
    var signing = new ECKeyGenerator(Curve.P_256).keyID("t").keyUse(KeyUse.SIGNATURE).generate();
    var long384 =
        new ECKeyGenerator(Curve.P_384)
            .keyID("groot")
            .keyUse(KeyUse.ENCRYPTION)
            .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
            .generate();

    for (var bad : List.of(secret, signing.toPublicJWK(), long384.toPublicJWK())) {
      var jws = signed(bad, NOW.minus(Duration.ofDays(1)));
      assertThatThrownBy(() -> directory.register(tx, jws, NOW)).isInstanceOf(JwsFault.class);
    }
  }

  private static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(kid)
          .keyUse(KeyUse.ENCRYPTION)
          .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
          .generate()
          .toPublicJWK();
    } catch (JOSEException e) {
      throw new IllegalStateException("a key could not be made", e);
    }
  }

  private static String signed(ECKey key, Instant from) {
    return CJG.sign(EncryptionKeyDirectory.TYP, claims(key, from));
  }

  private static Map<String, Object> claims(ECKey key, Instant from) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", CJG.oin().value());
    claims.put("sleutel", key.toJSONObject());
    claims.put("geldigVanaf", from.toString());
    claims.put("geldigTot", NOW.plus(Duration.ofDays(365)).toString());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }
}
