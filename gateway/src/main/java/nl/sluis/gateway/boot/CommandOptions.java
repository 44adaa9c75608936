package nl.sluis.gateway.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed behind a command: words, and options as `--name=value`. Immutable.
///
/// @param words what is no option, in order
/// @param options the values by name, without the dashes
record CommandOptions(List<String> words, Map<String, String> options) {
  CommandOptions {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /// Reads it; empty when it holds an option that does not exist, one twice, or one without value.
  ///
  /// @param names of the options that exist
  static Optional<CommandOptions> read(List<String> args, Set<String> names) {
    var words = new ArrayList<String>();
    var options = new HashMap<String, String>();
    for (var arg : args) {
      if (!arg.startsWith("--")) {
        words.add(arg);
        continue;
      }
      int equals = arg.indexOf('=');
      var name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
      var value = equals < 0 ? "" : arg.substring(equals + 1);
      if (!names.contains(name) || value.isBlank() || options.put(name, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new CommandOptions(words, options));
  }

  /// The value of an option; empty when it was not typed.
  String get(String name) {
    return options.getOrDefault(name, "");
  }
}
