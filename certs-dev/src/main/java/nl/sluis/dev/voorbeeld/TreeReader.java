package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import nl.sluis.policies.convenant.BrokenYaml;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML text into a [Tree] that knows its lines; a key twice in one block is a fault.
final class TreeReader {
  private static final int MAX_DEPTH = 20;

  private final String file;
  private final int firstLine;

  /// @param file the name by which faults call the text
  /// @param firstLine the line of the file on which the text starts, from one
  TreeReader(String file, int firstLine) {
    this.file = file;
    this.firstLine = firstLine;
  }

  Tree read(String text) {
    var settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      var root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        throw new VoorbeeldFault(new Place(file, firstLine), "het bestand is leeg");
      }
      return tree(root.get(), 0);
    } catch (YamlEngineException e) {
      var told = BrokenYaml.of(text, e);
      throw new VoorbeeldFault(
          new Place(file, firstLine + Math.max(told.line() - 1, 0)), told.sentence());
    }
  }

  private Tree tree(Node node, int depth) {
    var place = place(node.getStartMark());
    if (depth > MAX_DEPTH) {
      throw new VoorbeeldFault(place, "dit is te diep genest");
    }
    return switch (node) {
      case ScalarNode text ->
          new Tree.Text(text.getValue(), text.getScalarStyle() == ScalarStyle.PLAIN, place);
      case SequenceNode list -> {
        var items = new ArrayList<Tree>();
        list.getValue().forEach(item -> items.add(tree(item, depth + 1)));
        yield new Tree.Items(items, place);
      }
      case MappingNode block -> block(block, place, depth);
      default -> throw new VoorbeeldFault(place, "dit soort YAML wordt hier niet gebruikt");
    };
  }

  private Tree block(MappingNode block, Place place, int depth) {
    var entries = new LinkedHashMap<String, Tree>();
    var places = new HashMap<String, Place>();
    for (NodeTuple tuple : block.getValue()) {
      var keyPlace = place(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new VoorbeeldFault(keyPlace, "een sleutel is een woord");
      }
      if (places.put(key.getValue(), keyPlace) != null) {
        throw new VoorbeeldFault(keyPlace, "`" + key.getValue() + "` staat hier twee keer");
      }
      entries.put(key.getValue(), tree(tuple.getValueNode(), depth + 1));
    }
    return new Tree.Block(entries, places, place);
  }

  private Place place(Optional<Mark> mark) {
    return new Place(file, firstLine + mark.map(Mark::getLine).orElse(0));
  }
}
