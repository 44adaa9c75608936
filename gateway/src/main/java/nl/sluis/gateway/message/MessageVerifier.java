package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.policies.terms.Oin;

/// Proves that bytes are a message in our profile and whose it is (RFC 9901 section 7).
///
/// Holds no state but parsed keys; may be shared between threads.
public final class MessageVerifier {
  private static final String TYPE = "sluis-bericht+sd-jwt";
  private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
  private static final Set<String> ALGORITHMS = Set.of("ES256", "PS256");
  private static final int MOST_TEXT = 96 * 1024;
  private static final int SALT = 22;
  private static final int LONGEST_SALT = 86;
  static final StrictJson DISCLOSURES = new StrictJson(StrictJson.DEPTH, MOST_TEXT);

  private final Oin sluis;
  private final BindingKeys bindingKeys;
  private final SignatureCheck signatures = new SignatureCheck();

  /// @param sluis to whom messages are addressed
  /// @param bindingKeys the keys of Sluis that a message may name in `cnf`; public parts suffice
  public MessageVerifier(Oin sluis, SigningKeys<ECKey> bindingKeys) {
    this.sluis = sluis;
    this.bindingKeys = new BindingKeys(bindingKeys);
  }

  /// Proves a message as its sender hands it in.
  ///
  /// @throws MessageFault with everything that is wrong with its form, once the signature is proved
  public SignedMessage verify(byte[] body, SenderKeys keys, Instant now) throws MessageFault {
    return verify(body, keys, Optional.of(now));
  }

  /// The same, whatever the clock of the sender says: for acute danger, which no clock may hold up.
  public SignedMessage verifyAtAnyTime(byte[] body, SenderKeys keys) throws MessageFault {
    return verify(body, keys, Optional.empty());
  }

  private SignedMessage verify(byte[] body, SenderKeys keys, Optional<Instant> now)
      throws MessageFault {
    var envelope = Envelope.read(body);
    if (!envelope.keyBinding().isEmpty()) {
      throw new MessageFault(
          envelope.keyBinding().indexOf('.') > 0
              ? FaultCode.SLEUTELBINDING_NIET_VERWACHT
              : FaultCode.VORM_SD_JWT_ONJUIST);
    }
    var signer = proveSignature(envelope, keys);
    try {
      return read(envelope, Sha256.of(body), now);
    } catch (MessageFault fault) {
      throw fault.signedBy(signer, Claims.jtiOf(envelope.payload()));
    }
  }

  /// Proves a message as Sluis hands it over: the sender's signature and Sluis' own binding.
  ///
  /// The term of the sender's message does not count any more; that of the binding does.
  public HandedOver verifyHandOver(byte[] body, SenderKeys keys, Oin receiver, Instant now)
      throws MessageFault {
    return handOver(body, keys, receiver, Optional.of(now));
  }

  /// The same, whatever the clock of Sluis said when it bound the message: a report of acute danger
  /// that had to be brought many times keeps the binding it got at first. Whoever takes reports
  /// MUST know them by signer and number, so that one is taken once.
  public HandedOver verifyHandOverAtAnyTime(byte[] body, SenderKeys keys, Oin receiver)
      throws MessageFault {
    return handOver(body, keys, receiver, Optional.empty());
  }

  private HandedOver handOver(byte[] body, SenderKeys keys, Oin receiver, Optional<Instant> now)
      throws MessageFault {
    var envelope = Envelope.read(body);
    if (envelope.keyBinding().isEmpty()) {
      throw new MessageFault(FaultCode.SLEUTELBINDING_ONTBREEKT);
    }
    proveSignature(envelope, keys);
    var message = read(envelope, Sha256.of(body), Optional.empty());
    if (!message.to().oin().equals(receiver)) {
      throw new MessageFault(FaultCode.VERKEERDE_ONTVANGER, "aan.oin");
    }
    var binding = new BindingCheck(signatures, receiver, now);
    return new HandedOver(message, binding.leafHash(message.whole(), envelope.keyBinding()));
  }

