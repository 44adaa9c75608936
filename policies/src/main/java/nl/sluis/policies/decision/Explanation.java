package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// A decision told in Dutch: by which rule and article, why, and what can be done.
///
/// @param ruleId the rule, or an empty text when the convenant is silent
/// @param outcome the word of the decision
/// @param sentence the decision in one sentence
/// @param articles what the rule rests on
/// @param reasons why it did not pass, or not yet
/// @param withheld what stayed behind; `about` is the category
/// @param obligations what must happen because it passed
/// @param undecided the points of law the rule leans on that no lawyer decided yet, such as `J1`
public record Explanation(
    String ruleId,
    Outcome outcome,
    String sentence,
    List<String> articles,
    List<Line> reasons,
    List<Line> withheld,
    List<String> obligations,
    List<String> undecided) {

  /// One reason in words.
  ///
  /// @param code the word of the reason, such as `voorwaarde-ontbreekt`
  /// @param about what it is about
  /// @param uitleg what is the matter
  /// @param watNu what the sender can do
  public record Line(String code, String about, String uitleg, String watNu) {}

  /// Copies its parts.
  public Explanation {
    articles = List.copyOf(articles);
    reasons = List.copyOf(reasons);
    withheld = List.copyOf(withheld);
    obligations = List.copyOf(obligations);
    undecided = List.copyOf(undecided);
  }

  /// As the sender hears it: stops that a person asked for look like a lack of consent, and several
  /// of them look like one.
  public static Explanation forSender(Decision decision, Convenant convenant) {
    return of(decision, convenant, Reason::toldOn);
  }

  /// As it is logged, for the officer's desk. MUST NOT reach the sender.
  public static Explanation whole(Decision decision, Convenant convenant) {
    return of(decision, convenant, (reason, _) -> reason);
  }

  private static Explanation of(
      Decision decision, Convenant convenant, BiFunction<Reason, Lane, Reason> telling) {
    var rule = convenant.rule(decision.ruleId());
    var lane = rule.map(Rule::lane).orElse(Lane.WETTELIJK);
    var articles =
        rule.map(r -> r.grounds().stream().map(LawRef::toString).toList()).orElse(List.of());
    var reasons = new LinkedHashSet<Reason.Told>();
    var withheld = new ArrayList<Line>();
    var obligations = List.<String>of();
    switch (decision) {
      case Permit permit -> {
        permit.withheld().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Reason.Told(telling.apply(e.getValue(), lane), e.getKey().name()))
            .forEach(told -> withheld.add(line(told, convenant)));
        obligations = permit.obligations().stream().sorted().map(Obligation::code).toList();
      }
      case Hold hold ->
          hold.reasons().forEach(t -> reasons.add(told(t, telling.apply(t.reason(), lane))));
      case Refusal refusal ->
          refusal.reasons().forEach(t -> reasons.add(told(t, telling.apply(t.reason(), lane))));
    }
    dropDetailOfConsent(reasons);
    return new Explanation(
        decision.ruleId(),
        decision.outcome(),
        sentence(decision),
        articles,
        reasons.stream().map(t -> line(t, convenant)).toList(),
        withheld,
        obligations,
        rule.map(convenant::undecided).orElse(List.of()).stream().map(LegalPoint::id).toList());
  }

  private static Reason.Told told(Reason.Told told, Reason as) {
    return as == told.reason() ? told : new Reason.Told(as, "");
  }

  // Beside a refusal for want of any consent, a want for one category would tell that there was
  // some.
  private static void dropDetailOfConsent(LinkedHashSet<Reason.Told> reasons) {
    if (reasons.contains(new Reason.Told(Reason.GEEN_GELDIGE_TOESTEMMING, ""))) {
      reasons.removeIf(t -> t.reason() == Reason.GEEN_GELDIGE_TOESTEMMING && !t.about().isEmpty());
    }
  }

  private static Line line(Reason.Told told, Convenant convenant) {
    var reason = told.reason();
    var uitleg =
        reason == Reason.VOORWAARDE_ONTBREEKT
            ? Optional.ofNullable(convenant.conditions().get(told.about()))
                .map(Condition::sentence)
                .orElse(reason.uitleg())
            : reason.uitleg();
    // A purpose that nobody knows is the sender's own word, so it could be anything: not repeated.
    var about = reason == Reason.DOEL_NIET_IN_CONVENANT ? "doel" : told.about();
    return new Line(reason.code(), about, uitleg, reason.watNu());
  }

  private static String sentence(Decision decision) {
    return switch (decision.outcome()) {
      case PERMIT -> "Dit mag.";
      case PERMIT_MET_VERPLICHTINGEN -> "Dit mag, en er hoort nog iets bij.";
      case GEDEELTELIJK -> "Een deel mag; de rest blijft achter.";
      case AANHOUDEN -> "Nog niet: er ontbreekt iets.";
      case WEIGEREN -> "Dit mag niet.";
    };
  }
}
