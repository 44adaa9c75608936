package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.client.Answer;

/// What Sluis answered to a report, as its own sentences.
///
/// @param kind how it went
/// @param transaction of the exchange; empty when there is none
/// @param lines what it says of it, each with what to do
/// @param proposal what a second person signs; empty when nobody has to
public record Told(Kind kind, String transaction, List<String> lines, String proposal) {
  /// How a report went.
  public enum Kind {
    /// It was let through.
    GESTUURD,
    /// Something is missing that the sender can give; nothing was kept of it.
    AANGEHOUDEN,
    /// It was refused.
    GEWEIGERD,
    /// Nothing is known of it yet; the same once more does no harm.
    NIET_NU
  }

  /// Copies its list.
  public Told {
    lines = List.copyOf(lines);
  }

  /// Reads an answer.
  static Told of(Answer answer) {
    var body = answer.body();
    var kind =
        switch (answer.status()) {
          case 200, 201 -> Kind.GESTUURD;
          case 409 -> Kind.AANGEHOUDEN;
          case 400, 403, 404, 413, 415 -> Kind.GEWEIGERD;
          default -> Kind.NIET_NU;
        };
    var lines = new ArrayList<String>();
    sentences(body.path("redenen"), lines);
    sentences(body.path("achtergehouden"), lines);
    sentences(body.path("fouten"), lines);
    if (lines.isEmpty() && kind != Kind.GESTUURD) {
      add(lines, body.path("title").asText() + ". " + body.path("detail").asText());
    }
    return new Told(
        kind,
        body.path("transactie").asText(),
        lines,
        body.path("ondertekening").path("voorstel").asText());
  }

  /// Sluis did not answer.
  static Told nothing() {
    return new Told(Kind.NIET_NU, "", List.of(), "");
  }

  /// The same, with one more line.
  Told with(String line) {
    var more = new ArrayList<>(lines);
    more.add(line);
    return new Told(kind, transaction, more, proposal);
  }

  private static void sentences(JsonNode list, List<String> lines) {
    for (var one : list) {
      var about = one.path("over").asText(one.path("categorie").asText());
      var says = one.path("uitleg").asText() + " " + one.path("watNu").asText();
      add(lines, about.isEmpty() ? says : about + ": " + says);
    }
  }

  private static void add(List<String> lines, String line) {
    if (!line.isBlank() && !lines.contains(line.strip())) {
      lines.add(line.strip());
    }
  }

  /// Tells how it went, and never what it was about.
  @Override
  public String toString() {
    return "Told[" + kind + "]";
  }
}
