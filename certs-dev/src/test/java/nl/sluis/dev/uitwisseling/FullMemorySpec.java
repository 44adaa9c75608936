package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import org.junit.jupiter.api.Test;

/// The memory of counts is never shortened: whoever filled it gives no new count.
final class FullMemorySpec {

  private static final String FILL =
      """
      insert into cijfer_gegeven
        (region, bron, maat, maanden, delen, leeftijden, aantal, gegeven_op)
      select region, bron, maat, array['lang-geleden-' || n], delen, leeftijden, 40, gegeven_op
      from cijfer_gegeven, generate_series(1, ?) as n
      """;

  @Test
  void the_last_count_that_can_be_compared_is_given_and_the_next_is_refused_by_name()
      throws IOException, SQLException {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    try (var postgres = DevPostgres.shared();
        var gateway = DevGateway.start(site, postgres.database("vol"), DevGateway.Ports.ANY);
        var partner = gateway.partner(CountMessage.CJG, "CountMessage.CJG")) {
      assertThat(send(partner, "gezinnen-begeleid", "2019")).contains("PERMIT");
      fill(postgres.database("vol"), 9_998);

      assertThat(send(partner, "gezinnen-begeleid", "2020")).contains("PERMIT");
      assertThat(send(partner, "gezinnen-begeleid", "2021")).contains("cijfers-te-veel");
      assertThat(send(partner, "gezinnen-begeleid", "2019")).contains("PERMIT");
      assertThat(send(partner, "doelen-behaald", "2021")).contains("PERMIT");
      assertThat(gateway.checkLogbook()).isEmpty();
    }
  }

  private static void fill(DevDatabase database, int rows) throws SQLException {
    try (var owner = database.owner();
        var fill = owner.prepareStatement(FILL)) {
      fill.setInt(1, rows);
      assertThat(fill.executeUpdate()).isEqualTo(rows);
    }
  }

  private static String send(SimulatedPartner partner, String measure, String year) {
    return CountMessage.send(partner, measure, year, 40).body();
  }
}
