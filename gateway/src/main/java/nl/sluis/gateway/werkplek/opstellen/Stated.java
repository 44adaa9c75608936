package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;

/// What somebody stated on the form so far: about whom, what, why, and what happened first. As it
/// stands in the draft. Immutable.
///
/// @param by how the child is pointed at; never by the BSN
/// @param child the value of that reference; empty when it is not filled in yet
/// @param categories what is offered, by category; never an empty one
/// @param necessity why a category is necessary
/// @param claimed what the sender says happened, by condition, with the fields of that condition
/// @param settled conditions that somebody else says are met, of which the sender states so; these
///   do not travel
/// @param consent what the sender knows of consent; does not travel
/// @param follows the message that was held and that this one completes
record Stated(
    ReferenceKind by,
    String child,
    SortedMap<DataCategory, ObjectNode> categories,
    Map<DataCategory, String> necessity,
    Map<String, SortedMap<String, String>> claimed,
    Set<String> settled,
    Yes consent,
    Optional<String> follows) {
  /// What the sender knows of consent. Sluis reads what is on record; this only helps to see what
  /// is missing.
  enum Yes {
    NOG_NIET,
    IEDEREEN,
    IEMAND_ZEI_NEE,
    GEZAG_ONBEKEND;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Yes of(String code) {
      for (var one : values()) {
        if (one.code().equals(code)) {
          return one;
        }
      }
      return NOG_NIET;
    }
  }

  /// Copies its parts.
  Stated {
    categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    necessity = Map.copyOf(necessity);
    claimed = Map.copyOf(claimed);
    settled = Set.copyOf(settled);
  }

  /// Nothing stated yet.
  static Stated nothing(ReferenceKind by) {
    return new Stated(
        by, "", new TreeMap<>(), Map.of(), Map.of(), Set.of(), Yes.NOG_NIET, Optional.empty());
  }

  /// The same, as completing a message that was held.
  Stated following(String jti) {
    return new Stated(
        by, child, categories, necessity, claimed, settled, consent, Optional.of(jti));
  }

  /// What is disclosed besides the categories, by its name in the message; the acting person is not
  /// among it.
  Map<String, JsonNode> disclosed() {
    var disclosed = new LinkedHashMap<String, JsonNode>();
    if (by != ReferenceKind.GEEN && !child.isEmpty()) {
      disclosed.put(
          "betrokkene",
          JsonNodeFactory.instance.objectNode().put("soort", by.code()).put("waarde", child));
    }
    follows.ifPresent(jti -> disclosed.put("vervolgOp", JsonNodeFactory.instance.textNode(jti)));
    new TreeMap<>(claimed)
        .forEach(
            (code, fields) -> {
              var object = JsonNodeFactory.instance.objectNode();
              fields.forEach(object::put);
              disclosed.put("voorwaarde:" + code, object);
            });
    new TreeMap<>(necessity)
        .forEach(
            (category, why) ->
                disclosed.put(
                    "noodzaak:" + category.name(), JsonNodeFactory.instance.textNode(why)));
    return disclosed;
  }

  /// As it is kept in the draft.
  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("soort", by.code()).put("kenmerk", child).put("toestemming", consent.code());
    follows.ifPresent(jti -> json.put("vervolgOp", jti));
    categories.forEach((category, value) -> json.withObject("/inhoud").set(category.name(), value));
    necessity.forEach((category, why) -> json.withObject("/noodzaak").put(category.name(), why));
    claimed.forEach(
        (code, fields) ->
            fields.forEach((name, text) -> json.withObject("/beweerd/" + code).put(name, text)));
    new TreeSet<>(settled).forEach(json.withArray("/geregeld")::add);
    return json;
  }

  /// What was kept.
  static Stated of(JsonNode json) {
    var categories = new TreeMap<DataCategory, ObjectNode>();
    var necessity = new TreeMap<DataCategory, String>();
    var claimed = new TreeMap<String, SortedMap<String, String>>();
    var settled = new TreeSet<String>();
    json.path("inhoud")
        .properties()
        .forEach(
            one -> {
              if (one.getValue() instanceof ObjectNode value) {
                DataCategory.of(one.getKey()).ifPresent(known -> categories.put(known, value));
              }
            });
    json.path("noodzaak")
        .properties()
        .forEach(
            one ->
                DataCategory.of(one.getKey())
                    .ifPresent(known -> necessity.put(known, one.getValue().asText())));
    json.path("beweerd")
        .properties()
        .forEach(
            one -> {
              var fields = new TreeMap<String, String>();
              one.getValue()
                  .properties()
                  .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
              claimed.put(one.getKey(), fields);
            });
    json.path("geregeld").forEach(code -> settled.add(code.asText()));
    return new Stated(
        kind(json.path("soort").asText()),
        json.path("kenmerk").asText(""),
        categories,
        necessity,
        claimed,
        settled,
        Yes.of(json.path("toestemming").asText("")),
        Optional.ofNullable(json.path("vervolgOp").textValue()));
  }

  private static ReferenceKind kind(String code) {
    return ReferenceKind.KOPPELCODE.code().equals(code)
        ? ReferenceKind.KOPPELCODE
        : ReferenceKind.EIGEN_KENMERK.code().equals(code)
            ? ReferenceKind.EIGEN_KENMERK
            : ReferenceKind.GEEN;
  }

  /// Tells nothing of what was stated.
  @Override
  public String toString() {
    return "Stated[" + categories.keySet() + "]";
  }
}
