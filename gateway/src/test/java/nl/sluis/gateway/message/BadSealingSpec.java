package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BadSealingSpec {
  private static final byte[] KIBI = new byte[1024];

  private final Partners partners = new Partners();

  @Test
  void a_category_sealed_as_agreed_is_taken() throws JOSEException, MessageFault {
    assertThat(refusal(sealed(header -> header, KIBI))).isNull();
  }

  @Test
  void another_algorithm_or_compression_is_refused() throws JOSEException, MessageFault {
    var direct = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM);
    var weaker = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A128KW, EncryptionMethod.A256GCM);
    var cbc = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256CBC_HS512);

    for (var wrong : List.of(direct, weaker, cbc)) {
      assertThat(refusal(sealed(header -> named(wrong), KIBI)))
          .isEqualTo(FaultCode.VERZEGELING_ALGORITME_ONJUIST);
    }
    assertThat(
            refusal(sealed(header -> header.compressionAlgorithm(CompressionAlgorithm.DEF), KIBI)))
        .isEqualTo(FaultCode.VERZEGELING_ALGORITME_ONJUIST);
  }

  @Test
  void a_key_that_the_receiver_never_published_is_refused() throws JOSEException, MessageFault {
    assertThat(refusal(sealed(header -> header.keyID("cjg-enc-0"), KIBI)))
        .isEqualTo(FaultCode.VERZEGELING_SLEUTEL_ONBEKEND);
  }

  @Test
  void a_sealed_category_of_another_sender_message_or_category_is_refused()
      throws JOSEException, MessageFault {
    assertThat(refusal(sealed(header -> header.issuer(Partners.CJG.value()), KIBI)))
        .isEqualTo(FaultCode.VERZEGELING_HOORT_ELDERS);
    assertThat(refusal(sealed(header -> to(header, Partners.SCHOOL), KIBI)))
        .isEqualTo(FaultCode.VERZEGELING_HOORT_ELDERS);
    assertThat(refusal(sealed(header -> header.customParam("jti", "x"), KIBI)))
        .isEqualTo(FaultCode.VERZEGELING_HOORT_ELDERS);
    assertThat(refusal(sealed(header -> header.customParam("cat", "K11"), KIBI)))
        .isEqualTo(FaultCode.VERZEGELING_HOORT_ELDERS);
  }

  @Test
  void a_length_that_tells_how_much_was_written_is_refused() throws JOSEException, MessageFault {
    for (int length : new int[] {0, 17, 1023, 1025, 5000}) {
      assertThat(refusal(sealed(header -> header, new byte[length])))
          .isEqualTo(FaultCode.VERZEGELING_VORM_ONJUIST);
    }
    assertThat(refusal(sealed(header -> header, new byte[1 << 16]))).isNull();
  }

  @Test
  void a_header_member_that_was_not_agreed_is_refused() throws JOSEException, MessageFault {
    assertThat(refusal(sealed(header -> header.customParam("leerling", "x"), KIBI)))
        .isEqualTo(FaultCode.VELD_ONBEKEND);
  }

  @Test
  void a_text_that_is_no_jwe_is_refused() throws MessageFault {
    for (var text : List.of("Sanne slaapt in de klas", "a.b.c", "....", "", "YQ.YQ.YQ.YQ.YQ=")) {
      assertThat(refusal(text)).isIn(FaultCode.VERZEGELING_VORM_ONJUIST, FaultCode.JSON_ONGELDIG);
    }
  }

  private static JWEHeader.Builder to(JWEHeader.Builder header, Oin receiver) {
    return header.audience(List.of(receiver.value()));
  }

  private static JWEHeader.Builder named(JWEHeader.Builder header) {
    return to(header, Partners.CJG)
        .keyID("cjg-enc-1")
        .issuer(Partners.SCHOOL.value())
        .customParam("jti", Forged.JTI)
        .customParam("cat", "K10");
  }

  private String sealed(UnaryOperator<JWEHeader.Builder> change, byte[] content)
      throws JOSEException {
    var agreed = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM);
    var jwe = new JWEObject(change.apply(named(agreed)).build(), new Payload(content));
    jwe.encrypt(new ECDHEncrypter(partners.coachKey.toPublicJWK()));
    return jwe.serialize();
  }

  private @Nullable FaultCode refusal(String jwe) throws MessageFault {
    var text = new Forged(partners).disclose(DataCategory.K10.name(), "\"" + jwe + "\"").text();
    var message = partners.verified(text);
    try {
      new SealedCheck(partners.directory).check(message);
      return null;
    } catch (MessageFault fault) {
      return fault.code();
    }
  }
}
