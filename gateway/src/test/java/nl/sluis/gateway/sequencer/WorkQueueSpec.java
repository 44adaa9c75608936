package nl.sluis.gateway.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
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

  private static final UUID CONTENT_OF = UUID.fromString("00000000-0000-7000-8000-000000000105");
  private static final String WITH_CONTENT =
      """
      insert into parcel
        (region, id, transaction_id, signer_oin, sender_oin, sender_role, receiver_oin,
         receiver_role, purpose, rule_id, state, accepted_at, remind_at, due_at, never_lapses,
         payload_ct, payload_key, accepted_row)
      values ('kennemerland', '%s', gen_random_uuid(), 'a', 'a', 'r', 'b', 'r', 'd', 'X',
        'wacht', now(), now(), now(), false, convert_to(repeat('x', 4000), 'UTF8'),
        'pakket-2026112309', 30001)
      """
          .formatted(CONTENT_OF);
  private static final String WHERE =
      "select pg_column_toast_chunk_id(payload_ct) from parcel where id = '%s'"
          .formatted(CONTENT_OF);

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

  @Test
  void content_is_written_once_however_often_its_parcel_changes() throws SQLException {
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement();
        var move = owner.prepareStatement(ParcelTable.MOVE)) {
      statement.execute(WITH_CONTENT);
      var before = where(statement);

      move.setString(1, "uitgereikt");
      move.setBoolean(2, true);
      move.setLong(3, 30_002);
      move.setString(4, "kennemerland");
      move.setObject(5, CONTENT_OF);
      assertThat(move.executeUpdate()).isOne();

      assertThat(before).isPositive();
      assertThat(where(statement)).isEqualTo(before);

      move.setString(1, "bevestigd");
      move.setBoolean(2, false);
      assertThat(move.executeUpdate()).isOne();

      assertThat(where(statement)).isZero();
    }
  }

  /// Where the content of this parcel lies apart; 0 when there is none.
  private static long where(Statement statement) throws SQLException {
    try (var row = statement.executeQuery(WHERE)) {
      row.next();
      return row.getLong(1);
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
