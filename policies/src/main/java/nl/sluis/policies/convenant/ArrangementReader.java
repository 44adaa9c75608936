package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Role;

/// Reads the files that say what was arranged besides the rules; each may be absent.
final class ArrangementReader {
  /// The files, in the folder of the text.
  static final List<String> FILES =
      List.of("overleggen.yaml", "contacten.yaml", "cijfers.yaml", "toestemming.yaml");

  private final Faults faults;

  ArrangementReader(Faults faults) {
    this.faults = faults;
  }

  /// @param rules every rule of the text, whose purposes a table may name
  /// @param held the roles that some party of this convenant fulfils
  Arrangements read(Layers layers, List<Rule> rules, Set<Role> held) {
    var tables =
        file(layers, "overleggen.yaml")
            .map(entry -> new OverlegReader(faults, rules, held).read(entry))
            .orElse(Map.of());
    var contacts = new ContactReader(faults);
    file(layers, "contacten.yaml").ifPresent(contacts::read);
    var counting =
        file(layers, "cijfers.yaml")
            .map(entry -> new CountingReader(faults).read(entry))
            .orElseGet(Arrangements::noCounts);
    var terms =
        file(layers, "toestemming.yaml")
            .map(entry -> ConsentTerms.read(entry, faults))
            .orElse(ConsentTerms.STRICT);
    return new Arrangements(
        tables, contacts.functions(), contacts.walls(), counting, terms, Map.of());
  }

  private Optional<Entry> file(Layers layers, String name) {
    return layers.named(name, faults).stream().findFirst();
  }
}
