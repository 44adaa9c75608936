package nl.sluis.gateway.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A question as it stands in the logbook, so that it can be asked again years later (P9).
///
/// Writing and reading are each other's inverse.
public final class QuestionJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private QuestionJson() {}

  /// Writes a question.
  public static ObjectNode write(Question q) {
    var node = JSON.objectNode();
    node.put("tijdstip", q.at().toString());
    node.put("doel", q.purpose().code());
    node.set("van", party(q.sender()));
    node.set("aan", party(q.receiver()));
    node.put("verwijzing", q.reference().name());
    node.set("categorieen", words(q.categories()));
    node.set("verzegeld", words(q.sealed()));
    node.set("gemotiveerd", words(q.motivated()));
    node.set("voorwaarden", words(q.conditions()));
    node.put("bijGedeeltelijk", q.partial().name());
    node.set("meldcode", meldcode(q.meldcode()));
    node.set("bevindingen", findings(q.findings()));
    node.set("feiten", facts(q.facts()));
    return node;
  }

  /// Reads what [#write] wrote.
  public static Question read(JsonNode node) {
    return new Question(
        Instant.parse(node.get("tijdstip").asText()),
        new Purpose(node.get("doel").asText()),
        party(node.get("van")),
        party(node.get("aan")),
        ReferenceKind.valueOf(node.get("verwijzing").asText()),
        set(node.get("categorieen"), DataCategory::valueOf),
        set(node.get("verzegeld"), DataCategory::valueOf),
        set(node.get("gemotiveerd"), DataCategory::valueOf),
        set(node.get("voorwaarden"), Function.identity()),
        PartialDelivery.valueOf(node.get("bijGedeeltelijk").asText()),
        meldcode(node.get("meldcode")),
        findings(node.get("bevindingen")),
        facts(node.get("feiten")));
  }

  /// An organisation in its role.
  public static ObjectNode party(PartyRole party) {
    return JSON.objectNode().put("oin", party.oin().value()).put("rol", party.role().code());
  }

  private static PartyRole party(JsonNode node) {
    return new PartyRole(
        new Oin(node.get("oin").asText()), Role.of(node.get("rol").asText()).orElseThrow());
  }

  private static ObjectNode meldcode(MeldcodeState state) {
    var node = JSON.objectNode();
    switch (state) {
      case MeldcodeState.Absent() -> node.put("stand", "afwezig");
      case MeldcodeState.Acute() -> node.put("stand", "acuut");
      case MeldcodeState.Complete(boolean informed) ->
          node.put("stand", "volledig").put("gezinGeinformeerd", informed);
      case MeldcodeState.Incomplete(List<String> gaps) -> {
        node.put("stand", "onvolledig");
        var list = node.putArray("ontbreekt");
        gaps.forEach(list::add);
      }
    }
    return node;
  }

  private static MeldcodeState meldcode(JsonNode node) {
    return switch (node.get("stand").asText()) {
      case "acuut" -> new MeldcodeState.Acute();
      case "volledig" -> new MeldcodeState.Complete(node.get("gezinGeinformeerd").asBoolean());
      case "onvolledig" -> new MeldcodeState.Incomplete(list(node.get("ontbreekt")));
      default -> new MeldcodeState.Absent();
    };
  }

  private static ObjectNode facts(SubjectFacts facts) {
    var node = JSON.objectNode();
    facts.age().ifPresent(age -> node.put("leeftijd", age.years()));
    node.set("toestemming", consent(facts.consent()));
    node.set("beperkingen", words(facts.restrictions()));
    facts.municipality().ifPresent(m -> node.put("gemeente", m.name()));
    return node;
  }

  private static SubjectFacts facts(JsonNode node) {
    var age = Optional.ofNullable(node.get("leeftijd")).map(n -> new Age(n.asInt()));
    var municipality =
        Optional.ofNullable(node.get("gemeente")).map(n -> new Municipality(n.asText()));
    return new SubjectFacts(
        age,
        consent(node.get("toestemming")),
        set(node.get("beperkingen"), Restriction::valueOf),
        municipality);
  }

  private static ObjectNode consent(ConsentState state) {
    var node = JSON.objectNode();
    switch (state) {
      case ConsentState.Given given -> {
        node.put("stand", "gegeven");
        node.set("categorieen", words(given.categories()));
        var list = node.putArray("toestemmingen");
        given.consents().forEach(list::add);
      }
      case ConsentState.NotGiven none -> {
        node.put("stand", "geen");
        node.set("oorzaken", words(none.lacks()));
      }
      case ConsentState.CustodyUnknown() -> node.put("stand", "gezag-onbekend");
      case ConsentState.ShieldedGiver() -> node.put("stand", "afgeschermd");
    }
    return node;
  }

  private static ConsentState consent(JsonNode node) {
    return switch (node.get("stand").asText()) {
      case "gegeven" ->
          new ConsentState.Given(
              set(node.get("categorieen"), DataCategory::valueOf), list(node.get("toestemmingen")));
      case "gezag-onbekend" -> new ConsentState.CustodyUnknown();
      case "afgeschermd" -> new ConsentState.ShieldedGiver();
      default -> new ConsentState.NotGiven(set(node.get("oorzaken"), ConsentState.Lack::valueOf));
    };
  }

  private static ArrayNode findings(Set<ScanFinding.Found> findings) {
    return words(findings.stream().map(f -> f.what().name() + "@" + f.where()).toList());
  }

  private static Set<ScanFinding.Found> findings(JsonNode array) {
    return set(
        array,
        word -> {
          int at = word.indexOf('@');
          return new ScanFinding.Found(
              ScanFinding.valueOf(word.substring(0, at)), word.substring(at + 1));
        });
  }

  /// Words in a fixed order, so that the same question has the same bytes.
  public static ArrayNode words(Collection<?> values) {
    var array = JSON.arrayNode();
    values.stream()
        .map(v -> v instanceof Enum<?> e ? e.name() : String.valueOf(v))
        .sorted()
        .forEach(array::add);
    return array;
  }

  private static <T> Set<T> set(JsonNode array, Function<String, T> reader) {
    return list(array).stream().map(reader).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> list(JsonNode array) {
    var values = new ArrayList<String>();
    array.forEach(v -> values.add(v.asText()));
    return values;
  }
}
