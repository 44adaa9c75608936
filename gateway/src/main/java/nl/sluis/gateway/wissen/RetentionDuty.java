package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.MonthRows;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what came to the end of its term, in small steps that may be repeated, done by two gateways
/// at once and broken off anywhere (AVG 5(1)(e); design 10.18, 10.20).
///
/// Of a month that is over: rows `gewist` for all its rows, then its key, then the way from persons
/// and organisations to its rows. Of each table: what its own term ended for. Of a person about whom
/// no row is left: everything. One thread at a time.
public final class RetentionDuty implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionDuty.class);

  /// How many rows of the logbook are accounted for in one step.
  static final int STEP = 5_000;

  private static final int STEPS = 20;
  private static final int ROWS_OF_TABLE = 500;
  private static final int PERSONS = 100;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Period YOUNG = Period.ofMonths(1);
  private static final Pattern MONTH = Pattern.compile("bewaar-[0-9]{6}");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'bewaar-'yyyyMM").withZone(ZoneOffset.UTC);

  private final Parts parts;
  private final int step;
  private Instant nextTables = Instant.MIN;

  /// What it works with.
  ///
  /// @param database connections of the gateway
  /// @param clock the second clock
  /// @param ids random identifiers of erasures
  public record Parts(
      String region,
      DataSource database,
      KeyVault vault,
      Eraser eraser,
      Sequencer sequencer,
      SureTime clock,
      Deciding deciding,
      Supplier<UUID> ids) {
    Months months() {
      return new Months(region);
    }

    Erasures erasures() {
      return new Erasures(region);
    }
  }

  /// With the steps of a running gateway.
  public RetentionDuty(Parts parts) {
    this(parts, STEP);
  }

  RetentionDuty(Parts parts, int step) {
    this.parts = parts;
    this.step = step;
  }

  /// @return how many steps were taken
  @Override
  public int run(Instant now) {
    try {
      return end(now);
    } catch (SQLException | CompletionException e) {
      // What else time does must not suffer from it; the next minute goes on where this one stopped.
      LOG.warn("what came to the end of its term could not be ended yet", e);
      return 0;
    }
  }

  private int end(Instant now) throws SQLException {
    Instant sure;
    try (var connection = parts.database().getConnection()) {
      sure = SureTime.earlier(now, parts.clock().now(connection));
    }
    int left = STEPS;
    for (var month : over(sure)) {
      while (left > 0 && account(month, sure)) {
        left--;
      }
    }
    left -= clear(sure);
    if (!now.isBefore(nextTables)) {
      left -= tables(sure);
    }
    return STEPS - left;
  }

  /// The months that are over and whose keys live, the oldest first.
  private List<String> over(Instant sure) {
    var running = NAME.format(sure);
    return parts.vault().epochKeyNames().stream()
        .filter(MONTH.asMatchPredicate())
        .filter(name -> name.compareTo(running) < 0)
        .sorted()
        .toList();
  }

  /// One step of a month.
  ///
  /// @return false when there is nothing more to do for now
  private boolean account(String month, Instant sure) throws SQLException {
    long upTo;
    MonthRows.Page page;
    try (var connection = parts.database().getConnection()) {
      upTo = parts.months().upTo(connection, month);
      if (upTo < 0 && mustBeKept(connection, month, sure)) {
        var when = sure.atOffset(ZoneOffset.UTC);
        var told = when.getYear() * 100L + when.getMonthValue();
        parts.sequencer().submit(new MonthEnds.Hold(parts.months(), month, told)).join();
        return false;
      }
      page = new MonthRows(parts.region(), parts.vault()).page(connection, month, upTo, step);
    }
    boolean last = page.rows().size() < step;
    submit(month, upTo, page, last);
    if (last) {
      new DeadKeys(parts.region(), parts.vault()).destroy(List.of(DeadKeys.ofPeriod(month)));
    }
    return !last;
  }

  /// Rows that were written cannot get another key: as long as one of them must be kept, all of their
  /// month are.
  private boolean mustBeKept(Connection connection, String month, Instant sure)
      throws SQLException {
    var persons = new Holds(parts.region()).everybody(connection, sure);
    return !persons.isEmpty() && parts.months().isAbout(connection, month, persons);
  }

  /// Takes away the way to rows that nobody can read.
  private int clear(Instant sure) throws SQLException {
    List<String> months;
    try (var connection = parts.database().getConnection()) {
      months = parts.months().uncleared(connection);
    }
    var dead = new DeadKeys(parts.region(), parts.vault());
    int steps = 0;
    for (var month : months) {
      dead.destroy(List.of(DeadKeys.ofPeriod(month)));
      accountForLateRows(month);
      while (steps < STEPS && parts.eraser().forget(month, step) > 0) {
        steps++;
      }
      if (steps < STEPS) {
        try (var connection = parts.database().getConnection()) {
          parts.months().step(connection, month, "opgeruimd", 0, sure);
        }
      }
    }
    return steps;
  }

  /// A gateway whose clock was years behind may have written one more while the key was destroyed.
  private void accountForLateRows(String month) throws SQLException {
    try (var connection = parts.database().getConnection()) {
      long upTo = parts.months().upTo(connection, month);
      var late = new MonthRows(parts.region(), parts.vault()).page(connection, month, upTo, step);
      if (!late.rows().isEmpty()) {
        submit(month, upTo, late, false);
      }
    }
  }

  private void submit(String month, long upTo, MonthRows.Page page, boolean last) {
    var account =
        new MonthEnds.Account(parts.months(), parts.erasures(), month, upTo, page, last);
    parts.sequencer().submit(account).join();
  }

  /// Deletes what came to the end of its own term; once a day, and again at once when there is more.
  private int tables(Instant sure) throws SQLException {
    var gone = new TreeMap<String, Integer>();
    boolean more = false;
    for (var ends : Terms.ends()) {
      var some = parts.eraser().end(ends, sure, ROWS_OF_TABLE);
      some.forEach((table, count) -> gone.merge(table, count, Integer::sum));
      more |= some.getOrDefault(ends.table(), 0) >= ROWS_OF_TABLE;
    }
    try (var connection = parts.database().getConnection()) {
      var month = YearMonth.from(sure.atOffset(ZoneOffset.UTC)).toString();
      parts.months().tell(connection, month, "tabel", gone, sure);
      var persons =
          parts.erasures().withoutRows(connection, sure.atOffset(ZoneOffset.UTC).minus(YOUNG), PERSONS);
      persons.removeAll(new Holds(parts.region()).everybody(connection, sure));
      if (!persons.isEmpty()) {
        parts
            .sequencer()
            .submit(
                new MonthEnds.People(
                    parts.erasures(), parts.deciding(), persons, parts.ids().get()))
            .join();
        more |= persons.size() >= PERSONS;
      }
    }
    nextTables = more ? Instant.MIN : sure.plus(DAY);
    return gone.values().stream().anyMatch(count -> count > 0) ? 1 : 0;
  }
}
