package nl.sluis.gateway.boot;

import java.net.URI;
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

  /// A text that may be left out; what stands there and is no text is a fault.
  String optional(String key) {
    asked.add(key);
    return has(key) ? text(key) : "";
  }

  String text(String key) {
    asked.add(key);
    if (values.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    faults.add("`" + name(key) + "` ontbreekt of is geen tekst");
    return "";
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

  /// The files of this list.
  List<Path> paths(String key) {
    return texts(key).stream().map(folder::resolve).toList();
  }

  /// An address to which a path can be added.
  ///
  /// @param here whether this machine may be called without TLS
  URI https(String key, boolean here) {
    var address = WebAddress.read(text(key), here);
    if (address.isPresent()) {
      return address.get();
    }
    faults.add("`" + name(key) + "` is geen adres als https://brp.example/haalcentraal/api/brp");
    return URI.create("https://invalid");
  }

  /// A whole number between these two, both included.
  int number(String key, int least, int most) {
    int number = number(key);
    if (values.get(key) instanceof Integer && (number < least || number > most)) {
      faults.add("`" + name(key) + "` ligt niet tussen " + least + " en " + most);
    }
    return number;
  }

  /// The same, or what holds when it is left out.
  int number(String key, int least, int most, int otherwise) {
    asked.add(key);
    return has(key) ? number(key, least, most) : otherwise;
  }

  /// Yes or no, or no when it is left out.
  boolean isSet(String key) {
    asked.add(key);
    if (has(key) && !(values.get(key) instanceof Boolean)) {
      faults.add("`" + name(key) + "` is niet `true` of `false`");
    }
    return Boolean.TRUE.equals(values.get(key));
  }

  List<String> texts(String key) {
    asked.add(key);
    if (values.get(key) instanceof List<?> list
        && list.stream().allMatch(each -> each instanceof String text && !text.isBlank())) {
      return list.stream().map(String::valueOf).toList();
    }
    faults.add("`" + name(key) + "` ontbreekt of is geen lijst van teksten");
    return List.of();
  }

  /// The path of every key that was asked for here and deeper; of a list, that of its members.
  void tell(Set<String> all) {
    asked.forEach(key -> all.add(name(key).replaceAll("[.][0-9]+(?=[.]|$)", "")));
    children.forEach(child -> child.tell(all));
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
