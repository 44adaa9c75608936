package nl.sluis.gateway.inzicht;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.subject.Merges;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// Knows everything that was given, or was to be given, of a child, as the logbook tells: for
/// whoever must tell those who got it, and not for anybody to see.
///
/// May be shared between threads; it works on the connection of its caller. Who calls it MUST write
/// a row for what follows.
public final class Handed {
  private final LogReader reader;
  private final Merges merges;

  /// @param reader reads the logbook by person
  /// @param merges knows which children turned out to be one
  public Handed(LogReader reader, Merges merges) {
    this.reader = reader;
    this.merges = merges;
  }

  /// One exchange that was written down.
  ///
  /// @param row its place in the logbook; never told to anybody
  /// @param got whether the receiver got it, and it was not refused, held or lost
  /// @param exchange its name, by which both know it
  /// @param categories what was given, or asked for
  public record Exchange(
      long row,
      boolean got,
      UUID exchange,
      PartyRole from,
      PartyRole to,
      Set<DataCategory> categories,
      Instant at) {
    /// Copies its set.
    public Exchange {
      categories = Set.copyOf(categories);
    }
  }

  /// All of this child, and of every other that turned out to be the same, the newest first.
  public List<Exchange> about(Connection tx, UUID subject) throws SQLException {
    var found = new ArrayList<Exchange>();
    for (var one : FactsOf.subjects(tx, merges, subject)) {
      read(tx, one, found);
    }
    return found;
  }

  private void read(Connection tx, UUID subject, List<Exchange> found) throws SQLException {
    long before = Long.MAX_VALUE;
    while (true) {
      var page = reader.about(tx, subject, before, RowWindow.CHUNK);
      page.stream()
          .flatMap(row -> Happened.of(row, _ -> Optional.empty()).stream())
          .flatMap(what -> exchange(what).stream())
          .forEach(found::add);
      if (page.size() < RowWindow.CHUNK) {
        return;
      }
      before = page.getLast().index();
    }
  }

  private static Optional<Exchange> exchange(Happened what) {
    return switch (what.told()) {
      case GEKREGEN -> Optional.of(exchange(what, true));
      case GEWEIGERD, AANGEHOUDEN, NIET_UITGEREIKT -> Optional.of(exchange(what, false));
      case STOP_GEVRAAGD,
          STOP_BEVESTIGD,
          TERUGGEROEPEN,
          VERVANGEN,
          TERUG_BEANTWOORD,
          TERUGGESTUURD,
          CONTROLE_GEVER,
          CONTROLE_ONTVANGER,
          EIGEN_WOORD ->
          Optional.empty();
    };
  }

  private static Exchange exchange(Happened what, boolean got) {
    var between = what.between();
    return new Exchange(
        what.index(),
        got,
        what.about(),
        between.from(),
        between.to(),
        what.categories(),
        what.at());
  }
}
