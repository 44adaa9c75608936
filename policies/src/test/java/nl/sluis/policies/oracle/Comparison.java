package nl.sluis.policies.oracle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Governing;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.export.Stated;
import nl.sluis.policies.oracle.Recipe.Verdict;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.rules.Scanned;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;

/// Asks our decider and an engine of others the same, and says in what they differ.
final class Comparison {
  private static final Pattern CATEGORY = Pattern.compile("/K\\d\\d$");
  private static final Set<String> FOUND =
      Arrays.stream(ScanFinding.values())
          .map(found -> Scanned.reason(found).code())
          .collect(Collectors.toSet());
  private static final Set<Reason> OUTRIGHT =
      Set.of(Reason.ANDER_KANAAL, Reason.AGGREGATIE_VEREIST);
  private static final Set<Reason> SUPPLIED_LATER =
      Set.of(
          Reason.VOORWAARDE_ONTBREEKT,
          Reason.MELDCODE_ONVOLLEDIG,
          Reason.LEEFTIJD_ONBEKEND,
          Reason.GEZAG_ONBEKEND,
          Reason.GEVER_AFGESCHERMD);

  private final ConvenantShelf shelf;
  private final Decider decider;

  /// @param shelf whose versions all have the rules that the engines were given
  Comparison(ConvenantShelf shelf) {
    this.shelf = shelf;
    this.decider = new Decider(shelf);
  }

  /// What we decide.
  Decision ours(Question question) {
    return decider.decide(question);
  }

  /// The question in the words of the export.
  Stated stated(Question question) {
    return switch (shelf.governing(question)) {
      case Governing.Speaks(var speaking) -> Stated.of(question, speaking);
      case Governing.Unclear(var why) -> throw new AssertionError(why);
    };
  }

  /// A question with our answer, to be put to many engines.
  record Prepared(Question question, Decision ours, Recipe.Facts facts) {}

  /// Decides this question and states its facts, once.
  Prepared prepared(Question question) {
    return new Prepared(question, ours(question), Recipe.facts(stated(question)));
  }

  /// The first thing in which the engine and we differ on this question; empty when we agree.
  Optional<String> difference(Engine engine, Question question) {
    return difference(engine, prepared(question));
  }

  /// The same of a question that was prepared.
  Optional<String> difference(Engine engine, Prepared prepared) {
    return difference(prepared.ours(), Recipe.decide(engine, prepared.facts()), engine);
  }

  private static Optional<String> difference(Decision ours, Verdict theirs, Engine engine) {
    if (!outcome(ours).equals(theirs.outcome())) {
      return told("outcome", ours, theirs);
    }
    if (!ours.ruleId().equals(theirs.rule())) {
      return told("rule", ours, theirs);
    }
    return switch (ours) {
      case Permit permit -> permits(permit, theirs, engine);
      case Hold hold -> reasons(hold, hold.reasons(), Set.of(), theirs, engine);
      case Refusal refusal -> reasons(refusal, refusal.reasons(), SUPPLIED_LATER, theirs, engine);
    };
  }

  private static String outcome(Decision ours) {
    return switch (ours) {
      case Permit permit -> permit.withheld().isEmpty() ? "ja" : "deels";
      case Hold _ -> "aanhouden";
      case Refusal _ -> "weigeren";
    };
  }

  private static Optional<String> permits(Permit ours, Verdict theirs, Engine engine) {
    if (!ours.released().equals(theirs.released())) {
      return told("released", ours, theirs);
    }
    if (!ours.obligations().equals(theirs.obligations())) {
      return told("obligations", ours, theirs);
    }
    for (var entry : ours.withheld().entrySet()) {
      var said = reasons(theirs.withheld().getOrDefault(entry.getKey(), Set.of()));
      if (!isSaid(entry.getKey(), entry.getValue(), said, engine)) {
        return told("withheld", ours, theirs);
      }
    }
    return Optional.empty();
  }

  // Silence of theirs is our "not allowed"; an engine that names one reason may name another.
  private static boolean isSaid(
      DataCategory category, Reason reason, Set<String> said, Engine engine) {
    if (said.isEmpty()) {
      return reason == Reason.CATEGORIE_NIET_TOEGESTAAN
          || (category == DataCategory.K02 && reason == Reason.BSN_NIET_TOEGESTAAN);
    }
    return !namesAll(engine)
        || said.contains(reason.code())
        || (said.contains("vondst") && FOUND.contains(reason.code()));
  }

  private static Optional<String> reasons(
      Decision ours, NonEmpty<Reason.Told> told, Set<Reason> aside, Verdict theirs, Engine engine) {
    if (ours.ruleId().isEmpty()) {
      return Optional.empty();
    }
    var mine = told.items();
    var said = new HashSet<>(theirs.ids());
    boolean nothingLeft = said.removeIf(id -> reason(id).equals("niets-over"));
    // What might pass has nothing in it; whoever asks refuses that (docs/uitvoer.md, step 3).
    if (isEmptyMessage(mine, reasons(said))) {
      return Optional.empty();
    }
    if (mine.stream().noneMatch(t -> OUTRIGHT.contains(t.reason())) && !areOurs(said, mine)) {
      return told("a reason of theirs", ours, theirs);
    }
    var codes = reasons(said);
    boolean all =
        mine.stream()
            .map(Reason.Told::reason)
            .filter(reason -> !aside.contains(reason))
            .allMatch(reason -> isNamed(reason, codes));
    return !namesAll(engine) || nothingLeft || all
        ? Optional.empty()
        : told("a reason of ours", ours, theirs);
  }

  private static boolean isNamed(Reason reason, Set<String> codes) {
    return codes.contains(reason.code())
        || (codes.contains("vondst") && FOUND.contains(reason.code()));
  }

  /// Is each of their reasons ours too? Of a category we name one reason, and they name each.
  private static boolean areOurs(Set<String> said, List<Reason.Told> mine) {
    var byCategory =
        said.stream()
            .collect(Collectors.groupingBy(id -> CATEGORY.matcher(id).find() ? last(id) : id));
    return byCategory.values().stream()
        .allMatch(ids -> ids.stream().anyMatch(id -> mine.stream().anyMatch(t -> isOf(t, id))));
  }

  private static boolean isOf(Reason.Told told, String id) {
    return isNamed(told.reason(), Set.of(reason(id)))
        && (!CATEGORY.matcher(id).find() || told.about().equals(last(id)));
  }

  private static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  // A message with nothing in it and nothing missing: the recipe refuses, not the text.
  private static boolean isEmptyMessage(List<Reason.Told> mine, Set<String> said) {
    return said.equals(Set.of("mag"))
        && mine.equals(List.of(new Reason.Told(Reason.CATEGORIE_ONTBREEKT, "")));
  }

  // XACML lets an engine stop at the first prohibition that holds, and AuthzForce does.
  private static boolean namesAll(Engine engine) {
    return !(engine instanceof XacmlEngine);
  }

  private static Set<String> reasons(Set<String> ids) {
    return ids.stream().map(Comparison::reason).collect(Collectors.toSet());
  }

  private static String reason(String id) {
    var parts = List.of(id.split("/", -1));
    return parts.get(parts.get(1).equals("acuut") ? 2 : 1);
  }

  private static Optional<String> told(String what, Decision ours, Verdict theirs) {
    return Optional.of(what + ": ours " + ours + ", theirs " + theirs);
  }
}
