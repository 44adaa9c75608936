package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;

/// Two families in one month: at Sami something is hidden from the father for a while, at Lena
/// nothing ever was. Parents take the statement of November home while it goes on, when it is over,
/// and when what was hidden may be shown. For one thread.
final class MonthStory implements AutoCloseable {
  static final String GOING_ON = "kijk in november";
  static final String OVER = "kijk in december";
  static final String SHOWN = "kijk na het opheffen";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILE = "maandoverzicht.yaml";
  private static final Pattern LINK = Pattern.compile("href=\"(/mijn/overzichten/[^\"]*)\"");

  private final DevPostgres postgres;
  private final DevGateway gateway;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private final Map<String, String> pages = new LinkedHashMap<>();
  private List<String> wrong = List.of();

  private MonthStory(DevPostgres postgres, DevGateway gateway) {
    this.postgres = postgres;
    this.gateway = gateway;
  }

  /// Plays it; the gateway goes on.
  static MonthStory played() throws IOException {
    var scenario =
        new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL)
            .read(FILE, 1, Files.readString(Path.of("src/test/resources/tweeling", FILE)));
    var postgres = DevPostgres.temporary();
    var fresh = postgres.fresh();
    var gateway =
        DevGateway.start(DevSite.temporary(scenario.start()), fresh, DevGateway.Ports.ANY);
    var story = new MonthStory(postgres, gateway);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    story.wrong =
        new Runner(gateway, new Report(out))
            .play(
                scenario,
                (label, scene) -> {
                  if (label.startsWith("kijk")) {
                    for (var family : List.of("sami", "lena")) {
                      for (var parent : List.of("vader", "moeder")) {
                        story.look(label, family + " " + parent, scene.number(family, parent));
                      }
                    }
                  }
                })
            .differences();
    return story;
  }

  private void look(String moment, String who, String number) {
    gateway.site().login().provider().people().add(who, number);
    numbers.put(who, number);
    answers.put(moment + " " + who, november(who));
  }

  /// What somebody gets who takes the statement of November home now.
  Answer november(String who) {
    try (var browser = SimulatedBrowser.at(gateway)) {
      browser.logIn(numbers.getOrDefault(who, ""));
      var child = links(browser.get("/mijn/overzichten")).getFirst();
      var months = browser.get(child);
      pages.put(who, months.body());
      var file =
          links(months).stream().filter(link -> link.contains("/2026-11/bestand")).findFirst();
      return browser.get(file.orElse("/mijn/overzichten/geen"));
    }
  }

  private static List<String> links(Answer page) {
    return LINK.matcher(page.body()).results().map(link -> link.group(1)).toList();
  }

  /// What went otherwise than the story says.
  List<String> wrong() {
    return wrong;
  }

  DevGateway gateway() {
    return gateway;
  }

  /// The page of months that this person saw last.
  String page(String who) {
    return pages.getOrDefault(who, "");
  }

  /// What this person got at this moment.
  Answer answer(String moment, String who) {
    return answers.getOrDefault(moment + " " + who, Answer.refused("nooit gevraagd"));
  }

  /// The statement that this person got at this moment.
  byte[] file(String moment, String who) {
    return answer(moment, who).body().getBytes(StandardCharsets.UTF_8);
  }

  /// What stands in it.
  JsonNode told(String moment, String who) throws IOException {
    return JSON.readTree(file(moment, who)).path("verklaring");
  }

  /// Does something with the database as its owner.
  void asOwner(String sql) throws SQLException {
    try (var owner = gateway.database().owner();
        var statement = owner.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    postgres.close();
  }
}
