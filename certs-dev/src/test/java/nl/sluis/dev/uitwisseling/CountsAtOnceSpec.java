package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import org.junit.jupiter.api.Test;

/// Two counts that may each be told, but not both, at two gateways at the same moment.
final class CountsAtOnceSpec {
  private static final int ROUNDS = 15;

  @Test
  void two_counts_at_once_never_tell_together_what_one_may_not() throws IOException {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    try (var postgres = DevPostgres.shared();
        var one = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
        var other = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
        var left = one.partner(CountMessage.CJG, "CountMessage.CJG");
        var right = other.partner(CountMessage.CJG, "CountMessage.CJG");
        var threads = Executors.newFixedThreadPool(2)) {
      var passed =
          IntStream.range(0, ROUNDS)
              .mapToObj(
                  round -> {
                    var year = String.valueOf(2000 + round);
                    assertThat(send(left, year, 40)).isEqualTo(200);
                    // Of the forty, nine would be left when both were told.
                    var first =
                        CompletableFuture.supplyAsync(() -> send(left, year + "-K1", 15), threads);
                    var second =
                        CompletableFuture.supplyAsync(() -> send(right, year + "-K2", 16), threads);
                    return Stream.of(first.join(), second.join()).filter(s -> s == 200).count();
                  })
              .toList();

      assertThat(passed).hasSize(ROUNDS).allMatch(count -> count == 1);
      assertThat(one.checkLogbook()).isEmpty();
    }
  }

  private static int send(SimulatedPartner partner, String period, int count) {
    return CountMessage.send(partner, "gezinnen-begeleid", period, count).status();
  }
}
