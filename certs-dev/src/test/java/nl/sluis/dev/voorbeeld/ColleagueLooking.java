package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;

/// A colleague who looks back at a help at the desk of the CJG. For one thread.
final class ColleagueLooking {
  private static final String CJG = "{\"oin\":\"00000099000000101000\",\"rol\":\"cjg-toegang\"}";

  private final Scene scene;
  private final DevGateway gateway;

  ColleagueLooking(Scene scene, DevGateway gateway) {
    this.scene = scene;
    this.gateway = gateway;
  }

  /// A colleague looks back at the first help; who helped tries it first.
  void looksBack(Map<String, Answer> seen, List<String> refusals) {
    var cjg = scene.partner("cjg");
    var task =
        Pattern.compile("\\{\"id\":\"([^\"]+)\",\"soort\":\"hulp-nakijken\",\"over\":\"([^\"]+)\"")
            .matcher(cjg.get("/v1/taken").body());
    assertThat(task.find()).isTrue();
    var path = "/v1/taken/" + task.group(1);
    var helper =
        gateway.logbook().rows().stream()
            .flatMap(row -> row.detail().stream())
            .filter(row -> row.path("hulp").asText().equals(task.group(2)))
            .map(row -> row.path("medewerker").asText())
            .findFirst()
            .orElseThrow();
    seen.put("nakijken zelf", cjg.postJson(path + "/nakijkingen", review(helper)));
    seen.put(
        "gewoon dicht",
        cjg.postJson(
            path + "/afhandelingen",
            "{\"namens\":%s,\"uitkomst\":\"gedaan\",\"toelichting\":\"Gezien.\"}".formatted(CJG)));
    seen.put("nakijken", cjg.postJson(path + "/nakijkingen", review("med-88")));
    seen.put("nakijken nog eens", cjg.postJson(path + "/nakijkingen", review("med-88")));
    refusals.add(refused("medewerker_hmac, medewerker_hmac"));
    refusals.add(refused("sha256('x'), sha256('y')"));
  }

  private static String review(String who) {
    return """
    {"namens":%s,"door":{"id":"%s","functie":"teamleider"},"uitkomst":"klopt",
    "toelichting":"De moeder herkende wat is opgeschreven."}
    """
        .formatted(CJG, who);
  }

  /// What the database itself says to a review by whoever these are.
  private String refused(String who) {
    try (var owner = gateway.database().owner();
        var insert = owner.createStatement()) {
      insert.executeUpdate(
          """
          insert into loket_hulp_nagekeken
          select h.region, h.id, %s, 'klopt', now() from loket_hulp h
          where not exists (select from loket_hulp_nagekeken n where n.hulp = h.id)
          """
              .formatted(who));
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
