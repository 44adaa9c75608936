package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.convenant.Convenant;

/// Reads a scenario: strict, so that a typing error is a fault with file and line, never a silence.
///
/// Immutable; may be shared between threads.
public final class ScenarioReader {
  private static final String CONVENANT = "convenant";

  private final Convenant usual;
  private final List<Convenant> all;
  private final Instant today;

  /// @param convenant the version that knows the parties, purposes and categories
  public ScenarioReader(Convenant convenant) {
    this(convenant, List.of(convenant));
  }

  /// @param usual the version by which a scenario is read that names none
  /// @param all every version that a scenario may name, and whose parties may play
  public ScenarioReader(Convenant usual, List<Convenant> all) {
    this(usual, all, Instant.EPOCH);
  }

  /// @param usual the version by which a scenario is read that names none
  /// @param all every version that a scenario may name, and whose parties may play
  /// @param today from when a `tijd` such as `3 dagen geleden` counts
  public ScenarioReader(Convenant usual, List<Convenant> all, Instant today) {
    this.usual = usual;
    this.all = List.copyOf(all);
    this.today = today;
  }

  /// Reads a file.
  ///
  /// @throws VoorbeeldFault with file, line and a Dutch sentence
  /// @throws IOException when the file cannot be read
  public Scenario read(Path file) throws IOException {
    return read(String.valueOf(file.getFileName()), 1, Files.readString(file));
  }

  /// Reads a text.
  ///
  /// @param file the name by which faults call it
  /// @param firstLine the line on which the text starts, from one
  public Scenario read(String file, int firstLine, String text) {
    var fields = Fields.of(new TreeReader(file, firstLine).read(text));
    var convenant = convenant(fields);
    var names = new Names(convenant);
    var title = fields.text("titel");
    var explanation = fields.text("uitleg", "");
    var start = fields.read("tijd", words -> DutchTime.moment(words, today));
    boolean ownDatabase = fields.yes("eigen database", false);
    var parties = parties(fields, names, convenant);
    var setUp = new ArrayList<Step>();
    var families = families(fields, names, setUp);
    setUp(fields, "mandaten", "geef mandaat", names, setUp);
    setUp(fields, "toestemmingen", "leg toestemming vast", names, setUp);
    fields
        .blocks("mensen")
        .forEach(person -> setUp.addAll(LoginActions.read(person, names, families)));
    var steps = new ArrayList<Step>();
    for (var item : Fields.itemsOf(fields.need("stappen"))) {
      steps.add(StepReader.read(Fields.of(item), names, steps.size() + 1));
    }
    fields.done();
    if (steps.isEmpty()) {
      throw new VoorbeeldFault(fields.place("stappen"), "een voorbeeld heeft minstens één stap");
    }
    return new Scenario(
        convenant,
        title,
        explanation,
        start,
        parties,
        families,
        setUp,
        steps,
        ownDatabase,
        fields.place());
  }

  private Convenant convenant(Fields fields) {
    if (!fields.has(CONVENANT)) {
      return usual;
    }
    var name = fields.text(CONVENANT);
    return all.stream()
        .filter(c -> c.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new VoorbeeldFault(
                    fields.place(CONVENANT),
                    Suggestion.unknown(name, all.stream().map(Convenant::id).sorted().toList())));
  }

  private Map<String, PartySpec> parties(Fields fields, Names names, Convenant convenant) {
    var parties = new LinkedHashMap<String, PartySpec>();
    var block = fields.needBlock("partijen");
    for (var entry : block.all().entrySet()) {
      names.addParty(entry.getKey(), block.place(entry.getKey()));
      parties.put(entry.getKey(), PartySpec.read(entry.getKey(), entry.getValue(), convenant, all));
    }
    return parties;
  }

  private static Map<String, Family> families(Fields fields, Names names, List<Step> setUp) {
    var families = new LinkedHashMap<String, Family>();
    if (!fields.has("gezinnen")) {
      return families;
    }
    var block = fields.needBlock("gezinnen");
    for (var entry : block.all().entrySet()) {
      var child = entry.getKey();
      names.addChild(child, block.place(child));
      var keys = Fields.of(entry.getValue());
      var family = Family.read(child, keys, names, Family.MUNICIPALITY);
      families.put(child, family);
      var place = block.place(child);
      family
          .knownBy()
          .forEach(
              (party, role) -> {
                var facts = new FamilyFacts(new PartyAs(party, role), family);
                setUp.add(new Step("gezin " + child, "", facts, List.of(), place));
              });
      for (var word : keys.words("beperkingen")) {
        var restriction = StopActions.restriction(family, word, keys.place("beperkingen"));
        setUp.add(new Step("beperking " + child, "", restriction, List.of(), place));
      }
      keys.done();
    }
    return families;
  }

  private static void setUp(
      Fields fields, String key, String action, Names names, List<Step> setUp) {
    for (var item : fields.blocks(key)) {
      setUp.add(StepReader.brief(item, action, names));
    }
  }
}
