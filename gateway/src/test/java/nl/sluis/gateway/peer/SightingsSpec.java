package nl.sluis.gateway.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SightingsSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin STRANGER = new Oin("00000099000000999000");
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.with(Schema.FILES);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Connection connection() throws SQLException {
    return database.gateway().getConnection();
  }

  @Test
  void of_every_partner_the_last_time_stays_whichever_gateway_saw_it() throws SQLException {
    var one = new Sightings(SCHOOL::equals);
    var other = new Sightings(SCHOOL::equals);
    var table = new SightingTable("kennemerland");
    one.came(SCHOOL, NINE);
    one.refused(SCHOOL, NINE.plusSeconds(5), PeerFault.Cause.EXPIRED);
    other.came(SCHOOL, NINE.plusSeconds(60));
    other.refused(SCHOOL, NINE.plusSeconds(2), PeerFault.Cause.REVOKED);

    try (var connection = connection()) {
      table.add(connection, one.take());
      table.add(connection, other.take());

      var seen = Objects.requireNonNull(table.all(connection).get(SCHOOL));
      assertThat(seen.came()).contains(NINE.plusSeconds(60));
      assertThat(seen.refused()).contains(NINE.plusSeconds(5));
      assertThat(seen.cause()).contains("certificaat-verlopen");
      assertThat(new SightingTable("elders").all(connection)).isEmpty();
    }
  }

  @Test
  void whoever_invents_numbers_fills_nobodys_memory() {
    var sightings = new Sightings(SCHOOL::equals);

    sightings.refused(STRANGER, NINE, PeerFault.Cause.UNKNOWN_ISSUER);

    assertThat(sightings.take()).isEmpty();
  }

  @Test
  void what_was_told_is_told_once() {
    var sightings = new Sightings(SCHOOL::equals);
    sightings.came(SCHOOL, NINE);

    assertThat(sightings.take()).containsOnlyKeys(SCHOOL);
    assertThat(sightings.take()).isEmpty();
  }
}
