package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.About;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Block;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Claim;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Form;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Group;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Option;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Settlement;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Settlement.By;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.StillMissing;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Way;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Condition.Source;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.LaneText;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;

/// Makes of roads and of what was stated what the pages show. Pure.
final class ComposeShown {
  /// The families of purposes that have a name on the page, those of every day first.
  private static final List<String> FAMILIES =
      List.of(
          "signaleren",
          "overleg",
          "verzuim",
          "passend-onderwijs",
          "gezondheid",
          "toegang",
          "gezinsplan",
          "overdracht",
          "veiligheid",
          "bescherming",
          "beleid",
          "toezicht");

  private ComposeShown() {}

  /// The open roads by what they are about, and in the order of the convenant.
  static List<Group> groups(List<OpenRoad> roads) {
    var groups = new ArrayList<Group>();
    var words =
        roads.stream()
            .map(road -> family(road.rule()))
            .distinct()
            .sorted(Comparator.comparingInt(ComposeShown::place))
            .toList();
    for (var word : words) {
      groups.add(
          new Group(
              word,
              roads.stream()
                  .filter(road -> family(road.rule()).equals(word))
                  .map(ComposeShown::way)
                  .toList()));
    }
    return groups;
  }

  /// What a rule is about: the file in which it stands.
  private static String family(Rule rule) {
    var file = rule.source().replaceAll("^.*/", "").replaceAll("\\.yaml.*$", "");
    return FAMILIES.contains(file) ? file : "overig";
  }

  private static int place(String family) {
    return FAMILIES.contains(family) ? FAMILIES.indexOf(family) : FAMILIES.size();
  }

  /// One road, as it is told before anything was stated.
  static Way way(OpenRoad road) {
    var convenant = road.convenant();
    var rule = road.rule();
    var articles = new ArrayList<>(rule.grounds().stream().map(LawRef::toString).toList());
    rule.secrecyKey().map(LawRef::toString).ifPresent(articles::add);
    return new Way(
        Roads.word(road),
        purpose(road),
        road.to().code(),
        road.receivers().stream().map(Party::name).toList(),
        LaneText.of(rule.lane()),
        articles,
        road.needs().stream().map(change -> change.words(convenant)).toList(),
        convenant.undecided(rule).stream().map(LegalPoint::id).toList(),
        rule.id(),
        Step.of(road));
  }

  static String purpose(OpenRoad road) {
    var purpose = road.rule().purpose();
    return Objects.requireNonNullElse(road.convenant().purposes().get(purpose), purpose.code());
  }

  /// The form with what was stated so far.
  ///
  /// @param function of who fills it in, who as a rule is the one that spoke
  static Form form(
      String path, OpenRoad road, Concept concept, StillMissing missing, String function) {
    var stated = concept.stated();
    var rule = road.rule();
    var claims = new ArrayList<Claim>();
    var settlements = new ArrayList<Settlement>();
    for (var code : rule.conditions()) {
      var condition = road.convenant().conditions().get(code);
      if (condition == null) {
        continue;
      }
      if (condition.source() == Source.BEWEERD) {
        var said = said(stated.claimed().getOrDefault(code, new TreeMap<>()), function);
        var fields = Input.of(ComposeForm.fields(condition), "voorwaarde." + code, said);
        claims.add(new Claim(code, condition.sentence(), condition.shown(), fields));
      } else {
        settlements.add(
            new Settlement(
                code, condition.sentence(), by(condition), stated.settled().contains(code)));
      }
    }
    return new Form(
        path,
        way(road),
        about(rule, stated),
        receivers(concept),
        blocks(road, stated),
        claims,
        settlements,
        rule.consent().isNeeded() ? consents(stated) : List.of(),
        missing,
        concept.answer().isObject());
  }

  private static By by(Condition condition) {
    return condition.source() == Source.ONDERTEKEND
        ? By.HANDTEKENING
        : condition.isOfThePerson() ? By.SLUIS : By.ANDER;
  }

  private static JsonNode said(Map<String, String> claim, String function) {
    var said = JsonNodeFactory.instance.objectNode();
    claim.forEach(said::put);
    if (claim.isEmpty()) {
      said.put("door", function);
    }
    return said;
  }

  private static Optional<About> about(Rule rule, Stated stated) {
    var kinds =
        ComposeForm.references(rule).stream()
            .map(kind -> new Option(kind.code(), kind.code(), "", kind == stated.by()))
            .toList();
    return kinds.isEmpty() ? Optional.empty() : Optional.of(new About(kinds, stated.child()));
  }

  private static List<Option> receivers(Concept concept) {
    var options = new ArrayList<Option>();
    var chosen = concept.to();
    for (var one : concept.receivers()) {
      var oin = one.path("oin").asText();
      options.add(
          new Option(
              oin,
              one.path("naam").asText(),
              one.path("team").asText(),
              chosen.filter(to -> to.value().equals(oin)).isPresent()));
    }
    return options;
  }

  private static List<Block> blocks(OpenRoad road, Stated stated) {
    var blocks = new ArrayList<Block>();
    for (var category : ComposeForm.categories(road)) {
      var says = Objects.requireNonNull(road.rule().categories().get(category));
      var form = ComposeForm.schema(road.convenant(), road.rule(), category);
      var content = stated.categories().get(category);
      boolean required = says.presence() == Presence.VERPLICHT;
      blocks.add(
          new Block(
              category.name(),
              label(road, category),
              form.description(),
              required,
              says.handling() == Handling.VERZEGELD,
              required || content != null,
              says.motivated(),
              stated.necessity().getOrDefault(category, ""),
              Input.of(
                  form.fields(),
                  category.name(),
                  content == null ? MissingNode.getInstance() : content)));
    }
    return blocks;
  }

  static String label(OpenRoad road, DataCategory category) {
    return road.convenant().labels().getOrDefault(category, category.slug());
  }

  private static List<Option> consents(Stated stated) {
    var options = new ArrayList<Option>();
    for (var one : Stated.Yes.values()) {
      options.add(new Option(one.code(), one.code(), "", one == stated.consent()));
    }
    return options;
  }
}
