package nl.sluis.policies.hypothesis;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Regime;

/// One thing that would have to be otherwise for the answer to become *ja*.
public sealed interface Change {
  /// Those who must say yes, as long as age and gezag are not told.
  String EVERYBODY = "iedereen die ja moet zeggen";

  /// Everybody who must say yes for these kinds of data says so.
  record GetConsent(Set<Regime> regimes, Set<DataCategory> categories) implements Change {
    /// Copies its parts.
    public GetConsent {
      regimes = Set.copyOf(regimes);
      categories = Set.copyOf(categories);
    }
  }

  /// Somebody knows, from a good source, who has gezag; and then asks.
  record FindGezag(GetConsent then) implements Change {}

  /// Whoever said no says yes, unasked: a no is an answer.
  record AwaitYes(GetConsent then) implements Change {}

  /// Somebody puts on record when the person was born.
  record FindBirthDate(Ages ages) implements Change {}

  /// The person grows older first.
  record Await(int years) implements Change {}

  /// This happens first.
  record DoFirst(String condition) implements Change {}

  /// This kind of data stays at home; no facts make it pass under this rule.
  record LeaveOut(DataCategory category) implements Change {}

  /// This kind of data comes along as well.
  record Add(DataCategory category) implements Change {}

  /// The sender writes down why this is needed.
  record Motivate(DataCategory category) implements Change {}

  /// This kind of data travels in this way.
  record Send(DataCategory category, Handling handling) implements Change {}

  /// The message points at the person in this way.
  record PointBy(ReferenceKind reference) implements Change {}

  /// Another party receives it.
  record SendTo(PartyRole receiver) implements Change {}

  /// The record of the meldcode is completed.
  record FillMeldcode() implements Change {}

  /// This disappears from the text.
  record Clean(ScanFinding.Found found) implements Change {}

  /// This stop is lifted.
  record Lift(Restriction restriction) implements Change {}

  /// The change in Dutch, as an order to whoever wants to send.
  default String words(Convenant convenant) {
    return switch (this) {
      case GetConsent(var _, var categories) ->
          "Vraag toestemming aan "
              + EVERYBODY
              + (categories.isEmpty() ? "" : ", voor " + named(categories, convenant))
              + ".";
      case FindGezag(var then) ->
          "Zoek het gezag op in het gezagsregister en leg het vast, met bron en datum. "
              + then.words(convenant);
      case AwaitYes(var then) ->
          "Iemand zei nee, en dat is een antwoord. Dring niet aan; pas als diegene daar zelf op"
              + " terugkomt, geldt een ja voor "
              + named(then.categories(), convenant)
              + ".";
      case FindBirthDate(var ages) ->
          "Leg de geboortedatum vast, met bron en datum; dit geldt alleen " + ages.words() + ".";
      case Await(var years) -> "Wacht tot de jongere " + years + " jaar is.";
      case DoFirst(var code) ->
          Optional.ofNullable(convenant.conditions().get(code))
              .map(Condition::sentence)
              .orElse("Zorg dat `" + code + "` is gebeurd.");
      case LeaveOut(var category) -> "Laat " + named(category, convenant) + " weg.";
      case Add(var category) -> "Stuur ook " + named(category, convenant) + " mee.";
      case Motivate(var category) ->
          "Schrijf op waarom de ontvanger " + named(category, convenant) + " moet weten.";
      case Send(var category, var handling) ->
          "Stuur "
              + named(category, convenant)
              + switch (handling) {
                case VERZEGELD -> " verzegeld, zodat alleen de ontvanger het leest.";
                case GESCAND -> " leesbaar, zodat Sluis het kan nakijken.";
              };
      case PointBy(var reference) ->
          reference == ReferenceKind.GEEN
              ? "Laat de verwijzing naar een persoon weg."
              : "Verwijs naar de persoon met `" + reference.code() + "`.";
      case SendTo(var receiver) ->
          "Stuur het aan "
              + Optional.ofNullable(convenant.parties().get(receiver.oin()))
                  .map(Party::name)
                  .orElse(receiver.oin().value())
              + ", het vaste aanspreekpunt.";
      case FillMeldcode() ->
          "Maak het meldcodeformulier compleet. Bij gevaar nu: bel 112 of 0800-2000.";
      case Clean(var found) ->
          "Haal uit `"
              + found.where()
              + "` wat er niet mag staan ("
              + found.what().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ").";
      case Lift(var restriction) ->
          switch (restriction) {
            case BEPERKT -> "Wacht tot de beperking (AVG 18) is opgeheven.";
            case BEZWAAR -> "Wacht tot het bezwaar (AVG 21) is gewogen.";
            case RECHTERLIJK_VERBOD ->
                "De rechter heeft dit verboden; alleen de rechter heft dat op.";
          };
    };
  }

  private static String named(Set<DataCategory> categories, Convenant convenant) {
    return categories.stream()
        .sorted()
        .map(category -> named(category, convenant))
        .collect(Collectors.joining(", "));
  }

  /// A kind of data as officers read it: `K09 (zorg of hulpvraag)`.
  static String named(DataCategory category, Convenant convenant) {
    return category + " (" + convenant.labels().getOrDefault(category, category.slug()) + ")";
  }
}
