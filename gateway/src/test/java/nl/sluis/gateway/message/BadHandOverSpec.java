package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BadHandOverSpec {
  private static final byte[] LEAF = new byte[32];

  private final Partners partners = new Partners();
  private final Presentation released = released("K01", "K09");

  @Test
  void a_hand_over_in_order_gives_the_leaf_it_rests_on() throws MessageFault {
    var handOver = partners.binder.bind(released, Partners.CJG, LEAF, Partners.NOW);

    var proved = open(handOver, Partners.CJG, Partners.NOW);

    assertThat(proved.leafHash()).isEqualTo(LEAF);
    assertThat(proved.message().disclosed()).containsOnlyKeys("K01", "K09");
  }

  @Test
  void the_term_of_the_sender_does_not_count_for_the_receiver() throws MessageFault {
    var later = Partners.NOW.plusSeconds(5 * 24 * 3600);
    var handOver = partners.binder.bind(released, Partners.CJG, LEAF, later);

    assertThat(open(handOver, Partners.CJG, later).message().signer()).isEqualTo(Partners.SCHOOL);
  }

  @Test
  void a_stripped_binding_is_refused() {
    assertThat(refusal(released.text())).isEqualTo(FaultCode.SLEUTELBINDING_ONTBREEKT);
  }

  @Test
  void the_binding_of_another_release_is_refused() {
    var other = bound(released("K01", "K09"));

    assertThat(refusal(released.text() + other.substring(other.lastIndexOf('~') + 1)))
        .isEqualTo(FaultCode.SLEUTELBINDING_ANDERE_INHOUD);
  }

  @Test
  void a_disclosure_dropped_after_binding_is_refused() {
    var handOver = bound(released);
    var fewer = released.minimise(Set.of("K01")).text();

    assertThat(refusal(fewer + handOver.substring(handOver.lastIndexOf('~') + 1)))
        .isEqualTo(FaultCode.SLEUTELBINDING_ANDERE_INHOUD);
  }

  @Test
  void disclosures_in_another_order_than_was_bound_are_refused() {
    var parts = bound(released).split("~", -1);

    assertThat(refusal(parts[0] + "~" + parts[2] + "~" + parts[1] + "~" + parts[3]))
        .isEqualTo(FaultCode.SLEUTELBINDING_ANDERE_INHOUD);
  }

  @Test
  void a_binding_for_another_receiver_is_refused() {
    assertThat(refusal(partners.binder.bind(released, Partners.SCHOOL, LEAF, Partners.NOW)))
        .isEqualTo(FaultCode.VERKEERDE_ONTVANGER);
  }

  @Test
  void a_message_for_another_receiver_is_refused_even_when_bound_to_this_one() {
    var handOver = partners.binder.bind(released, Partners.SCHOOL, LEAF, Partners.NOW);

    assertThat(refusal(handOver, Partners.SCHOOL, Partners.NOW))
        .isEqualTo(FaultCode.VERKEERDE_ONTVANGER);
  }

  @Test
  void a_binding_of_long_ago_or_of_the_future_is_refused() {
    var handOver = bound(released);

    assertThat(refusal(handOver, Partners.CJG, Partners.NOW.plusSeconds(301)))
        .isEqualTo(FaultCode.VERLOPEN);
    assertThat(refusal(handOver, Partners.CJG, Partners.NOW.minusSeconds(61)))
        .isEqualTo(FaultCode.NOG_NIET_GELDIG);
  }

  @Test
  void a_binding_with_another_key_type_or_nonce_is_refused() throws JOSEException {
    var payload =
        "{\"iat\":%d,\"aud\":\"%s\",\"nonce\":\"%s\",\"sd_hash\":\"%s\"}"
            .formatted(
                Partners.NOW.getEpochSecond(),
                Partners.CJG,
                Base64Url.encode(LEAF),
                released.sdHash());

    assertThat(refusal(signed(partners.bindingKey, "kb+jwt", payload))).isNull();
    assertThat(refusal(signed(Partners.key("sluis-kb-1"), "kb+jwt", payload)))
        .isEqualTo(FaultCode.SLEUTELBINDING_ONGELDIG);
    assertThat(refusal(signed(partners.bindingKey, "JWT", payload)))
        .isEqualTo(FaultCode.SLEUTELBINDING_ONGELDIG);
    assertThat(refusal(signed(partners.bindingKey, "kb+jwt", payload.replace("AAAA", ""))))
        .isIn(FaultCode.VELD_ONGELDIG, FaultCode.BASE64_NIET_CANONIEK);
    assertThat(refusal(signed(partners.bindingKey, "kb+jwt", payload.replace("{", "{\"x\":1,"))))
        .isEqualTo(FaultCode.VELD_ONBEKEND);
  }

  @Test
  void a_message_bound_with_a_key_that_is_not_of_sluis_is_refused() throws JOSEException {
    var stranger = new Partners();
    var verifier = stranger.verifier;
    try {
      verifier.verifyHandOver(
          bound(released).getBytes(StandardCharsets.UTF_8),
          partners.senders,
          Partners.CJG,
          Partners.NOW);
    } catch (MessageFault fault) {
      assertThat(fault.code()).isEqualTo(FaultCode.BINDSLEUTEL_ONBEKEND);
      return;
    }
    throw new AssertionError("the hand-over was taken");
  }

  private String signed(ECKey key, String typ, String payload) throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID("sluis-kb-1")
            .type(new JOSEObjectType(typ))
            .build();
    var jws = new JWSObject(header, new Payload(payload));
    jws.sign(new ECDSASigner(key));
    return released.text() + jws.serialize();
  }

  private Presentation released(String... names) {
    try {
      return partners.verified(partners.signal().sign().text()).minimise(Set.of(names));
    } catch (MessageFault fault) {
      throw new IllegalStateException(fault);
    }
  }

  private String bound(Presentation presentation) {
    return partners.binder.bind(presentation, Partners.CJG, LEAF, Partners.NOW);
  }

  private HandedOver open(String handOver, Oin receiver, Instant at) throws MessageFault {
    return partners.verifier.verifyHandOver(
        handOver.getBytes(StandardCharsets.UTF_8), partners.senders, receiver, at);
  }

  private @Nullable FaultCode refusal(String handOver) {
    return refusal(handOver, Partners.CJG, Partners.NOW);
  }

  private @Nullable FaultCode refusal(String handOver, Oin receiver, Instant at) {
    try {
      open(handOver, receiver, at);
      return null;
    } catch (MessageFault fault) {
      return fault.code();
    }
  }
}
