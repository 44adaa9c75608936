package nl.sluis.policies.convenant;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the text of one file as YAML, keeping the line of every word.
///
/// Pure; may be shared between threads.
public final class Yaml {
  private static final int MAX_CHARACTERS = 1_000_000;

  private Yaml() {}

  /// The block that is the whole file; empty, and a fault, when it is not YAML.
  public static Optional<Entry> read(String file, String text, Faults faults) {
    return node(file, text, faults).map(n -> Entry.of(file, n, faults));
  }

  /// The tree of the whole file; empty, and a fault, when it is not YAML.
  static Optional<Node> node(String file, String text, Faults faults) {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(MAX_CHARACTERS)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      var node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        faults.add(new Spot(file, 0), "Dit bestand is leeg.");
      }
      return node;
    } catch (YamlEngineException broken) {
      var told = BrokenYaml.of(text, broken);
      faults.add(new Spot(file, told.line()), told.sentence());
    }
    return Optional.empty();
  }
}
