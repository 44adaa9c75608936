package nl.sluis.gateway.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Oin;

/// Checks a key-binding JWT: this set, for this receiver, now (RFC 9901 section 7.3).
///
/// @param receiver for whom the binding has to be
/// @param now by which the moment of binding is judged; empty when it may have been at any time
record BindingCheck(SignatureCheck signatures, Oin receiver, Optional<Instant> now) {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Set<String> HEADER = Set.of("typ", "alg", "kid");
  private static final Set<String> PAYLOAD = Set.of("iat", "aud", "nonce", "sd_hash");

  byte[] leafHash(Presentation presentation, String binding) throws MessageFault {
    var jws = Jws.split(binding, FaultCode.SLEUTELBINDING_ONGELDIG);
    var header = members(jws.header(), HEADER);
    if (!"kb+jwt".equals(header.text("typ", 10)) || !"ES256".equals(header.text("alg", 10))) {
      throw new MessageFault(FaultCode.SLEUTELBINDING_ONGELDIG);
    }
    try {
      signatures.check(
          presentation.bindingKey().publicKey(),
          "ES256",
          binding.substring(0, binding.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII),
          Base64Url.decode(jws.signature()));
    } catch (MessageFault fault) {
      throw new MessageFault(FaultCode.SLEUTELBINDING_ONGELDIG);
    }
    return proved(presentation, members(jws.payload(), PAYLOAD));
  }

  private byte[] proved(Presentation presentation, Members payload) throws MessageFault {
    if (!payload.text("aud", 20).equals(receiver.value())) {
      throw new MessageFault(FaultCode.VERKEERDE_ONTVANGER, "aud");
    }
    if (!payload.text("sd_hash", 43).equals(presentation.sdHash())) {
      throw new MessageFault(FaultCode.SLEUTELBINDING_ANDERE_INHOUD);
    }
    var bound = Instant.ofEpochSecond(payload.second("iat"));
    if (now.isPresent() && bound.isAfter(now.get().plus(Claims.SKEW))) {
      throw new MessageFault(FaultCode.NOG_NIET_GELDIG);
    }
    if (now.isPresent() && bound.isBefore(now.get().minus(WINDOW))) {
      throw new MessageFault(FaultCode.VERLOPEN);
    }
    var leafHash = Base64Url.decode(payload.text("nonce", 43));
    if (leafHash.length != 32) {
      throw payload.invalid("nonce");
    }
    return leafHash;
  }

  private static Members members(String encoded, Set<String> names) throws MessageFault {
    return Members.of(
        StrictJson.BODIES.object(Base64Url.decode(encoded)), "sleutelbinding", names, Set.of());
  }
}
