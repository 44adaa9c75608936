package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Draft;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Makes the message of one `stuur`, with whatever must be wrong with it.
final class Outgoing {
  private final SendAction action;
  private final Scene scene;
  private final StandardContent standard;

  Outgoing(SendAction action, Scene scene) {
    this.action = action;
    this.scene = scene;
    this.standard =
        new StandardContent(
            scene.convenant(), DutchTime.local(scene.now()).toLocalDate(), action.child());
  }

  Scene.Sent make() {
    return make(draft());
  }

  /// The same message once more, with this number and fresh salts.
  Scene.Sent makeWith(String jti) {
    return make(draft().jti(jti));
  }

  /// What each category holds, in the clear.
  Map<DataCategory, JsonNode> contents() {
    var contents = new EnumMap<DataCategory, JsonNode>(DataCategory.class);
    action
        .categories()
        .forEach((category, given) -> contents.put(category, filled(category, given)));
    return contents;
  }

  /// What is said of each precondition.
  Map<String, ObjectNode> conditions() {
    var said = new LinkedHashMap<String, ObjectNode>();
    action.claims().conditions().forEach((code, claim) -> said.put(code, claim(code, claim)));
    return said;
  }

  private Scene.Sent make(Draft draft) {
    var claims = action.claims();
    if (!action.reference().equals("geen")) {
      draft.disclose(
          "betrokkene", scene.reference(action.child(), action.from().party(), action.reference()));
    }
    draft.disclose("handelend", claims.acting());
    if (!claims.partial().isEmpty()) {
      draft.disclose("bijGedeeltelijk", JsonNodeFactory.instance.textNode(claims.partial()));
    }
    if (!claims.follows().isEmpty()) {
      draft.follows(scene.sent(claims.follows()).jti());
    }
    claims
        .conditions()
        .forEach((code, claim) -> draft.disclose("voorwaarde:" + code, claim(code, claim)));
    claims.necessity().forEach(draft::necessity);
    if (!claims.meldcode().isMissingNode()) {
      draft.disclose(
          "meldcode", Meldcode.of(claims.meldcode(), scene.now(), action.categories().keySet()));
    }
    action.categories().forEach((category, content) -> offer(draft, category, content));
    claims.extra().forEach(draft::disclose);
    Signatures.put(draft, action, scene);
    draft.altered((_, payload) -> override(payload, claims.payload()));
    action.faults().forEach(fault -> fault.spoil(draft));
    var sent = draft.sign();
    var text = sent.text();
    for (var fault : action.faults()) {
      text = fault.spoil(text);
    }
    return new Scene.Sent(action, text, sent.jti());
  }

  private Draft draft() {
    return scene
        .partner(action.via())
        .messages()
        .draft(new Purpose(action.purpose()), party(action.from()), party(action.to()));
  }

  private PartyRole party(PartyAs who) {
    return new PartyRole(scene.partner(who.party()).oin(), Role.of(who.role()).orElseThrow());
  }

  private void offer(Draft draft, DataCategory category, JsonNode content) {
    var filled = filled(category, content);
    if (isSealed(category) && filled instanceof ObjectNode object) {
      draft.sealed(category, object, scene.partner(action.to().party()).encryptionKey());
    } else {
      draft.disclose(category.name(), filled);
    }
  }

  private JsonNode filled(DataCategory category, JsonNode content) {
    return content.isMissingNode() ? standard.of(rule(), category) : content;
  }

  private boolean isSealed(DataCategory category) {
    if (action.handling().open().contains(category)) {
      return false;
    }
    return action.handling().sealed().contains(category)
        || rule()
            .map(Rule::categories)
            .flatMap(categories -> Optional.ofNullable(categories.get(category)))
            .filter(rule -> rule.handling() == Handling.VERZEGELD)
            .isPresent();
  }

  /// The rule of the convenant by which it would go; empty when there is none.
  Optional<Rule> rule() {
    return scene
        .convenant()
        .rule(new Purpose(action.purpose()), party(action.from()), party(action.to()));
  }

  private ObjectNode claim(String code, JsonNode claim) {
    var condition = scene.convenant().conditions().get(code);
    var filled = standardClaim(condition);
    if (claim instanceof ObjectNode given) {
      for (Map.Entry<String, JsonNode> field : given.properties()) {
        var text = CallAction.fill(field.getValue().asText(), scene);
        filled.put(field.getKey(), field.getKey().equals("datum") ? date(text) : text);
      }
    }
    return filled;
  }

  private ObjectNode standardClaim(@org.jspecify.annotations.Nullable Condition condition) {
    var claim = JsonNodeFactory.instance.objectNode();
    if (condition == null) {
      return claim.put("datum", date("3 dagen geleden"));
    }
    for (var field : condition.fields()) {
      claim.put(
          field,
          switch (field) {
            case "datum" -> date("3 dagen geleden");
            case "door" -> "med-77";
            case "reden" -> "Dit helpt het kind, en het gezin weet dat wij antwoorden.";
            case "categorieen" -> "K05 K07 K08 K09 K10";
            case "uitkomst" ->
                condition.outcomes().stream().sorted().findFirst().orElse("besproken");
            default -> "in orde";
          });
    }
    return claim;
  }

  private String date(String words) {
    return DutchTime.date(words, scene.now()).toString();
  }

  /// Puts members over the payload; `van.rol` reaches into `van`, and null removes.
  private static void override(ObjectNode payload, ObjectNode over) {
    for (Map.Entry<String, JsonNode> member : over.properties()) {
      var path = member.getKey().split("\\.", 2);
      var target = path.length == 2 ? payload.withObject("/" + path[0]) : payload;
      var name = path[path.length - 1];
      if (member.getValue().isNull()) {
        target.remove(name);
      } else {
        target.set(name, member.getValue());
      }
    }
  }
}
