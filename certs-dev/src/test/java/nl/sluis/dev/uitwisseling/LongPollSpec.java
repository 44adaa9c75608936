package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.policies.convenant.Party;
import org.junit.jupiter.api.Test;

/// A receiver asks what waits, and waits itself until something does.
final class LongPollSpec {
  private static final String STORY =
      """
      titel: Een bericht waarop iemand wacht
      tijd: 2026-11-23 10:00
      partijen: {school: De Duinpieper, cjg: CJG Kennemerland}
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - {stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}}
      """;

  @Test
  void who_waits_hears_of_a_parcel_when_it_comes_also_at_another_gateway() throws Exception {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    try (var postgres = DevPostgres.shared();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var one = DevGateway.start(site, postgres.database("wachten"), DevGateway.Ports.ANY);
        var other = DevGateway.start(site, postgres.database("wachten"), DevGateway.Ports.ANY);
        var here = one.partner(cjg().oin(), cjg().name());
        var there = other.partner(cjg().oin(), cjg().name())) {
      assertThat(here.get("/v1/postbus?wacht=56").status()).isEqualTo(400);
      assertThat(here.get("/v1/postbus?wacht=lang").status()).isEqualTo(400);
      assertThat(here.get("/v1/postbus?wacht=0").body()).contains("\"pakketten\":[]");
      there.token();
      var waitsHere =
          CompletableFuture.supplyAsync(() -> here.get("/v1/postbus?wacht=55"), threads);
      var waitsThere =
          CompletableFuture.supplyAsync(() -> there.get("/v1/postbus?wacht=55"), threads);

      var scenario =
          new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, STORY);
      var print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      var played = new Runner(one, new Report(print)).play(scenario);

      assertThat(played.differences()).isEmpty();
      assertThat(parcels(waitsHere)).isEqualTo(1);
      assertThat(parcels(waitsThere)).isEqualTo(1);
      assertThat(here.get("/v1/postbus?wacht=55").body())
          .as("what is there is told at once")
          .contains("signaal-bespreken-cjg");
    }
  }

  private static long parcels(CompletableFuture<Answer> waiting) throws Exception {
    var body = waiting.get(50, TimeUnit.SECONDS).body();
    return body.split("\"id\":", -1).length - 1L;
  }

  private static Party cjg() {
    return DevConvenant.newest().parties().values().stream()
        .filter(party -> party.name().contains("CJG Kennemerland"))
        .findFirst()
        .orElseThrow();
  }
}
