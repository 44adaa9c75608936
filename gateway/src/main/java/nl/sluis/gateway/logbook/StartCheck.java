package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/// Refuses to write to a logbook that was restored from a backup, cut short or changed.
final class StartCheck {
  private static final String CREATE =
      """
      insert into logbook_head (region, size, frontier, root, epoch)
      select ?, 0, ?, ?, 0
      where not exists (select from logbook_row where region = ?)
        and not exists (select from checkpoint where region = ?)
      on conflict do nothing
      """;
  private static final String LAST =
      "select coalesce(max(idx) + 1, 0) from logbook_row where region = ?";

  private final Connection tx;
  private final String region;
  private final KeyHistory keys;

  StartCheck(Connection tx, String region, KeyHistory keys) {
    this.tx = tx;
    this.region = region;
    this.keys = keys;
  }

  /// Makes the head of a new logbook, and holds it whether new or old.
  static void lock(Connection tx, String region) throws SQLException {
    create(tx, region);
    var _ = Head.lock(tx, region);
  }

  /// Checks the head, which is made when it is not there; holds it afterwards.
  Head run() throws SQLException {
    create(tx, region);
    var head = Head.lock(tx, region);
    var tree = new StoredTree(tx, region);
    require(count() == head.size(), "kop en rijen van het logboek verschillen in aantal");
    require(
        head.frontier().length == Long.bitCount(head.size()) * TreeHash.LENGTH
            && Arrays.equals(BatchTree.root(head.size(), head.frontier()), head.root()),
        "de kop van het logboek klopt niet in zichzelf");
    require(
        Arrays.equals(tree.root(head.size()), head.root()),
        "de kop van het logboek hoort niet bij de rijen");
    var latest = Checkpoints.latest(tx, region);
    if (latest.isPresent()) {
      check(latest.get(), head, tree);
    }
    return head;
  }

  private void check(SignedCheckpoint latest, Head head, StoredTree tree) throws SQLException {
    var opened = keys.open(latest.note());
    require(
        opened.isPresent() && opened.get().size() == latest.size(),
        "het laatste checkpoint is niet van dit logboek of niet met deze sleutel getekend");
    require(
        latest.size() <= head.size(),
        "het logboek is korter dan zijn laatste checkpoint: is een oude reservekopie teruggezet?");
    require(
        Arrays.equals(tree.root(latest.size()), opened.get().root()),
        "het logboek is veranderd sinds zijn laatste checkpoint");
  }

  private static void create(Connection tx, String region) throws SQLException {
    try (var statement = tx.prepareStatement(CREATE)) {
      statement.setString(1, region);
      statement.setBytes(2, new byte[0]);
      statement.setBytes(3, new TreeHash().empty());
      statement.setString(4, region);
      statement.setString(5, region);
      statement.executeUpdate();
    }
  }

  private long count() throws SQLException {
    try (var statement = tx.prepareStatement(LAST)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new LogbookRefused(
          otherwise + " (`" + region + "`); draai `./sluis logboek controleer`");
    }
  }
}
