package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// For twelve days nobody runs what looks back. What was missed is done afterwards, by two gateways
/// on one database, the oldest day first and seven a night; what stood out then is found.
final class CatchingUpSpec {
  private static final Instant FIRST = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant BACK = Instant.parse("2026-12-03T09:00:00Z");
  private static final String HOME = "/toezicht/signalen";
  private static final Pattern SIGNAL = Pattern.compile("href=\"(" + HOME + "/[0-9a-f-]{36})\"");
  private static final Map<String, String> SEEN = new LinkedHashMap<>();
  private static final Map<String, List<String>> DAYS = new LinkedHashMap<>();
  private static DevPostgres postgres;
  private static DevGateway one;
  private static DevGateway other;

  @BeforeAll
  static void nobody_looks_for_twelve_days() throws IOException, SQLException {
    postgres = DevPostgres.temporary();
    var site = DevSite.temporary(FIRST);
    var database = postgres.fresh();
    one = DevGateway.start(site, database, DevGateway.Ports.ANY);
    one.moveClock(Instant.parse("2026-11-21T09:00:00Z"));
    one.runHousekeeping();
    one.moveClock(Instant.parse("2026-11-22T09:00:00Z"));
    Coach.asks(one, "med-044", "cjg-buurkind", 2);

    one.moveClock(BACK);
    see("terug");
    one.runHousekeeping();
    see("eerste nacht");
    one.runHousekeeping();
    see("zelfde nacht");
    stoppedHalfway();
    see("halverwege");
    other = DevGateway.start(site, database, DevGateway.Ports.ANY);
    one.moveClock(BACK.plusSeconds(86_400));
    other.runHousekeeping();
    one.runHousekeeping();
    see("tweede nacht");
  }

  /// What a gateway leaves behind that is killed when it did all organisations of a day but one.
  private static void stoppedHalfway() throws SQLException {
    try (var owner = one.database().owner();
        var sql = owner.createStatement()) {
      sql.execute(
          "delete from controle_dag where dag = '2026-11-25' and organisatie = '"
              + Coach.CJG.value()
              + "'");
    }
  }

  private static void see(String name) throws SQLException {
    try (var officer = new OfficerBrowser(one, DevOfficer.FG_CJG)) {
      SEEN.put(name, officer.get(HOME).body());
    }
    var days = new ArrayList<String>();
    try (var owner = one.database().owner();
        var sql = owner.createStatement();
        var row =
            sql.executeQuery(
                "select dag from controle_dag where organisatie = '"
                    + Coach.CJG.value()
                    + "' order by dag")) {
      while (row.next()) {
        days.add(row.getString(1));
      }
    }
    DAYS.put(name, days);
  }

  @AfterAll
  static void stop() throws IOException {
    other.close();
    one.close();
    postgres.close();
  }

  private static String seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  private static List<String> days(String name) {
    return Objects.requireNonNull(DAYS.get(name), name);
  }

  @Test
  void the_page_says_which_days_still_come() {
    assertThat(seen("terug"))
        .contains("nog gekeken moet worden: 12, van 21 november 2026 tot en met 2 december 2026");
    assertThat(seen("eerste nacht"))
        .contains("nog gekeken moet worden: 5, van 28 november 2026 tot en met 2 december 2026");
    assertThat(seen("tweede nacht")).doesNotContain("nog gekeken moet worden");
  }

  @Test
  void the_oldest_go_first_and_seven_a_night() {
    assertThat(days("terug")).containsExactly("2026-11-20");
    assertThat(days("eerste nacht")).hasSize(8).endsWith("2026-11-27");
    assertThat(days("zelfde nacht")).isEqualTo(days("eerste nacht"));
  }

  @Test
  void what_was_left_behind_halfway_is_done_by_whoever_comes_next() {
    assertThat(seen("halverwege")).contains("nog gekeken moet worden: 6, van 25 november 2026");
    assertThat(days("tweede nacht")).hasSize(14).doesNotHaveDuplicates().endsWith("2026-12-03");
  }

  @Test
  void what_stood_out_on_a_missed_day_is_found_and_once() {
    var first = SIGNAL.matcher(seen("eerste nacht")).results().map(one -> one.group(1)).toList();
    var last = SIGNAL.matcher(seen("tweede nacht")).results().map(one -> one.group(1)).toList();

    assertThat(seen("terug")).doesNotContain("Onverklaarde rijen");
    assertThat(seen("eerste nacht")).contains("Onverklaarde rijen in 7 dagen: 2. Grens: 2.");
    assertThat(first).doesNotHaveDuplicates();
    assertThat(last).containsAll(first).doesNotHaveDuplicates();
  }

  @Test
  void the_logbook_adds_up() {
    assertThat(one.checkLogbook()).isEmpty();
  }
}
