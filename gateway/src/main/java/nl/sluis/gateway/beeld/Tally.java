package nl.sluis.gateway.beeld;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.normen.Progress;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.policies.terms.Age;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what the logbook tells, month by month, a minute behind it at most: a page with a picture
/// opens no row and adds up a few hundred numbers, however many rows there are.
///
/// Of a row that cannot be opened any more nothing is counted. May be shared between threads; one
/// gateway at a time counts.
public final class Tally implements Duty {
  /// How the purpose of this counting is named among those who read the logbook on.
  static final String WHAT = "telling";

  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
  private static final int PAGE = 500;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String ADD =
      """
      insert into telling (region, maand, soort, van_oin, aan_oin, doel, baan, woord, aantal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (region, van_oin, maand, soort, aan_oin, doel, baan, woord)
      do update set aantal = telling.aantal + excluded.aantal
      """;
  private static final String ARRIVED =
      """
      select transaction_id, received_at from message
      where region = ? and transaction_id = any (?)
      """;

  private final DataSource database;
  private final RowScan rows;
  private final String region;
  private final Progress progress;

  /// @param rows the logbook
  public Tally(DataSource database, RowScan rows, String region) {
    this.database = database;
    this.rows = rows;
    this.region = region;
    this.progress = new Progress(region, WHAT);
  }

  /// What is counted together.
  ///
  /// @param month its first day
  /// @param to the receiver; empty for what never reached it
  private record Place(
      LocalDate month,
      String kind,
      String from,
      String to,
      String purpose,
      String lane,
      String word) {
    static Place of(LocalDate month, Happened one, String kind, String word) {
      return new Place(month, kind, one.from(), one.to(), one.purpose(), one.lane(), word);
    }
  }

  /// @return how many rows it read
  @Override
  public int run(Instant now) throws SQLException {
    var until = System.nanoTime() + LONGEST.toNanos();
    int read = 0;
    int step;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        do {
          step = step(connection);
          read += step;
        } while (step == PAGE && System.nanoTime() < until);
      } catch (BrokenRow row) {
        LOG.error("row {} is not what was written: counting stops before it", row.index());
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return read;
  }

  private int step(Connection tx) throws SQLException {
    var next = progress.take(tx);
    if (next.isEmpty()) {
      return 0;
    }
    var page = rows.page(tx, next.getAsLong(), PAGE);
    if (page.isEmpty()) {
      return 0;
    }
    var happened =
        page.stream().flatMap(row -> row.detail().stream()).flatMap(d -> Happened.of(d).stream());
    add(tx, count(tx, happened.toList()));
    progress.move(tx, page.getLast().index() + 1);
    tx.commit();
    return page.size();
  }

  /// In one order, so that two who write at once wait and do not lock each other out.
  private Map<Place, Long> count(Connection tx, List<Happened> happened) throws SQLException {
    var arrived = arrived(tx, happened);
    var counts =
        new TreeMap<Place, Long>((one, other) -> one.toString().compareTo(other.toString()));
    for (var one : happened) {
      var month = LocalDate.ofInstant(one.at(), Age.CALENDAR).withDayOfMonth(1);
      counts.merge(Place.of(month, one, one.kind(), one.word()), 1L, Long::sum);
      var came = Optional.ofNullable(arrived.get(one.transaction()));
      if (one.isDisclosure() && came.isPresent()) {
        var lasted = Waited.of(Duration.between(came.get(), one.at()));
        counts.merge(Place.of(month, one, "duur", lasted.word()), 1L, Long::sum);
      }
    }
    return counts;
  }

  private Map<UUID, Instant> arrived(Connection tx, List<Happened> happened) throws SQLException {
    var asked =
        happened.stream()
            .filter(Happened::isDisclosure)
            .map(Happened::transaction)
            .distinct()
            .toArray();
    var found = new HashMap<UUID, Instant>();
    if (asked.length == 0) {
      return found;
    }
    try (var select = tx.prepareStatement(ARRIVED)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", asked));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
    }
    return found;
  }

  private void add(Connection tx, Map<Place, Long> counts) throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      for (var one : counts.entrySet()) {
        var place = one.getKey();
        add.setString(1, region);
        add.setObject(2, place.month(), Types.DATE);
        add.setString(3, place.kind());
        add.setString(4, place.from());
        add.setString(5, place.to());
        add.setString(6, place.purpose());
        add.setString(7, place.lane());
        add.setString(8, place.word());
        add.setLong(9, one.getValue());
        add.addBatch();
      }
      var _ = add.executeBatch();
    }
  }

  /// What one row tells that is counted.
  ///
  /// @param kind as it is stored
  /// @param to the receiver; empty for what never reached it
  /// @param purpose of what was given; empty for what was not, since a sender may have written
  ///   anything there
  /// @param word the first reason of what was refused or held
  record Happened(
      String kind,
      Instant at,
      UUID transaction,
      String from,
      String to,
      String purpose,
      String lane,
      String word) {
    /// Empty for a row that is not counted.
    static Optional<Happened> of(ObjectNode detail) {
      return EntryKind.of(detail.path(Entry.KIND).asText()).flatMap(kind -> of(kind, detail));
    }

    private static Optional<Happened> of(EntryKind kind, ObjectNode detail) {
      boolean given = kind == EntryKind.DISCLOSED;
      if (!given && kind != EntryKind.REFUSED && kind != EntryKind.HELD) {
        return Optional.empty();
      }
      var question = given ? detail : detail.path("vraag");
      var from = question.path("van").path("oin").asText();
      var transaction = detail.path(Entry.TRANSACTION).asText();
      if (from.isEmpty() || transaction.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Happened(
              kind.code(),
              Instant.parse(detail.path(Entry.TIME).asText()),
              UUID.fromString(transaction),
              from,
              given ? question.path("aan").path("oin").asText() : "",
              given ? question.path("doel").asText() : "",
              detail.path("baan").asText(),
              detail.path("redenen").path(0).path("code").asText()));
    }

    boolean isDisclosure() {
      return kind.equals(EntryKind.DISCLOSED.code());
    }
  }
}
