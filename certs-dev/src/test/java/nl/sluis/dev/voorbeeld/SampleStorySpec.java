package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the CJG did in a week lies on a list; the seed comes after it, an outsider does the draw
/// again with what the page says, and two people judge what was drawn.
final class SampleStorySpec {
  private static final Instant WEEK = Instant.parse("2026-11-18T09:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final String HOME = "/toezicht/steekproef";
  private static final Pattern BOX = Pattern.compile("id=\"rij-([0-9]+)\" value=\"[0-9]+\"");
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static final List<String> ROWS = new ArrayList<>();
  private static DevGateway gateway;
  private static DevPostgres postgres;
  private static String path = "";

  @BeforeAll
  static void a_week_goes_by() throws IOException {
    postgres = DevPostgres.temporary();
    gateway = DevGateway.start(DevSite.temporary(WEEK), postgres.fresh(), DevGateway.Ports.ANY);
    Coach.asks(gateway, "med-044", "cjg-kind", 2);
    Coach.asks(gateway, DevOfficer.FG_CJG.employee(), "cjg-kind", 1);
    gateway.moveClock(MONDAY);
    gateway.runHousekeeping();
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var reviewer = new OfficerBrowser(gateway, DevOfficer.BEOORDELAAR);
        var school = new OfficerBrowser(gateway, DevOfficer.FG_SCHOOL)) {
      SEEN.put("weken gesloten", officer.get(HOME));
      path = OfficerBrowser.link(seen("weken gesloten"), HOME + "/");
      SEEN.put("gesloten", officer.get(path));
      SEEN.put("bestand gesloten", officer.get(path + "/csv"));
      gateway.moveClock(MONDAY.plus(Duration.ofMinutes(11)));
      gateway.runHousekeeping();
      gateway.runHousekeeping();
      SEEN.put("getrokken", officer.get(path));
      BOX.matcher(reviewerPage(reviewer).body()).results().forEach(one -> ROWS.add(one.group(1)));
      SEEN.put("bestand", officer.get(path + "/csv"));
      SEEN.put("school", school.get(path));
      SEEN.put("school bestand", school.get(path + "/csv"));
      judge(officer, reviewer);
      SEEN.put("bekeken", officer.get(path));
      SEEN.put("beleid", officer.get("/toezicht/beleid"));
    }
  }

  private static Answer reviewerPage(OfficerBrowser reviewer) {
    return reviewer.get(path);
  }

  private static void judge(OfficerBrowser officer, OfficerBrowser reviewer) {
    var own = ROWS.getLast();
    SEEN.put("niets gekozen", send(officer, "voorstel", "uitkomst", "gerechtvaardigd"));
    SEEN.put("te vroeg", send(reviewer, "akkoord", "rij", ROWS.getFirst()));
    for (var row : ROWS) {
      var page = send(officer, "voorstel", "rij", row, "uitkomst", "gerechtvaardigd");
      SEEN.put(row.equals(own) ? "eigen werk" : "voorgesteld", page);
    }
    SEEN.put("zelf", send(officer, "akkoord", "rij", ROWS.getFirst()));
    for (var row : ROWS.subList(0, ROWS.size() - 1)) {
      SEEN.put("akkoord", send(reviewer, "akkoord", "rij", row));
    }
    SEEN.put("nog eens", send(reviewer, "akkoord", "rij", ROWS.getFirst()));
    try (var second = new OfficerBrowser(gateway, DevOfficer.TWEE_FUNCTIES)) {
      send(reviewer, "voorstel", "rij", own, "uitkomst", "gegevensfout");
      second.send("/toezicht/functie", "/toezicht/functie", "functie", "beoordelaar-cjg");
      SEEN.put("derde", second.send(HOME, path + "/akkoord", "rij", own));
    }
  }

  private static Answer send(OfficerBrowser who, String step, String... fields) {
    return who.send(HOME, path + "/" + step, fields);
  }

