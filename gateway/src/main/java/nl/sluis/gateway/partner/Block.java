package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// One object of a file that a partner wrote, YAML or JSON, and which of its names were asked for.
///
/// What is wrong is added to one list, each with the path of its name and never with a value. One
/// thread.
public final class Block {
  private static final int MOST = 512 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String path;
  private final JsonNode node;
  private final List<String> faults;
  private final boolean repeats;
  private final Set<String> asked = new HashSet<>();
  private final List<Block> children = new ArrayList<>();

  private Block(String path, JsonNode node, List<String> faults, boolean repeats) {
    this.path = path;
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.faults = faults;
    this.repeats = repeats;
    if (!node.isObject()) {
      faults.add(
          path.isEmpty() ? "het bestand is geen blok" : "`" + path + "` ontbreekt of is geen blok");
    }
  }

  /// The whole of a file with settings.
  ///
  /// @param faults hears what is wrong
  public static Block ofSettings(String text, List<String> faults) {
    return new Block("", parse(text, faults), faults, true);
  }

  /// The whole of a file with content: a name in it that does not exist is not repeated.
  ///
  /// @param faults hears what is wrong
  public static Block ofContent(String text, List<String> faults) {
    return new Block("", parse(text, faults), faults, false);
  }

  private static JsonNode parse(String text, List<String> faults) {
    if (text.length() > MOST) {
      faults.add("het bestand is groter dan 512 KiB");
      return MissingNode.getInstance();
    }
    var settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(0).build();
    try {
      return JSON.valueToTree(new Load(settings).loadFromString(text));
    } catch (MarkedYamlEngineException e) {
      // Without the cause: its text quotes the file.
      faults.add(
          "regel "
              + e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0)
              + " is geen geldige YAML of JSON");
    } catch (YamlEngineException | IllegalArgumentException _) {
      faults.add("het bestand is geen geldige YAML of JSON");
    }
    return MissingNode.getInstance();
  }

  /// The whole path of a name in this block, for who reads what is wrong.
  public String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /// Is there something at this name?
  public boolean has(String key) {
    return node.has(key);
  }

  /// The block at this name, which must be there.
  public Block block(String key) {
    asked.add(key);
    var child = new Block(name(key), node.path(key), faults, repeats);
    children.add(child);
    return child;
  }

  /// The block at this name; empty when the name is not there.
  public Optional<Block> perhaps(String key) {
    return has(key) ? Optional.of(block(key)) : Optional.empty();
  }

  /// The blocks in the list at this name, which must be there.
  public List<Block> blocks(String key) {
    asked.add(key);
    var found = new ArrayList<Block>();
    if (!node.path(key).isArray()) {
      faults.add("`" + name(key) + "` ontbreekt of is geen lijst");
    }
    for (var each : node.path(key)) {
      found.add(new Block(name(key) + "." + found.size(), each, faults, repeats));
    }
    children.addAll(found);
    return found;
  }

  /// The texts in the list at this name, which must be there.
  public List<String> texts(String key) {
    asked.add(key);
    var found = new ArrayList<String>();
    for (var each : node.path(key)) {
      if (each.isTextual() && !each.asText().isBlank()) {
        found.add(each.asText());
      }
    }
    if (!node.path(key).isArray() || found.size() != node.path(key).size()) {
      faults.add("`" + name(key) + "` ontbreekt of is geen lijst van teksten");
    }
    return found;
  }

  /// The text at this name, which must be there; empty when it is not.
  public String text(String key) {
    var text = find(key).orElse("");
    if (text.isBlank()) {
      faults.add("`" + name(key) + "` ontbreekt of is geen tekst");
    }
    return text;
  }

  /// The text at this name; empty when it is not there.
  public Optional<String> find(String key) {
    asked.add(key);
    if (has(key) && !node.path(key).isTextual()) {
      faults.add("`" + name(key) + "` is geen tekst");
    }
    return Optional.ofNullable(node.path(key).textValue());
  }

  /// What stands at this name, as it is.
  public JsonNode value(String key) {
    asked.add(key);
    return node.path(key);
  }

  /// Every name, in order.
  public List<String> names() {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// Says that what stands at this name is wrong; `what` never holds a value.
  public void fault(String key, String what) {
    faults.add("`" + name(key) + "` " + what);
  }

  /// Says which names nobody asked for.
  public void close() {
    for (var name : names()) {
      if (!asked.contains(name)) {
        faults.add("`" + name(repeats ? name : "?") + "` bestaat hier niet");
      }
    }
    children.forEach(Block::close);
  }
}
