package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A message of which signature, digests and form are proved; only [MessageVerifier] makes it.
///
/// Says nothing about whether the message may pass. Immutable as long as nobody changes the JSON it
/// hands out, which MUST NOT be done; may then be shared between threads.
public final class SignedMessage {
  private final Claims claims;
  private final byte[] sha256;
  private final Map<String, JsonNode> disclosed;
  private final Presentation whole;

  SignedMessage(Claims claims, byte[] sha256, Map<String, JsonNode> disclosed, Presentation whole) {
    this.claims = claims;
    this.sha256 = sha256;
    this.disclosed = Collections.unmodifiableMap(disclosed);
    this.whole = whole;
  }

  /// Whose signature it bears: the sender, or a supplier that acts under a mandate.
  public Oin signer() {
    return claims.signer();
  }

  /// The id that the signer gave it, once.
  public String jti() {
    return claims.jti();
  }

  /// When it was signed, says the signer.
  public Instant issuedAt() {
    return claims.issuedAt();
  }

  /// Until when it may be handed in.
  public Instant expiresAt() {
    return claims.expiresAt();
  }

  /// What the data is for.
  public Purpose purpose() {
    return claims.purpose();
  }

  /// Whose message it is, in which role.
  public PartyRole from() {
    return claims.from();
  }

  /// For whom it is, in which role.
  public PartyRole to() {
    return claims.to();
  }

  /// The digest of the exact bytes, by which a repeated message is known from a changed one.
  public byte[] sha256() {
    return sha256.clone();
  }

  /// Everything that is disclosed, by name, in the order of the sender.
  public Map<String, JsonNode> disclosed() {
    return disclosed;
  }

  /// The categories of data that are offered.
  public Set<DataCategory> categories() {
    return select(false);
  }

  /// Those categories that only the receiver can read.
  public Set<DataCategory> sealed() {
    return select(true);
  }

  private Set<DataCategory> select(boolean onlySealed) {
    var found = EnumSet.noneOf(DataCategory.class);
    disclosed.forEach(
        (name, value) ->
            DataCategory.of(name)
                .filter(category -> !onlySealed || value.isTextual())
                .ifPresent(found::add));
    return Collections.unmodifiableSet(found);
  }

  /// By what the sender points at the person; empty in a message about nobody.
  public Optional<Reference> subject() {
    return Optional.ofNullable(disclosed.get(Profile.SUBJECT))
        .map(value -> new Reference(kind(value), value.path("waarde").asText()));
  }

  private static ReferenceKind kind(JsonNode value) {
    for (var kind : ReferenceKind.values()) {
      if (kind.code().equals(value.path("soort").textValue())) {
        return kind;
      }
    }
    throw new IllegalStateException("a kind of reference that the profile should have refused");
  }

  /// The professional who acts; empty when the sender named nobody.
  public Optional<Acting> acting() {
    return Optional.ofNullable(disclosed.get(Profile.ACTING))
        .map(value -> new Acting(value.path("id").asText(), value.path("functie").asText()));
  }

  /// What to do when only a part may pass; silence is to refuse.
  public PartialDelivery partial() {
    var value = disclosed.get(Profile.PARTIAL);
    return value != null && "lever-rest".equals(value.textValue())
        ? PartialDelivery.LEVER_REST
        : PartialDelivery.WEIGER;
  }

  /// The id of the held message that this one follows.
  public Optional<String> follows() {
    return Optional.ofNullable(disclosed.get(Profile.FOLLOWS)).map(JsonNode::textValue);
  }

  /// The preconditions that the sender claims, by code, each with its texts such as `datum`.
  public Map<String, ObjectNode> conditions() {
    var found = new LinkedHashMap<String, ObjectNode>();
    disclosed.forEach(
        (name, value) -> {
          if (name.startsWith(Profile.CONDITION) && value instanceof ObjectNode object) {
            found.put(name.substring(Profile.CONDITION.length()), object);
          }
        });
    return Collections.unmodifiableMap(found);
  }

  /// Why a category is necessary, in the words of the sender.
  public Map<DataCategory, String> necessities() {
    var found = new EnumMap<DataCategory, String>(DataCategory.class);
    disclosed.forEach(
        (name, value) -> {
          if (name.startsWith(Profile.NECESSITY)) {
            DataCategory.of(name.substring(Profile.NECESSITY.length()))
                .ifPresent(category -> found.put(category, value.asText()));
          }
        });
    return Collections.unmodifiableMap(found);
  }

  /// The meldcode record, as the sender wrote it.
  public Optional<ObjectNode> meldcode() {
    return Optional.ofNullable(disclosed.get(Profile.MELDCODE)).map(ObjectNode.class::cast);
  }

  /// The message with only the disclosures of these names: what leaves Sluis.
  public Presentation minimise(Set<String> names) {
    return whole.minimise(names);
  }

  /// The same fault, of a message whose signature is proved.
  public MessageFault refuse(MessageFault fault) {
    return fault.signedBy(claims.signer(), Optional.of(claims.jti()));
  }

  Claims claims() {
    return claims;
  }

  Presentation whole() {
    return whole;
  }

  /// Tells whose message it is, never what is in it.
  @Override
  public String toString() {
    return "SignedMessage[" + signer() + " " + purpose() + "]";
  }
}
