package nl.sluis.gateway.boot;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import nl.sluis.gateway.logbook.LogKeyChange;

/// Replaces the key that signs the logbook. For one thread.
final class LogKeySteps {
  /// So long a gateway may be on its way with a checkpoint that the older key must sign.
  private static final Duration REST = Duration.ofMinutes(10);

  private final KeySite site;
  private final LogKeyChange change;
  private final PrintStream out;

  LogKeySteps(KeySite site, PrintStream out) {
    this.site = site;
    this.change = new LogKeyChange(site.logbook(), site.vault());
    this.out = out;
  }

  void handOver(Instant now) throws SQLException {
    site.write(tx -> change.handOver(tx, now, site::made));
    out.printf(
        "Vanaf nu tekenen twee sleutels. De nieuwe: %s%n"
            + "Getuigen en partners volgen hem vanzelf; beëindig de overlap met `sleutels opruimen"
            + " logboek`.%n",
        site.logbook().key());
  }

  void tidy(Instant now) throws SQLException {
    if (isOverlapping()) {
      site.write(tx -> change.endOverlap(tx, now));
      out.printf("De vorige sleutel tekent niet meer; alleen nog %s%n", site.logbook().key());
    }
    site.reached().accept(KeyMoment.DESTROYING);
    try (var connection = site.database().getConnection()) {
      var destroyed = change.destroyRetired(connection, now.minus(REST));
      out.printf("%d vorige sleutel(s) vernietigd.%n", destroyed);
      if (change.isRetiredLeft(connection)) {
        out.println(
            "Draai dit over tien minuten nog eens: dan wordt de vorige sleutel vernietigd.");
      }
    }
  }

  private boolean isOverlapping() throws SQLException {
    return site.logbook().keyHistory().periods().stream()
            .filter(period -> period.until().isEmpty())
            .count()
        == 2;
  }
}
