package nl.sluis.dev.voorbeeld;

import static nl.sluis.dev.voorbeeld.BorderTale.SCHOOL;
import static nl.sluis.dev.voorbeeld.BorderTale.read;
import static nl.sluis.dev.voorbeeld.BorderTale.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.Test;

/// What lies in the folder and is not used.
final class ConvenantAsideSpec {
  @Test
  void what_cannot_stand_beside_another_version_is_shown_with_the_reason_and_is_a_row()
      throws Exception {
    var texts = new Texts();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      texts.nextVersion(Texts.ZUID, "2026-10", "2026-09-01");
      gateway.moveClock(Instant.parse("2026-11-23T09:30:00Z"));

      var notUsed = read(gateway, SCHOOL, "/v1/convenanten").path("nietGebruikt");

      assertThat(notUsed.path(0).path("versie").asText()).isEqualTo("2026-10");
      assertThat(notUsed.path(0).path("wat").asText()).isEqualTo("geweigerd");
      assertThat(notUsed.path(0).path("want").path(0).asText()).contains("na haar eerste dag");

      texts.remove(Texts.ZUID + "/2026-10");
      texts.nextVersion(Texts.ZUID, "2027-01", "2027-01-01");
      texts.nextVersion(Texts.ZUID, "2027-02", "2027-01-01");
      gateway.moveClock(Instant.parse("2026-11-23T09:40:00Z"));

      notUsed = read(gateway, SCHOOL, "/v1/convenanten").path("nietGebruikt");
      assertThat(notUsed).hasSize(1);
      assertThat(notUsed.path(0).path("versie").asText()).isEqualTo("2027-02");
      assertThat(notUsed.path(0).path("wat").asText()).isEqualTo("terzijde-gelegd");
      assertThat(notUsed.path(0).path("want").path(0).asText())
          .contains("begint op dezelfde dag als versie 2027-01");
      gateway.restart();
      assertThat(setAside(gateway)).isEqualTo(1);
      assertThat(gateway.checkLogbook()).isEmpty();
    }
  }

  /// How many texts the gateways on this database set aside.
  private static long setAside(DevGateway gateway) throws SQLException {
    try (var owner = gateway.database().owner();
        var count = owner.prepareStatement("select count(*) from convenant_terzijde");
        var row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
