package nl.sluis.gateway.werkplek;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;

/// Is the desk itself well, for the organisation of who looks: whether Sluis answers, what Sluis
/// sees of it, and with which keys it signs and opens. Nothing about anybody. May be shared between
/// threads.
public final class UpkeepPart implements WorkPart {
  private static final String PATH = "/werk/beheer";
  private static final Set<Task> MAY = Set.of(Task.BEHEER);

  /// What is shown.
  ///
  /// @param organisation its name
  /// @param party its number and role
  /// @param holder whose certificate and keys they are
  /// @param signing the `kid` of the key that signs
  /// @param opening those for which others seal, the newest last
  /// @param partner whether Sluis knows the holder as a partner
  /// @param findings what Sluis says is wrong, a line each
  public record Upkeep(
      String organisation,
      String party,
      String holder,
      String signing,
      List<String> opening,
      boolean partner,
      List<String> findings) {
    /// Copies its lists.
    public Upkeep {
      opening = List.copyOf(opening);
      findings = List.copyOf(findings);
    }
  }

  @Override
  public void add(WorkRoutes routes) {
    routes.get(PATH, MAY, UpkeepPart::look);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(PATH, "werkplek.beheer", "beeld-kijken", MAY));
  }

  private static View look(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var at = who.at();
    var line = at.line();
    var seen = line.ask("/v1/verbinding?tijd=" + asked.at());
    var model =
        new Upkeep(
            at.name(),
            at.party().oin() + " " + at.party().role(),
            at.holder().value(),
            line.keys().signing().getKeyID(),
            line.keys().opening().stream().map(ECKey::getKeyID).toList(),
            seen.path("partner").asBoolean(),
            findings(seen));
    return new View.Shown("werkplek/beheer", model, WorkDoor.TITLE);
  }

  private static List<String> findings(JsonNode seen) {
    var lines = new ArrayList<String>();
    for (var each : seen.path("bevindingen")) {
      lines.add(
          "%s: %s %s"
              .formatted(
                  each.path("code").asText(),
                  each.path("uitleg").asText(),
                  each.path("watNu").asText()));
    }
    return lines;
  }
}
