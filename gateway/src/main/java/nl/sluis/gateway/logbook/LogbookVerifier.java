package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.keys.KeyVault;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// Checks a whole logbook from its rows, without trusting who wrote it.
///
/// Shares with the writer what `VerifierSpec` names and nothing else: the hash of the tree
/// ([TreeHash]), the names of the kinds of rows ([EntryKind]), the public keys, how they follow
/// from each other and the form of a checkpoint ([LogKey], [KeyHistory], [KeyStatement],
/// [BrokenHistory], [UseHistory], [UseStatement], [OpenedCheckpoint], [NoteSigner]) and, to open
/// details, the keys ([KeyVault]) with what each is for. Sequence, tree, tiles, sealing, commitment
/// and canonical form are done again.
///
/// Reads in one snapshot and streams, so the size of the logbook does not matter. An instance may
/// be used again, by one thread at a time.
public final class LogbookVerifier {
  private static final int FETCH = 4_096;
  private static final int REPORT_EVERY = 10_000;
  private static final String ROWS =
      "select idx, leaf from logbook_row where region = ? order by idx";
  private static final String SEALED =
      """
      select idx, leaf, key_id, detail_ct from logbook_row
      where region = ?
      order by idx
      """;

  private final String region;
  private final LogKey key;
  private final @Nullable KeyVault keys;
  private final List<WitnessKey> witnesses;

  private LogbookVerifier(
      String region, LogKey key, @Nullable KeyVault keys, List<WitnessKey> witnesses) {
    this.witnesses = List.copyOf(witnesses);
    this.region = region;
    this.key = key;
    this.keys = keys;
  }

  /// Checks sequence, tree, tiles and signatures; what is sealed stays sealed.
  ///
  /// @param key any key that the logbook ever had and that whoever checks knows from elsewhere; the
  ///   others are believed because of it, see [KeyHistory]
  public static LogbookVerifier withoutKeys(String region, LogKey key) {
    return new LogbookVerifier(region, key, null, List.of());
  }

  /// Checks the details of every row as well.
  public static LogbookVerifier withKeys(String region, LogKey key, KeyVault keys) {
    return new LogbookVerifier(region, key, keys, List.of());
  }

  /// The same check, which also knows the keys of these witnesses.
  public LogbookVerifier knowing(List<WitnessKey> others) {
    return new LogbookVerifier(region, key, keys, others);
  }

  /// The keys that this logbook ever had, believed because of one that is known; only that one when
  /// they do not follow from each other, which the check itself finds.
  public static KeyHistory history(Connection connection, String region, LogKey anchor)
      throws SQLException {
    return new HistoryCheck(connection, region, anchor, new Findings()).history();
  }

  /// Hears how far the check is.
  @FunctionalInterface
  public interface Progress {
    /// @param rows how many rows were read
    /// @param total how many there are
    void at(long rows, long total);
  }

  /// Checks everything and changes nothing.
  ///
  /// @param connection may read the tables of the logbook; comes back in auto-commit mode
  public LogbookReport verify(Connection connection, Progress progress) throws SQLException {
    return verify(connection, Span.ALL, List.of(), progress);
  }

  /// Checks a part, against the newest checkpoint and through the tiles, or everything; changes
  /// nothing.
  ///
  /// @param kept checkpoints of before that somebody kept elsewhere
  public LogbookReport verify(
      Connection connection, Span span, List<OpenedCheckpoint> kept, Progress progress)
      throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      return span.isAll()
          ? run(connection, kept, progress, true)
          : new PartCheck(connection, region, key, keys).run(span, kept, progress);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// Checks everything as one open transaction sees it, what it has not committed included; does
  /// not end that transaction.
  public LogbookReport verifyWithin(Connection tx, List<OpenedCheckpoint> kept)
      throws SQLException {
    return run(tx, kept, (rows, total) -> {}, false);
  }

  private LogbookReport run(
      Connection connection, List<OpenedCheckpoint> kept, Progress progress, boolean leavesSnapshot)
      throws SQLException {
    var findings = new Findings();
    var tables = new LogbookTables(connection, region, findings);
    var history = new HistoryCheck(connection, region, key, findings);
    var details = keys == null ? null : new DetailCheck(region, keys, history, findings, Span.ALL);
    var keeps = new KeptCheck(kept, findings);
    var tree = new TreeStack();
    try (var tiles = new TileCheck(connection, region, findings);
        var notes = new NoteCheck(connection, region, history.history(), findings, tiles);
        var subjects = new SubjectCursor(connection, region, Span.ALL, findings);
        var parties = new PartyCursor(connection, region, Span.ALL, findings);
        var rows = rows(connection)) {
      var hash = new TreeHash();
      keeps.reached(tree);
      while (rows.next()) {
        var index = rows.getLong(1);
        if (index != tree.size()) {
          outOfOrder(index, tree.size(), findings);
          break;
        }
        var leaf = rows.getBytes(2);
        var leafHash = hash.leaf(leaf);
        tree.add(leafHash);
        tiles.reached(tree);
        notes.reached(tree);
        keeps.reached(tree);
        if (details != null) {
          var keyId = rows.getString(3);
          var whom = subjects.of(index, keyId);
          var who = parties.of(index, keyId);
          details.row(index, leaf, leafHash, keyId, rows.getBytes(4), whom, who);
        }
        if (tree.size() % REPORT_EVERY == 0) {
          progress.at(tree.size(), tables.headSize());
        }
      }
      tiles.finish(connection, tree.size());
      tables.finish(tree);
      new CosignatureCheck(connection, region, witnesses, findings).run();
      keeps.finish(tree.size());
      if (details != null) {
        subjects.finish();
        parties.finish();
        details.finish(tables.epoch());
        history.finish();
      }
      // Last, because it may leave the snapshot.
      notes.finish(tree, leavesSnapshot);
      progress.at(tree.size(), tables.headSize());
      var checked = notes.checked() + keeps.checked();
      return report(tree.size(), checked, tiles, details, findings);
    }
  }

  /// Rows come in the order of their numbers, so the first that is not expected is the place.
  static void outOfOrder(long index, long expected, Findings findings) {
    if (index < expected) {
      findings.row(index, "staat er meer dan één keer.");
    } else {
      findings.row(expected, "ontbreekt; de eerstvolgende rij is " + index + ".");
    }
  }

  private LogbookReport report(
      long size,
      long checkpoints,
      TileCheck tiles,
      @Nullable DetailCheck details,
      Findings findings) {
    var opened = details == null ? 0 : details.opened();
    var erased = details == null ? 0 : details.erased();
    return new LogbookReport(
        region, Span.ALL, size, checkpoints, tiles.compared(), opened, erased, findings.list());
  }

  private ResultSet rows(Connection connection) throws SQLException {
    var statement = stream(connection, keys != null ? SEALED : ROWS);
    statement.closeOnCompletion();
    statement.setString(1, region);
    return statement.executeQuery();
  }

  /// A statement that fetches in portions, so that memory does not grow with the logbook, and in
  /// binary form from the first row on, which halves what reading costs.
  static PreparedStatement stream(Connection connection, String sql) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setFetchSize(FETCH);
    if (statement.isWrapperFor(PGStatement.class)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    }
    return statement;
  }
}
