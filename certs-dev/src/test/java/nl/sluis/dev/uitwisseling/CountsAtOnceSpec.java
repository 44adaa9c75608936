package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Two counts that may each be told, but not both, at two gateways at the same moment.
final class CountsAtOnceSpec {
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin TOWN = new Oin("00000099000000403000");
  private static final int ROUNDS = 15;

  @Test
  void two_counts_at_once_never_tell_together_what_one_may_not() throws IOException {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    try (var postgres = DevPostgres.temporary();
        var one = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
        var other = DevGateway.start(site, postgres.database("samen"), DevGateway.Ports.ANY);
        var left = one.partner(CJG, "CJG");
        var right = other.partner(CJG, "CJG");
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
    var content = JsonNodeFactory.instance.objectNode().put("periode", period);
    content.put("gemeente", "Bloemendaal");
    ObjectNode line = content.putArray("cijfers").addObject();
    line.put("omschrijving", "gezinnen-begeleid").put("aantal", count);
    var draft =
        partner
            .messages()
            .draft(
                new Purpose("samenloop-terugmelding"),
                new PartyRole(CJG, Role.CJG_COACH),
                new PartyRole(TOWN, Role.GEMEENTE_BELEID))
            .category(DataCategory.K00, content);
    return partner.sendMessage(draft.sign().text(), partner.token()).status();
  }
}
