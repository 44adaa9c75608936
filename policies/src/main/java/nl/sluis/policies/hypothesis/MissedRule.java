package nl.sluis.policies.hypothesis;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;

/// Which ordinary rule came nearest when something went out for safety's sake, and what it lacked
/// (domain 3.7): so that parties see where their convenant forces people onto the road for danger.
///
/// An ordinary rule needs no override, runs through Sluis, tells of a person, and is open to this
/// sender at this age. Nearest is, in this order: one for the same receiver; one of the same family
/// of purposes, which is a file of the convenant; the one that carries most of what went out, and
/// then most of what might have; the one of which the fewest preconditions were not met; the first
/// in the convenant. Immutable.
///
/// @param rule that rule; empty when this sender has no ordinary road for any of it
/// @param lack what stood in its way
public record MissedRule(Optional<Rule> rule, Lack lack) {
  /// What stood in the way of the ordinary road.
  public enum Lack {
    /// There is a rule for this receiver, and it asks a yes.
    TOESTEMMING("toestemming"),
    /// There is a rule for this receiver without consent; something had to happen first.
    VOORWAARDE("voorwaarde"),
    /// There is one, and not all of it may go by it.
    CATEGORIE("categorie"),
    /// No rule lets this sender give it to this receiver.
    ONTVANGER("ontvanger"),
    /// There is one, and nothing that was stated stood in its way.
    NIETS("niets"),
    /// This sender has no ordinary road for any of it.
    GEEN_WEG("geen-weg");

    private final String code;

    Lack(String code) {
      this.code = code;
    }

    /// The Dutch word.
    public String code() {
      return code;
    }
  }

  /// Looks for it.
  ///
  /// @param asked what was asked, with what was stated
  /// @param override the rule by which it went out
  public static MissedRule of(Question asked, Rule override, Convenant convenant) {
    return convenant.rules().stream()
        .filter(rule -> isOrdinary(rule) && isOpen(rule, asked, convenant))
        .filter(rule -> carried(rule, asked.categories()) > 0)
        .min(nearest(asked, override))
        .map(rule -> new MissedRule(Optional.of(rule), lack(rule, asked)))
        .orElse(new MissedRule(Optional.empty(), Lack.GEEN_WEG));
  }

  private static boolean isOrdinary(Rule rule) {
    return switch (rule.lane()) {
      case OVERRIDE, CONFLICT_VAN_PLICHTEN, ANONIEM -> false;
      case TOESTEMMING, WETTELIJK -> rule.otherChannel().isEmpty() && !rule.aggregateOnly();
    };
  }

  private static boolean isOpen(Rule rule, Question asked, Convenant convenant) {
    var sender = Optional.ofNullable(convenant.parties().get(asked.sender().oin()));
    boolean kindFits =
        rule.fromKinds().isEmpty()
            || sender.filter(party -> rule.fromKinds().contains(party.kind())).isPresent();
    return rule.from().contains(asked.sender().role())
        && kindFits
        && asked.facts().age().filter(age -> !rule.ages().hold(age)).isEmpty();
  }

  private static Comparator<Rule> nearest(Question asked, Rule override) {
    return Comparator.comparing((Rule rule) -> !isFor(rule, asked))
        .thenComparing(rule -> !family(rule).equals(family(override)))
        .thenComparingLong(rule -> -carried(rule, asked.categories()))
        .thenComparingLong(rule -> -carried(rule, allowed(override)))
        .thenComparingLong(rule -> unmet(rule, asked));
  }

  private static boolean isFor(Rule rule, Question asked) {
    return rule.to().contains(asked.receiver().role());
  }

  private static String family(Rule rule) {
    return rule.source().substring(0, rule.source().lastIndexOf(':') + 1);
  }

  private static long carried(Rule rule, Set<DataCategory> offered) {
    var allowed = allowed(rule);
    return offered.stream().filter(allowed::contains).count();
  }

  private static Set<DataCategory> allowed(Rule rule) {
    return rule.categories().entrySet().stream()
        .filter(e -> e.getValue().presence() != Presence.VERBODEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static long unmet(Rule rule, Question asked) {
    return rule.conditions().stream().filter(code -> !asked.conditions().contains(code)).count();
  }

  /// Does any of what went out need a yes by this rule?
  private static boolean needsYes(Rule rule, Question asked) {
    return rule.lane() == Lane.TOESTEMMING
        || rule.categories().entrySet().stream()
            .anyMatch(e -> asked.categories().contains(e.getKey()) && e.getValue().consentNeeded());
  }

  private static Lack lack(Rule rule, Question asked) {
    if (!isFor(rule, asked)) {
      return Lack.ONTVANGER;
    }
    if (needsYes(rule, asked)) {
      return Lack.TOESTEMMING;
    }
    if (unmet(rule, asked) > 0) {
      return Lack.VOORWAARDE;
    }
    return carried(rule, asked.categories()) < asked.categories().size()
        ? Lack.CATEGORIE
        : Lack.NIETS;
  }
}
