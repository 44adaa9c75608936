package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/// Holds every signed checkpoint against the tree that the verifier makes of the rows.
///
/// For one thread.
final class NoteCheck implements AutoCloseable {
  private static final String NOTES =
      "select size, note from checkpoint where region = ? order by size";
  private static final String LATE =
      "select count(*) from checkpoint where region = ? and size = ?";

  private final Connection connection;
  private final String region;
  private final KeyHistory keys;
  private final Findings findings;
  private final TileCheck tiles;
  private final PreparedStatement statement;
  private final ResultSet notes;
  private boolean more;
  private boolean broken;
  private long agreed;
  private long signed;
  private long checked;

  NoteCheck(
      Connection connection, String region, KeyHistory keys, Findings findings, TileCheck tiles)
      throws SQLException {
    this.connection = connection;
    this.region = region;
    this.keys = keys;
    this.findings = findings;
    this.tiles = tiles;
    this.statement = LogbookVerifier.stream(connection, NOTES);
    statement.setString(1, region);
    this.notes = statement.executeQuery();
    this.more = notes.next();
  }

  /// To be called after each row.
  void reached(TreeStack tree) throws SQLException {
    while (more && notes.getLong(1) <= tree.size()) {
      check(notes.getLong(1), notes.getString(2), tree);
      more = notes.next();
    }
  }

  private void check(long size, String note, TreeStack tree) {
    checked++;
    signed = size;
    var opened = keys.open(note);
    if (opened.isEmpty()) {
      findings.from(
          size, "Het checkpoint bij " + size + " rijen is niet met deze sleutel getekend.");
    } else if (opened.get().size() != size || size != tree.size()) {
      findings.from(
          size, "Het checkpoint bij " + size + " rijen hoort bij een ander aantal rijen.");
    } else if (Arrays.equals(opened.get().root(), tree.root())) {
      tiles.settle(true);
      agreed = size;
    } else if (!broken) {
      // After one wrong row every later root is wrong too; that is said once.
      broken = true;
      tiles.settle(false);
      findings.from(
          agreed,
          "Van de rijen %d tot en met %d is er een veranderd: de wortel is niet de getekende."
              .formatted(agreed, size - 1));
    }
  }

  /// To be called after the last row.
  ///
  /// @param leavesSnapshot whether it may look again outside the transaction of the check
  void finish(TreeStack tree, boolean leavesSnapshot) throws SQLException {
    if (more) {
      findings.from(
          tree.size(),
          "Het logboek eindigt bij %d rijen, maar er is getekend voor %d: het einde ontbreekt."
              .formatted(tree.size(), notes.getLong(1)));
    } else if (signed < tree.size() && !(leavesSnapshot && signedSince(tree.size()))) {
      findings.from(
          signed,
          "De rijen %d tot en met %d zijn niet getekend; een gateway doet dat binnen een minuut."
              .formatted(signed, tree.size() - 1));
    }
  }

  /// A gateway that is at work may sign what was committed a moment before our snapshot.
  private boolean signedSince(long size) throws SQLException {
    connection.rollback();
    try (var late = connection.prepareStatement(LATE)) {
      late.setString(1, region);
      late.setLong(2, size);
      try (var row = late.executeQuery()) {
        row.next();
        return row.getLong(1) == 1;
      }
    }
  }

  long checked() {
    return checked;
  }

  @Override
  public void close() throws SQLException {
    notes.close();
    statement.close();
  }
}
