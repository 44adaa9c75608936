package nl.sluis.gateway.toezicht;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.policies.terms.Oin;

/// Finds the rows in which one organisation takes part, the newest first.
///
/// Rows are sealed, so what a row says cannot be looked for by the database: a period is found by
/// halving, and within it rows are opened in the order of the logbook. A page holds at most [#MOST]
/// rows and costs at most [#READ] of them, however large the logbook is; who wants more goes on
/// from where it stopped. May be shared between threads.
final class RowSearch {
  /// How many rows a page holds at most.
  static final int MOST = 25;

  /// How many rows are looked at for a page at most: as many as go into what a page may take (50
  /// ms, `./sluis proef toezicht`).
  static final int READ = 200;

  /// How many are asked for at first: those of a page, with some that do not fit.
  private static final int FIRST = 40;

  /// How many rows too new are passed over, rather than asking once more where those of a day
  /// begin.
  private static final int SPARE = 32;

  /// How many are opened at a time for a file, in which everything is asked for.
  private static final int PIECE = 500;

  /// Two gateways may differ this much about the time.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final DataSource database;
  private final LogReader reader;

  RowSearch(DataSource database, LogReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /// What was found.
  ///
  /// @param rows the newest first
  /// @param next below which place to go on; empty when everything was looked through
  record Page(List<DeskRow> rows, OptionalLong next) {
    Page {
      rows = List.copyOf(rows);
    }
  }

  /// A page of what fits.
  ///
  /// @param person of whom only; empty for everybody
  /// @param before below which place of the logbook; [Long#MAX_VALUE] for the first page
  /// @param known says what is known of rows besides
  Page find(
      Oin organisation,
      Optional<UUID> person,
      RowFilter filter,
      RowFilter.Known known,
      long before,
      Instant now)
      throws SQLException {
    try (var connection = database.getConnection()) {
      long below = Math.min(before, below(connection, organisation, filter.end(), now));
      var found = new Found(filter, known);
      int asked = FIRST;
      for (int read = 0; read < READ; read += asked) {
        asked = read == 0 ? FIRST : READ - FIRST;
        var chunk =
            reader.pageOf(connection, organisation.value(), person, below, asked, found::take);
        below = chunk.next();
        if (found.over || !chunk.more()) {
          return new Page(found.rows, OptionalLong.empty());
        }
        if (found.rows.size() == MOST) {
          break;
        }
      }
      return new Page(found.rows, OptionalLong.of(below));
    }
  }

  /// What fits of the rows that come by, the newest first.
  private static final class Found {
    private final List<DeskRow> rows = new ArrayList<>();
    private final Predicate<DeskRow> fits;
    private final Instant oldest;
    private boolean over;

    Found(RowFilter filter, RowFilter.Known known) {
      this.fits = filter.fits(known);
      this.oldest = filter.begin().minus(SKEW);
    }

    /// Takes one more if it fits.
    ///
    /// @return false when the page is full, and when everything older is from before the period
    boolean take(LogReader.Row read) {
      var row = DeskRow.of(read);
      over = row.isPresent() && row.get().at().isBefore(oldest);
      if (!over) {
        row.filter(fits).ifPresent(rows::add);
      }
      return !over && rows.size() < MOST;
    }
  }

  /// Takes what was found, in its order.
  @FunctionalInterface
  interface Sink {
    void take(DeskRow row) throws IOException;
  }

  /// Hands on everything that fits, the newest first, piece after piece. Of so many rows as there
  /// are no more than a piece is in memory, and no connection is held while a piece is taken: who
  /// takes them slowly keeps nobody else waiting.
  ///
  /// @param known says what is known of rows besides
  void each(Oin organisation, RowFilter filter, RowFilter.Known known, Instant now, Sink sink)
      throws SQLException, IOException {
    long below;
    try (var connection = database.getConnection()) {
      below = below(connection, organisation, filter.end(), now);
    }
    var oldest = filter.begin().minus(SKEW);
    var fits = filter.fits(known);
    boolean more = true;
    while (more) {
      LogReader.Page piece;
      try (var connection = database.getConnection()) {
        piece = reader.pageOf(connection, organisation.value(), Optional.empty(), below, PIECE);
      }
      below = piece.next();
      more = piece.more();
      for (var one : piece.rows()) {
        var row = DeskRow.of(one);
        if (row.isPresent() && row.get().at().isBefore(oldest)) {
          return;
        }
        if (row.filter(fits).isPresent()) {
          sink.take(row.get());
        }
      }
    }
  }

  /// The row at this place; empty when this organisation takes no part in it, or may not learn of
  /// it, or it can be opened no more.
  Optional<DeskRow> at(Oin organisation, long index) throws SQLException {
    if (index == Long.MAX_VALUE) {
      return Optional.empty();
    }
    try (var connection = database.getConnection()) {
      return reader.of(connection, organisation.value(), index + 1, 1).stream()
          .filter(row -> row.index() == index)
          .flatMap(row -> DeskRow.of(row).stream())
          .findFirst();
    }
  }

  /// The rows of this organisation about the exchange of this row, the oldest first; none when it
  /// is of no exchange. Looked for among the [#READ] rows about the same person around it.
  List<DeskRow> ofExchange(Oin organisation, DeskRow of) throws SQLException {
    if (!of.isExchange()) {
      return List.of();
    }
    var person = of.subject().orElseThrow();
    var transaction = of.transaction().orElseThrow();
    var found = new ArrayList<DeskRow>();
    try (var connection = database.getConnection()) {
      reader
          .around(
              connection,
              organisation.value(),
              person,
              of.index(),
              READ / 2,
              transaction.toString())
          .stream()
          .flatMap(row -> DeskRow.of(row).stream())
          .filter(row -> row.transaction().filter(transaction::equals).isPresent())
          .forEach(found::add);
    }
    return found.reversed();
  }

  /// The exchange of this row, by which a family reads that an officer opened it.
  ///
  /// @param sides what the same exchange left on record
  static OfficerLooks.Over over(DeskRow row, List<DeskRow> sides) {
    var went = sides.stream().anyMatch(one -> one.kind() == EntryKind.DISCLOSED);
    return new OfficerLooks.Over(row, went);
  }

  /// The same of a row that was read with others: only when none of those says that it went, the
  /// rows around it are looked through.
  OfficerLooks.Over over(Oin organisation, DeskRow row, List<DeskRow> read) throws SQLException {
    var same = read.stream().filter(one -> one.transaction().equals(row.transaction())).toList();
    var known = over(row, same);
    return known.went() ? known : over(row, ofExchange(organisation, row));
  }

  /// A place below which every row of this organisation is from before this instant, but for some
  /// that are passed over.
  private long below(Connection connection, Oin organisation, Instant end, Instant now)
      throws SQLException {
    if (end.isAfter(now.minus(SKEW))) {
      return Long.MAX_VALUE;
    }
    return reader.below(connection, organisation.value(), end.plus(SKEW), SPARE);
  }
}
