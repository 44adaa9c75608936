package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// Every name that a step may use: parties, children, purposes, categories, earlier steps.
///
/// Filled while a scenario is read, from top to bottom, so that a step cannot speak of a later one.
/// Used by one thread.
final class Names {
  private final Convenant convenant;
  private final Set<String> parties = new LinkedHashSet<>();
  private final Set<String> children = new LinkedHashSet<>();
  private final Map<String, String> steps = new LinkedHashMap<>();

  Names(Convenant convenant) {
    this.convenant = convenant;
  }

  Convenant convenant() {
    return convenant;
  }

  void addParty(String name, Place place) {
    if (!parties.add(name)) {
      throw new VoorbeeldFault(place, "partij `" + name + "` bestaat al");
    }
  }

  void addChild(String name, Place place) {
    if (!children.add(name)) {
      throw new VoorbeeldFault(place, "kind `" + name + "` bestaat al");
    }
  }

  void addStep(String label, String kind, Place place) {
    if (steps.put(label, kind) != null) {
      throw new VoorbeeldFault(
          place, "stap `" + label + "` bestaat al; geef elke stap een eigen naam");
    }
  }

  String party(Tree tree) {
    return known(tree, Fields.textOf(tree), parties);
  }

  String child(Tree tree) {
    return known(tree, Fields.textOf(tree), children);
  }

  /// An earlier step of one of these kinds.
  String step(Tree tree, String... kinds) {
    var label = Fields.textOf(tree);
    var fitting = new ArrayList<String>();
    steps.forEach(
        (name, kind) -> {
          if (kinds.length == 0 || List.of(kinds).contains(kind)) {
            fitting.add(name);
          }
        });
    return known(tree, label, fitting);
  }

  PartyAs partyAs(Tree tree) {
    var words = Fields.textOf(tree).split(" als ", -1);
    if (words.length != 2) {
      throw new VoorbeeldFault(
          tree.place(), "schrijf een partij met haar rol, zoals `school als school-ib`");
    }
    known(tree, words[0].strip(), parties);
    return new PartyAs(words[0].strip(), role(tree, words[1].strip()));
  }

  String role(Tree tree, String word) {
    var roles = java.util.Arrays.stream(Role.values()).map(Role::code).toList();
    return known(tree, word, roles);
  }

  String purpose(Tree tree) {
    var codes = convenant.purposes().keySet().stream().map(p -> p.code()).sorted().toList();
    return known(tree, Fields.textOf(tree), codes);
  }

  DataCategory category(Place place, String code) {
    return DataCategory.of(code)
        .orElseThrow(
            () ->
                new VoorbeeldFault(
                    place, "`" + code + "` is geen categorie; schrijf `K00` tot en met `K19`"));
  }

  List<DataCategory> categories(Tree tree) {
    return Fields.wordsOf(tree).stream().map(code -> category(tree.place(), code)).toList();
  }

  private static String known(Tree tree, String word, java.util.Collection<String> words) {
    if (!words.contains(word)) {
      throw new VoorbeeldFault(tree.place(), Suggestion.unknown(word, words));
    }
    return word;
  }
}
