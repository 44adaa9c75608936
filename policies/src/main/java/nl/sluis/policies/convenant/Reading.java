package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// One reading of the files of one version, with what was found so far.
final class Reading {
  private final String base;
  private final SortedMap<String, String> files;
  private final Faults faults = new Faults();

  Reading(String base, SortedMap<String, String> files) {
    this.base = base;
    this.files = files;
  }

  Result result() {
    var head =
        Optional.ofNullable(files.get(base + "convenant.yaml"))
            .flatMap(text -> Yaml.read(base + "convenant.yaml", text, faults))
            .map(entry -> Head.read(entry, faults));
    var basis = head.flatMap(Head::basis);
    var layers = new Layers(base, basis.map(b -> ConvenantFiles.root(base) + b + "/"), files);
    new Paths(faults).check(layers);
    var from = head.flatMap(Head::from);
    var forms = new FormReader(faults, layers);
    var partyReader = new PartyReader(faults);
    var parties = layers.ownFile("partijen.yaml", faults).map(partyReader::read).orElse(Map.of());
    var held = held(parties, head.flatMap(Reading::validity));
    var laws = laws(layers);
    var labels = merged(layers, "categorieen.yaml", new CategoryReader(faults)::read);
    var conditions = merged(layers, "voorwaarden.yaml", new ConditionReader(faults)::read);
    var points = merged(layers, "juridisch.yaml", new LegalPointReader(faults)::read);
    var secrecy = merged(layers, "geheimhouding.yaml", new SecrecyReader(faults, laws)::read);
    var retentions =
        merged(layers, "bewaartermijnen.yaml", new RetentionReader(faults, laws)::read);
    var all = rules(layers, new RuleReader(faults, laws, points, retentions));
    partyReader.checkOfficers(reporting(all));
    var purposes = new PurposeReader(faults, all).read(layers.named("doelen.yaml", faults));
    var rules = holding(all, head.map(Head::without).orElse(Map.of()), layers);
    new Consistency(
            faults,
            new Consistency.Context(
                held, layers, conditions, forms.texts().keySet(), points, secrecy))
        .check(rules);
    new Retentions(retentions, points, layers).check(all, faults);
    new PointsLeft(points.values()).check(all, faults);
    var examples = examples(layers, parties, all, from.orElse(LocalDate.EPOCH));
    var kept = rules.stream().map(Rule::id).collect(Collectors.toSet());
    examples.removeIf(e -> !kept.contains(e.ruleId()));
    checkExamples(rules, examples);
    var arrangements = new ArrangementReader(faults).read(layers, all, held);
    if (!faults.isEmpty()) {
      return new Result.Broken(faults.all());
    }
    var title = head.orElseThrow();
    return new Result.Whole(
        new Convenant(
            title.id(),
            title.version(),
            title.title(),
            basis,
            title.status().orElseThrow(),
            from.orElseThrow(),
            title.until().orElseThrow(),
            title.region(),
            title.overlapDays(),
            title.schoolHolidays(),
            parties,
            used(purposes, rules),
            new RuleBook(rules),
            conditions,
            points,
            secrecy,
            schemas(forms.texts()),
            forms.texts(),
            forms.topics(),
            labels,
            examples,
            arrangements.keeping(retentions),
            layers.digest(basis.orElse(""))));
  }

  private <K, V> Map<K, V> merged(Layers layers, String name, Function<Entry, Map<K, V>> reader) {
    var merged = new LinkedHashMap<K, V>();
    for (var file : layers.named(name, faults)) {
      reader
          .apply(file)
          .forEach(
              (key, value) -> {
                if (merged.putIfAbsent(key, value) != null) {
                  faults.add(file.spot(), "`" + key + "` staat al in de modeltekst.");
                }
              });
    }
    return merged;
  }

  private Map<String, String> laws(Layers layers) {
    return merged(layers, "wetten.yaml", Reading::laws);
  }

  private static Map<String, String> laws(Entry file) {
    var laws = new LinkedHashMap<String, String>();
    file.entry("wetten")
        .ifPresent(e -> e.freeKeys().forEach(k -> laws.put(k.value(), e.word(k.value()).value())));
    file.close();
    return laws;
  }

  private static Optional<Days> validity(Head head) {
    return head.from()
        .map(from -> new Days(from, head.until().filter(until -> until.isAfter(from))));
  }

  /// The roles that some party fulfils while the version holds; ever, when it does not say when.
  private static Set<Role> held(Map<Oin, Party> parties, Optional<Days> validity) {
    var held = EnumSet.noneOf(Role.class);
    for (var party : parties.values()) {
      held.addAll(validity.map(party::heldDuring).orElseGet(party::everHeld));
    }
    return held;
  }

  /// The roles from which a report of safety goes out, whatever the family says.
  private static Set<Role> reporting(List<Rule> rules) {
    var reporting = EnumSet.noneOf(Role.class);
    rules.stream().filter(r -> r.lane() == Lane.OVERRIDE).forEach(r -> reporting.addAll(r.from()));
    return reporting;
  }

  private List<Rule> rules(Layers layers, RuleReader reader) {
    var rules = new ArrayList<Rule>();
    layers.folder("regels/", faults).forEach(f -> rules.addAll(reader.read(f)));
    return rules;
  }

  /// The rules that hold here: all but those of the model that the head leaves out.
  private List<Rule> holding(List<Rule> all, Map<String, Word> without, Layers layers) {
    var left = new HashMap<>(without);
    var holding = new ArrayList<Rule>();
    for (var rule : all) {
      boolean ofModel = layers.isModel(Spot.of(rule.source()).file());
      if (!ofModel || left.remove(rule.id()) == null) {
        holding.add(rule);
      }
    }
    left.forEach(
        (id, why) ->
            faults.add(why.spot(), "De modeltekst heeft geen regel `" + id + "` om weg te laten."));
    return holding;
  }

  private static Map<Purpose, String> used(Map<Purpose, String> purposes, List<Rule> rules) {
    var used = new LinkedHashMap<>(purposes);
    used.keySet().retainAll(rules.stream().map(Rule::purpose).collect(Collectors.toSet()));
    return used;
  }

  private List<Example> examples(
      Layers layers, Map<Oin, Party> parties, List<Rule> rules, LocalDate day) {
    var reader = new ExampleReader(faults, parties.values(), rules, day, layers);
    var examples = new ArrayList<Example>();
    layers.folder("voorbeelden/", faults).forEach(f -> examples.addAll(reader.read(f)));
    return examples;
  }

  private static Map<DataCategory, String> schemas(Map<String, String> forms) {
    var schemas = new EnumMap<DataCategory, String>(DataCategory.class);
    forms.forEach((name, text) -> DataCategory.of(name).ifPresent(c -> schemas.put(c, text)));
    return schemas;
  }

  private void checkExamples(List<Rule> rules, List<Example> examples) {
    for (var rule : rules) {
      var own = examples.stream().filter(e -> e.ruleId().equals(rule.id())).toList();
      if (own.stream().noneMatch(Example::yes) && rule.otherChannel().isEmpty()) {
        missing(rule, "ja");
      }
      if (own.stream().allMatch(Example::yes)) {
        missing(rule, "nee");
      }
    }
  }

  private void missing(Rule rule, String answer) {
    faults.add(
        Spot.of(rule.source()),
        "Regel "
            + rule.id()
            + " heeft geen uitgewerkt voorbeeld met antwoord "
            + answer
            + "; schrijf er een.");
  }
}
