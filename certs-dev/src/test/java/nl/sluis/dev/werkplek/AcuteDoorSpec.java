package nl.sluis.dev.werkplek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import org.junit.jupiter.api.Test;

class AcuteDoorSpec {
  private static final Map<String, String> DANGER =
      Map.of(
          "kind", "Jongen uit groep 4.",
          "waar", "Bij de voordeur.",
          "feit", "Het kind durft niet naar huis.",
          "gevaar", "Vader is onderweg.",
          "gebeld", "nee");

  @Test
  void who_is_logged_in_reports_danger_in_any_function_also_when_the_sign_in_service_is_down()
      throws Exception {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    var workers = List.of(DevWorker.INTERN_BEGELEIDER, DevWorker.AANDACHTSFUNCTIONARIS);
    try (var postgres = DevPostgres.shared();
        var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
        var desk = DevWorkplace.start(gateway, workers);
        var sends = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var looksAlong = desk.visit(DevWorker.AANDACHTSFUNCTIONARIS)) {
      desk.provider().close();

      for (var visit : List.of(sends, looksAlong)) {
        var home = visit.get(WorkVisit.HOME);
        var form = visit.get("/werk/acuut");
        var reported = visit.arrive(visit.post("/werk/acuut", DANGER));

        assertThat(home.body()).contains("href=\"/werk/acuut\"");
        assertThat(form.body()).contains("tel:112").contains("tel:08002000");
        assertThat(WorkVisit.text(reported)).contains("Onbevestigd");
      }
      assertThat(gateway.checkLogbook()).isEmpty();
    }
  }
}
