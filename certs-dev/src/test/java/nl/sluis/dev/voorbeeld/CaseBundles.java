package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.rig.Browser;
import nl.sluis.gateway.bundel.BundleCheck;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;

/// A case that an officer gives along to everybody who can get one, and what the page that checks
/// says of each of those files, right and spoilt.
final class CaseBundles {
  static final String WHY = "De klacht gaat over wat de school van ons kreeg.";

  private static final String HOME = "/toezicht/datalek";
  private static final JsonMapper JSON = new JsonMapper();

  /// A root beside the one that the logbook knows.
  private static final String ANOTHER_ROOT =
      """
      insert into zaak_wortel (region, zaak, wortel, tot_stap, rij)
      select region, zaak, sha256('anders'), -1, rij from zaak_wortel
      """;

  private final String key;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, StatementJudge.Said> said = new LinkedHashMap<>();
  private final List<ObjectNode> rows = new ArrayList<>();

  /// What whoever has the keys finds wrong with the logbook.
  final List<String> whole = new ArrayList<>();

  /// The same, when another root stands beside that of the case.
  final List<String> broken = new ArrayList<>();

  private CaseBundles(String key) {
    this.key = key;
  }

  /// Opens a case about what the school got and gives it along.
  ///
  /// @param mother what the mother asked
  /// @param father what the father asked, from whom it is hidden
  static CaseBundles made(DevGateway gateway, String mother, String father) {
    var made = new CaseBundles(gateway.logbookKey());
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var school = new OfficerBrowser(gateway, DevOfficer.FG_SCHOOL);
        var reviewer = new OfficerBrowser(gateway, DevOfficer.BEOORDELAAR)) {
      made.give(officer, opened(officer), mother, father, school, reviewer);
    }
    gateway.logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(row -> row.has("wortel") && row.has("zaak"))
        .forEach(made.rows::add);
    made.judge(gateway);
    made.whole.addAll(gateway.checkLogbook());
    run(gateway, ANOTHER_ROOT);
    made.broken.addAll(gateway.checkLogbook());
    run(gateway, "delete from zaak_wortel where tot_stap < 0");
    return made;
  }

  private static void run(DevGateway gateway, String sql) {
    try (var owner = gateway.database().owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String opened(OfficerBrowser officer) {
    officer.send(
        HOME,
        HOME,
        "soort",
        "onderzoek",
        "bekendDag",
        "23-11-2026",
        "bekendTijd",
        "09:00",
        "ander",
        "00000099000000201000",
        "kenmerk",
        "",
        "richting",
        "gegeven",
        "van",
        "20-11-2026",
        "tot",
        "23-11-2026",
        "toelichting",
        WHY);
    return OfficerBrowser.link(officer.get(HOME), HOME + "/") + "/bundel";
  }

  private void give(
      OfficerBrowser officer,
      String path,
      String mother,
      String father,
      OfficerBrowser school,
      OfficerBrowser reviewer) {
    answers.put("van een ander", school.get(path));
    answers.put("beoordelaar", reviewer.get(path));
    answers.put("formulier", officer.get(path));
    for (var receiver : List.of("klachtencommissie", "toezichthouder", "rechter")) {
      take(receiver, officer, path, receiver, "", "bestand");
    }
    take("nog eens", officer, path, "rechter", "", "bestand");
    take("moeder", officer, path, "gezin", mother, "bestand");
    take("vader", officer, path, "gezin", father, "bestand");
    take("papier", officer, path, "rechter", "", "papier");
    take("papier gezin", officer, path, "gezin", mother, "papier");
    answers.put("gezin zonder wie", officer.send(path, path, "voor", "gezin", "vorm", "bestand"));
    answers.put("niemand", officer.send(path, path, "voor", "buurman", "vorm", "bestand"));
  }

  private void take(
      String name, OfficerBrowser officer, String path, String receiver, String of, String form) {
    answers.put(name, officer.send(path, path, "voor", receiver, "verzoek", of, "vorm", form));
    files.put(name, officer.lastBytes());
  }

  private void judge(DevGateway gateway) {
    try (var browser = Browser.open(gateway)) {
      var judge = new StatementJudge(browser);
      browser.go("/logboek/overzicht-nakijken");
      for (var name : List.of("klachtencommissie", "toezichthouder", "moeder", "vader")) {
        said.put(name, judge.of(file(name), key));
      }
      for (var one : spoilt().entrySet()) {
        said.put(one.getKey(), judge.of(one.getValue(), key));
      }
    }
  }

  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  Answer answer(String name) {
    return Objects.requireNonNull(answers.get(name), name);
  }

  StatementJudge.Said said(String name) {
    return Objects.requireNonNull(said.get(name), name);
  }

  /// The rows of the logbook about giving along.
  List<ObjectNode> rows() {
    return rows;
  }

  ObjectNode told(String name) {
    try {
      return (ObjectNode) JSON.readTree(file(name)).path("bundel");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BundleCheck.Outcome checked(byte[] file) {
    return new BundleCheck(KeyHistory.of(LogKey.parse(key)), List.of()).check(file);
  }

  String key() {
    return key;
  }

  /// The bundle of the supervisor, with each value in it changed in turn, without its last line,
  /// with its lines in another order or twice, and cut off.
  Map<String, byte[]> spoilt() {
    try {
      var spoilt = new LinkedHashMap<>(SpoiltStatement.of(file("toezichthouder")));
      spoilt.put("andere volgorde", lines(lines -> lines.add(lines.remove(0))));
      spoilt.put("zonder de laatste", lines(lines -> lines.remove(lines.size() - 1)));
      spoilt.put("een twee keer", lines(lines -> lines.add(lines.get(0).deepCopy())));
      var text = new String(file("toezichthouder"), StandardCharsets.UTF_8);
      spoilt.put(
          "afgebroken", text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8));
      spoilt.put("een spatie", (text + " ").getBytes(StandardCharsets.UTF_8));
      return spoilt;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] lines(Consumer<ArrayNode> change) throws IOException {
    var whole = (ObjectNode) JSON.readTree(file("toezichthouder"));
    change.accept((ArrayNode) whole.path("bundel").path("regels"));
    return CanonicalJson.encode(whole);
  }

  /// Which fields are open in each line.
  List<List<String>> open(String name) {
    var open = new ArrayList<List<String>>();
    for (var line : told(name).path("regels")) {
      open.add(
          line.path("velden").properties().stream()
              .filter(field -> field.getValue().has("waarde"))
              .map(Map.Entry::getKey)
              .toList());
    }
    return open;
  }

  /// The values of one field in every line.
  List<String> values(String name, String field) {
    return Stream.of(told(name).path("regels"))
        .flatMap(lines -> lines.valueStream())
        .map(line -> line.path("velden").path(field).path("waarde").asText())
        .toList();
  }
}
