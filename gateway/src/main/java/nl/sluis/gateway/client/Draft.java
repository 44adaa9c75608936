package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import nl.sluis.gateway.message.Base64Url;
import nl.sluis.gateway.message.Disclosure;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A message in the making. Used by one thread.
///
/// Does not judge what it is given: refusing is for Sluis, and a sandbox has to see it refuse.
public final class Draft {
  private static final int DIGESTS = 32;
  private static final Duration TERM = Duration.ofMinutes(5);

  private final MessageBuilder builder;
  private final Purpose purpose;
  private final PartyRole from;
  private final PartyRole to;
  private final Map<String, JsonNode> disclosures = new LinkedHashMap<>();
  private final Map<DataCategory, Sealing> sealings = new LinkedHashMap<>();
  private String jti;
  private Duration term = TERM;
  private BiConsumer<ObjectNode, ObjectNode> alteration = (header, payload) -> {};

  private record Sealing(ObjectNode content, ECKey key) {}

  Draft(MessageBuilder builder, Purpose purpose, PartyRole from, PartyRole to) {
    this.builder = builder;
    this.purpose = purpose;
    this.from = from;
    this.to = to;
    this.jti = builder.fresh();
  }

  /// Gives the message this id instead of a fresh one.
  public Draft jti(String id) {
    jti = id;
    return this;
  }

  /// Lets the message be valid this long instead of five minutes.
  public Draft validFor(Duration newTerm) {
    term = newTerm;
    return this;
  }

  /// Points at the person the message is about.
  public Draft subject(ReferenceKind kind, String value) {
    var reference = JsonNodeFactory.instance.objectNode().put("soort", kind.code());
    return disclose("betrokkene", reference.put("waarde", value));
  }

  /// Names the professional who acts.
  public Draft acting(String id, String function) {
    var professional = JsonNodeFactory.instance.objectNode().put("id", id);
    return disclose("handelend", professional.put("functie", function));
  }

  /// Says what to do when only a part may pass.
  public Draft partial(PartialDelivery wish) {
    var code = wish == PartialDelivery.LEVER_REST ? "lever-rest" : "weiger";
    return disclose("bijGedeeltelijk", JsonNodeFactory.instance.textNode(code));
  }

  /// Says that this message follows one that was held.
  public Draft follows(String heldJti) {
    return disclose("vervolgOp", JsonNodeFactory.instance.textNode(heldJti));
  }

  /// Claims that a precondition is met, with texts such as `datum`, `door` and `uitkomst`.
  public Draft condition(String code, Map<String, String> facts) {
    var object = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(facts).forEach(object::put);
    return disclose("voorwaarde:" + code, object);
  }

  /// Says why a category is necessary.
  public Draft necessity(DataCategory category, String text) {
    return disclose("noodzaak:" + category.name(), JsonNodeFactory.instance.textNode(text));
  }

  /// Adds the meldcode record.
  public Draft meldcode(ObjectNode dossier) {
    return disclose("meldcode", dossier);
  }

  /// Offers a category that Sluis can read and check.
  public Draft category(DataCategory category, ObjectNode content) {
    return disclose(category.name(), content);
  }

  /// Offers a category that only the holder of this key can read.
  public Draft sealed(DataCategory category, ObjectNode content, ECKey receiverKey) {
    sealings.put(category, new Sealing(content, receiverKey));
    // Holds the place: the order of the disclosures is the order of asking.
    return disclose(category.name(), JsonNodeFactory.instance.nullNode());
  }

  /// Adds a disclosure of any name and value.
  public Draft disclose(String name, JsonNode value) {
    disclosures.put(name, value);
    return this;
  }

  /// What is disclosed so far, by name; over this a second person signs.
  public Map<String, JsonNode> disclosed() {
    return Collections.unmodifiableMap(disclosures);
  }

  /// Changes header and payload just before signing; for showing how a wrong message is refused.
  public Draft altered(BiConsumer<ObjectNode, ObjectNode> headerAndPayload) {
    alteration = alteration.andThen(headerAndPayload);
    return this;
  }

  /// Salts, fills up with decoys and signs.
  public Sent sign() {
    sealings.forEach(
        (category, sealing) -> disclosures.put(category.name(), seal(category, sealing)));
    var encoded = new ArrayList<String>();
    disclosures.forEach((name, value) -> encoded.add(encode(name, value)));
    var header = JsonNodeFactory.instance.objectNode();
    header.put("alg", builder.key().algorithm());
    header.put("kid", builder.key().kid()).put("typ", "sluis-bericht+sd-jwt");
    var payload = payload(encoded);
    alteration.accept(header, payload);
    var text = new StringBuilder(builder.key().sign(header, payload)).append('~');
    encoded.forEach(disclosure -> text.append(disclosure).append('~'));
    return new Sent(jti, text.toString());
  }

  private JsonNode seal(DataCategory category, Sealing sealing) {
    return JsonNodeFactory.instance.textNode(
        Sealer.seal(sealing.content(), category, builder.signer(), to.oin(), jti, sealing.key()));
  }

  private String encode(String name, JsonNode value) {
    var array = JsonNodeFactory.instance.arrayNode().add(builder.fresh()).add(name).add(value);
    return Base64Url.encode(array.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode payload(List<String> encoded) {
    long now = builder.clock().instant().getEpochSecond();
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("iss", builder.signer().value()).put("aud", builder.sluis().value());
    payload.put("jti", jti).put("iat", now).put("exp", now + term.toSeconds());
    payload.put("doel", purpose.code());
    payload.set("van", party(from));
    payload.set("aan", party(to));
    var point = payload.putObject("cnf").putObject("jwk").put("kty", "EC").put("crv", "P-256");
    point.put("x", builder.bindingKey().getX().toString());
    point.put("y", builder.bindingKey().getY().toString());
    payload.put("_sd_alg", "sha-256");
    var digests = new TreeSet<String>();
    encoded.forEach(disclosure -> digests.add(Disclosure.digestOf(disclosure)));
    while (digests.size() < DIGESTS) {
      digests.add(builder.decoy());
    }
    digests.forEach(payload.putArray("_sd")::add);
    return payload;
  }

  private static ObjectNode party(PartyRole party) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("oin", party.oin().value())
        .put("rol", party.role().code());
  }
}
