package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.gateway.logbook.EntryKind;
import org.junit.jupiter.api.Test;

/// A version of a convenant that somebody proposes, compared by an officer and refused.
final class ChangedConvenantSpec {
  private static final String NEXT = "/toezicht/convenant/zuid-kennemerland/2026-12";

  @Test
  void an_officer_sees_what_a_proposed_version_takes_away_and_refuses_it_and_nobody_is_bound()
      throws IOException {
    var texts = new Texts();
    try (var gateway = BorderTale.run(texts, true)) {
      texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
      texts.leaveOut(Texts.ZUID, "2026-12", "X02");
      gateway.reload();

      try (var school = DevOfficer.FG_SCHOOL.at(gateway);
          var cjg = DevOfficer.FG_CJG.at(gateway)) {
        var changes = school.get(NEXT + "/verschil").body();
        assertThat(changes)
            .contains("Vergeleken met zuid-kennemerland 2026-09", "X02", "signaal-bespreken-cjg");
        assertThat(school.get(NEXT).body())
            .contains("Nog geen twee partijen tekenden", "1 december 2026", "Geen partij heeft");

        var refused =
            school.post(
                NEXT + "/bezwaar",
                Map.of("bewijs", school.formToken(NEXT), "grond", "niet-uitvoerbaar"));

        assertThat(refused.status()).isEqualTo(303);
        assertThat(cjg.get(NEXT).body())
            .contains("De Duinpieper", "wie het moet doen, kan het zo niet")
            .contains("Nog geen twee partijen tekenden");
        assertThat(cjg.get("/toezicht/convenant/zuid-kennemerland/2026-09").body())
            .contains("Geen partij heeft");
        assertThat(objections(gateway)).isOne();
        assertThat(gateway.checkLogbook()).isEmpty();
      }
    }
  }

  private static long objections(DevGateway gateway) {
    return gateway.logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(detail -> detail.path("soort").asText().equals(EntryKind.CONVENANT.code()))
        .filter(detail -> detail.path("gebeurtenis").asText().equals("bezwaar"))
        .filter(detail -> detail.path("convenant").path("versie").asText().equals("2026-12"))
        .count();
  }
}
