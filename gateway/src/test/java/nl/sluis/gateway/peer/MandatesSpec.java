package nl.sluis.gateway.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.consent.TestDatabase;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MandatesSpec {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Oin SUPPLIER = new Oin("00000099000000901000");
  private static final Purpose SIGNAL = new Purpose("signaal-bespreken-cjg");
  private static final Signer NORTH = Signer.of("00000099000000201000");
  private static final Signer SOUTH = Signer.of("00000099000000202000");

  private static TestDatabase database;
  private final Mandates mandates = new Mandates("kennemerland", Signer.register(NORTH, SOUTH));
  private Connection tx;

  @BeforeAll
  static void open() {
    database =
        TestDatabase.with(List.of("db/consent/V001__rollen.sql", "db/gateway/V001__mandaat.sql"));
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
  void a_purpose_that_is_in_no_convenant_is_refused_and_not_kept() throws Exception {
    assertThatThrownBy(() -> mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> false))
        .isInstanceOf(JwsFault.class);

    assertThat(mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> true).party())
        .isEqualTo(NORTH.oin());
  }

  @Test
  void a_supplier_may_act_in_the_roles_and_for_the_purposes_of_the_mandate_and_no_others()
      throws Exception {
    var mandate = mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> true);

    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, NOW)).contains(mandate);
    assertThat(mandateFor(NORTH, Role.SCHOOL_DIRECTEUR, SIGNAL, NOW)).isEmpty();
    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, new Purpose("anders"), NOW)).isEmpty();
    assertThat(mandateFor(SOUTH, Role.SCHOOL_IB, SIGNAL, NOW)).isEmpty();
  }

  @Test
  void a_mandate_holds_from_its_first_day_until_its_last() throws Exception {
    var mandate = mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> true);

    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, mandate.from())).isPresent();
    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, mandate.from().minusMillis(1))).isEmpty();
    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, mandate.until())).isEmpty();
  }

  @Test
  void taking_back_the_mandate_of_one_school_stops_that_school_only() throws Exception {
    var north = mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> true);
    mandates.register(tx, signed(SOUTH, claims(SOUTH)), NOW, _ -> true);

    assertThat(mandates.revoke(tx, north.id(), NORTH.oin(), NOW)).isTrue();

    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, NOW)).isEmpty();
    assertThat(mandateFor(SOUTH, Role.SCHOOL_IB, SIGNAL, NOW)).isPresent();
  }

  @Test
  void a_mandate_is_taken_back_by_its_party_or_its_supplier_and_by_nobody_else() throws Exception {
    var mandate = mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> true);

    assertThat(mandates.revoke(tx, mandate.id(), SOUTH.oin(), NOW)).isFalse();
    assertThat(mandates.revoke(tx, UUID.randomUUID(), NORTH.oin(), NOW)).isFalse();
    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, NOW)).isPresent();
    assertThat(mandates.revoke(tx, mandate.id(), SUPPLIER, NOW)).isTrue();
    assertThat(mandates.revoke(tx, mandate.id(), NORTH.oin(), NOW)).isTrue();
    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, NOW)).isEmpty();
  }

  @Test
  void the_same_mandate_twice_is_one_mandate_and_another_with_its_number_is_refused()
      throws Exception {
    var claims = claims(NORTH);
    var jws = signed(NORTH, claims);
    var first = mandates.register(tx, jws, NOW, _ -> true);

    assertThat(mandates.register(tx, jws, NOW, _ -> true)).isEqualTo(first);

    var other = new HashMap<>(claims);
    other.put("rollen", List.of("school-directeur"));
    assertThatThrownBy(() -> mandates.register(tx, signed(NORTH, other), NOW, _ -> true))
        .isInstanceOf(JwsFault.class)
        .hasMessageContaining("`jti` was used");
  }

  @Test
  void a_mandate_that_its_party_did_not_sign_is_refused() {
    assertThatThrownBy(() -> mandates.register(tx, signed(SOUTH, claims(NORTH)), NOW, _ -> true))
        .isInstanceOf(JwsFault.class)
        .hasMessageContaining("signature");
    assertThatThrownBy(
            () -> mandates.register(tx, NORTH.sign("JWT", claims(NORTH)), NOW, _ -> true))
        .isInstanceOf(JwsFault.class)
        .hasMessageContaining("`typ`");
  }

  @Test
  void a_mandate_with_a_word_that_does_not_exist_is_refused() {
    var wrong =
        Map.of(
            "rollen", List.of("school-conrector"),
            "doelen", List.of("Geen Doel"),
            "gemachtigde", "123",
            "geldigTot", "morgen",
            "jti", "kort");
    wrong.forEach(
        (name, value) -> {
          var claims = claims(NORTH);
          claims.put(name, value);
          assertThatThrownBy(() -> mandates.register(tx, signed(NORTH, claims), NOW, _ -> true))
              .as(name)
              .isInstanceOf(JwsFault.class);
        });
    var more = claims(NORTH);
    more.put("opmerking", "alles mag");
    assertThatThrownBy(() -> mandates.register(tx, signed(NORTH, more), NOW, _ -> true))
        .isInstanceOf(JwsFault.class);
  }

  @Test
  void who_takes_a_mandate_back_waits_for_who_is_using_it() throws Exception {
    var mandate = mandates.register(tx, signed(NORTH, claims(NORTH)), NOW, _ -> true);
    tx.commit();
    mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, NOW);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var revoked = CompletableFuture.supplyAsync(() -> revokeAndCommit(mandate), threads);

      assertThatThrownBy(() -> revoked.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      tx.commit();
      assertThat(revoked.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(mandateFor(NORTH, Role.SCHOOL_IB, SIGNAL, NOW)).isEmpty();
  }

  private boolean revokeAndCommit(Mandate mandate) {
    try (var other = database.gateway().getConnection()) {
      other.setAutoCommit(false);
      var done = mandates.revoke(other, mandate.id(), NORTH.oin(), NOW);
      other.commit();
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Mandate> mandateFor(Signer party, Role role, Purpose purpose, Instant now)
      throws SQLException {
    return mandates.mandateFor(tx, SUPPLIER, party.oin(), role, purpose, now);
  }

  private static Map<String, Object> claims(Signer party) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", party.oin().value());
    claims.put("gemachtigde", SUPPLIER.value());
    claims.put("rollen", List.of("school-ib", "school-leerkracht"));
    claims.put("doelen", List.of(SIGNAL.code()));
    claims.put("geldigVanaf", NOW.minus(Duration.ofDays(1)).toString());
    claims.put("geldigTot", NOW.plus(Duration.ofDays(365)).toString());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  private static String signed(Signer signer, Map<String, Object> claims) {
    return signer.sign(Mandates.TYP, claims);
  }
}
