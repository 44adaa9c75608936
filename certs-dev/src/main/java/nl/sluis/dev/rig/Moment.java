package nl.sluis.dev.rig;

/// A moment in the talk between a gateway and PostgreSQL.
///
/// @param after words of a statement that the same transaction ran before; empty for any
/// @param statement words of the statement itself, in lower case and with single spaces
/// @param carriedOut whether the database does it, so that only its answer is lost
public record Moment(String after, String statement, boolean carriedOut) {
  private static final String COMMIT = "commit";

  /// Before this statement reaches the database.
  public static Moment before(String statement) {
    return new Moment("", statement, false);
  }

  /// After the database did this, before the gateway hears of it.
  public static Moment after(String statement) {
    return new Moment("", statement, true);
  }

  /// Before the commit of a transaction that ran this statement.
  public static Moment beforeCommitOf(String statement) {
    return new Moment(statement, COMMIT, false);
  }

  /// After the commit of a transaction that ran this statement, before the gateway hears of it.
  public static Moment afterCommitOf(String statement) {
    return new Moment(statement, COMMIT, true);
  }

  boolean isAt(String transaction, String text) {
    return text.contains(statement) && transaction.contains(after);
  }
}
