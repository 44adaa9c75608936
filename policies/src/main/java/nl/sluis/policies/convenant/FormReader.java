package nl.sluis.policies.convenant;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads `gegevens/`: the JSON Schema of every category. JSON is YAML, so one reader serves both.
///
/// Whether a schema is a schema is for the validator; this checks what Sluis asks of every form: no
/// other fields than those it names, a bound on every text and on every list.
final class FormReader {
  private static final String EXTENSION = ".schema.json";

  private final Faults faults;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final SortedMap<String, Set<String>> topics = new TreeMap<>();

  FormReader(Faults faults, Layers layers) {
    this.faults = faults;
    layers.folders().map(folder -> folder + "gegevens/").forEach(f -> read(f, layers.files()));
  }

  private void read(String folder, Map<String, String> files) {
    files.forEach(
        (path, text) -> {
          if (path.startsWith(folder) && path.endsWith(EXTENSION)) {
            var name = path.substring(folder.length(), path.length() - EXTENSION.length());
            if (texts.putIfAbsent(name, text) != null) {
              faults.add(new Spot(path, 0), "De vorm `" + name + "` staat al in de modeltekst.");
            }
            read(name, path, text);
          }
        });
  }

  /// The text of every form by name.
  Map<String, String> texts() {
    return texts;
  }

  /// The forbidden words of every form by name.
  Map<String, Set<String>> topics() {
    return topics;
  }

  private void read(String name, String path, String text) {
    Yaml.node(path, text, faults)
        .ifPresent(
            root -> {
              topics.put(name, words(at(root, "verbodenWoorden")));
              check(path, root);
            });
  }

  private void check(String path, Node node) {
    var type = at(node, "type") instanceof ScalarNode scalar ? scalar.getValue() : "";
    switch (type) {
      case "object" -> {
        if (!(at(node, "additionalProperties") instanceof ScalarNode closed)
            || !closed.getValue().equals("false")) {
          fault(path, node, "Een vorm sluit andere velden uit: `additionalProperties: false`.");
        }
      }
      case "string" -> {
        if (at(node, "maxLength") == null && at(node, "enum") == null) {
          fault(path, node, "Een tekst heeft een grens: `maxLength` of `enum`.");
        }
      }
      case "array" -> {
        if (at(node, "maxItems") == null) {
          fault(path, node, "Een lijst heeft een grens: `maxItems`.");
        }
      }
      default -> {}
    }
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> check(path, tuple.getValueNode()));
    }
  }

  private void fault(String path, Node node, String sentence) {
    int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    faults.add(new Spot(path, line), sentence);
  }

  private static Set<String> words(@Nullable Node node) {
    var words = new HashSet<String>();
    if (node instanceof SequenceNode list) {
      for (var item : list.getValue()) {
        if (item instanceof ScalarNode scalar) {
          words.add(scalar.getValue());
        }
      }
    }
    return Set.copyOf(words);
  }

  private static @Nullable Node at(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (var tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }
}
