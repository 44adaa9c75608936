package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A partner asks what the convenant says of stated facts, in the shape of AuthZEN 1.0.
///
/// @param from who would send
/// @param to who would receive
/// @param purpose what for
/// @param categories what would go along
/// @param sealed what would travel sealed; empty for what the rule says
/// @param motivated for what a necessity would be given
/// @param facts the stated facts
/// @param raw what the scenario puts over the body
record QuestionAction(
    PartyAs from,
    PartyAs to,
    String purpose,
    List<DataCategory> categories,
    Optional<List<DataCategory>> sealed,
    List<DataCategory> motivated,
    ObjectNode facts,
    ObjectNode raw)
    implements Action {
  static final ActionKind KIND =
      ActionKind.ofRequest(
          "vraag vooraf",
          (fields, names) ->
              new QuestionAction(
                  names.partyAs(fields.need("van")),
                  names.partyAs(fields.need("aan")),
                  names.purpose(fields.need("doel")),
                  names.categories(fields.need("categorieen")),
                  fields.tree("verzegeld").map(names::categories),
                  fields.tree("gemotiveerd").map(names::categories).orElse(List.of()),
                  fields.json("gesteld"),
                  fields.json("ruw")));

  @Override
  public String told() {
    return "%s vraagt vooraf of %s van %s mag krijgen (%s)"
        .formatted(from, codes(categories), to, purpose);
  }

  @Override
  public Observed play(Scene scene) {
    var body = JsonNodeFactory.instance.objectNode();
    var sender = scene.as(from);
    body.putObject("subject")
        .put("type", "partij")
        .put("id", sender.get("oin").asText())
        .putObject("properties")
        .put("rol", from.role());
    var action = body.putObject("action").put("name", "verstrekken").putObject("properties");
    action.put("doel", purpose).set("aan", scene.as(to));
    var resource = body.putObject("resource").put("type", "gegevens");
    resource.put("id", codes(categories));
    var properties = resource.putObject("properties");
    fill(properties.putArray("verzegeld"), sealed.orElseGet(() -> asTheRuleSays(scene)));
    fill(properties.putArray("gemotiveerd"), motivated);
    body.set("context", facts);
    body.setAll(raw);
    return scene.post(from.party(), "/access/v1/evaluation", body);
  }

  private List<DataCategory> asTheRuleSays(Scene scene) {
    var rule = scene.convenant().rule(new Purpose(purpose), party(scene, from), party(scene, to));
    return categories.stream()
        .filter(
            c ->
                rule.flatMap(r -> Optional.ofNullable(r.categories().get(c)))
                    .filter(r -> r.handling() == Handling.VERZEGELD)
                    .isPresent())
        .toList();
  }

  private static PartyRole party(Scene scene, PartyAs who) {
    return new PartyRole(scene.partner(who.party()).oin(), Role.of(who.role()).orElseThrow());
  }

  private static void fill(ArrayNode array, List<DataCategory> categories) {
    categories.forEach(c -> array.add(c.name()));
  }

  private static String codes(List<DataCategory> categories) {
    return categories.stream().map(Enum::name).collect(Collectors.joining(","));
  }
}
