package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipInputStream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the logbook is what it was, as an officer and an auditor see it in a browser, and what
/// they take home.
final class IntegrityPageSpec {
  private static final String PATH = "/toezicht/integriteit";
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin TOWN = new Oin("00000099000000403000");

  private static TestGateway test;
  private static DevGateway gateway;

  @TempDir Path folder;

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
  void an_auditor_has_everything_checked_and_sees_what_came_of_it() throws Exception {
    try (var auditor = DevOfficer.AUDITOR.at(gateway)) {
      assertThat(auditor.get(PATH).body()).contains("nog geen controle geweest");
      var rows = looks("logboek-nakijken");

      var answer = auditor.post(PATH + "/nakijken", Map.of("bewijs", auditor.formToken(PATH)));

      assertThat(answer.status()).isEqualTo(303);
      assertThat(until(auditor, "Alles klopte").body()).contains("handtekeningen nagekeken");
      assertThat(looks("logboek-nakijken")).isEqualTo(rows + 1);
    }
  }

  @Test
  void the_proof_can_be_checked_with_plain_tools_and_that_it_was_taken_is_a_row() throws Exception {
    try (var officer = DevOfficer.FG_CJG.at(gateway)) {
      var rows = looks("bewijs-meegenomen");

      var answer = officer.get(PATH + "/bewijs");

      assertThat(answer.headers()).containsEntry("content-type", "application/zip");
      unpack(officer.lastBytes());
      var key = Files.readString(folder.resolve("sleutel")).strip();
      var process =
          new ProcessBuilder("sh", "nareken.sh", key)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(told).isZero();
      assertThat(told).contains("getekend met uw sleutel");
      assertThat(officer.get("/logboek/sleutel").body().strip()).isEqualTo(key);
      assertThat(looks("bewijs-meegenomen")).isEqualTo(rows + 1);
    }
  }

  @Test
  void an_auditor_sees_how_partners_stand_and_takes_it_along_without_a_word_about_people()
      throws Exception {
    try (var auditor = DevOfficer.AUDITOR.at(gateway);
        var school = gateway.partner(SCHOOL, "De Duinpieper");
        var town = gateway.partner(TOWN, "Bloemendaal")) {
      assertThat(school.get("/v1/aansluiting").status()).isEqualTo(200);
      var why = "--reden=sleutel mogelijk gestolen";
      new Operators(gateway).say("schors", "--oin=" + town.oin(), why, "--door=med-07");
      gateway.reload();

      var page = auditor.get(PATH + "/partners").body();
      var file = auditor.get(PATH + "/partners/csv");

      assertThat(auditor.get(PATH).body()).contains(PATH + "/partners\"");
      assertThat(page)
          .contains("De Duinpieper", SCHOOL.value(), "1825 dagen", "nu geldig: 1")
          .contains("class=\"laat\">geschorst", "uitgever.crl", "crl: vers")
          .doesNotContain("gestolen", "med-07");
      assertThat(file.headers().get("content-type")).startsWith("text/csv");
      assertThat(file.body())
          .contains("\"De Duinpieper\";\"" + SCHOOL + "\";\"toegelaten\";\"nee\"")
          .contains("\"Bloemendaal\";\"" + TOWN + "\";\"geschorst\"");
    }
  }

  @Test
  void who_sees_counts_or_rows_but_no_proofs_finds_no_such_page() {
    for (var other : List.of(DevOfficer.CONVENANTBEHEERDER, DevOfficer.BEOORDELAAR)) {
      try (var browser = other.at(gateway)) {
        assertThat(browser.get("/toezicht").body()).doesNotContain(PATH);
        assertThat(browser.get(PATH).status()).isEqualTo(404);
        assertThat(browser.get(PATH + "/bewijs").status()).isEqualTo(404);
        assertThat(browser.get(PATH + "/partners").status()).isEqualTo(404);
      }
    }
  }

  private static Answer until(SimulatedBrowser browser, String words) {
    for (int i = 0; i < 100; i++) {
      var page = browser.get(PATH);
      if (page.body().contains(words)) {
        return page;
      }
      LockSupport.parkNanos(100_000_000);
    }
    return browser.get(PATH);
  }

  private static long looks(String act) throws SQLException {
    return gateway.logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(detail -> detail.path("soort").asText().equals(EntryKind.INSPECTION.code()))
        .filter(detail -> detail.path("handeling").asText().equals(act))
        .count();
  }

  private void unpack(byte[] zip) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
  }
}
