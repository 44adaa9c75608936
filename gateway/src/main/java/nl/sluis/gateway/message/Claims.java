package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What everybody may see of a message, in the form our profile prescribes.
///
/// @param bindingKey the key in `cnf`, by which Sluis signs what it releases
record Claims(
    Oin signer,
    Oin audience,
    String jti,
    Instant issuedAt,
    Instant expiresAt,
    Instant notBefore,
    Purpose purpose,
    PartyRole from,
    PartyRole to,
    BindingKey bindingKey) {

  static final int DIGESTS = 32;
  static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Pattern JTI = Pattern.compile("[A-Za-z0-9_-]{22,64}");
  private static final Set<String> REQUIRED =
      Set.of("iss", "aud", "jti", "iat", "exp", "doel", "van", "aan", "cnf", "_sd_alg", "_sd");
  private static final Set<String> OPTIONAL = Set.of("nbf");
  private static final Set<String> PARTY = Set.of("oin", "rol");

  static Claims read(ObjectNode payload) throws MessageFault {
    var members = Members.of(payload, "", REQUIRED, OPTIONAL);
    var jti = members.text("jti", 64);
    var purpose = members.text("doel", 60);
    if (!isJti(jti)) {
      throw members.invalid("jti");
    }
    if (!Purpose.isPurpose(purpose)) {
      throw members.invalid("doel");
    }
    if (!"sha-256".equals(payload.path("_sd_alg").textValue())) {
      throw new MessageFault(FaultCode.DIGEST_ALGORITME_ONJUIST);
    }
    digests(payload.path("_sd"));
    long issued = members.second("iat");
    return new Claims(
        members.oin("iss"),
        members.oin("aud"),
        jti,
        Instant.ofEpochSecond(issued),
        Instant.ofEpochSecond(members.second("exp")),
        Instant.ofEpochSecond(payload.has("nbf") ? members.second("nbf") : issued),
        new Purpose(purpose),
        party(payload.path("van"), "van"),
        party(payload.path("aan"), "aan"),
        BindingKey.of(payload.path("cnf")));
  }

  static boolean isJti(String text) {
    return JTI.matcher(text).matches();
  }

  /// The id of the message when it has one in the right form, for a refusal to name.
  static Optional<String> jtiOf(ObjectNode payload) {
    return Optional.ofNullable(payload.path("jti").textValue()).filter(Claims::isJti);
  }

  private static PartyRole party(JsonNode node, String path) throws MessageFault {
    var members = Members.of(node, path, PARTY, Set.of());
    var role = Role.of(members.text("rol", 60));
    if (role.isEmpty()) {
      throw new MessageFault(FaultCode.ROL_ONBEKEND, members.name("rol"));
    }
    return new PartyRole(members.oin("oin"), role.get());
  }

  private static void digests(JsonNode node) throws MessageFault {
    if (!(node instanceof ArrayNode digests)) {
      throw new MessageFault(FaultCode.VELD_ONGELDIG, "_sd");
    }
    if (digests.size() != DIGESTS) {
      throw new MessageFault(FaultCode.DIGESTS_NIET_TWEEENDERTIG);
    }
    var previous = "";
    for (var element : digests) {
      var digest = element.textValue();
      if (digest == null || digest.length() != 43 || !Base64Url.isCanonical(digest)) {
        throw new MessageFault(FaultCode.VELD_ONGELDIG, "_sd");
      }
      int order = previous.compareTo(digest);
      if (order == 0) {
        throw new MessageFault(FaultCode.DIGEST_DUBBEL);
      }
      if (order > 0) {
        throw new MessageFault(FaultCode.DIGESTS_NIET_GESORTEERD);
      }
      previous = digest;
    }
  }

  void checkTerm() throws MessageFault {
    if (!expiresAt.isAfter(issuedAt)) {
      throw new MessageFault(FaultCode.VELD_ONGELDIG, "exp");
    }
    if (Duration.between(issuedAt, expiresAt).compareTo(LONGEST) > 0) {
      throw new MessageFault(FaultCode.GELDIGHEID_TE_LANG);
    }
  }

  void checkClock(Instant now) throws MessageFault {
    var early = now.plus(SKEW);
    if (issuedAt.isAfter(early) || notBefore.isAfter(early)) {
      throw new MessageFault(FaultCode.NOG_NIET_GELDIG);
    }
    if (!now.minus(SKEW).isBefore(expiresAt)) {
      throw new MessageFault(FaultCode.VERLOPEN);
    }
  }
}
