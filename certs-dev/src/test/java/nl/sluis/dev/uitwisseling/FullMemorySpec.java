package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// The memory of counts is never shortened: whoever filled it gives no new count.
final class FullMemorySpec {
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin TOWN = new Oin("00000099000000403000");

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
    try (var postgres = DevPostgres.temporary();
        var gateway = DevGateway.start(site, postgres.database("vol"), DevGateway.Ports.ANY);
        var partner = gateway.partner(CJG, "CJG")) {
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
    var content = JsonNodeFactory.instance.objectNode().put("periode", year);
    content.put("gemeente", "Bloemendaal");
    ObjectNode line = content.putArray("cijfers").addObject();
    line.put("omschrijving", measure).put("aantal", 40);
    var draft =
        partner
            .messages()
            .draft(
                new Purpose("samenloop-terugmelding"),
                new PartyRole(CJG, Role.CJG_COACH),
                new PartyRole(TOWN, Role.GEMEENTE_BELEID))
            .category(DataCategory.K00, content);
    return partner.sendMessage(draft.sign().text(), partner.token()).body();
  }
}
