package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// The head of the logbook under check, and the rows of all its tables that belong to no logbook.
///
/// For one thread.
final class LogbookTables {
  private static final String HEAD =
      "select size, frontier, root, epoch from logbook_head where region = ?";
  private static final List<String> TABLES =
      List.of(
          "logbook_row",
          "logbook_subject",
          "logbook_party",
          "checkpoint",
          "checkpoint_cosignature",
          "logbook_tile",
          "sleutelgeschiedenis");

  /// The head of another logbook in the same tables must have its last row.
  private static final String HOLLOW =
      """
      select h.region from logbook_head h
      where h.size > 0
        and not exists (select from logbook_row r where r.region = h.region and r.idx = h.size - 1)
        and h.region <> ?
      limit 1
      """;

  private final Connection connection;
  private final String region;
  private final Findings findings;
  private final boolean present;
  private final long size;
  private final byte[] frontier;
  private final byte[] root;
  private final long epoch;

  LogbookTables(Connection connection, String region, Findings findings) throws SQLException {
    this.connection = connection;
    this.region = region;
    this.findings = findings;
    try (var statement = connection.prepareStatement(HEAD)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        this.present = row.next();
        this.size = present ? row.getLong(1) : 0;
        this.frontier = present ? row.getBytes(2) : new byte[0];
        this.root = present ? row.getBytes(3) : new byte[0];
        this.epoch = present ? row.getLong(4) : 0;
      }
    }
  }

  long headSize() {
    return size;
  }

  long epoch() {
    return epoch;
  }

  /// To be called after the last row.
  void finish(TreeStack tree) throws SQLException {
    compareHead(tree);
    findOrphans();
    findHollow();
  }

  private void compareHead(TreeStack tree) {
    if (!present) {
      findings.from(0, "De kop van het logboek ontbreekt.");
      return;
    }
    if (size != tree.size()) {
      findings.from(
          Math.min(size, tree.size()),
          "De kop telt %d rijen en het logboek %d.".formatted(size, tree.size()));
    }
    if (!Arrays.equals(root, tree.root())) {
      findings.from(tree.size(), "De wortel in de kop is niet die van de rijen.");
    }
    if (!Arrays.equals(frontier, tree.frontier())) {
      findings.from(tree.size(), "De rand in de kop is niet die van de rijen.");
    }
  }

  /// A row that was moved to a region without a head would otherwise be seen by nobody.
  private void findOrphans() throws SQLException {
    for (var table : TABLES) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(orphans(table))) {
        if (row.next()) {
          findings.from(
              size, "In `%s` staat iets van een logboek dat er niet is.".formatted(table));
        }
      }
    }
  }

  private void findHollow() throws SQLException {
    try (var statement = connection.prepareStatement(HOLLOW)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        if (row.next()) {
          findings.from(size, "Er staat een kop van een logboek zonder zijn rijen.");
        }
      }
    }
  }

  /// Steps from region to region along the index instead of reading every row.
  private static String orphans(String table) {
    return """
    with recursive regions as (
      select min(region) as region from %1$s
      union all
      select (select min(t.region) from %1$s t where t.region > r.region)
      from regions r
      where r.region is not null)
    select r.region from regions r
    where r.region is not null
      and not exists (select from logbook_head h where h.region = r.region)
    limit 1
    """
        .formatted(table);
  }
}
