package nl.sluis.dev.knoei;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.partner.DevSettings;
import org.postgresql.PGConnection;

/// Attacks on all tables together, by somebody who knows how a logbook is made.
final class WholeAttacks {
  private static final String ALL = "alle tabellen";
  private static final String CHANGE =
      "update logbook_row set leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) where idx = 150";

  private final SmallLogbook logbook;
  private final List<Catalogue.Table> tables;
  private final Rewriting rewriting = new Rewriting(DevSettings.ORIGIN);

  WholeAttacks(SmallLogbook logbook, List<Catalogue.Table> tables) {
    this.logbook = logbook;
    this.tables = tables;
  }

  List<Attack> list() {
    var stranger = stranger();
    return List.of(
        Attack.of(
            ALL, "rij veranderd; tegels en kop kloppen weer", changed(CHANGE, Optional.empty())),
        Attack.of(
            ALL,
            "rij veranderd; alles getekend met een andere sleutel",
            changed(CHANGE, Optional.of(stranger))),
        Attack.of(
            ALL,
            "rij veranderd; alles getekend met de echte sleutel",
            changed(CHANGE, Optional.of(logbook.signer()))),
        Attack.of(
            ALL,
            "niets veranderd; alles getekend met een andere sleutel",
            tx -> rewriting.in(tx, Optional.of(stranger))),
        Attack.of(ALL, "de laatste tien rijen weg, overal", tail(SmallLogbook.ROWS - 10)),
        Attack.unseen(ALL, "alles na het eerste checkpoint weg, overal", tail(SmallLogbook.FIRST)),
        Attack.unseen(ALL, "alles opnieuw geschreven met de echte sleutels", this::replace));
  }

  private Attack.Deed changed(String sql, Optional<KeyPair> signer) {
    return tx -> {
      Attack.deed(sql).in(tx);
      rewriting.in(tx, signer);
    };
  }

  /// Removes what came after a size from every table, as a backup of then would not have it.
  private Attack.Deed tail(int size) {
    return tx -> {
      for (var table : tables) {
        for (var column : List.of("idx", "size", "grootte")) {
          if (table.key().contains(column) || column.equals("grootte")) {
            cut(tx, table, column, column.equals("idx") ? size - 1 : size);
          }
        }
      }
      rewriting.in(tx, Optional.empty());
    };
  }

  private static void cut(Connection tx, Catalogue.Table table, String column, int last)
      throws SQLException {
    if (table.columns().containsKey(column)) {
      Attack.deed("delete from %s where %s > %d".formatted(table.name(), column, last)).in(tx);
    }
  }

  /// Puts the other history in the place of this one.
  private void replace(Connection tx) throws SQLException {
    try (var forged = logbook.forged()) {
      var from = forged.unwrap(PGConnection.class).getCopyAPI();
      var to = tx.unwrap(PGConnection.class).getCopyAPI();
      for (var table : tables) {
        Attack.deed("delete from " + table.name()).in(tx);
        var rows = new ByteArrayOutputStream();
        from.copyOut("copy (select * from " + table.name() + ") to stdout", rows);
        to.copyIn(
            "copy " + table.name() + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
      }
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private static KeyPair stranger() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }

  /// Everything together, what is done to one table first.
  static List<Attack> all(SmallLogbook logbook, Connection connection) throws SQLException {
    var tables = Catalogue.tables(connection);
    var all = new ArrayList<Attack>();
    for (var table : tables) {
      all.addAll(TableAttacks.of(table, connection));
    }
    all.addAll(new WholeAttacks(logbook, tables).list());
    return all;
  }
}
