package nl.sluis.gateway.overleg;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.consent.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever asks at which tables it sits reads its own seats, however many others there are.
final class SeatsSpec {
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database =
        TestDatabase.with(
            List.of(
                "db/consent/V001__rollen.sql",
                "db/gateway/V021__overleg.sql",
                "db/gateway/V024__verzegelde_functie.sql",
                "db/gateway/V103__overleg_lid_van.sql"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void the_tables_of_one_seat_are_read_by_its_index() throws SQLException {
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into overleg
            (region, id, soort, doel, agendavraag, gezin_hoe, gezin_datum, geopend_op)
          select 'kennemerland', gen_random_uuid(), 's', 'd', 'a', 'h', current_date, now()
          from generate_series(1, 20000);
          insert into overleg_lid
            (region, overleg, oin, rol, persoon, casushouder, met_reden, vastgelegd_op)
          select region, id, 'oin' || (row_number() over ()) % 400, 'school-ib', '\\x00', true,
            false, now()
          from overleg;
          analyze
          """);
    }

    try (var tx = database.gateway().getConnection();
        var explain = tx.prepareStatement("explain " + OverlegTable.OF_SEAT)) {
      explain.setString(1, "kennemerland");
      explain.setString(2, "oin7");
      explain.setString(3, "school-ib");
      var plan = new StringBuilder();
      try (var rows = explain.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }

      assertThat(plan.toString())
          .contains("overleg_lid_van")
          .doesNotContain("Seq Scan on overleg_lid");
    }
  }
}
