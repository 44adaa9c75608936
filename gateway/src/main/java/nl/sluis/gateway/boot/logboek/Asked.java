package nl.sluis.gateway.boot.logboek;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.logbook.Span;

/// What was typed after the command: `--name value`, `--name=value`, and one flag.
///
/// @param named the values by their names, without the dashes
record Asked(Map<String, String> named) {
  private static final String FLAG = "zonder-sleutels";

  /// @param known the names that the command has
  /// @throws IllegalArgumentException saying in Dutch what is not understood
  static Asked of(List<String> args, Set<String> known) {
    var named = new LinkedHashMap<String, String>();
    for (var at = 0; at < args.size(); at++) {
      var arg = args.get(at);
      var is = arg.indexOf('=');
      var name = arg.substring(Math.min(2, arg.length()), is < 0 ? arg.length() : is);
      if (!arg.startsWith("--") || !known.contains(name) || named.containsKey(name)) {
        throw new IllegalArgumentException("`" + arg + "` is hier onbekend of staat er twee keer.");
      }
      if (name.equals(FLAG)) {
        named.put(name, "");
      } else if (is >= 0) {
        named.put(name, arg.substring(is + 1));
      } else if (at + 1 < args.size()) {
        named.put(name, args.get(++at));
      } else {
        throw new IllegalArgumentException("Achter `" + arg + "` hoort nog iets.");
      }
    }
    return new Asked(named);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /// @throws IllegalArgumentException when it is not there
  String need(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("`--" + name + "` is hier nodig."));
  }

  /// Whether what is sealed stays sealed.
  boolean withoutKeys() {
    return named.containsKey(FLAG);
  }

  /// The rows from `--van` to `--tot`, the last one included; all of them when neither is there.
  ///
  /// @throws IllegalArgumentException when these are no numbers, or the wrong way round
  Span span() {
    if (find("van").isEmpty() && find("tot").isEmpty()) {
      return Span.ALL;
    }
    var from = find("van").map(Asked::number).orElse(0L);
    var to = find("tot").map(text -> number(text) + 1).orElse(Long.MAX_VALUE);
    if (to <= from) {
      throw new IllegalArgumentException("`--tot` is de laatste rij en ligt niet voor `--van`.");
    }
    return new Span(from, to);
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("Een rij heeft een nummer van nul of hoger.");
    }
    return Long.parseLong(text);
  }
}
