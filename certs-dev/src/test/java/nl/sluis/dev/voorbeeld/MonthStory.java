package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import nl.sluis.dev.getuige.WitnessProcess;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PassingFolder;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.boot.KeysCommand;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.logbook.LogKey;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

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
  private final WitnessProcess witness;
  private final DevGateway gateway;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, String> papers = new LinkedHashMap<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private List<String> wrong = List.of();

  private MonthStory(DevPostgres postgres, WitnessProcess witness, DevGateway gateway) {
    this.postgres = postgres;
    this.witness = witness;
    this.gateway = gateway;
  }

  /// Plays it; the gateway goes on.
  static MonthStory played() throws IOException {
    var scenario =
        new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL)
            .read(FILE, 1, Files.readString(Path.of("src/test/resources/tweeling", FILE)));
    var postgres = DevPostgres.shared();
    var site = DevSite.temporary(scenario.start());
    var log = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
    var witness = WitnessProcess.start(PassingFolder.of("getuige"), List.of(log), port());
    var witnesses = new Settings.Witnesses(List.of(witness.line()), Duration.ofMinutes(15));
    var gateway =
        DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY, DevRules.SHIPPED, witnesses);
    var story = new MonthStory(postgres, witness, gateway);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    story.wrong =
        new Runner(gateway, new Report(out))
            .play(
                scenario,
                (label, scene) -> {
                  if (label.startsWith("kijk")) {
                    gateway.askWitnesses();
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
    papers.put(moment + " " + who, paper(who));
  }

  /// What somebody gets who takes the statement of November home now.
  Answer november(String who) {
    return november(who, "bestand", (answer, _) -> answer);
  }

  private String paper(String who) {
    return november(who, "papier", (_, bytes) -> text(bytes));
  }

  private <T> T november(String who, String form, BiFunction<Answer, byte[], T> kept) {
    try (var browser = SimulatedBrowser.at(gateway)) {
      browser.logIn(numbers.getOrDefault(who, ""));
      var child = links(browser.get("/mijn/overzichten")).getFirst();
      var months = browser.get(child);
      var file = links(months).stream().filter(link -> link.endsWith("/2026-11/" + form));
      var answer = browser.get(file.findFirst().orElse("/mijn/overzichten/geen"));
      return kept.apply(answer, browser.lastBytes());
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

  /// The key of the witness that signs besides.
  String witnessKey() {
    return witness.key().toString();
  }

  private static int port() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// What this person got at this moment.
  Answer answer(String moment, String who) {
    return answers.getOrDefault(moment + " " + who, Answer.refused("nooit gevraagd"));
  }

  /// What stood on the paper that this person got at this moment.
  String paper(String moment, String who) {
    return papers.getOrDefault(moment + " " + who, "");
  }

  private static String text(byte[] paper) {
    try (var pdf = Loader.loadPDF(paper)) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new IllegalStateException("this is no PDF", e);
    }
  }

  /// The statement that this person got at this moment.
  byte[] file(String moment, String who) {
    return answer(moment, who).body().getBytes(StandardCharsets.UTF_8);
  }

  /// What stands in it.
  JsonNode told(String moment, String who) throws IOException {
    return JSON.readTree(file(moment, who)).path("verklaring");
  }

  /// Types a command about a key, as an operator does beside a gateway at work.
  void types(String what, String use) throws IOException, SQLException {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var config = Files.createTempFile("sluis", ".yaml");
    Files.writeString(config, DevSettings.yaml(gateway.settings()));
    int ending =
        new KeysCommand(out, out, gateway.clock())
            .run(List.of(what, use, "--config", config.toString()));
    Files.delete(config);
    if (ending != 0) {
      throw new IllegalStateException(told.toString(StandardCharsets.UTF_8));
    }
    gateway.reload();
  }

  /// So much later.
  void later(Duration duration) {
    gateway.moveClock(gateway.clock().instant().plus(duration));
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
    witness.close();
    postgres.close();
  }
}
