package nl.sluis.gateway.boot.convenant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed after a command: words, and `--name value` or `--name=value`.
///
/// @param words what has no name, in order
/// @param named the values by their names, without the dashes
record Options(List<String> words, Map<String, String> named) {
  /// @param known the names that the command has
  static Options of(List<String> args, Set<String> known) throws WrongUse {
    var words = new ArrayList<String>();
    var named = new LinkedHashMap<String, String>();
    for (int i = 0; i < args.size(); i++) {
      var arg = args.get(i);
      if (!arg.startsWith("--")) {
        words.add(arg);
        continue;
      }
      int is = arg.indexOf('=');
      var name = arg.substring(2, is < 0 ? arg.length() : is);
      if (!known.contains(name)) {
        throw new WrongUse("`--" + name + "` is onbekend.");
      }
      if (is >= 0) {
        named.put(name, arg.substring(is + 1));
        continue;
      }
      if (i + 1 == args.size()) {
        throw new WrongUse("Achter `" + arg + "` hoort nog iets.");
      }
      named.put(name, args.get(++i));
    }
    return new Options(List.copyOf(words), named);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /// The one word, or this when there is none.
  Optional<String> word() throws WrongUse {
    if (words.size() > 1) {
      throw new WrongUse("`" + words.get(1) + "` is te veel.");
    }
    return words.stream().findFirst();
  }
}
