package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.boot.convenant.Replayed;
import nl.sluis.gateway.logbook.RowScan;

/// Plays scenarios for specs: one PostgreSQL for all, a gateway and a database for each.
///
/// @param verdict how it went
/// @param told the report
/// @param calls every call that was made, such as `GET /v1/postbus`
/// @param routes the paths of the gateway that it was played on
/// @param replayed every decision of its logbook, asked again afterwards; empty when the scenario
///   broke its logbook
/// @param rows what its logbook holds; empty when the scenario broke it
public record Played(
    Verdict verdict,
    String told,
    Set<String> calls,
    List<String> routes,
    Optional<Replayed> replayed,
    List<RowScan.Read> rows) {
  private static final class Server {
    static final DevPostgres POSTGRES = DevPostgres.shared();
  }

  /// Plays this scenario on a database of its own.
  public static Played alone(Scenario scenario) throws IOException {
    var out = new ByteArrayOutputStream();
    var site = DevSite.temporary(scenario.start());
    try (var gateway = DevGateway.start(site, Server.POSTGRES.fresh(), DevGateway.Ports.ANY)) {
      var print = new PrintStream(out, true, StandardCharsets.UTF_8);
      var verdict = new Runner(gateway, new Report(print)).play(scenario);
      boolean intact = gateway.checkLogbook().isEmpty();
      var replayed = intact ? Optional.of(gateway.replayDecisions()) : Optional.<Replayed>empty();
      var rows = intact ? gateway.logbook().rows() : List.<RowScan.Read>of();
      var report = out.toString(StandardCharsets.UTF_8);
      return new Played(verdict, report, gateway.calls(), gateway.routes(), replayed, rows);
    }
  }
}
