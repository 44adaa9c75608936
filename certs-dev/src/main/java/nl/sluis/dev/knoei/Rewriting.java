package nl.sluis.dev.knoei;

import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.TreeHash;

/// Makes head, tiles and, with a key, checkpoints agree with the rows as they are now, as somebody
/// would who changed a row and wants nobody to see it.
///
/// Its tree is the definition of RFC 9162, 2.1.1, and shares nothing with the gateway but the hash.
final class Rewriting {
  private static final int WIDTH = 256;

  private final String origin;
  private final TreeHash hash = new TreeHash();

  Rewriting(String origin) {
    this.origin = origin;
  }

  void in(Connection tx, Optional<KeyPair> signer) throws SQLException {
    var leaves = new ArrayList<byte[]>();
    try (var statement = tx.createStatement();
        var row = statement.executeQuery("select leaf from logbook_row order by idx")) {
      while (row.next()) {
        leaves.add(hash.leaf(row.getBytes(1)));
      }
    }
    head(tx, leaves);
    tiles(tx, leaves);
    if (signer.isPresent()) {
      notes(tx, leaves, signer.get());
    }
  }

  private void head(Connection tx, List<byte[]> leaves) throws SQLException {
    var frontier = new byte[Integer.bitCount(leaves.size()) * TreeHash.LENGTH];
    var from = 0;
    for (var at = 0; from < leaves.size(); at += TreeHash.LENGTH) {
      var to = from + Integer.highestOneBit(leaves.size() - from);
      System.arraycopy(root(leaves.subList(from, to)), 0, frontier, at, TreeHash.LENGTH);
      from = to;
    }
    try (var statement =
        tx.prepareStatement("update logbook_head set size = ?, frontier = ?, root = ?")) {
      statement.setLong(1, leaves.size());
      statement.setBytes(2, frontier);
      statement.setBytes(3, root(leaves));
      statement.execute();
    }
  }

  /// The logbook is small: only the lowest level has full tiles.
  private void tiles(Connection tx, List<byte[]> leaves) throws SQLException {
    try (var cut = tx.prepareStatement("delete from logbook_tile where n >= ?");
        var statement = tx.prepareStatement("update logbook_tile set hashes = ? where n = ?")) {
      cut.setLong(1, leaves.size() / WIDTH);
      cut.execute();
      for (var n = 0; (n + 1) * WIDTH <= leaves.size(); n++) {
        var tile = new byte[WIDTH * TreeHash.LENGTH];
        for (var at = 0; at < WIDTH; at++) {
          var from = leaves.get(n * WIDTH + at);
          System.arraycopy(from, 0, tile, at * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        statement.setBytes(1, tile);
        statement.setLong(2, n);
        statement.execute();
      }
    }
  }

  private void notes(Connection tx, List<byte[]> leaves, KeyPair signer) throws SQLException {
    var sizes = new ArrayList<Integer>();
    try (var statement = tx.createStatement();
        var row = statement.executeQuery("select size from checkpoint order by size")) {
      while (row.next()) {
        sizes.add(row.getInt(1));
      }
    }
    try (var statement = tx.prepareStatement("update checkpoint set note = ? where size = ?")) {
      for (int size : sizes) {
        var root = root(leaves.subList(0, size));
        statement.setString(1, ForgedNote.of(origin, size, root, signer));
        statement.setLong(2, size);
        statement.execute();
      }
    }
  }

  private byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    var middle = Integer.highestOneBit(leaves.size() - 1);
    return hash.node(root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
  }
}