  private static Answer seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    postgres.close();
  }

  @Test
  void the_list_is_closed_before_there_is_a_seed() {
    assertThat(seen("weken gesloten").body()).contains("Lijst gesloten, nog niet getrokken");
    assertThat(seen("gesloten").body())
        .contains("Er staan 3 rijen op")
        .contains("Het zaad is er nog niet")
        .contains("De lijst heeft deze vingerafdruk");
    assertThat(seen("bestand gesloten").body()).startsWith("rij,lot,getrokken\r\n");
    assertThat(seen("bestand gesloten").body().lines().skip(1)).allMatch(row -> row.endsWith(",,"));
  }

  @Test
  void an_outsider_does_the_draw_again_with_what_the_page_says(@TempDir Path folder)
      throws IOException, InterruptedException {
    var page = seen("getrokken").body();
    var script = page.substring(page.indexOf(">zaad=") + 1, page.indexOf("</pre>"));
    Files.writeString(folder.resolve("steekproef.csv"), seen("bestand").body());
    Files.writeString(
        folder.resolve("over.sh"),
        script.replace("&gt;", ">").replace("&lt;", "<").replace("&#39;", "'"));

    var shell =
        new ProcessBuilder("sh", "over.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).as(said).isZero();
    var lines = said.lines().toList();
    assertThat(page).contains(lines.getFirst().split(" ", 2)[0]);
    assertThat(lines.subList(1, lines.size())).isEqualTo(ROWS);
  }

  @Test
  void nobody_judges_alone_or_the_own_work_and_nothing_is_closed_twice() {
    assertThat(seen("niets gekozen").status()).isEqualTo(422);
    assertThat(seen("te vroeg").body()).contains("daar is nog niets voorgesteld");
    assertThat(seen("voorgesteld").status()).isEqualTo(200);
    assertThat(seen("eigen werk").body()).contains("Een van de rijen is uw eigen werk");
    assertThat(seen("zelf").body()).contains("stelde u zelf voor");
    assertThat(seen("akkoord").status()).isEqualTo(200);
    assertThat(seen("nog eens").body()).contains("Deze rijen zijn al bekeken");
  }

  @Test
  void what_the_sample_says_of_all_rows_stands_there_in_words() {
    assertThat(seen("getrokken").body()).contains("Dat staat hier als twee mensen");
    assertThat(seen("derde").status()).isEqualTo(200);
    // Three rows, one of which was not right: hardly anything can be said.
    assertThat(seen("bekeken").body())
        .contains("1 van 3 rijen fout: met 95% zekerheid is van alle rijen hoogstens 87% fout.");
  }

  @Test
  void whether_the_policy_was_done_counts_the_sample() {
    assertThat(seen("beleid").body()).contains("3 van 3 rijen op tijd bekeken");
  }

  @Test
  void another_organisation_finds_nothing() {
    assertThat(seen("school").status()).isEqualTo(404);
    assertThat(seen("school bestand").status()).isEqualTo(404);
  }

  @Test
  void the_database_takes_no_seed_but_the_first_after_the_closing() throws SQLException {
    try (var owner = gateway.database().owner();
        var sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      sql.execute(
          "alter table steekproef_rij drop constraint steekproef_rij_region_steekproef_fkey");
      sql.execute("delete from steekproef_trekking");
      for (var steered :
          List.of(
              "c.size = (select min(size) from checkpoint where size > (select min(size) from"
                  + " checkpoint where size > s.gesloten_bij))",
              "c.size = (select max(size) from checkpoint where size <= s.gesloten_bij)")) {
        refused(owner, steered, "decode(split_part(c.note, E'\\n', 3), 'base64')");
      }
      refused(
          owner,
          "c.size = (select min(size) from checkpoint where size > s.gesloten_bij)",
          "decode(repeat('00', 32), 'hex')");
      owner.rollback();
    }
  }

  private static void refused(Connection owner, String checkpoint, String seed)
      throws SQLException {
    var before = owner.setSavepoint();
    try (var sql = owner.createStatement()) {
      assertThatThrownBy(
              () ->
                  sql.execute(
                      """
                      insert into steekproef_trekking
                        (region, steekproef, gesloten_bij, checkpoint, zaad, getrokken_op)
                      select s.region, s.id, s.gesloten_bij, c.size, %s, now()
                      from steekproef s
                      join checkpoint c on c.region = s.region and %s
                      limit 1
                      """
                          .formatted(seed, checkpoint)))
          .as(checkpoint)
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .as("a check constraint")
          .isEqualTo("23514");
    }
    owner.rollback(before);
  }

  @Test
  void each_step_is_a_row_and_the_logbook_adds_up() {
    // Of six organisations the lists and draws; here three proposals, one by another, three
    // closings.
    assertThat(gateway.logbook().kinds()).filteredOn("signaal"::equals).hasSizeGreaterThan(6);
    assertThat(gateway.checkLogbook()).isEmpty();
  }
}
