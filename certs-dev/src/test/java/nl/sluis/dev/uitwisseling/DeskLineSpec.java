package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.authority.Validity;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk is open for years: the certificate and the key with which it calls Sluis are replaced
/// beside it, and nobody who works there notices.
final class DeskLineSpec {
  private static final Oin SCHOOL = DevWorker.INTERN_BEGELEIDER.at().oin();
  private static final String ANSWERED = "Er ligt nu niets klaar";
  private static final JsonMapper JSON = new JsonMapper();

  private static TestGateway test;
  private static DevGateway gateway;
  private static DevSite site;
  private static DevWorkplace desk;
  private static WorkVisit visit;
  private static Path keys;

  @BeforeAll
  static void somebody_works_there() {
    test = TestGateway.start();
    gateway = test.gateway();
    site = gateway.site();
    desk = DevWorkplace.start(gateway, List.of(DevWorker.INTERN_BEGELEIDER));
    visit = desk.visit(DevWorker.INTERN_BEGELEIDER);
    keys = site.ownFolder().resolve(SCHOOL.value());
  }

  @AfterAll
  static void stop() throws IOException {
    visit.close();
    desk.close();
    test.close();
  }

  @Test
  void a_renewed_certificate_counts_without_a_restart_and_a_bad_one_never_does() throws Exception {
    var first = site.identity(SCHOOL, "", true).partner().identity();
    var next = site.authority().partner(SCHOOL, "De Duinpieper").identity();

    var over = Validity.expiredAt(gateway.clock().instant());
    put(site.authority().partner(SCHOOL, "De Duinpieper", over).identity());
    var expired = desk.desk().reload();
    var afterExpired = postbus();
    Files.writeString(keys.resolve("tls.crt.pem"), Files.readString(next.chainFile()));
    var halfway = desk.desk().reload();
    var afterHalf = postbus();
    put(next);
    var whole = desk.desk().reload();
    site.authority().revoke(first.certificate());
    site.authority().writeCrls();
    gateway.reload();

    assertThat(expired).hasSize(1);
    assertThat(expired.getFirst()).contains("geldt nu niet");
    assertThat(afterExpired).contains(ANSWERED);
    assertThat(halfway).hasSize(1);
    assertThat(halfway.getFirst()).contains("is niet de sleutel van het certificaat");
    assertThat(afterHalf).contains(ANSWERED);
    assertThat(whole).isEmpty();
    try (var withTheFirst = gateway.partner(SCHOOL, "De Duinpieper")) {
      var refused = withTheFirst.call("GET", "/v1/verbinding", Map.of(), "");
      assertThat(refused.status()).as("the door does not open for it").isNotEqualTo(200);
    }
    assertThat(postbus()).contains(ANSWERED);
  }

  @Test
  void a_renewed_signing_key_counts_without_a_restart_and_the_one_before_is_not_needed()
      throws Exception {
    var before = site.identity(SCHOOL, "", true).signing();
    var next =
        new ECKeyGenerator(Curve.P_256)
            .keyID("sig-volgende")
            .algorithm(JWSAlgorithm.ES256)
            .generate();
    site.signsWith(SCHOOL, next);
    gateway.reload();

    Files.writeString(keys.resolve("ondertekening.jwk.json"), "{}");
    var broken = desk.desk().reload();
    var afterBroken = postbus();
    Files.writeString(keys.resolve("ondertekening.jwk.json"), next.toJSONString());
    var whole = desk.desk().reload();
    forget(before);
    gateway.reload();

    assertThat(broken).hasSize(1);
    assertThat(broken.getFirst()).contains("ondertekening.jwk.json");
    assertThat(afterBroken).contains(ANSWERED);
    assertThat(whole).isEmpty();
    assertThat(postbus()).contains(ANSWERED);
  }

  /// What stands in the folder from now on.
  private static void put(DevCertificate certificate) throws IOException {
    Files.writeString(keys.resolve("tls.crt.pem"), Files.readString(certificate.chainFile()));
    Files.writeString(keys.resolve("tls.key.pem"), Files.readString(certificate.keyFile()));
  }

  private static String postbus() {
    return WorkVisit.text(visit.open("/werk/postbus"));
  }

  /// The administrator of Sluis takes a key out of what is registered of the school.
  private static void forget(ECKey key) throws IOException {
    var file = site.partnerFolder().resolve(SCHOOL + ".json");
    var told = JSON.readTree(Files.readString(file));
    var left = (ArrayNode) told.at("/sleutels/keys");
    for (int i = left.size() - 1; i >= 0; i--) {
      if (left.get(i).path("kid").asText().equals(key.getKeyID())) {
        left.remove(i);
      }
    }
    assertThat(left).hasSize(1);
    Files.writeString(file, told.toString());
  }
}
