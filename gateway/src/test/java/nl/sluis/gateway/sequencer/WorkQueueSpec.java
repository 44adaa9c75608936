package nl.sluis.gateway.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What looks every minute whether something waits reads what waits, however long the history is:
/// otherwise everybody waits for it, a little longer each day.
final class WorkQueueSpec {
  private static final int STEP = 100;
  private static final String PARCELS =
      """
      insert into parcel
        (region, id, transaction_id, signer_oin, sender_oin, sender_role, receiver_oin,
         receiver_role, purpose, rule_id, state, accepted_at, remind_at, due_at, never_lapses,
         payload_ct, payload_key, accepted_row)
      select 'kennemerland', gen_random_uuid(), gen_random_uuid(), 'a', 'a', 'r', 'b', 'r', 'd', 'X',
        case when n <= 20 then 'wacht' else 'bevestigd' end, now(), now(), now(), false,
        case when n <= 20 then '\\x00'::bytea end, 'pakket-2026112309', n
      from generate_series(1, 30000) as n;
      analyze parcel
      """;

  private static TestDatabase database;

  @BeforeAll
  static void thirty_thousand_parcels_of_which_twenty_wait() throws SQLException {
    database = TestDatabase.with(Schema.FILES);
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      statement.execute(PARCELS);
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void whose_key_is_still_needed_is_read_where_content_waits() throws SQLException {
    try (var gateway = database.gateway().getConnection();
        var explain = explain(gateway, ParcelTable.KEYS_IN_USE)) {
      assertThat(plan(explain)).contains("parcel_inhoud").doesNotContain("Seq Scan");
    }
  }

  @Test
  void who_must_be_reminded_is_read_where_a_parcel_waits() throws SQLException {
    try (var gateway = database.gateway().getConnection();
        var explain = explain(gateway, ParcelTable.TO_REMIND)) {
      explain.setObject(2, Instant.now().atOffset(ZoneOffset.UTC));
      explain.setInt(3, STEP);
      assertThat(plan(explain)).contains("parcel_herinneren").doesNotContain("Seq Scan");
    }
  }

  @Test
  void what_is_over_time_is_read_where_its_story_is_not_told_to_the_end() throws SQLException {
    try (var gateway = database.gateway().getConnection();
        var explain = explain(gateway, ParcelTable.DUE)) {
      explain.setObject(2, Instant.now().atOffset(ZoneOffset.UTC));
      explain.setInt(3, STEP);
      assertThat(plan(explain)).contains("parcel_due").doesNotContain("Seq Scan");
    }
  }

  private static PreparedStatement explain(Connection gateway, String query) throws SQLException {
    var explain = gateway.prepareStatement("explain " + query);
    explain.setString(1, "kennemerland");
    return explain;
  }

  private static String plan(PreparedStatement explain) throws SQLException {
    var plan = new StringBuilder();
    try (var rows = explain.executeQuery()) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
