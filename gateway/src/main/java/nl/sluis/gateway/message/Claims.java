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

  /// What the payload says; empty when something of it is wrong, which is then gathered.
  static Optional<Claims> read(ObjectNode payload, Gathering all) throws MessageFault {
    var members = Members.of(payload, "", REQUIRED, OPTIONAL, all);
    var jti = all.read(() -> jti(members));
    var purpose = all.read(() -> purpose(members));
    all.check(() -> algorithm(payload));
    all.check(() -> digests(payload.path("_sd")));
    var issued = all.read(() -> members.second("iat"));
    var signer = all.read(() -> members.oin("iss"));
    var audience = all.read(() -> members.oin("aud"));
    var expires = all.read(() -> members.second("exp"));
    var before = all.read(() -> members.second(payload.has("nbf") ? "nbf" : "iat"));
    var from = all.read(() -> party(payload.path("van"), "van"));
    var to = all.read(() -> party(payload.path("aan"), "aan"));
    var key = all.read(() -> BindingKey.of(payload.path("cnf")));
    return all.isEmpty()
        ? Optional.of(
            new Claims(
                signer.orElseThrow(),
                audience.orElseThrow(),
                jti.orElseThrow(),
                Instant.ofEpochSecond(issued.orElseThrow()),
                Instant.ofEpochSecond(expires.orElseThrow()),
                Instant.ofEpochSecond(before.orElseThrow()),
                purpose.orElseThrow(),
                from.orElseThrow(),
                to.orElseThrow(),
                key.orElseThrow()))
        : Optional.empty();
  }

  private static String jti(Members members) throws MessageFault {
    var jti = members.text("jti", 64);
    if (!isJti(jti)) {
      throw members.invalid("jti");
    }
    return jti;
  }

  private static Purpose purpose(Members members) throws MessageFault {
    var purpose = members.text("doel", 60);
    if (!Purpose.isPurpose(purpose)) {
      throw members.invalid("doel");
    }
    return new Purpose(purpose);
  }

  private static void algorithm(ObjectNode payload) throws MessageFault {
    if (!"sha-256".equals(payload.path("_sd_alg").textValue())) {
      throw new MessageFault(FaultCode.DIGEST_ALGORITME_ONJUIST);
    }
  }

  static boolean isJti(String text) {
    return JTI.matcher(text).matches();
  }

  /// The id of the message when it has one in the right form, for a refusal to name.
  static Optional<String> jtiOf(ObjectNode payload) {
    return Optional.ofNullable(payload.path("jti").textValue()).filter(Claims::isJti);
  }

  private static PartyRole party(JsonNode node, String path) throws MessageFault {
    var all = new Gathering();
    var members = Members.of(node, path, PARTY, Set.of(), all);
    var role = all.read(() -> role(members));
    var oin = all.read(() -> members.oin("oin"));
    all.done();
    return new PartyRole(oin.orElseThrow(), role.orElseThrow());
  }

  private static Role role(Members members) throws MessageFault {
    var role = Role.of(members.text("rol", 60));
    if (role.isEmpty()) {
      throw new MessageFault(FaultCode.ROL_ONBEKEND, members.name("rol"));
    }
    return role.get();
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
