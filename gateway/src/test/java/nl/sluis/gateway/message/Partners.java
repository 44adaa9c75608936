package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A school, a coach and Sluis, each with keys of their own, at a fixed moment.
public final class Partners {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  public static final Oin SLUIS = new Oin("00000099000000000001");
  public static final Oin SCHOOL = new Oin("00000099000000000010");
  public static final Oin CJG = new Oin("00000099000000000020");
  public static final Purpose SIGNAL = new Purpose("signaal-bespreken-cjg");
  public static final PartyRole FROM = new PartyRole(SCHOOL, Role.SCHOOL_IB);
  public static final PartyRole TO = new PartyRole(CJG, Role.CJG_COACH);

  public final ECKey schoolKey = key("school-2026");
  public final ECKey bindingKey = key("sluis-kb-1");
  public final ECKey coachKey = key("cjg-enc-1");
  public final KeyBinder binder = new KeyBinder(SigningKeys.of(List.of(bindingKey)));
  public final MessageVerifier verifier =
      new MessageVerifier(SLUIS, SigningKeys.of(List.of(bindingKey)));

  /// The register: the school's one key, and no other.
  public final SenderKeys senders = senders(SCHOOL, schoolKey.toPublicJWK());

  /// The directory: the coach's one key, and no other.
  public final ReceiverKeys directory =
      (oin, kid) ->
          oin.equals(CJG) && kid.equals("cjg-enc-1")
              ? Optional.of(coachKey.toPublicJWK())
              : Optional.empty();

  public static SenderKeys senders(Oin owner, JWK key) {
    return (oin, kid) ->
        oin.equals(owner) && kid.equals(key.getKeyID()) ? Optional.of(key) : Optional.empty();
  }

  public static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key", e);
    }
  }

  public MessageBuilder school() {
    return school(schoolKey);
  }

  public MessageBuilder school(JWK key) {
    return new MessageBuilder(
        SCHOOL, key, SLUIS, bindingKey, new SecureRandom(), InstantSource.fixed(NOW));
  }

  /// A signal with everything in order: a name and a worry, after a talk with the parents.
  public Draft signal() {
    return signal(school());
  }

  public static Draft signal(MessageBuilder builder) {
    return builder
        .draft(SIGNAL, FROM, TO)
        .subject(ReferenceKind.EIGEN_KENMERK, "leerling-4711")
        .acting("med-77", "intern begeleider")
        .condition("besproken-met-ouders", Map.of("datum", "2026-11-03", "door", "med-77"))
        .category(DataCategory.K01, object("voornaam", "Sanne"))
        .category(DataCategory.K09, object("signaal", "slaapt in de klas"));
  }

  public static ObjectNode object(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  public SignedMessage verified(String text) throws MessageFault {
    return verifier.verify(text.getBytes(StandardCharsets.UTF_8), senders, NOW);
  }
}
