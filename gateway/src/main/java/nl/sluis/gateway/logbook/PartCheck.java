package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.keys.KeyVault;
import org.jspecify.annotations.Nullable;

/// Checks some rows in the database against the newest checkpoint, and reads no other rows.
///
/// Whether an unreadable row is accounted for, and whether what was handed over had been accepted,
/// only the check of the whole can say. For one thread and one transaction.
final class PartCheck {
  private static final String ROWS =
      """
      select idx, leaf, key_id, detail_ct from logbook_row
      where region = ? and idx >= ? and idx < ?
      order by idx
      """;

  private final Connection connection;
  private final String region;
  private final LogKey key;
  private final @Nullable KeyVault keys;
  private final Findings findings = new Findings();

  PartCheck(Connection connection, String region, LogKey key, @Nullable KeyVault keys) {
    this.connection = connection;
    this.region = region;
    this.key = key;
    this.keys = keys;
  }

  LogbookReport run(Span span, List<OpenedCheckpoint> kept, LogbookVerifier.Progress progress)
      throws SQLException {
    try {
      var history = new HistoryCheck(connection, region, key, findings);
      var source = new StoredTiles(connection, region);
      var signed = source.checkpoint().flatMap(history.history()::open);
      if (signed.isEmpty()) {
        findings.from(0, "Het laatste checkpoint is er niet of is niet met deze sleutel getekend.");
        return report(span, 0, 0, 0, 0);
      }
      var tree = new TileTree(source, signed.get().size());
      if (span.from() >= tree.size()) {
        findings.from(tree.size(), "Er is getekend tot rij " + tree.size() + ".");
        return report(span, 0, 1, 0, 0);
      }
      var part = span.within(tree.size());
      var keeps = new KeptCheck(kept, findings);
      var proven = prove(tree, part, signed.get(), keeps);
      var opened = rows(part, history, proven ? Optional.of(tree) : Optional.empty(), progress);
      return report(span, part.to() - part.from(), 1 + keeps.checked(), tree.read(), opened);
    } catch (IOException e) {
      throw new SQLException("the tiles cannot be read", e);
    }
  }

  private boolean prove(TileTree tree, Span part, OpenedCheckpoint signed, KeptCheck keeps)
      throws IOException {
    try {
      TilesCheck.past(tree, keeps);
      keeps.finish(tree.size());
      return new RangeProof(tree, part, findings).leadsTo(signed.root());
    } catch (MissingTile e) {
      findings.from(e.row(), String.valueOf(e.getMessage()));
      return false;
    }
  }

  private long rows(
      Span part, HistoryCheck history, Optional<TileTree> proof, LogbookVerifier.Progress progress)
      throws SQLException, IOException {
    var details = keys == null ? null : new DetailCheck(region, keys, history, findings, part);
    var hash = new TreeHash();
    var next = part.from();
    try (var subjects = new SubjectCursor(connection, region, part, findings);
        var parties = new PartyCursor(connection, region, part, findings);
        var statement = LogbookVerifier.stream(connection, ROWS)) {
      statement.setString(1, region);
      statement.setLong(2, part.from());
      statement.setLong(3, part.to());
      try (var row = statement.executeQuery()) {
        for (; row.next(); next++) {
          if (row.getLong(1) != next) {
            LogbookVerifier.outOfOrder(row.getLong(1), next, findings);
            return details == null ? 0 : details.opened();
          }
          var leaf = row.getBytes(2);
          var leafHash = hash.leaf(leaf);
          if (proof.isPresent()) {
            compare(next, leafHash, proof.get());
          }
          if (details != null) {
            var keyId = row.getString(3);
            var whom = subjects.of(next, keyId);
            var who = parties.of(next, keyId);
            details.row(next, leaf, leafHash, keyId, row.getBytes(4), whom, who);
          }
          progress.at(next + 1 - part.from(), part.to() - part.from());
        }
      }
    }
    if (next < part.to()) {
      findings.row(next, "ontbreekt.");
    }
    return details == null ? 0 : details.opened();
  }

  private void compare(long index, byte[] leafHash, TileTree tree) throws IOException {
    try {
      if (!Arrays.equals(leafHash, tree.leaf(index))) {
        findings.row(
            index,
            "het blad is veranderd; tegel 0/%d bewijst dat.".formatted(index / TileTree.WIDTH));
      }
    } catch (MissingTile e) {
      findings.from(e.row(), String.valueOf(e.getMessage()));
    }
  }

  private LogbookReport report(Span span, long rows, long notes, long tiles, long opened) {
    return new LogbookReport(region, span, rows, notes, tiles, opened, 0, findings.list());
  }
}
