package nl.sluis.gateway.tijdstempel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Checks every timestamp that is kept, at the time at which it was set.
///
/// Whether the checkpoints themselves hold is for the check of the logbook. May be shared between
/// threads.
public final class StampAudit {
  private final StampTable table;
  private final StampCheck check;

  /// @param check who may give timestamps
  public StampAudit(StampTable table, StampCheck check) {
    this.table = table;
    this.check = check;
  }

  /// What was found.
  ///
  /// @param checked how many timestamps were looked at
  /// @param findings what is wrong, in Dutch
  public record Found(long checked, List<String> findings) {
    /// Copies the list.
    public Found {
      findings = List.copyOf(findings);
    }
  }

  /// Looks at all of them.
  public Found all(Connection connection) throws SQLException {
    var findings = new ArrayList<String>();
    table
        .withoutCheckpoint(connection)
        .ifPresent(
            size ->
                findings.add(
                    "Bij %d rijen is er een tijdstempel en geen checkpoint.".formatted(size)));
    long checked = 0;
    var page = table.after(connection, -1);
    while (!page.isEmpty()) {
      for (var one : page) {
        checked++;
        judge(one, findings);
      }
      page = table.after(connection, page.getLast().size());
    }
    return new Found(checked, findings);
  }

  private void judge(StampTable.Stamped one, List<String> findings) {
    try {
      var at = check.kept(one.stamp(), one.checkpoint().getBytes(StandardCharsets.UTF_8));
      if (!at.equals(one.stamp().at())) {
        findings.add("Het tijdstempel bij %d rijen noemt een andere tijd.".formatted(one.size()));
      }
    } catch (StampFault e) {
      findings.add(
          "Het tijdstempel bij %d rijen: %s.".formatted(one.size(), e.reason().sentence()));
    }
  }
}
