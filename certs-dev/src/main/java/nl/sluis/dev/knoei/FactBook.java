package nl.sluis.dev.knoei;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.controle.Deviation;
import nl.sluis.gateway.controle.FactReplay;
import nl.sluis.gateway.feiten.Fact;
import nl.sluis.gateway.feiten.FactTable;
import nl.sluis.gateway.feiten.Facts;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;
import org.postgresql.ds.PGSimpleDataSource;

/// A database with three facts in every table of facts, each committed to by a row of its logbook.
///
/// The constraints of the schema are taken away: who has every right in the database can do so too,
/// and then it is the check that must notice. Used by one thread.
final class FactBook {
  private static final int EACH = 3;
  private static final UUID CHILD = new UUID(0, 1);

  /// Nothing of these guards what an owner of the database does.
  private static final String LOOSEN =
      """
      do $$
      declare one record;
      begin
        for one in
          select conrelid::regclass as of, conname from pg_constraint
          where connamespace = 'public'::regnamespace and contype in ('f', 'c')
          order by contype desc
        loop
          execute format('alter table %s drop constraint if exists %I', one.of, one.conname);
        end loop;
        for one in
          select attrelid::regclass as of, attname from pg_attribute
          where attidentity <> '' and not attisdropped
        loop
          execute format('alter table %s alter column %I drop identity', one.of, one.attname);
        end loop;
      end $$
      """;

  private final DevDatabase database;
  private final FactReplay replay;

  FactBook(DevDatabase database, KeyVault keys, Instant now) throws SQLException {
    this.database = database;
    this.replay = new FactReplay(DevSettings.REGION, keys);
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser("postgres");
    database.migrate(Schema.FILES);
    try (var owner = database.owner()) {
      Attack.deed(LOOSEN).in(owner);
      var logbook =
          Logbook.open(DevSettings.REGION, DevSettings.ORIGIN, source, keys, new SecureRandom());
      for (var table : tables(owner)) {
        fill(owner, table);
      }
      owner.setAutoCommit(false);
      var written = logbook.append(owner, rows(owner), now);
      owner.commit();
      logbook.publish(written);
    }
  }

  private static void fill(Connection owner, Catalogue.Table table) throws SQLException {
    for (var n = 1; n <= EACH; n++) {
      var values = new ArrayList<String>();
      for (var column : table.columns().entrySet()) {
        values.add(value(column.getKey(), column.getValue(), n));
      }
      Attack.deed(
              "insert into %s (%s) values (%s)"
                  .formatted(
                      table.name(),
                      String.join(", ", table.columns().keySet()),
                      String.join(", ", values)))
          .in(owner);
    }
  }

  private static String value(String column, String type, int n) {
    if (column.equals("region")) {
      return "'" + DevSettings.REGION + "'";
    }
    return switch (type) {
      case "text" -> "'woord-" + n + "'";
      case "text[]" -> "array['een', 'woord-" + n + "']";
      case "uuid" -> "gen_random_uuid()";
      case "uuid[]" -> "array[gen_random_uuid(), gen_random_uuid()]";
      case "bytea" -> "sha256(convert_to('%s-%d', 'UTF8'))".formatted(column, n);
      case "bigint", "integer" -> "" + n;
      case "boolean" -> "" + (n % 2 == 0);
      case "date" -> "date '2026-11-22' + " + n;
      case "timestamp with time zone" ->
          "timestamptz '2026-11-22T11:00:00Z' + interval '1 second' * " + n;
      default -> throw new IllegalStateException("nobody thought of a value of type " + type);
    };
  }

  /// A row for each table; two where a fact is about two people.
  private static List<Entry> rows(Connection owner) throws SQLException {
    var rows = new ArrayList<Entry>();
    for (var table : FactTable.ALL) {
      var facts = new ArrayList<Fact>();
      try (var select = owner.prepareStatement(table.all())) {
        select.setString(1, DevSettings.REGION);
        try (var row = select.executeQuery()) {
          while (row.next()) {
            facts.add(Fact.of(table, row));
          }
        }
      }
      for (var times = 0; times < (table.both() ? 2 : 1); times++) {
        var empty = JsonNodeFactory.instance.objectNode();
        rows.add(Facts.in(new Entry(EntryKind.LINK, Optional.of(CHILD), empty), facts));
      }
    }
    return rows;
  }

  /// The tables of facts, as the catalogue has them.
  static List<Catalogue.Table> tables(Connection owner) throws SQLException {
    var names = FactTable.ALL.stream().map(FactTable::name).toList();
    return Catalogue.tables(owner).stream().filter(table -> names.contains(table.name())).toList();
  }

  /// A connection with every right.
  Connection owner() throws SQLException {
    return database.owner();
  }

  /// What the comparison with the rows says, within a transaction.
  List<Deviation> deviations(Connection tx) throws SQLException {
    return replay.compareWithin(tx);
  }
}
