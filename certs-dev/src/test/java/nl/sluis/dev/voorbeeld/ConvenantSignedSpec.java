package nl.sluis.dev.voorbeeld;

import static nl.sluis.dev.voorbeeld.BorderTale.CJG;
import static nl.sluis.dev.voorbeeld.BorderTale.SCHOOL;
import static nl.sluis.dev.voorbeeld.BorderTale.run;
import static nl.sluis.dev.voorbeeld.BorderTale.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.authority.Validity;
import nl.sluis.dev.partner.ConvenantSigning;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

/// With which key a party signs a convenant.
final class ConvenantSignedSpec {
  @Test
  void a_party_signs_with_the_key_of_its_certificate_and_with_no_other() throws IOException {
    var texts = new Texts();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      var school = gateway.partner(new Oin(SCHOOL), SCHOOL);
      var convenant = texts.version(Texts.ZUID, Texts.FIRST);
      var statement = ConvenantSigning.statement(school, convenant).toString();
      var authority = gateway.site().authority();
      var oin = school.oin();
      var expired = authority.partner(oin, SCHOOL, Validity.expiredAt(gateway.clock().instant()));
      var revoked = authority.partner(oin, SCHOOL);
      authority.revoke(revoked.identity().certificate());
      gateway.moveClock(Instant.parse("2026-11-23T09:30:00Z"));
      var wrong =
          Map.of(
              "`kid`-sleutel", school.signed(SignatureDesk.TYP, statement),
              "expired", certified(expired, statement),
              "revoked", certified(revoked, statement),
              "foreign", certified(authority.foreign().partner(oin, SCHOOL), statement),
              "without number", certified(authority.partnerWithoutOin(oin, SCHOOL), statement),
              "for servers", certified(authority.partnerWithWrongUse(oin, SCHOOL), statement),
              "of another", certified(authority.partner(new Oin(CJG), CJG), statement));

      wrong.forEach(
          (what, jws) ->
              assertThat(ConvenantSigning.bring(school, convenant, jws).status())
                  .as(what)
                  .isEqualTo(400));
      assertThat(shown(gateway, Texts.FIRST, SCHOOL).path("ondertekend").asBoolean()).isFalse();

      var renewed = certified(authority.partner(oin, SCHOOL), statement);
      assertThat(ConvenantSigning.bring(school, convenant, renewed).status()).isEqualTo(201);
    }
  }

  private static String certified(DevPartner signer, String statement) {
    return ConvenantSigning.certified(signer.identity(), statement);
  }
}
