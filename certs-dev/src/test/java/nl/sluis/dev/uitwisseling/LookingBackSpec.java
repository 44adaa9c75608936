package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.CorrectionSigner;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.nacontrole.Verdict;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nobody judges his own report, not even by going round the gateway: PostgreSQL refuses it.
final class LookingBackSpec {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Actor SENDER = Actor.of(new byte[] {1, 2, 3});

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void the_database_refuses_a_reviewer_who_sent_it_himself() throws SQLException {
    var review = opened();

    assertThatThrownBy(() -> judged(review, SENDER))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .as("a check constraint")
        .isEqualTo("23514");
    assertThat(judged(review, Actor.of(new byte[] {4}))).isTrue();
  }

  @Test
  void a_verdict_is_given_once() throws SQLException {
    var review = opened();

    assertThat(judged(review, Actor.of(new byte[] {5}))).isTrue();
    assertThat(judged(review, Actor.of(new byte[] {6}))).isFalse();
  }

  @Test
  void what_the_receiver_of_an_unjustified_report_is_told_is_signed_and_says_nothing_of_anybody()
      throws SQLException, JOSEException, ParseException {
    var key = new ECKeyGenerator(Curve.P_256).keyID("rechtzetting").generate();
    var sluis = new Oin("00000099000000001000");
    var corrections =
        new Corrections(
            DevSettings.REGION, new CorrectionSigner(sluis, SigningKeys.of(List.of(key))));
    var review = opened();

    try (var owner = gateway.gateway().database().owner()) {
      var judged = new Review.Judged(Verdict.UNJUSTIFIED, "X02", AT);
      book().judge(owner, review, Actor.of(new byte[] {8}), judged, false);
      corrections.made(owner, review, AT);

      var waiting = corrections.waiting(owner, review.to().oin());
      assertThat(waiting).hasSize(1);
      var told = JWSObject.parse(waiting.getFirst().jws());
      assertThat(told.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
      assertThat(told.getHeader().getType().getType()).isEqualTo(CorrectionSigner.TYPE);
      assertThat(told.getPayload().toJSONObject())
          .containsEntry("transactie", review.transaction().toString())
          .containsEntry("uitkomst", "onterecht")
          .containsOnlyKeys(
              "iss",
              "aud",
              "rol",
              "iat",
              "transactie",
              "uitkomst",
              "gevraagd",
              "antwoorden",
              "uiterlijk");
      assertThat(
              corrections.confirm(owner, review.transaction(), Mended.GEWIST, Optional.empty(), AT))
          .isTrue();
      assertThat(
              corrections.confirm(
                  owner, review.transaction(), Mended.AANGETEKEND, Optional.empty(), AT))
          .isFalse();
      assertThat(corrections.waiting(owner, review.to().oin())).isEmpty();
    }
  }

  @Test
  void a_family_from_whom_it_is_hidden_is_told_of_the_verdict_when_it_is_shown()
      throws SQLException {
    var review = opened();
    var judged = new Review.Judged(Verdict.UNJUSTIFIED, "X02", AT);

    try (var owner = gateway.gateway().database().owner()) {
      var now = book().judge(owner, review, Actor.of(new byte[] {9}), judged, true);
      var later = book().shown(owner, review.transaction(), AT);

      assertThat(now.orElseThrow().toString()).doesNotContain("gezin-informeren");
      assertThat(later.toString()).contains("gezin-informeren");
      assertThat(book().shown(owner, UUID.randomUUID(), AT)).isEmpty();
    }
  }

  @Test
  void the_gateway_cannot_change_or_remove_what_was_found() throws SQLException {
    judged(opened(), Actor.of(new byte[] {7}));

    try (var owner = gateway.gateway().database().owner();
        var asGateway = owner.createStatement()) {
      asGateway.execute("set role sluis_gateway");
      for (var sql :
          new String[] {
            "update nacontrole_oordeel set uitkomst = 'terecht'",
            "delete from nacontrole_oordeel",
            "delete from nacontrole"
          }) {
        assertThatThrownBy(() -> asGateway.execute(sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("42501");
      }
    }
  }

  private static ReviewBook book() {
    return new ReviewBook(
        DevSettings.REGION, new Tasks(DevSettings.REGION, InstantSource.system()));
  }

  private static Review opened() throws SQLException {
    var review =
        new Review(
            UUID.randomUUID(),
            new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB),
            new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS),
            new Purpose("vt-melding"),
            "X16",
            false,
            Optional.empty(),
            SENDER,
            AT,
            AT,
            Review.Nearest.UNKNOWN,
            Optional.empty());
    try (var owner = gateway.gateway().database().owner()) {
      assertThat(book().opened(owner, review)).hasSize(1);
    }
    return review;
  }

  private static boolean judged(Review review, Actor reviewer) throws SQLException {
    try (var owner = gateway.gateway().database().owner()) {
      var judged = new Review.Judged(Verdict.JUSTIFIED, "geen", AT);
      return book().judge(owner, review, reviewer, judged, false).isPresent();
    }
  }
}
