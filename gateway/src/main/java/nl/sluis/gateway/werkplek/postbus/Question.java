package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.werkplek.opstellen.Replies.Known;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// A question that was read: who asks is told something, or is told that nothing will be told. To
/// answer is a right and no duty, and a person decides it (Wmo 2015 5.2.6).
///
/// @param number by which who asks knows the investigation
/// @param day of the question
/// @param asked the categories that are asked for, by name
/// @param answer by which rule can be answered; empty when no convenant here has one
public record Question(String number, LocalDate day, List<String> asked, Optional<Spoken> answer) {
  /// How long the reason of who decides must be at least.
  public static final int SHORTEST = 20;

  private static final String ASKS = "vragenlijst";
  private static final String NUMBER = "onderzoek-vt";
  private static final String ANSWERS = "verzoek-vt";
  private static final String DECIDED = "besluit-te-antwoorden";
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// Copies its list.
  public Question {
    asked = List.copyOf(asked);
  }

  /// Does a message by this rule ask something?
  static boolean isAsked(Spoken spoken) {
    return spoken.rule().conditions().contains(ASKS);
  }

  /// Does a message by this rule answer a question?
  static boolean isAnswered(Rule rule) {
    return rule.conditions().contains(ANSWERS);
  }

  /// What the form of an answer has when it opens: to which question, and about whom, as it was
  /// asked. Whether to answer is for who fills it in.
  Known known(SignedMessage message) {
    var who = message.disclosed().get(DataCategory.K01.name());
    return new Known(
        who instanceof ObjectNode object ? Map.of(DataCategory.K01, object.deepCopy()) : Map.of(),
        Map.of(ANSWERS, Map.of("datum", day.toString(), "nummer", number)));
  }

  /// Is this message a question?
  static Optional<Question> of(
      SignedMessage message, Optional<Spoken> spoken, OwnCheck law, Instant now) {
    if (spoken.filter(Question::isAsked).isEmpty()) {
      return Optional.empty();
    }
    var conditions = message.conditions();
    var empty = JsonNodeFactory.instance.objectNode();
    var investigation = conditions.getOrDefault(NUMBER, empty);
    var asked = new ArrayList<String>();
    for (var code :
        SPACES.split(
            conditions.getOrDefault(ASKS, empty).path("categorieen").asText().strip(), -1)) {
      DataCategory.of(code)
          .ifPresent(
              known -> asked.add(spoken.get().convenant().labels().getOrDefault(known, code)));
    }
    return Optional.of(
        new Question(
            investigation.path("nummer").asText(),
            message.issuedAt().atZone(Age.CALENDAR).toLocalDate(),
            asked,
            answering(message.to(), message.from(), law, now)));
  }

  /// The rule by which who was asked answers who asked.
  private static Optional<Spoken> answering(
      PartyRole self, PartyRole asker, OwnCheck law, Instant now) {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    return law.convenanten().stream()
        .filter(one -> one.isInForceOn(day))
        .flatMap(one -> one.rules().stream())
        .filter(Question::isAnswered)
        .flatMap(rule -> law.rule(rule.purpose(), self, asker, Optional.empty(), now).stream())
        .findFirst();
  }

  /// The message that says that nothing will be told, and why: who it is about goes along as it was
  /// asked, and nothing else (X18).
  ///
  /// @param message the question
  /// @param reference how this organisation itself points at the child
  /// @param acting who decides, in which function
  /// @param reason why, in at least [#SHORTEST] characters
  /// @param today on which it is decided
  OutgoingMessage refusal(
      SignedMessage message,
      Spoken by,
      String reference,
      Decider acting,
      String reason,
      LocalDate today) {
    var node = JsonNodeFactory.instance;
    var disclosed = new LinkedHashMap<String, JsonNode>();
    disclosed.put(
        "betrokkene", node.objectNode().put("soort", "eigen-kenmerk").put("waarde", reference));
    disclosed.put(
        "handelend", node.objectNode().put("id", acting.id()).put("functie", acting.function()));
    disclosed.put(
        "voorwaarde:" + ANSWERS,
        node.objectNode().put("datum", day.toString()).put("nummer", number));
    disclosed.put(
        "voorwaarde:" + DECIDED,
        node.objectNode()
            .put("datum", today.toString())
            .put("door", acting.id())
            .put("reden", reason)
            .put("uitkomst", "weigeren"));
    var categories = new LinkedHashMap<DataCategory, ObjectNode>();
    var who = message.disclosed().get(DataCategory.K01.name());
    if (who instanceof ObjectNode object) {
      categories.put(DataCategory.K01, object.deepCopy());
    }
    return new OutgoingMessage(
        by.rule().purpose(),
        message.to(),
        message.from(),
        Optional.of(by.convenant().id()),
        disclosed,
        categories);
  }

  /// Who decides.
  ///
  /// @param id the pseudonym
  /// @param function in which function
  record Decider(String id, String function) {}

  /// Tells that it is a question, never which.
  @Override
  public String toString() {
    return "Question";
  }
}
