package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What stands in the logbook at some places, as anybody may be shown it.
///
/// May be shared between threads; it works on the connection of its caller.
public final class Leaves {
  private final String region;

  /// @param region the logbook
  public Leaves(String region) {
    this.region = region;
  }

  /// A row as anybody sees it.
  ///
  /// @param index its place
  /// @param leaf what stands there, which says nothing of anyone
  @SuppressWarnings("ArrayRecordComponent") // bytes for the wire; compared by nobody
  public record Standing(long index, byte[] leaf) {}

  /// These rows, in the same order.
  ///
  /// @throws LogbookRefused when one of them is not there
  public List<Standing> of(Connection connection, List<Long> indexes) throws SQLException {
    var tree = new StoredTree(connection, region);
    var rows = new ArrayList<Standing>();
    for (var index : indexes) {
      rows.add(new Standing(index, tree.leaf(index)));
    }
    return rows;
  }
}
