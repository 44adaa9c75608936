package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Closing with four eyes, broken at every table it writes in turn: nothing is half proposed and
/// nothing half confirmed, and what is done again is done once.
final class BrokenClosingSpec {
  private static final String WHY = "Overleg met de coach had hier volstaan, zegt het dossier.";
  private static final List<String> PROPOSING = List.of("sluitvoorstel", "taak", "logbook_row");
  private static final List<String> CONFIRMING =
      List.of("sluitvoorstel_besluit", "nacontrole_oordeel", "rechtzetting", "taak", "logbook_row");

  private static TestGateway gateway;
  private static SimulatedBrowser first;
  private static SimulatedBrowser second;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    first = DevOfficer.FG_CJG.at(gateway.gateway());
    second = DevOfficer.BEOORDELAAR.at(gateway.gateway());
  }

  @AfterAll
  static void stop() throws IOException {
    first.close();
    second.close();
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void a_proposal_that_breaks_halfway_is_none_and_is_made_once_it_can_be() throws SQLException {
    for (var table : PROPOSING) {
      var task = task(opened());

      breaks(table);
      int broken = post(first, task + "/voorstel", verdict());
      mended();

      assertThat(broken).as(table).isEqualTo(503);
      assertThat(count("sluitvoorstel")).as(table).isZero();
      assertThat(post(first, task + "/voorstel", verdict())).as(table).isEqualTo(303);
      assertThat(count("sluitvoorstel")).as(table).isOne();
      clear();
    }
  }

  @Test
  void a_confirmation_that_breaks_halfway_is_no_verdict_and_is_one_once_it_can_be()
      throws SQLException {
    for (var table : CONFIRMING) {
      var exchange = opened();
      assertThat(post(first, task(exchange) + "/voorstel", verdict())).isEqualTo(303);
      var waiting = task(proposal());

      breaks(table);
      int broken = post(second, waiting + "/tweede", confirmed());
      mended();

      assertThat(broken).as(table).isEqualTo(503);
      assertThat(count("sluitvoorstel_besluit")).as(table).isZero();
      assertThat(count("nacontrole_oordeel")).as(table).isZero();
      assertThat(count("rechtzetting")).as(table).isZero();
      assertThat(post(second, waiting + "/tweede", confirmed())).as(table).isEqualTo(303);
      assertThat(count("nacontrole_oordeel")).as(table).isOne();
      assertThat(count("rechtzetting")).as(table).isOne();
      assertThat(post(second, waiting + "/tweede", confirmed())).as("once").isEqualTo(404);
      clear();
    }
  }

  private static Map<String, String> verdict() {
    return Map.of(
        "juisteOntvanger", "ja",
        "noodzaakPerCategorie", "nee",
        "stappenOfReden", "ja",
        "gezinGeinformeerdOfUitstel", "ja",
        "dossierVolledig", "ja",
        "uitkomst", "onterecht",
        "regelGemist", "X02",
        "toelichting", WHY,
        "geenBelang", "ja");
  }

  private static Map<String, String> confirmed() {
    return Map.of("besluit", "bevestigd", "toelichting", WHY, "geenBelang", "ja");
  }

  private static int post(SimulatedBrowser browser, String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("bewijs", browser.formToken("/toezicht"));
    return browser.post("/toezicht/werk/" + path, all).status();
  }

  private static UUID opened() throws SQLException {
    var now = gateway.gateway().clock().instant();
    var review =
        new Review(
            UUID.randomUUID(),
            new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH),
            new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS),
            new Purpose("vt-melding"),
            "X16",
            false,
            Optional.empty(),
            Actor.of(new byte[] {1, 2, 3}),
            now,
            now.plus(Duration.ofDays(5)),
            Review.Nearest.UNKNOWN,
            Optional.empty());
    var book =
        new ReviewBook(DevSettings.REGION, new Tasks(DevSettings.REGION, InstantSource.system()));
    try (var owner = gateway.gateway().database().owner()) {
      assertThat(book.opened(owner, review)).hasSize(1);
    }
    return review.transaction();
  }

  private static String task(UUID about) throws SQLException {
    return only("select id::text from taak where over = '" + about + "'");
  }

  private static UUID proposal() throws SQLException {
    return UUID.fromString(only("select id::text from sluitvoorstel"));
  }

  private static long count(String table) throws SQLException {
    return Long.parseLong(only("select count(*)::text from " + table));
  }

  private static String only(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    assertThat(found).as(sql).hasSize(1);
    return found.getFirst();
  }

  private static void breaks(String table) throws SQLException {
    owner(
        """
        create or replace function spec_mislukt() returns trigger language plpgsql as
        $f$ begin raise exception 'spec' using errcode = '58030'; end $f$;
        create or replace trigger spec_mislukt before insert or update on %s
        for each statement execute function spec_mislukt()
        """
            .formatted(table));
  }

  private static void mended() throws SQLException {
    owner("drop function spec_mislukt() cascade");
  }

  /// Only the tables: what the logbook tells of them stays, and stays whole.
  private static void clear() throws SQLException {
    owner(
        "truncate rechtzetting_bevestigd, rechtzetting, nacontrole_oordeel, nacontrole_naaste,"
            + " nacontrole_gezin, nacontrole, sluitvoorstel_besluit, sluitvoorstel, taak");
  }

  private static void owner(String sql) throws SQLException {
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
