package nl.sluis.dev.knoei;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/// One way to tamper with a logbook.
///
/// @param table where it is done
/// @param what what is done, in Dutch
/// @param row the row that the check must name, when one row alone is wrong
/// @param how does it, in a transaction that is undone
/// @param teller who can know of it
record Attack(String table, String what, OptionalLong row, Deed how, Teller teller) {
  /// Who can know that something was done.
  enum Teller {
    /// The check of the database.
    DATABASE("ja"),
    /// Only a checkpoint that was kept elsewhere: the database agrees with itself.
    KEPT("bewaard"),
    /// Nobody, and nothing is lost: what is gone can be computed again and compared with what
    /// others kept.
    NOTHING_LOST("n.v.t.");

    private final String word;

    Teller(String word) {
      this.word = word;
    }

    /// As it stands in the table of outcomes.
    String word() {
      return word;
    }
  }

  /// Changes the database.
  interface Deed {
    void in(Connection tx) throws SQLException;
  }

  /// An attack that the database itself must show.
  static Attack of(String table, String what, Deed how) {
    return new Attack(table, what, OptionalLong.empty(), how, Teller.DATABASE);
  }

  /// An attack of one statement.
  static Attack sql(String table, String what, String sql) {
    return of(table, what, deed(sql));
  }

  /// An attack after which the database agrees with itself.
  static Attack unseen(String table, String what, Deed how) {
    return new Attack(table, what, OptionalLong.empty(), how, Teller.KEPT);
  }

  /// The same attack, of which somebody else tells.
  Attack toldBy(Teller other) {
    return new Attack(table, what, row, how, other);
  }

  /// One statement.
  static Deed deed(String sql) {
    return tx -> {
      try (var statement = tx.createStatement()) {
        statement.execute(sql);
      }
    };
  }
}
