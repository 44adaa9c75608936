package nl.sluis.gateway.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One map of the settings of an operator, and which of its keys were asked for.
///
/// What is wrong is added to one list of faults, each with the path of its key. One thread.
final class SettingsBlock {
  private final String path;
  private final Map<?, ?> values;
  private final Set<String> asked = new HashSet<>();
  private final Path folder;
  private final List<String> faults;
  private final List<SettingsBlock> children = new ArrayList<>();

  SettingsBlock(String path, @Nullable Object value, Path folder, List<String> faults) {
    this.path = path;
    this.folder = folder;
    this.faults = faults;
    this.values = value instanceof Map<?, ?> map ? map : Map.of();
    if (!(value instanceof Map<?, ?>)) {
      faults.add("`" + path + "` ontbreekt of is geen blok");
    }
  }

  String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  boolean isBlock(String key) {
    return values.get(key) instanceof Map<?, ?>;
  }

  SettingsBlock block(String key) {
    asked.add(key);
    var child = new SettingsBlock(name(key), values.get(key), folder, faults);
    children.add(child);
    return child;
  }

  List<SettingsBlock> blocks(String key) {
    asked.add(key);
    var found = new ArrayList<SettingsBlock>();
    if (values.get(key) instanceof List<?> list) {
      for (var each : list) {
        found.add(new SettingsBlock(name(key) + "." + found.size(), each, folder, faults));
      }
    } else {
      faults.add("`" + name(key) + "` ontbreekt of is geen lijst");
    }
    children.addAll(found);
    return found;
  }

  String optional(String key) {
    asked.add(key);
    return values.get(key) instanceof String text ? text : "";
  }

  String text(String key) {
    var text = optional(key);
    if (text.isBlank()) {
      faults.add("`" + name(key) + "` ontbreekt of is geen tekst");
    }
    return text;
  }

  Path path(String key) {
    return folder.resolve(text(key));
  }

  int number(String key) {
    asked.add(key);
    if (values.get(key) instanceof Integer number) {
      return number;
    }
    faults.add("`" + name(key) + "` ontbreekt of is geen geheel getal");
    return 0;
  }

  List<String> texts(String key) {
    asked.add(key);
    if (values.get(key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    faults.add("`" + name(key) + "` ontbreekt of is geen lijst");
    return List.of();
  }

  void close() {
    for (var key : values.keySet()) {
      if (!asked.contains(String.valueOf(key))) {
        faults.add("`" + name(String.valueOf(key)) + "` is een onbekende instelling");
      }
    }
    children.forEach(SettingsBlock::close);
  }
}
