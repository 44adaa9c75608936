package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The report that municipalities get, as the steward of a convenant has it made in a browser.
final class ReportPagesSpec {
  private static final String PATH = "/toezicht/rapport";
  private static final String ONE = PATH + "/zuid-kennemerland/2026-K3";

  private static TestGateway test;
  private static DevGateway gateway;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @Test
  void a_report_is_made_once_and_reads_the_same_for_ever_on_page_file_and_paper() throws Exception {
    try (var steward = DevOfficer.CONVENANTBEHEERDER.at(gateway)) {
      var token = steward.formToken(PATH);
      assertThat(steward.get(ONE).body()).contains("nog niet gemaakt");
      assertThat(steward.get(ONE + "/csv").status()).isEqualTo(404);

      steward.post(ONE, Map.of("bewijs", token));
      steward.post(ONE, Map.of("bewijs", token));

      assertThat(steward.get(ONE).body()).contains("te weinig");
      assertThat(steward.get(ONE + "/csv").body())
          .contains("\"zuid-kennemerland\";\"2026-K3\";\"alles\";\"te-weinig\"");
      steward.get(ONE + "/pdf");
      var paper = steward.lastBytes();
      steward.get(ONE + "/pdf");
      assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      assertThat(Arrays.equals(paper, steward.lastBytes())).isTrue();
      assertThat(rows("maat", "rapport")).isOne();
      assertThat(rows("handeling", "rapport-bekeken")).isEqualTo(4);
      assertThat(gateway.checkLogbook()).isEmpty();
    }
  }

  @Test
  void a_quarter_that_goes_on_and_a_convenant_that_is_not_there_have_no_report() {
    try (var steward = DevOfficer.CONVENANTBEHEERDER.at(gateway)) {
      var token = steward.formToken(PATH);
      for (var wrong : List.of("/zuid-kennemerland/2026-K4", "/zuid-kennemerland/2026-09")) {
        steward.post(PATH + wrong, Map.of("bewijs", token));
        assertThat(steward.get(PATH + wrong).status()).as(wrong).isEqualTo(404);
      }
      assertThat(steward.post(PATH + "/elders/2026-K3", Map.of("bewijs", token)).status())
          .isEqualTo(404);
    }
  }

  @Test
  void who_sees_rows_or_proofs_finds_no_report() {
    for (var other : List.of(DevOfficer.FG_CJG, DevOfficer.BEOORDELAAR, DevOfficer.AUDITOR)) {
      try (var browser = other.at(gateway)) {
        assertThat(browser.get(PATH).status()).as(other.title()).isEqualTo(404);
        assertThat(browser.get(ONE).status()).as(other.title()).isEqualTo(404);
      }
    }
  }

  private static long rows(String member, String word) throws Exception {
    return gateway.logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(detail -> detail.path(member).asText().equals(word))
        .count();
  }
}
