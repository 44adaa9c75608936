package nl.sluis.policies.hypothesis;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.Regime;

/// Something without which one kind of data does not pass. All needs of a cell must be met at once.
public sealed interface Need {
  /// Those who must say yes by these bodies of law have said it.
  record Consent(Set<Regime> regimes) implements Need {
    /// Copies its parts.
    public Consent {
      regimes = Set.copyOf(regimes);
    }
  }

  /// The person has one of these ages, as far as is known.
  record OfAge(Ages ages) implements Need {}

  /// This must have happened first.
  record Precondition(String code) implements Need {}

  /// The sender says why the receiver must know.
  record Motivation() implements Need {}

  /// It travels in this way and in no other.
  record Travels(Handling handling) implements Need {}

  /// The record of the meldcode comes with it, complete.
  record MeldcodeRecord() implements Need {}

  /// The message points at the person in one of these ways.
  record Reference(Set<ReferenceKind> kinds) implements Need {
    /// Copies its parts.
    public Reference {
      kinds = Set.copyOf(kinds);
    }
  }

  /// The receiver is the fixed contact of the sender.
  record FixedContact() implements Need {}

  /// The sender is one of these sorts of organisation.
  record SenderKind(Set<String> kinds) implements Need {
    /// Copies its parts.
    public SenderKind {
      kinds = Set.copyOf(kinds);
    }
  }

  /// The receiver is one of these sorts of organisation.
  record ReceiverKind(Set<String> kinds) implements Need {
    /// Copies its parts.
    public ReceiverKind {
      kinds = Set.copyOf(kinds);
    }
  }

  /// The need in Dutch, as the end of the sentence "dit mag, ...".
  default String words(Convenant convenant) {
    return switch (this) {
      case Consent(var regimes) ->
          "met toestemming (" + joined(regimes.stream().map(Regime::code).toList(), " en ") + ")";
      case OfAge(var ages) -> "alleen " + ages.words();
      case Precondition(var code) -> "als dit is gebeurd: `" + code + "`" + told(convenant, code);
      case Motivation() -> "als de afzender opschrijft waarom dit nodig is";
      case Travels(var handling) ->
          switch (handling) {
            case VERZEGELD -> "verzegeld voor de ontvanger";
            case GESCAND -> "leesbaar voor Sluis";
          };
      case MeldcodeRecord() -> "met een volledig meldcodeformulier";
      case Reference(var kinds) ->
          "als het bericht naar de persoon verwijst met "
              + joined(kinds.stream().map(ReferenceKind::code).toList(), " of ");
      case FixedContact() -> "alleen aan het vaste aanspreekpunt van de afzender";
      case SenderKind(var kinds) -> "alleen van een " + joined(kinds, " of ");
      case ReceiverKind(var kinds) -> "alleen aan een " + joined(kinds, " of ");
    };
  }

  private static String told(Convenant convenant, String code) {
    return Optional.ofNullable(convenant.conditions().get(code))
        .map(Condition::sentence)
        .map(sentence -> " (" + sentence.replaceAll("\\.$", "") + ")")
        .orElse("");
  }

  private static String joined(Collection<String> words, String between) {
    return words.stream().sorted().collect(Collectors.joining(between));
  }
}
