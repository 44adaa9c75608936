package nl.sluis.gateway.werkplek;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.partner.Stopped;

/// What stands on the one calm page of what did not work. Immutable.
///
/// @param key of its heading; `key + ".uitleg"` says what is so, `key + ".nu"` what to do
/// @param code the reason code of Sluis; empty when it gave none
/// @param said what Sluis says of it, in its own Dutch; never anything that came in
/// @param faults what is wrong with what was sent, a line each
public record Trouble(String key, String code, String said, List<String> faults) {
  private static final int UNAUTHORISED = 401;

  /// Copies its list.
  public Trouble {
    faults = List.copyOf(faults);
  }

  /// Sluis gives no answer.
  static Trouble silent() {
    return of("werkplek.geen-antwoord");
  }

  /// What stopped it.
  static Trouble of(Stopped stopped) {
    return switch (stopped.ending()) {
      case NIET_TE_VERTROUWEN -> of("werkplek.niet-vertrouwd");
      case NU_NIET -> silent();
      case NIET_DOORGELATEN, NIET_BEGREPEN, GEDAAN ->
          stopped
              .answer()
              .filter(answer -> answer.status() != UNAUTHORISED)
              .map(answer -> refused(answer.body()))
              .orElseGet(
                  () ->
                      stopped.answer().isEmpty()
                          ? new Trouble(
                              "werkplek.niet-gelukt",
                              "",
                              String.valueOf(stopped.getMessage()),
                              List.of())
                          : of("werkplek.niet-erkend"));
    };
  }

  private static Trouble of(String key) {
    return new Trouble(key, "", "", List.of());
  }

  private static Trouble refused(JsonNode problem) {
    var faults = new ArrayList<String>();
    for (var fault : problem.path("fouten")) {
      faults.add(
          "%s: %s. %s."
              .formatted(
                  fault.path("plaats").asText(fault.path("veld").asText()),
                  fault.path("uitleg").asText(),
                  fault.path("watNu").asText()));
    }
    var said = problem.path("title").asText() + " " + problem.path("detail").asText();
    return new Trouble("werkplek.geweigerd", problem.path("code").asText(), said.strip(), faults);
  }
}
