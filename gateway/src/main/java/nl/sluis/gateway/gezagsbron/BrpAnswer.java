package nl.sluis.gateway.gezagsbron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.gezagsbron.Answer.Holder;
import nl.sluis.gateway.gezagsbron.Answer.Why;
import nl.sluis.gateway.subject.Bsn;

/// Reads what BRP API Personen answers to a question about one number.
///
/// Whoever has gezag over others is answered with those relations as well, so only the relation in
/// which the child itself is the `minderjarige` counts. A word or member that is not known here may
/// change what the rest means: then nothing is taken from it.
final class BrpAnswer {
  static final String ASKED = "RaadpleegMetBurgerservicenummer";

  private static final Set<String> MEMBERS =
      Set.of(
          "type",
          "minderjarige",
          "inOnderzoek",
          "ouders",
          "ouder",
          "derde",
          "derden",
          "toelichting");

  private BrpAnswer() {}

  static Answer read(ObjectNode body, Question question) {
    var people = body.path("personen");
    if (!body.path("type").asText().equals(ASKED) || !people.isArray() || people.size() > 1) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    return people.isEmpty() ? unclear(Why.NIET_GEVONDEN) : person(people.get(0), question);
  }

  private static Answer person(JsonNode person, Question question) {
    var child = question.child();
    if (!bsn(person).filter(child::equals).isPresent()) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    if (person.has("opschortingBijhouding")) {
      return unclear(Why.BIJHOUDING_OPGESCHORT);
    }
    if (person.has("inOnderzoek")) {
      return unclear(Why.IN_ONDERZOEK);
    }
    var relations = person.path("gezag");
    if (!relations.isArray() && !relations.isMissingNode()) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    var own = new ArrayList<JsonNode>();
    for (var relation : relations) {
      var minor = bsn(relation.path("minderjarige"));
      if (minor.isEmpty()) {
        return unclear(Why.ANTWOORD_ONBEGREPEN);
      }
      if (minor.get().equals(child)) {
        own.add(relation);
      }
    }
    return switch (own.size()) {
      case 0 -> unclear(Why.GEEN_GEZAGSRELATIE);
      case 1 -> relation(own.getFirst(), question);
      default -> unclear(Why.MEER_DAN_EEN);
    };
  }

  private static Answer relation(JsonNode relation, Question question) {
    var inquiry = relation.path("inOnderzoek");
    if (hasUnknownMember(relation) || !(inquiry.isMissingNode() || inquiry.isBoolean())) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    if (inquiry.asBoolean()) {
      return unclear(Why.IN_ONDERZOEK);
    }
    return switch (relation.path("type").asText()) {
      // Two words for one thing: the second is that of versions before gezagsrelatie 2.
      case "GezamenlijkOuderlijkGezag", "TweehoofdigOuderlijkGezag" ->
          all(CustodySituation.GEZAMENLIJK_GESCHEIDEN, relation.path("ouders"), 2, 2, question);
      case "EenhoofdigOuderlijkGezag" ->
          found(CustodySituation.EENHOOFDIG, List.of(relation.path("ouder")), question);
      case "GezamenlijkGezag" ->
          found(
              CustodySituation.GEZAMENLIJK_GEZAG,
              List.of(relation.path("ouder"), relation.path("derde")),
              question);
      // No known guardian: mostly an institution, and the BRP does not say which.
      case "Voogdij" ->
          relation.path("derden").isArray() && relation.path("derden").isEmpty()
              ? unclear(Why.HOUDER_ONBEKEND)
              : all(CustodySituation.VOOGDIJ_PERSOON, relation.path("derden"), 1, 2, question);
      case "TijdelijkGeenGezag" -> unclear(Why.TIJDELIJK_GEEN_GEZAG);
      case "GezagNietTeBepalen" -> unclear(Why.NIET_TE_BEPALEN);
      default -> unclear(Why.ANTWOORD_ONBEGREPEN);
    };
  }

  private static boolean hasUnknownMember(JsonNode relation) {
    var names = relation.fieldNames();
    while (names.hasNext()) {
      if (!MEMBERS.contains(names.next())) {
        return true;
      }
    }
    return false;
  }

  private static Answer all(
      CustodySituation situation, JsonNode list, int fewest, int most, Question question) {
    if (!list.isArray() || list.size() < fewest || list.size() > most) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    var people = new ArrayList<JsonNode>();
    list.forEach(people::add);
    return found(situation, people, question);
  }

  private static Answer found(
      CustodySituation situation, List<JsonNode> people, Question question) {
    if (people.stream().anyMatch(one -> !isKnownKind(one))) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    if (people.stream().anyMatch(one -> one.path("burgerservicenummer").isMissingNode())) {
      return unclear(Why.HOUDER_ONBEKEND);
    }
    var numbers = people.stream().map(BrpAnswer::bsn).flatMap(Optional::stream).toList();
    if (numbers.stream().distinct().count() != people.size()) {
      return unclear(Why.ANTWOORD_ONBEGREPEN);
    }
    var words = numbers.stream().map(question::word).flatMap(Optional::stream).toList();
    return words.size() == numbers.size()
        ? new Answer.Found(situation, holders(situation, words))
        : unclear(Why.HOUDER_NIET_GENOEMD);
  }

  /// The parent first, as the answer has them.
  private static List<Holder> holders(CustodySituation situation, List<Hmac> words) {
    return situation == CustodySituation.GEZAMENLIJK_GEZAG
        ? List.of(new Holder(words.get(0), "ouder-gezag"), new Holder(words.get(1), "derde-gezag"))
        : words.stream()
            .map(word -> new Holder(word, situation.capacity()))
            .collect(Collectors.toUnmodifiableList());
  }

  /// A parent has no kind; a third is known or not, and before gezagsrelatie 2 had none either.
  private static boolean isKnownKind(JsonNode one) {
    var kind = one.path("type");
    return one.isObject()
        && (kind.isMissingNode()
            || kind.asText().equals("BekendeDerde")
            || (kind.asText().equals("OnbekendeDerde") && !one.has("burgerservicenummer")));
  }

  private static Optional<Bsn> bsn(JsonNode node) {
    var number = node.path("burgerservicenummer");
    return number.isTextual() ? Bsn.of(number.asText()) : Optional.empty();
  }

  private static Answer unclear(Why why) {
    return new Answer.Unclear(why);
  }
}
