package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// One reading of the files of one version, with what was found so far.
final class Reading {
  private static final List<String> FIXED =
      List.of(
          "convenant.yaml",
          "wetten.yaml",
          "partijen.yaml",
          "doelen.yaml",
          "categorieen.yaml",
          "voorwaarden.yaml");

  private final String base;
  private final SortedMap<String, String> files;
  private final Faults faults = new Faults();

  Reading(String base, SortedMap<String, String> files) {
    this.base = base;
    this.files = files;
  }

  Result result() {
    checkPaths();
    var head = file("convenant.yaml").map(this::head);
    var from = head.flatMap(Head::from);
    var forms = new FormReader(faults, base + "gegevens/", files);
    var partyReader = new PartyReader(faults);
    var parties = file("partijen.yaml").map(partyReader::read).orElse(Map.of());
    var laws = file("wetten.yaml").map(Reading::laws).orElse(Map.of());
    var labels = file("categorieen.yaml").map(new CategoryReader(faults)::read).orElse(Map.of());
    var conditions =
        file("voorwaarden.yaml").map(new ConditionReader(faults)::read).orElse(Map.of());
    var rules = rules(laws);
    var purposes =
        file("doelen.yaml").map(new PurposeReader(faults, rules, base)::read).orElse(Map.of());
    var consistency = new Consistency(faults, base);
    consistency.check(rules, held(parties), conditions, forms.texts().keySet());
    var examples = examples(partyReader, rules, from.orElse(LocalDate.EPOCH));
    checkExamples(rules, examples);
    if (!faults.isEmpty()) {
      return new Result.Broken(faults.all());
    }
    var title = head.orElseThrow();
    return new Result.Whole(
        new Convenant(
            title.id(),
            title.version(),
            title.title(),
            title.status().orElseThrow(),
            from.orElseThrow(),
            title.until().orElseThrow(),
            title.schoolHolidays(),
            parties,
            purposes,
            rules,
            conditions,
            schemas(forms.texts()),
            forms.texts(),
            forms.topics(),
            labels,
            examples,
            digest()));
  }

  private static Set<Role> held(Map<Oin, Party> parties) {
    var held = EnumSet.noneOf(Role.class);
    parties.values().forEach(party -> held.addAll(party.roles()));
    return held;
  }

  private List<Rule> rules(Map<String, String> laws) {
    var rules = new ArrayList<Rule>();
    folder("regels/").forEach(f -> rules.addAll(new RuleReader(faults, laws, base).read(f)));
    return rules;
  }

  private List<Example> examples(PartyReader parties, List<Rule> rules, LocalDate day) {
    var reader = new ExampleReader(faults, parties, rules, day, base);
    var examples = new ArrayList<Example>();
    folder("voorbeelden/").forEach(f -> examples.addAll(reader.read(f)));
    return examples;
  }

  private record Head(
      String id,
      String version,
      String title,
      Optional<Convenant.Status> status,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      List<Holiday> schoolHolidays) {}

  private Head head(Entry entry) {
    var status =
        new Vocabulary(faults).of(Convenant.Status.class, entry.word("status"), "De status");
    var from = day(entry, "geldigVan");
    var until = day(entry, "geldigTot");
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      faults.add(entry.spotOf("geldigTot"), "`geldigTot` ligt niet na `geldigVan`.");
    }
    var id = entry.word("id").value();
    var version = entry.word("versie").value();
    var title = entry.word("titel").value();
    entry.find("toelichting");
    var holidays = entry.entries("schoolvakanties").stream().flatMap(this::holiday).toList();
    entry.close();
    return new Head(id, version, title, status, from, until, holidays);
  }

  private Stream<Holiday> holiday(Entry block) {
    var name = block.word("naam").value();
    var first = day(block, "eersteDag");
    var last = day(block, "laatsteDag");
    block.close();
    if (first.isEmpty() || last.isEmpty()) {
      return Stream.empty();
    }
    if (last.get().isBefore(first.get())) {
      faults.add(block.spotOf("laatsteDag"), "`laatsteDag` ligt voor `eersteDag`.");
      return Stream.empty();
    }
    return Stream.of(new Holiday(name, first.get(), last.get()));
  }

  private void checkPaths() {
    for (var path : FIXED) {
      if (!files.containsKey(base + path)) {
        faults.add(new Spot(base + path, 0), "Dit bestand ontbreekt.");
      }
    }
    for (var path : files.keySet()) {
      var name = path.startsWith(base) ? path.substring(base.length()) : path;
      boolean known =
          FIXED.contains(name)
              || name.matches("(regels|voorbeelden)/[a-z0-9-]+\\.yaml")
              || name.matches("gegevens/K[0-9]{2}(-[a-z]+)?\\.schema\\.json");
      if (!known) {
        faults.add(new Spot(path, 0), "Dit bestand hoort niet in de map van een versie.");
      }
    }
  }

  private Optional<Entry> file(String name) {
    return Optional.ofNullable(files.get(base + name))
        .flatMap(text -> Yaml.read(base + name, text, faults));
  }

  private List<Entry> folder(String name) {
    return files.keySet().stream()
        .filter(p -> p.startsWith(base + name))
        .flatMap(p -> file(p.substring(base.length())).stream())
        .toList();
  }

  private static Optional<LocalDate> day(Entry head, String key) {
    head.word(key);
    return head.day(key);
  }

  private static Map<String, String> laws(Entry file) {
    var laws = new LinkedHashMap<String, String>();
    file.entry("wetten")
        .ifPresent(e -> e.freeKeys().forEach(k -> laws.put(k.value(), e.word(k.value()).value())));
    file.close();
    return laws;
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
    var at = Spot.of(rule.source());
    faults.add(
        new Spot(base + at.file(), at.line()),
        "Regel " + rule.id() + " heeft geen uitgewerkt voorbeeld met antwoord " + answer + ".");
  }

  private String digest() {
    var relative = new TreeMap<String, String>();
    files.forEach((path, text) -> relative.put(path.substring(base.length()), text));
    return Digest.of(relative);
  }
}
