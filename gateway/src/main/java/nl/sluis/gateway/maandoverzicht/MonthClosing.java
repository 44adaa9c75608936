package nl.sluis.gateway.maandoverzicht;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.inzicht.MonthThings;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.policies.terms.Age;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits to every month that is over, for everybody who could look, whether they ever do.
///
/// Trees are made here, away from the sequencer, of what happened and not of what may be shown: how
/// much work that is and when it is done depends on nothing that is hidden from the family alone.
/// Months of more than a year ago are committed to when somebody asks. May be shared between
/// threads and done by many gateways at once.
public final class MonthClosing implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(MonthClosing.class);

  /// Two gateways may differ about the time, and a batch may be on its way.
  private static final Duration REST = Duration.ofMinutes(10);

  private static final int MONTHS = 13;
  private static final int ROUNDS = 8;

  private final DataSource database;
  private final MonthTable table;
  private final PlaceRegister places;
  private final MonthThings things;
  private final KeyVault vault;
  private final SecureRandom random;
  private final Sequencer sequencer;
  private final RowScan rows;

  /// @param region in whose part of the database it all lives
  /// @param things knows what happened
  public MonthClosing(
      String region,
      DataSource database,
      MonthThings things,
      KeyVault vault,
      SecureRandom random,
      Sequencer sequencer) {
    this.database = database;
    this.table = new MonthTable(region);
    this.places = new PlaceRegister(region);
    this.things = things;
    this.vault = vault;
    this.random = random;
    this.sequencer = sequencer;
    this.rows = new RowScan(region, vault);
  }

  /// @return how many trees were committed to
  @Override
  public int run(Instant now) throws SQLException {
    var periods = over(now);
    if (periods.isEmpty()) {
      return 0;
    }
    int done = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var drafts = drafts(periods);
      if (drafts.isEmpty()) {
        break;
      }
      try {
        done += sequencer.submit(new Committing(table, random, drafts)).join();
      } catch (CompletionException e) {
        // What else time does must not wait for it; the next minute tries again.
        LOG.warn("months could not be closed yet: {}", e.getClass().getSimpleName());
        break;
      }
    }
    return done;
  }

  /// Commits to this period for who has this place, and waits until it is durable.
  void now(Place place, byte[] viewer, Period period) throws SQLException {
    Optional<Draft> draft;
    try (var connection = database.getConnection()) {
      draft = draft(connection, place, viewer, period);
    }
    draft.ifPresent(one -> sequencer.submit(new Committing(table, random, List.of(one))).join());
  }

  /// Is this month over, and every row of it there?
  static boolean isOver(YearMonth month, Instant now) {
    return !Period.whole(month).until().plus(REST).isAfter(now);
  }

  /// Of before the logbook began there is nothing to commit to.
  private List<Period> over(Instant now) throws SQLException {
    var newest = YearMonth.from(now.minus(REST).atZone(Age.CALENDAR)).minusMonths(1);
    var first = first().orElse(newest.plusMonths(1));
    var periods = new ArrayList<Period>();
    for (int back = 0; back < MONTHS && !newest.minusMonths(back).isBefore(first); back++) {
      periods.add(Period.whole(newest.minusMonths(back)));
    }
    return periods;
  }

  /// The month of the first row; of a logbook whose first row cannot be read any more, all months
  /// count.
  private Optional<YearMonth> first() throws SQLException {
    try (var connection = database.getConnection()) {
      return rows.page(connection, 0, 1).stream()
          .findFirst()
          .map(
              row ->
                  row.detail()
                      .map(detail -> Instant.parse(detail.path(Entry.TIME).asText()))
                      .map(at -> YearMonth.from(at.atZone(Age.CALENDAR)))
                      .orElse(YearMonth.of(2000, 1)));
    }
  }

  private List<Draft> drafts(List<Period> periods) throws SQLException {
    var drafts = new ArrayList<Draft>();
    try (var connection = database.getConnection()) {
      for (var one : table.missing(connection, periods, Committed.ROOTS)) {
        if (drafts.isEmpty() || drafts.getFirst().period().equals(one.period())) {
          var place = place(connection, one);
          if (place.isPresent()) {
            draft(connection, place.get(), one.viewer(), one.period()).ifPresent(drafts::add);
          }
        }
      }
    }
    return drafts;
  }

  private Optional<Place> place(Connection tx, MonthTable.Missing one) throws SQLException {
    return one.viewer().length == 0
        ? Optional.of(new Place(one.subject(), one.subject()))
        : places.of(tx, Hmac.of(one.viewer())).stream()
            .filter(place -> place.subject().equals(one.subject()))
            .findFirst();
  }

  /// Empty when the child is being erased.
  private Optional<Draft> draft(Connection tx, Place place, byte[] viewer, Period period)
      throws SQLException {
    try {
      var blinding = new Blinding(vault.monthKey(place.subject()), viewer, period);
      var month = period.month();
      var found = things.of(tx, place, month.atDay(1), month.atEndOfMonth(), period.until());
      return Optional.of(Draft.of(place.subject(), viewer, period, found, blinding, random));
    } catch (KeyDestroyed _) {
      return Optional.empty();
    }
  }
}
