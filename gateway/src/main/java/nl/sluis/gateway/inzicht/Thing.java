package nl.sluis.gateway.inzicht;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// One thing that happened about a child, in words that never change: codes and no sentences.
///
/// Who may see it plays no part: it is the same whether it is shown to somebody, hidden or masked,
/// so that what is committed to of it today can be opened when it may be shown. Immutable.
///
/// @param ref what it was made of
/// @param day on which it happened, in Europe/Amsterdam
/// @param fields each of [#FIELDS] with its value
/// @param names by which it can be hidden; no part of what is committed to
public record Thing(Ref ref, LocalDate day, Map<String, JsonNode> fields, Set<UUID> names) {
  /// The names of the fields, in the order in which they are committed to.
  public static final List<String> FIELDS =
      List.of("aan", "dag", "doel", "niet", "regel", "rij", "soort", "soorten", "van", "woord");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Copies its parts.
  ///
  /// @throws IllegalArgumentException when a field is missing
  public Thing {
    fields = Map.copyOf(fields);
    names = Set.copyOf(names);
    if (fields.size() != FIELDS.size() || !fields.keySet().containsAll(FIELDS)) {
      throw new IllegalArgumentException("a thing has each field once");
    }
  }

  /// The value of this field.
  public JsonNode value(String field) {
    return Objects.requireNonNull(fields.get(field), "a thing has each field");
  }

  /// What a row tells.
  static Thing of(Happened what) {
    var between = what.between();
    return of(
        new Ref(false, what.index()),
        Teller.day(what.at()),
        what.told(),
        between.purpose(),
        between.from(),
        between.to(),
        what.categories(),
        what.withheld(),
        what.rule(),
        what.done(),
        what.names().collect(toSet()));
  }

  /// What somebody said, when that is an own word.
  static List<Thing> of(ConsentAsk ask, ConsentEvent event) {
    return event
        .type()
        .said()
        .filter(_ -> event.type() != EventType.SUBSTITUTED_BY_COURT)
        .map(
            word ->
                of(
                    new Ref(true, event.seq()),
                    Teller.day(event.occurredAt()),
                    Told.EIGEN_WOORD,
                    ask.purpose(),
                    ask.sender(),
                    ask.receiver(),
                    event.categories().isEmpty() ? ask.categories() : event.categories(),
                    List.of(),
                    "",
                    word,
                    Set.of(ask.id())))
        .stream()
        .toList();
  }

  private static Thing of(
      Ref ref,
      LocalDate day,
      Told told,
      Purpose purpose,
      PartyRole from,
      PartyRole to,
      Collection<DataCategory> categories,
      Collection<DataCategory> withheld,
      String rule,
      String word,
      Set<UUID> names) {
    var fields = new TreeMap<String, JsonNode>();
    fields.put("aan", party(to));
    fields.put("dag", text(day.toString()));
    fields.put("doel", text(purpose.code()));
    fields.put("niet", codes(withheld));
    fields.put("regel", text(rule));
    fields.put(
        "rij",
        JSON.arrayNode()
            .add(IntNode.valueOf(ref.own() ? 1 : 0))
            .add(LongNode.valueOf(ref.number())));
    fields.put("soort", text(told.key()));
    fields.put("soorten", codes(categories));
    fields.put("van", party(from));
    fields.put("woord", text(word));
    return new Thing(ref, day, fields, names);
  }

  private static JsonNode party(PartyRole party) {
    return JSON.objectNode().put("oin", party.oin().value()).put("rol", party.role().code());
  }

  private static ArrayNode codes(Collection<DataCategory> categories) {
    var codes = new ArrayList<String>();
    categories.forEach(category -> codes.add(category.name()));
    codes.sort(null);
    var array = JSON.arrayNode();
    codes.forEach(array::add);
    return array;
  }

  private static TextNode text(String value) {
    return TextNode.valueOf(value);
  }
}
