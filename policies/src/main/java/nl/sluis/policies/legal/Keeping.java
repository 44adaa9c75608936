package nl.sluis.policies.legal;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Retention;
import nl.sluis.policies.convenant.Rule;

/// How long what was received is kept, in words. Immutable.
///
/// @param convenants those whose codes are told
record Keeping(Collection<Convenant> convenants) {

  /// The terms of these rules, such as `20 jaar na het einde van de hulp`.
  String of(Collection<Rule> rules) {
    return rules.stream()
        .map(Rule::retention)
        .flatMap(code -> Optional.ofNullable(terms().get(code)).stream())
        .map(Retention::inWords)
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }

  /// Every code with its meaning, and the rules that name it.
  void table(Table table, Collection<Rule> rules) {
    table.head("code", "wat", "hoe lang", "staat in", "nog te beslissen", "regels");
    terms()
        .values()
        .forEach(
            term -> {
              var using = rules.stream().filter(r -> r.retention().equals(term.code()));
              table.row(
                  "`" + term.code() + "`",
                  term.file(),
                  term.inWords(),
                  term.article().toString(),
                  String.join(", ", term.legalPoints()),
                  using.map(Rule::id).collect(Collectors.joining(", ")));
            });
    table.end();
  }

  private SortedMap<String, Retention> terms() {
    var terms = new TreeMap<String, Retention>();
    convenants.forEach(c -> c.arrangements().retentions().forEach(terms::putIfAbsent));
    return terms;
  }
}
