package nl.sluis.gateway.controle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a row says that happened to a consent, in the words of the events of consent.
///
/// Pure; written apart from the desks that write rows and events.
final class Words {
  /// The events of which every one has a row that says so, and the other way round.
  static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("gegeven", "GIVEN"),
          Map.entry("geweigerd", "REFUSED"),
          Map.entry("uitgesteld", "DEFERRED"),
          Map.entry("betwist", "DISPUTED"),
          Map.entry("hersteld", "DISPUTE_RESOLVED"),
          Map.entry("vernieuwd", "RENEWED"),
          Map.entry("ingetrokken", "WITHDRAWN"),
          Map.entry("herroepen", "REVOKED_BY_CONTROLLER"),
          Map.entry("ongeldig-verklaard", "INVALIDATED"),
          Map.entry("opgeschort", "SUSPENDED_SAFETY"),
          Map.entry("vervangen", "SUBSTITUTED_BY_COURT"));

  private Words() {}

  /// One thing that happened to one consent.
  ///
  /// @param ask the question to which it was an answer
  /// @param event the type of the event
  record Said(String ask, String event) {}

  /// Everything that a row says happened; nothing when the row is about something else.
  static List<Said> of(JsonNode row) {
    var ask = ask(row);
    return switch (row.path("soort").asText()) {
      case "toestemming" -> said(row, ask);
      case "intrekking" -> one(ask, "ingetrokken");
      case "toestemming-beeindigd" -> one(ask, row.path("einde").asText());
      case "vervangende-toestemming" -> one(ask, "vervangen");
      default -> List.of();
    };
  }

  /// The consent that a row is about; a new one is named by the reference of what was filed.
  static Optional<String> ask(JsonNode row) {
    return Optional.of(row.path("toestemming").asText(row.path("kenmerk").asText("")))
        .filter(id -> !id.isEmpty());
  }

  private static List<Said> said(JsonNode row, Optional<String> ask) {
    if (!row.has("uitspraken")) {
      return one(ask, row.path("uitspraak").asText());
    }
    var all = new ArrayList<Said>();
    for (var word : row.path("uitspraken")) {
      var of = Optional.of(word.path("toestemming").asText("")).filter(id -> !id.isEmpty());
      all.addAll(one(of.or(() -> ask), word.path("uitspraak").asText()));
    }
    return all;
  }

  private static List<Said> one(Optional<String> ask, String word) {
    return ask.isPresent() && EVENTS.containsKey(word)
        ? List.of(new Said(ask.get(), EVENTS.get(word)))
        : List.of();
  }
}
