package nl.sluis.consent.desk;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.PurposeText;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;

/// For what the convenant lets consent be asked. Where no consent is needed, asking misleads.
///
/// @param regimes the regimes that say who must say yes; empty when nobody may be asked
/// @param categories the categories that may be named
/// @param text the purpose as the family reads it, hashed; the consent is bound to it
/// @param parameters the choices of the convenant
/// @param apart whether the convenant sets the receiver apart at a table for this purpose, so that
///   it is asked for by a reason of its own
public record Askable(
    Set<Regime> regimes,
    Set<DataCategory> categories,
    String text,
    ConsentParameters parameters,
    boolean apart) {
  /// For a receiver that is set apart from no other.
  public Askable(
      Set<Regime> regimes,
      Set<DataCategory> categories,
      String text,
      ConsentParameters parameters) {
    this(regimes, categories, text, parameters, false);
  }

  /// Looks up for what consent may be asked.
  @FunctionalInterface
  public interface Rules {
    /// For what consent may be asked, for this purpose between these parties.
    Askable find(Purpose purpose, PartyRole sender, PartyRole receiver);
  }

  /// Copies its parts.
  public Askable {
    regimes = Set.copyOf(regimes);
    categories = Set.copyOf(categories);
  }

  /// Nothing may be asked.
  public static Askable nothing() {
    return new Askable(Set.of(), Set.of(), "", ConsentParameters.strict());
  }

  /// What one rule lets ask.
  public static Askable under(Convenant convenant, Rule rule) {
    var named =
        rule.categories().entrySet().stream()
            .filter(entry -> entry.getValue().presence() != Presence.VERBODEN)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new Askable(
        rule.consent().regimes(),
        named,
        PurposeText.hash(convenant, rule),
        ConsentParameters.of(convenant));
  }

  /// What is to be known of a question that may be asked by this.
  public FactQuery query(ConsentAsk ask) {
    return new FactQuery(
        ask.subject(),
        ask.purpose(),
        ask.sender(),
        ask.receiver(),
        ask.categories(),
        regimes,
        text);
  }

  private Askable apart(boolean isApart) {
    return new Askable(regimes, categories, text, parameters, isApart);
  }

  private static boolean isApart(Convenant convenant, Purpose purpose, PartyRole receiver) {
    return convenant.arrangements().tables().values().stream()
        .anyMatch(
            table ->
                table.purposes().contains(purpose) && table.separate().contains(receiver.role()));
  }

  /// What this version of the convenant lets ask.
  public static Rules in(Convenant convenant) {
    return (purpose, sender, receiver) ->
        convenant
            .rule(purpose, sender, receiver)
            .map(rule -> under(convenant, rule).apart(isApart(convenant, purpose, receiver)))
            .orElseGet(Askable::nothing);
  }
}
