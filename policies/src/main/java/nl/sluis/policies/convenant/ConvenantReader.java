package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads one version of the convenant from its files, or says everything that is wrong with them.
///
/// Does no I/O: the caller hands in the texts. Immutable; may be shared between threads.
public final class ConvenantReader {
  private static final List<String> FIXED =
      List.of(
          "convenant.yaml",
          "wetten.yaml",
          "partijen.yaml",
          "doelen.yaml",
          "categorieen.yaml",
          "voorwaarden.yaml");

  /// What reading came to.
  public sealed interface Result {
    /// The convenant, whole and checked.
    record Whole(Convenant convenant) implements Result {}

    /// Every fault at once; nothing can rest on these files.
    record Broken(List<ConvenantFault> faults) implements Result {
      /// Copies its parts.
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  private ConvenantReader() {}

  /// @param files the text of every file of one version, by path; `convenant.yaml` marks the folder
  public static Result read(Map<String, String> files) {
    var faults = new Faults();
    var head =
        files.keySet().stream().filter(p -> p.endsWith("convenant.yaml")).sorted().findFirst();
    if (head.isEmpty()) {
      faults.add(new Spot("convenant.yaml", 0), "Dit bestand ontbreekt.");
      return new Result.Broken(faults.all());
    }
    var base = head.get().substring(0, head.get().length() - "convenant.yaml".length());
    return new Reading(base, new TreeMap<>(files), faults).result();
  }

  /// One reading, with what was found so far.
  private static final class Reading {
    private final String base;
    private final SortedMap<String, String> files;
    private final Faults faults;
    private final Map<String, String> forms = new TreeMap<>();

    Reading(String base, SortedMap<String, String> files, Faults faults) {
      this.base = base;
      this.files = files;
      this.faults = faults;
    }

    Result result() {
      checkPaths();
      var head = file("convenant.yaml");
      var status = head.flatMap(this::status);
      var from = head.flatMap(h -> day(h, "geldigVan"));
      var until = head.flatMap(h -> day(h, "geldigTot"));
      if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
        faults.add(head.get().spotOf("geldigTot"), "`geldigTot` ligt niet na `geldigVan`.");
      }
      var id = head.map(h -> h.word("id").value()).orElse("");
      var version = head.map(h -> h.word("versie").value()).orElse("");
      var title = head.map(h -> h.word("titel").value()).orElse("");
      head.ifPresent(h -> h.find("toelichting"));
      head.ifPresent(Entry::close);
      readForms();
      var partyReader = new PartyReader(faults);
      var parties = file("partijen.yaml").map(partyReader::read).orElse(Map.of());
      var laws = file("wetten.yaml").map(this::laws).orElse(Map.of());
      var labels = file("categorieen.yaml").map(new CategoryReader(faults)::read).orElse(Map.of());
      var conditions =
          file("voorwaarden.yaml").map(new ConditionReader(faults)::read).orElse(Map.of());
      var rules = new ArrayList<Rule>();
      folder("regels/").forEach(f -> rules.addAll(new RuleReader(faults, laws, base).read(f)));
      var purposes = file("doelen.yaml").map(f -> purposes(f, rules)).orElse(Map.of());
      var held = EnumSet.noneOf(Role.class);
      parties.values().forEach(p -> held.addAll(p.roles()));
      new Consistency(faults, base).check(rules, held, conditions, forms.keySet());
      var exampleReader =
          new ExampleReader(faults, partyReader, rules, from.orElse(LocalDate.EPOCH), base);
      var examples = new ArrayList<Example>();
      folder("voorbeelden/").forEach(f -> examples.addAll(exampleReader.read(f)));
      checkExamples(rules, examples);
      if (!faults.isEmpty()) {
        return new Result.Broken(faults.all());
      }
      return new Result.Whole(
          new Convenant(
              id,
              version,
              title,
              status.orElseThrow(),
              from.orElseThrow(),
              until.orElseThrow(),
              parties,
              purposes,
              rules,
              conditions,
              schemas(),
              forms,
              labels,
              examples,
              digest()));
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

    private Optional<Convenant.Status> status(Entry head) {
      return new Vocabulary(faults).of(Convenant.Status.class, head.word("status"), "De status");
    }

    private static Optional<LocalDate> day(Entry head, String key) {
      head.word(key);
      return head.day(key);
    }

    private Map<String, String> laws(Entry file) {
      var laws = new LinkedHashMap<String, String>();
      file.entry("wetten")
          .ifPresent(
              e -> e.freeKeys().forEach(k -> laws.put(k.value(), e.word(k.value()).value())));
      file.close();
      return laws;
    }

    private Map<Purpose, String> purposes(Entry file, List<Rule> rules) {
      var purposes = new LinkedHashMap<Purpose, String>();
      var used = rules.stream().map(Rule::purpose).collect(Collectors.toSet());
      for (var block : file.entries("doelen")) {
        var code = block.word("code");
        var sentence = block.word("zin").value();
        block.find("juridisch");
        block.close();
        if (!Purpose.isPurpose(code.value())) {
          faults.add(code.spot(), "Een doel schrijft u in kleine letters met streepjes.");
          continue;
        }
        var purpose = new Purpose(code.value());
        if (purposes.put(purpose, sentence) != null) {
          faults.add(code.spot(), "Het doel `" + purpose + "` staat er al.");
        }
        if (!used.contains(purpose)) {
          faults.add(code.spot(), "Geen enkele regel gaat over het doel `" + purpose + "`.");
        }
      }
      for (var rule : rules) {
        if (!purposes.containsKey(rule.purpose())) {
          var at = Spot.of(rule.source());
          faults.add(
              new Spot(base + at.file(), at.line()),
              "Regel "
                  + rule.id()
                  + ": het doel `"
                  + rule.purpose()
                  + "` staat niet in doelen.yaml.");
        }
      }
      file.close();
      return purposes;
    }

    private void readForms() {
      files.forEach(
          (path, text) -> {
            if (path.startsWith(base + "gegevens/") && path.endsWith(".schema.json")) {
              var name = path.substring((base + "gegevens/").length());
              forms.put(name.substring(0, name.length() - ".schema.json".length()), text);
            }
          });
    }

    private Map<DataCategory, String> schemas() {
      var schemas = new EnumMap<DataCategory, String>(DataCategory.class);
      forms.forEach((name, text) -> DataCategory.of(name).ifPresent(c -> schemas.put(c, text)));
      return schemas;
    }

    private void checkExamples(List<Rule> rules, List<Example> examples) {
      for (var rule : rules) {
        var own = examples.stream().filter(e -> e.ruleId().equals(rule.id())).toList();
        var missing = new ArrayList<String>();
        if (own.stream().noneMatch(Example::yes) && rule.otherChannel().isEmpty()) {
          missing.add("ja");
        }
        if (own.stream().allMatch(Example::yes)) {
          missing.add("nee");
        }
        var at = Spot.of(rule.source());
        for (var answer : missing) {
          faults.add(
              new Spot(base + at.file(), at.line()),
              "Regel "
                  + rule.id()
                  + " heeft geen uitgewerkt voorbeeld met antwoord "
                  + answer
                  + ".");
        }
      }
    }

    private String digest() {
      var relative = new TreeMap<String, String>();
      files.forEach((path, text) -> relative.put(path.substring(base.length()), text));
      return Digest.of(relative);
    }
  }
}