  private Oin proveSignature(Envelope envelope, SenderKeys keys) throws MessageFault {
    var header = header(envelope);
    var issuer = envelope.payload().path("iss").textValue();
    if (issuer == null || !Oin.isOin(issuer)) {
      throw new MessageFault(FaultCode.VELD_ONGELDIG, "iss");
    }
    var signer = new Oin(issuer);
    JWK key =
        keys.key(signer, header.text("kid", 128))
            .orElseThrow(() -> new MessageFault(FaultCode.SLEUTEL_ONBEKEND));
    signatures.check(
        key,
        header.text("alg", 10),
        envelope.signingInput(),
        Base64Url.decode(envelope.signature()));
    return signer;
  }

  private static Members header(Envelope envelope) throws MessageFault {
    var header = envelope.header();
    for (var member : header.properties()) {
      if (!HEADER.contains(member.getKey())) {
        throw new MessageFault(FaultCode.KOP_ONBEKEND);
      }
    }
    var members = Members.of(header, "", HEADER, Set.of());
    if (!TYPE.equals(header.path("typ").textValue())) {
      throw new MessageFault(FaultCode.TYP_ONJUIST);
    }
    if (!ALGORITHMS.contains(members.text("alg", 10))) {
      throw new MessageFault(FaultCode.ALGORITME_NIET_TOEGESTAAN);
    }
    return members;
  }

  /// @param now when it was handed in; empty when neither its clock nor its key may hold it up
  private SignedMessage read(Envelope envelope, byte[] sha256, Optional<Instant> now)
      throws MessageFault {
    var all = new Gathering();
    var claims = all.read(() -> Claims.read(envelope.payload(), all)).flatMap(found -> found);
    claims.ifPresent(found -> all.check(() -> requireOurs(found)));
    var disclosures = disclosures(envelope, all);
    if (claims.isPresent() && now.isPresent()) {
      var found = claims.get();
      all.check(() -> requireOpen(found));
      all.check(found::checkTerm);
      all.check(() -> found.checkClock(now.get()));
    }
    all.done();
    Map<String, JsonNode> disclosed = LinkedHashMap.newLinkedHashMap(disclosures.size());
    for (var disclosure : disclosures) {
      disclosed.put(disclosure.name().orElseThrow(), disclosure.value());
    }
    var proved = claims.orElseThrow();
    var whole = new Presentation(envelope.jwt(), disclosures, proved.bindingKey());
    return new SignedMessage(proved, sha256, disclosed, whole);
  }

  private void requireOurs(Claims claims) throws MessageFault {
    if (!claims.audience().equals(sluis)) {
      throw new MessageFault(FaultCode.VERKEERDE_ONTVANGER, "aud");
    }
    if (bindingKeys.known(claims.bindingKey()).isEmpty()) {
      throw new MessageFault(FaultCode.BINDSLEUTEL_ONBEKEND);
    }
  }

  private void requireOpen(Claims claims) throws MessageFault {
    if (!bindingKeys.isOpen(claims.bindingKey())) {
      throw new MessageFault(FaultCode.BINDSLEUTEL_ONBEKEND);
    }
  }

  /// What is disclosed. That each belongs to the message can only be seen of all of them together,
  /// when each can be read; whose form is wrong says so beside it.
  private static List<Disclosure> disclosures(Envelope envelope, Gathering all) {
    var disclosures = new ArrayList<Disclosure>();
    for (var encoded : envelope.disclosures()) {
      all.read(() -> disclosure(encoded)).ifPresent(disclosures::add);
    }
    if (disclosures.size() == envelope.disclosures().size()) {
      all.check(() -> SdJwt.resolve(envelope.payload(), disclosures));
    }
    for (var disclosure : disclosures) {
      all.check(() -> Profile.check(disclosure));
    }
    return disclosures;
  }

  private static Disclosure disclosure(String encoded) throws MessageFault {
    var disclosure = Disclosure.read(encoded, DISCLOSURES);
    if (disclosure.name().isEmpty()) {
      throw new MessageFault(FaultCode.ONDERDEEL_ONGELDIG);
    }
    var salt = disclosure.salt();
    if (salt.length() < SALT || salt.length() > LONGEST_SALT || !Base64Url.isCanonical(salt)) {
      throw new MessageFault(FaultCode.ZOUT_TE_ZWAK);
    }
    return disclosure;
  }
}
