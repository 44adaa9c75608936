package nl.sluis.consent.facts;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import org.jspecify.annotations.Nullable;

/// For which disclosure the facts of a person are asked.
///
/// @param subject the person concerned
/// @param purpose what for
/// @param sender who sends
/// @param receiver who is to receive
/// @param categories what is offered
/// @param regimes the regimes of the rule; empty when the rule needs no consent
/// @param text the purpose as the family would read it now, hashed
/// @param parcel the parcel that is handed over again; a consent that it used up itself still
///   counts for it; null for anything else
public record FactQuery(
    UUID subject,
    Purpose purpose,
    PartyRole sender,
    PartyRole receiver,
    Set<DataCategory> categories,
    Set<Regime> regimes,
    String text,
    @Nullable UUID parcel) {
  /// A query about anything but a parcel that was handed over before.
  public FactQuery(
      UUID subject,
      Purpose purpose,
      PartyRole sender,
      PartyRole receiver,
      Set<DataCategory> categories,
      Set<Regime> regimes,
      String text) {
    this(subject, purpose, sender, receiver, categories, regimes, text, null);
  }

  /// What was asked, looked at under every regime: for who wants to know what is on record of it.
  public static FactQuery about(ConsentAsk ask) {
    return new FactQuery(
        ask.subject(),
        ask.purpose(),
        ask.sender(),
        ask.receiver(),
        ask.categories(),
        EnumSet.allOf(Regime.class),
        ask.text());
  }

  /// Copies its parts.
  public FactQuery {
    categories = Set.copyOf(categories);
    regimes = Set.copyOf(regimes);
  }

  /// The same query under the rule that turned out to govern.
  FactQuery under(Set<Regime> others, String otherText) {
    return new FactQuery(subject, purpose, sender, receiver, categories, others, otherText, parcel);
  }
}
