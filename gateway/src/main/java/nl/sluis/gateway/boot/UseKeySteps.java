package nl.sluis.gateway.boot;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.UsePeriod;
import nl.sluis.gateway.logbook.UseKeyChange;
import nl.sluis.gateway.postbus.BoundParcels;

/// Replaces a key with which Sluis signs anything but the logbook. For one thread.
final class UseKeySteps {
  private final KeySite site;
  private final KeyUse use;
  private final UseKeyChange change;
  private final PrintStream out;

  UseKeySteps(KeySite site, KeyUse use, PrintStream out) {
    this.site = site;
    this.use = use;
    this.change = OwnKeys.change(site.logbook(), site.vault());
    this.out = out;
  }

  void handOver(Instant now) throws SQLException {
    change.begin(site.database(), now);
    site.write(tx -> change.handOver(tx, use, now, site::made));
    var next = open().getLast();
    out.printf(
        "Een nieuwe sleutel voor `%s` is bekendgemaakt: %s%n"
            + "Hij tekent vanaf %s; de vorige geldt ernaast. Ruim de vorige op vanaf %s, met"
            + " `sleutels opruimen %s`.%n",
        use.word(),
        next.key().getKeyID(),
        next.since(),
        UseKeyChange.mayEnd(use, next),
        use.word());
  }

  void tidy(Instant now) throws SQLException {
    var open = open();
    if (open.size() == 2) {
      var from = UseKeyChange.mayEnd(use, open.getLast());
      if (now.isBefore(from)) {
        throw new IllegalStateException(
            "De vorige sleutel voor `%s` is nodig tot %s; er is niets veranderd."
                .formatted(use.word(), from));
      }
      site.write(tx -> change.end(tx, use, now));
      out.printf("De vorige sleutel voor `%s` geldt voor niets nieuws meer.%n", use.word());
    }
    destroy(now);
  }

  private void destroy(Instant now) throws SQLException {
    int destroyed = 0;
    try (var connection = site.database().getConnection()) {
      for (var period : change.retired(connection, use)) {
        if (isOver(connection, period, now)) {
          site.reached().accept(KeyMoment.DESTROYING);
          site.vault().destroySigningKey(use, period.number());
          destroyed++;
        }
      }
    }
    out.printf("%d vorige sleutel(s) vernietigd.%n", destroyed);
  }

  private boolean isOver(Connection connection, UsePeriod period, Instant now) throws SQLException {
    var from = period.until().orElseThrow().plus(use.rest());
    if (now.isBefore(from)) {
      out.printf("Draai dit na %s nog eens: dan kan de vorige sleutel weg.%n", from);
      return false;
    }
    var waiting =
        use == KeyUse.BINDING ? BoundParcels.until(connection, site.logbook().region(), from) : 0;
    if (waiting > 0) {
      out.printf(
          "%d bericht(en) van toen wachten nog op de ontvanger; draai dit nog eens als zij bezorgd"
              + " of vervallen zijn.%n",
          waiting);
    }
    return waiting == 0;
  }

  private List<UsePeriod> open() throws SQLException {
    try (var connection = site.database().getConnection()) {
      return change.read(connection).getOrDefault(use, List.of()).stream()
          .filter(period -> period.until().isEmpty())
          .toList();
    }
  }
}
