package nl.sluis.gateway.beeld;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What became of each check of the whole logbook, as it is stored; a step is added and never
/// changed.
///
/// May be shared between threads.
final class CheckTable {
  /// A check of which nothing was heard for so long is not going on any more.
  static final Duration SILENT = Duration.ofMinutes(10);

  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 67))";
  private static final String ADD =
      """
      insert into logboek_controle
        (region, id, stap, op, stand, rijen, totaal, checkpoints, bevindingen, eerste_rij)
      select ?, ?, coalesce(max(stap) + 1, 0), ?, ?, ?, ?, ?, ?, ?
      from logboek_controle
      where region = ? and id = ?
      """;
  private static final String NEWEST =
      """
      select id, op, stand, rijen, totaal, checkpoints, bevindingen, eerste_rij
      from logboek_controle
      where region = ? and stand = any (?)
      order by op desc, stap desc
      limit 1
      """;

  private final String region;

  /// @param region the logbook that is checked
  CheckTable(String region) {
    this.region = region;
  }

  /// How it is with a check.
  enum Stand {
    /// Its first row is still to be read.
    BEGONNEN("begonnen"),
    /// It reads.
    BEZIG("bezig"),
    /// Everything is as it was written and signed.
    HEEL("heel"),
    /// Something is not.
    NIET_HEEL("niet-heel"),
    /// The database or a key could not be read: nothing was proven.
    AFGEBROKEN("afgebroken");

    private final String word;

    Stand(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Stand of(String word) {
      return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst().orElseThrow();
    }
  }

  /// One step of a check.
  ///
  /// @param id of the check
  /// @param at when
  /// @param rows how many rows were read
  /// @param total how many there were when it was counted; zero before that
  /// @param checkpoints how many signatures were checked
  /// @param findings how many things are wrong
  /// @param first the first row that is wrong, when one is
  record Step(
      UUID id,
      Instant at,
      Stand stand,
      long rows,
      long total,
      long checkpoints,
      int findings,
      OptionalLong first) {
    /// A step in which nothing was found, or not yet.
    Step(UUID id, Instant at, Stand stand, long rows, long total) {
      this(id, at, stand, rows, total, 0, 0, OptionalLong.empty());
    }
  }

  /// Waits until no other gateway begins a check, until the end of the transaction.
  void lock(Connection tx) throws SQLException {
    try (var lock = tx.prepareStatement(LOCK)) {
      lock.setString(1, region);
      lock.execute();
    }
  }

  void add(Connection tx, Step step) throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setObject(2, step.id());
      add.setObject(3, step.at().atOffset(ZoneOffset.UTC));
      add.setString(4, step.stand().word());
      add.setLong(5, step.rows());
      add.setLong(6, step.total());
      add.setLong(7, step.checkpoints());
      add.setInt(8, step.findings());
      add.setObject(9, step.first().isPresent() ? step.first().getAsLong() : null);
      add.setString(10, region);
      add.setObject(11, step.id());
      add.executeUpdate();
    }
  }

  /// The newest step of any check.
  Optional<Step> newest(Connection tx) throws SQLException {
    return newest(tx, Stand.values());
  }

  /// The newest check that came to its end with an answer.
  Optional<Step> answered(Connection tx) throws SQLException {
    return newest(tx, Stand.HEEL, Stand.NIET_HEEL);
  }

  /// Is a check going on now?
  boolean isBusy(Connection tx, Instant now) throws SQLException {
    return newest(tx)
        .filter(step -> step.stand() == Stand.BEGONNEN || step.stand() == Stand.BEZIG)
        .filter(step -> step.at().plus(SILENT).isAfter(now))
        .isPresent();
  }

  private Optional<Step> newest(Connection tx, Stand... stands) throws SQLException {
    try (var select = tx.prepareStatement(NEWEST)) {
      select.setString(1, region);
      var words = Arrays.stream(stands).map(Stand::word).toArray();
      select.setArray(2, tx.createArrayOf("text", words));
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(step(row)) : Optional.empty();
      }
    }
  }

  private static Step step(ResultSet row) throws SQLException {
    var first = row.getObject(8, Long.class);
    return new Step(
        row.getObject(1, UUID.class),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        Stand.of(row.getString(3)),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getInt(7),
        first == null ? OptionalLong.empty() : OptionalLong.of(first));
  }
}
