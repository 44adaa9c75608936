package nl.sluis.dev.voorbeeld;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.policies.decision.Outcome;
import nl.sluis.policies.terms.DataCategory;

/// What can stand under `verwacht`.
final class Expectations {
  static final List<ExpectationKind> ALL =
      List.of(
          new ExpectationKind("status", Expectations::status),
          new ExpectationKind("verbinding", fact("verbinding", Set.of("gelukt", "geweigerd"))),
          new ExpectationKind("uitkomst", Expectations::outcome),
          member("regel"),
          member("code"),
          member("toestand", "status"),
          words("redenen", seen -> PostbusActions.sorted(seen.json().path("redenen"))),
          new ExpectationKind("minstens redenen", Expectations::atLeast),
          words("vrijgegeven", seen -> PostbusActions.sorted(seen.json().path("vrijgegeven"))),
          new ExpectationKind("achtergehouden", Expectations::withheld),
          words(
              "verplichtingen", seen -> PostbusActions.sorted(seen.json().path("verplichtingen"))),
          new ExpectationKind("ontbreekt", Expectations::missing),
          words("categorieen", seen -> names(seen.content().keySet())),
          new ExpectationKind("inhoud", SceneExpectations::content),
          new ExpectationKind("handtekening", fact("handtekening", Set.of())),
          new ExpectationKind("ontvangstbewijs", SceneExpectations::receipt),
          new ExpectationKind("pakketten", fact("pakketten", Set.of())),
          new ExpectationKind("stopberichten", fact("stopberichten", Set.of())),
          new ExpectationKind("postbus", SceneExpectations::postbus),
          new ExpectationKind("rijen", RecordExpectations::rows),
          new ExpectationKind("inhoud bewaard", RecordExpectations::content),
          new ExpectationKind("wie ziet wat", SceneExpectations::whoSeesWhat),
          new ExpectationKind("velden", SceneExpectations::members),
          new ExpectationKind("koppen", SceneExpectations::headers),
          new ExpectationKind("bevat", SceneExpectations.contains(true)),
          new ExpectationKind("bevat niet", SceneExpectations.contains(false)),
          new ExpectationKind("hetzelfde antwoord als", SceneExpectations::sameAs),
          new ExpectationKind(
              "verschillende antwoorden", fact("verschillende antwoorden", Set.of())),
          new ExpectationKind("logboek", Expectations::logbook),
          new ExpectationKind("nieuwe rijen", SceneExpectations::newRows),
          new ExpectationKind("huishouding", fact("huishouding", Set.of("gelukt", "mislukt"))),
          new ExpectationKind("bevindingen", SceneExpectations::findings));

  private Expectations() {}

  private static Expectation status(Tree tree, Names names) {
    int expected = Fields.numberOf(tree);
    return (seen, _) -> Expectation.differs("status", expected, seen.status());
  }

  private static ExpectationKind.Reader fact(String name, Set<String> allowed) {
    return (tree, _) -> {
      var expected = Fields.textOf(tree);
      if (!allowed.isEmpty() && !allowed.contains(expected)) {
        throw new VoorbeeldFault(
            tree.place(), Suggestion.unknown(expected, new TreeSet<>(allowed)));
      }
      return (seen, _) ->
          Expectation.differs(name, expected, seen.fact(name).orElse("niet te zien"));
    };
  }

  private static Expectation logbook(Tree tree, Names names) {
    return tree instanceof Tree.Block
        ? RowCount.read(tree)
        : fact("logboek", Set.of("klopt", "klopt niet")).read(tree, names);
  }

  private static Expectation outcome(Tree tree, Names names) {
    var expected = Fields.textOf(tree).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    var known = java.util.Arrays.stream(Outcome.values()).map(Enum::name).toList();
    if (!known.contains(expected)) {
      throw new VoorbeeldFault(tree.place(), Suggestion.unknown(expected, known));
    }
    return (seen, _) -> Expectation.differs("uitkomst", expected, MessageAnswer.outcome(seen));
  }

  private static ExpectationKind member(String name) {
    return member(name, name);
  }

  private static ExpectationKind member(String name, String member) {
    return new ExpectationKind(
        name,
        (tree, _) -> {
          var expected = Fields.textOf(tree);
          return (seen, _) -> Expectation.differs(name, expected, seen.text(member));
        });
  }

  private static ExpectationKind words(String name, Function<Observed, Set<String>> shown) {
    return new ExpectationKind(
        name,
        (tree, _) -> {
          var expected = new TreeSet<>(Fields.wordsOf(tree));
          return (seen, _) -> Expectation.differs(name, expected, shown.apply(seen));
        });
  }

  private static Expectation atLeast(Tree tree, Names names) {
    var expected = new TreeSet<>(Fields.wordsOf(tree));
    return (seen, _) -> {
      var shown = PostbusActions.sorted(seen.json().path("redenen"));
      return shown.containsAll(expected)
          ? Optional.empty()
          : Expectation.differs("minstens redenen", expected, shown);
    };
  }

  static Set<String> names(Set<DataCategory> categories) {
    return categories.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Expectation withheld(Tree tree, Names names) {
    if (tree instanceof Tree.Block block) {
      var expected = new TreeMap<String, String>();
      block.entries().forEach((code, reason) -> expected.put(code, Fields.textOf(reason)));
      return (seen, _) ->
          Expectation.differs("achtergehouden", expected, MessageAnswer.withheld(seen.json()));
    }
    var expected = new TreeSet<>(Fields.wordsOf(tree));
    return (seen, _) ->
        Expectation.differs(
            "achtergehouden",
            expected,
            new TreeSet<>(MessageAnswer.withheld(seen.json()).keySet()));
  }

  private static Expectation missing(Tree tree, Names names) {
    var expected = Fields.wordsOf(tree);
    return (seen, _) -> {
      var shown = seen.json().path("ontbreekt").toString() + seen.json().path("redenen");
      return expected.stream().allMatch(shown::contains)
          ? Optional.empty()
          : Expectation.differs("ontbreekt", expected, shown);
    };
  }
}
