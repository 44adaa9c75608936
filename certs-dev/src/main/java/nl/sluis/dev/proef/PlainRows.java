package nl.sluis.dev.proef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.gateway.logbook.Entry;

/// The same rows as a logbook would have them that nobody can check: in one order and found by
/// person and organisation, but readable, without tree, checkpoint or encryption.
///
/// The yardstick for what proof and secrecy cost. For one thread.
final class PlainRows {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TABLES =
      """
      create table if not exists plain_head (region text primary key, size bigint not null);
      insert into plain_head values ('kennemerland', 0) on conflict do nothing;
      create table if not exists plain_row (
        region text not null, idx bigint not null, detail bytea not null, primary key (region, idx));
      create table if not exists plain_subject (
        region text not null, subject_id uuid not null, idx bigint not null,
        primary key (region, idx));
      create index if not exists plain_by_subject on plain_subject (region, subject_id, idx);
      create table if not exists plain_party (
        region text not null, party bigint not null, idx bigint not null,
        primary key (region, party, idx));
      """;
  private static final String LOCK =
      "select size from plain_head where region = 'kennemerland' for update";
  private static final String APPEND =
      """
      with h as (
        update plain_head set size = size + ? where region = 'kennemerland' and size = ?
        returning region),
      u as (
        select h.region, ? + i.nr - 1 as idx, i.detail, i.subject_id
        from h, unnest(?::bytea[], ?::uuid[]) with ordinality as i(detail, subject_id, nr)),
      s as (insert into plain_subject select region, subject_id, idx from u),
      p as (
        insert into plain_party
        select u.region, i.party, u.idx from u, unnest(array[1, 2]::bigint[]) as i(party)),
      r as (insert into plain_row select region, idx, detail from u returning 1)
      select count(*) from r
      """;

  private final Connection tx;

  private PlainRows(Connection tx) {
    this.tx = tx;
  }

  static PlainRows in(DevDatabase database) throws SQLException {
    var tx = database.owner();
    try (var statement = tx.createStatement()) {
      statement.execute(TABLES);
    }
    tx.setAutoCommit(false);
    return new PlainRows(tx);
  }

  void append(List<Entry> entries) throws SQLException {
    long size;
    try (var lock = tx.prepareStatement(LOCK);
        var row = lock.executeQuery()) {
      row.next();
      size = row.getLong(1);
    }
    var details = entries.stream().map(PlainRows::bytes).toArray(byte[][]::new);
    var subjects = entries.stream().map(e -> e.subject().orElseThrow()).toArray(UUID[]::new);
    try (var append = tx.prepareStatement(APPEND)) {
      append.setInt(1, entries.size());
      append.setLong(2, size);
      append.setLong(3, size);
      append.setArray(4, tx.createArrayOf("bytea", details));
      append.setArray(5, tx.createArrayOf("uuid", subjects));
      append.execute();
    }
    tx.commit();
  }

  private static byte[] bytes(Entry entry) {
    try {
      return JSON.writeValueAsBytes(entry.detail().put("kind", entry.kind().code()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own detail is JSON", e);
    }
  }
}
