package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Deed;
import nl.sluis.policies.toezicht.Watch;

/// Goes over the rows of one organisation with the control policy. May be shared between threads.
public final class Rounds {
  /// How many rows of one organisation are in memory at most; of more, the oldest stay out.
  public static final int MOST_ROWS = 100_000;

  private static final int PAGE = 500;

  /// Two gateways may differ this much about the time.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final LogReader rows;
  private final DeedReader reader;
  private final CurrentLaw law;

  /// @param rows the logbook
  /// @param references makes the pseudonyms of professionals
  /// @param law knows the convenanten that rows cite
  public Rounds(LogReader rows, SubjectReference references, CurrentLaw law) {
    this.rows = rows;
    this.reader = new DeedReader(references);
    this.law = law;
  }

  /// Everything in the history of this day, seen.
  Watch watch(Connection connection, ControlPolicy policy, Oin organisation, LocalDate day)
      throws SQLException {
    var watch = new Watch(policy, day, organisation);
    var from = watch.first().atStartOfDay(Age.CALENDAR).toInstant();
    var until = day.plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
    deeds(connection, organisation, from, until).forEach(watch::see);
    return watch;
  }

  /// Oldest first.
  private List<Deed> deeds(Connection connection, Oin organisation, Instant from, Instant until)
      throws SQLException {
    var deeds = new ArrayList<Deed>();
    each(
        connection,
        organisation,
        from,
        until,
        deed -> {
          deeds.add(deed);
          return deeds.size() < MOST_ROWS;
        });
    deeds.sort(Comparator.comparing(Deed::at).thenComparingLong(Deed::row));
    return deeds;
  }

  /// The places of the rows in which somebody of this organisation acted between two moments, in
  /// increasing order: what a sample of that time is drawn from. Only places are kept in memory.
  ///
  /// @param from the first moment
  /// @param until the first moment after it
  /// @param most how many there may be; of more, the oldest stay out
  public List<Long> acted(
      Connection connection, Oin organisation, Instant from, Instant until, int most)
      throws SQLException {
    var places = new ArrayList<Long>();
    each(
        connection,
        organisation,
        from,
        until,
        deed -> {
          if (isActed(deed, organisation)) {
            places.add(deed.row());
          }
          return places.size() < most;
        });
    return places.reversed();
  }

  /// Who acted in the row at this place; empty when it does not say so, or cannot be read any more.
  public Optional<Actor> who(Connection connection, Oin organisation, long place)
      throws SQLException {
    return rows.of(connection, organisation.value(), place + 1, 1).stream()
        .filter(row -> row.index() == place)
        .flatMap(row -> reader.read(row, organisation, this::cited).stream())
        .map(deed -> deed.by().key())
        .filter(key -> !key.equals(DeedReader.UNNAMED))
        .map(key -> Actor.of(HexFormat.of().parseHex(key)))
        .findFirst();
  }

  /// A question to a family is not looked at itself.
  private static boolean isActed(Deed deed, Oin organisation) {
    return deed.by().organisation().equals(organisation) && deed.ending() != Deed.Ending.GEVRAAGD;
  }

  /// Newest first, until the answer is no. Rows of people who were erased are passed over: what
  /// comes before them is read all the same.
  private void each(
      Connection connection, Oin organisation, Instant from, Instant until, Predicate<Deed> next)
      throws SQLException {
    long before = rows.below(connection, organisation.value(), until.plus(SKEW));
    while (true) {
      var page = rows.pageOf(connection, organisation.value(), Optional.empty(), before, PAGE);
      for (var row : page.rows()) {
        if (row.at().isBefore(from.minus(SKEW))) {
          return;
        }
        var deed =
            row.at().isBefore(from) || !row.at().isBefore(until)
                ? Optional.<Deed>empty()
                : reader.read(row, organisation, this::cited);
        if (deed.isPresent() && !next.test(deed.get())) {
          return;
        }
      }
      if (!page.more()) {
        return;
      }
      before = page.next();
    }
  }

  private Optional<Convenant> cited(String id, String version) {
    return law.now().shelf().versions().stream()
        .filter(one -> one.id().equals(id) && one.version().equals(version))
        .findFirst();
  }
}
