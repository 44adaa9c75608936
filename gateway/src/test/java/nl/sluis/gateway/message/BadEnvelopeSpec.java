package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BadEnvelopeSpec {
  private static final String HEADER = "\"kid\":\"school-2026\",\"typ\":\"sluis-bericht+sd-jwt\"}";

  private final Partners partners = new Partners();
  private final Forged forged = new Forged(partners).disclose("K01", "{\"voornaam\":\"Sanne\"}");

  @Test
  void the_unbroken_message_is_taken() throws MessageFault {
    assertThat(partners.verified(forged.text()).jti()).isEqualTo(Forged.JTI);
  }

  @Test
  void a_body_of_ten_mebibytes_is_refused() {
    assertThat(forged.refusalOf(new byte[10 << 20])).isEqualTo(FaultCode.BERICHT_TE_GROOT);
  }

  @Test
  void an_empty_body_is_refused() {
    assertThat(forged.refusalOf("")).isEqualTo(FaultCode.VORM_SD_JWT_ONJUIST);
  }

  @Test
  void a_missing_last_tilde_is_refused() {
    var text = forged.text();

    assertThat(forged.refusalOf(text.substring(0, text.length() - 1)))
        .isEqualTo(FaultCode.VORM_SD_JWT_ONJUIST);
  }

  @Test
  void a_jwt_without_any_tilde_is_refused() {
    assertThat(forged.refusalOf(forged.jwt())).isEqualTo(FaultCode.VORM_SD_JWT_ONJUIST);
  }

  @Test
  void an_empty_disclosure_is_refused() {
    assertThat(forged.refusalOf(forged.text() + "~")).isEqualTo(FaultCode.VORM_SD_JWT_ONJUIST);
  }

  @Test
  void a_key_binding_by_the_sender_is_refused() {
    assertThat(forged.refusalOf(forged.text() + forged.jwt()))
        .isEqualTo(FaultCode.SLEUTELBINDING_NIET_VERWACHT);
  }

  @Test
  void white_space_anywhere_is_refused() {
    var text = forged.text();

    assertThat(forged.refusalOf(text + "\n")).isEqualTo(FaultCode.TEKEN_ONGELDIG);
    assertThat(forged.refusalOf(text.replace("~", "~ "))).isEqualTo(FaultCode.TEKEN_ONGELDIG);
  }

  @Test
  void padding_anywhere_is_refused() {
    var text = forged.text();

    assertThat(forged.refusalOf(text.replaceFirst("~", "=~"))).isEqualTo(FaultCode.TEKEN_ONGELDIG);
    assertThat(forged.refusalOf(text.substring(0, text.length() - 1) + "=~"))
        .isEqualTo(FaultCode.TEKEN_ONGELDIG);
  }

  @Test
  void a_signature_spelled_with_other_spare_bits_is_refused() {
    // 64 bytes are 86 letters, of which the last carries four spare bits.
    var jwt = forged.jwt();
    char last = jwt.charAt(jwt.length() - 1);
    char respelled = last == 'A' ? 'B' : last == 'Q' ? 'R' : last == 'g' ? 'h' : 'x';

    assertThat(forged.refusalOf(jwt.substring(0, jwt.length() - 1) + respelled + "~"))
        .isEqualTo(FaultCode.BASE64_NIET_CANONIEK);
  }

  @Test
  void bytes_that_are_no_ascii_are_refused() {
    assertThat(forged.refusalOf(new byte[] {(byte) 0xff, 0, 1}))
        .isEqualTo(FaultCode.TEKEN_ONGELDIG);
    assertThat(forged.refusalOf("é" + forged.text())).isEqualTo(FaultCode.TEKEN_ONGELDIG);
  }

  @Test
  void two_or_four_parts_are_no_jwt() {
    assertThat(forged.refusalOf("YQ.YQ~")).isEqualTo(FaultCode.VORM_SD_JWT_ONJUIST);
    assertThat(forged.refusalOf("YQ.YQ.YQ.YQ~")).isEqualTo(FaultCode.VORM_SD_JWT_ONJUIST);
  }

  @Test
  void alg_none_is_refused_in_every_spelling() {
    for (var none : new String[] {"none", "None", "NONE", "nOnE"}) {
      assertThat(forged.header("{\"alg\":\"" + none + "\"," + HEADER).refusal())
          .isEqualTo(FaultCode.ALGORITME_NIET_TOEGESTAAN);
    }
    var unsigned = forged.jwt();
    assertThat(forged.refusalOf(unsigned.substring(0, unsigned.lastIndexOf('.') + 1) + "~"))
        .isEqualTo(FaultCode.ALGORITME_NIET_TOEGESTAAN);
  }

  @Test
  void hs256_with_the_public_key_as_secret_is_refused() throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .keyID("school-2026")
            .type(new JOSEObjectType("sluis-bericht+sd-jwt"))
            .build();
    var jws = new JWSObject(header, new Payload("{\"iss\":\"" + Partners.SCHOOL + "\"}"));
    jws.sign(new MACSigner(partners.schoolKey.toECPublicKey().getEncoded()));

    assertThat(forged.refusalOf(jws.serialize() + "~"))
        .isEqualTo(FaultCode.ALGORITME_NIET_TOEGESTAAN);
  }

  @Test
  void ps256_with_a_key_registered_for_es256_is_refused() {
    assertThat(forged.header("{\"alg\":\"PS256\"," + HEADER).refusal())
        .isEqualTo(FaultCode.ALGORITME_PAST_NIET_BIJ_SLEUTEL);
  }

  @Test
  void a_header_that_brings_or_points_at_its_own_key_is_refused() {
    for (var extra :
        new String[] {
          "\"jwk\":{}",
          "\"jku\":\"https://x.example/\"",
          "\"x5u\":\"https://x.example/\"",
          "\"x5c\":[]",
          "\"crit\":[\"b64\"]",
          "\"b64\":false",
          "\"zip\":\"DEF\"",
          "\"cty\":\"JWT\""
        }) {
      assertThat(forged.header("{\"alg\":\"ES256\"," + extra + "," + HEADER).refusal())
          .isEqualTo(FaultCode.KOP_ONBEKEND);
    }
  }

  @Test
  void a_kid_of_nobody_or_of_another_partner_is_refused() {
    for (var kid : new String[] {"../../etc/passwd", "cjg-enc-1", "school-2025"}) {
      var header = "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\",\"typ\":\"sluis-bericht+sd-jwt\"}";
      assertThat(forged.header(header).refusal()).isEqualTo(FaultCode.SLEUTEL_ONBEKEND);
    }
    assertThat(new Forged(partners).claim("iss", "\"" + Partners.CJG + "\"").refusal())
        .isEqualTo(FaultCode.SLEUTEL_ONBEKEND);
  }

  @Test
  void a_missing_or_other_typ_is_refused() {
    assertThat(forged.header("{\"alg\":\"ES256\",\"kid\":\"school-2026\"}").refusal())
        .isEqualTo(FaultCode.VELD_ONTBREEKT);
    assertThat(
            forged.header("{\"alg\":\"ES256\",\"kid\":\"school-2026\",\"typ\":\"JWT\"}").refusal())
        .isEqualTo(FaultCode.TYP_ONJUIST);
  }

  @Test
  void a_changed_payload_or_a_zero_signature_is_refused() {
    var jwt = forged.jwt();
    var zero = Base64Url.encode(new byte[64]);

    assertThat(forged.refusalOf(jwt.substring(0, jwt.lastIndexOf('.') + 1) + zero + "~"))
        .isEqualTo(FaultCode.HANDTEKENING_ONGELDIG);
    var other = new Forged(partners).claim("doel", "\"vt-melding\"").jwt();
    var graft = other.substring(0, other.lastIndexOf('.')) + jwt.substring(jwt.lastIndexOf('.'));
    assertThat(forged.refusalOf(graft + "~")).isEqualTo(FaultCode.HANDTEKENING_ONGELDIG);
    assertThat(forged.refusalOf(jwt.substring(0, jwt.lastIndexOf('.') + 1) + "AAAA~"))
        .isEqualTo(FaultCode.HANDTEKENING_ONGELDIG);
  }

  @Test
  void a_message_signed_with_rsa_is_taken_when_that_key_is_registered()
      throws JOSEException, MessageFault {
    RSAKey key = new RSAKeyGenerator(2048).keyID("leverancier-rsa").generate();
    var sent = Partners.signal(partners.school(key)).sign();
    var senders = Partners.senders(Partners.SCHOOL, key.toPublicJWK());

    var message =
        partners.verifier.verify(
            sent.text().getBytes(StandardCharsets.US_ASCII), senders, Partners.NOW);

    assertThat(message.jti()).isEqualTo(sent.jti());
  }

  @Test
  void before_the_signature_is_proved_a_refusal_names_nobody_and_after_it_the_signer() {
    var unsigned = forged.jwt().replaceAll("\\.[^.]*$", "." + Base64Url.encode(new byte[64]));

    assertThat(fault(unsigned + "~").origin()).isEmpty();
    assertThat(fault(new Forged(partners).claim("doel", "7").text()).origin())
        .hasValueSatisfying(
            origin -> {
              assertThat(origin.signer()).isEqualTo(Partners.SCHOOL);
              assertThat(origin.jti()).contains(Forged.JTI);
            });
  }

  @Test
  void every_fault_has_a_code_of_its_own_and_says_what_to_do() {
    for (var code : FaultCode.values()) {
      assertThat(code.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(code.explanation()).isNotBlank().doesNotEndWith(".");
      assertThat(code.remedy()).isNotBlank().doesNotEndWith(".");
    }
    assertThat(Arrays.stream(FaultCode.values()).map(FaultCode::code)).doesNotHaveDuplicates();
  }

  private MessageFault fault(String text) {
    try {
      partners.verified(text);
    } catch (MessageFault fault) {
      return fault;
    }
    throw new AssertionError("the message was taken");
  }
}
