package nl.sluis.gateway.boot.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Stopped;

/// What was typed after a command: words, `--name value` or `--name=value`, and flags.
///
/// @param words what has no name, in order
/// @param named the values by their names, without the dashes; a flag has an empty one
record Words(List<String> words, Map<String, String> named) {
  Words {
    words = List.copyOf(words);
    named = Map.copyOf(named);
  }

  /// @param known the names that take a value
  /// @param flags the names that take none
  static Words of(List<String> args, Set<String> known, Set<String> flags) throws Stopped {
    var words = new ArrayList<String>();
    var named = new HashMap<String, String>();
    for (int i = 0; i < args.size(); i++) {
      var arg = args.get(i);
      if (!arg.startsWith("--")) {
        words.add(arg);
        continue;
      }
      int is = arg.indexOf('=');
      var name = arg.substring(2, is < 0 ? arg.length() : is);
      boolean flag = flags.contains(name) && is < 0;
      if (!flag && !known.contains(name)) {
        throw new Stopped(Ending.NIET_BEGREPEN, "Een van de opties is onbekend.");
      }
      if (!flag && is < 0 && i + 1 == args.size()) {
        throw new Stopped(Ending.NIET_BEGREPEN, "Achter `--" + name + "` hoort nog iets.");
      }
      var value = flag ? "" : is < 0 ? args.get(++i) : arg.substring(is + 1);
      if (named.put(name, value) != null) {
        throw new Stopped(Ending.NIET_BEGREPEN, "`--" + name + "` staat er twee keer.");
      }
    }
    return new Words(words, named);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(named.get(name));
  }

  boolean has(String name) {
    return named.containsKey(name);
  }

  String need(String name) throws Stopped {
    return find(name)
        .orElseThrow(() -> new Stopped(Ending.NIET_BEGREPEN, "`--" + name + "` ontbreekt."));
  }

  /// The word at this place, counted from zero.
  ///
  /// @param what what it is, for who forgot it
  String word(int at, String what) throws Stopped {
    if (words.size() <= at) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Hier ontbreekt: " + what + ".");
    }
    return words.get(at);
  }
}
