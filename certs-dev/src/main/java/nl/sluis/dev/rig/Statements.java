package nl.sluis.dev.rig;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What was asked on one connection with PostgreSQL. One thread.
final class Statements {
  private final Map<String, String> prepared = new HashMap<>();
  private final StringBuilder transaction = new StringBuilder();

  /// Does this message run the statement of this moment?
  boolean runs(WireMessage message, Moment moment) {
    var statement = statement(message);
    if (statement.isEmpty()) {
      return false;
    }
    var now = moment.isAt(transaction.toString(), statement);
    if (statement.equals("commit") || statement.equals("rollback")) {
      transaction.setLength(0);
    } else {
      transaction.append(statement).append('\n');
    }
    return now;
  }

  /// The statement that it runs; empty when it runs none.
  private String statement(WireMessage message) {
    return switch (message.type()) {
      case 'Q' -> words(message.text(0));
      case 'P' -> {
        prepared.put(message.text(0), words(message.text(1)));
        yield "";
      }
      case 'B' -> prepared.getOrDefault(message.text(1), "");
      default -> "";
    };
  }

  private static String words(String sql) {
    return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
