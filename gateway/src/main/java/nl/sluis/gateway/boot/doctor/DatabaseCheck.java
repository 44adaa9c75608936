package nl.sluis.gateway.boot.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.diagnose.Diagnose;

/// Looks at the database as each of the three who use it: can they come in, what may they do, is
/// the schema of this release there, and what time is it. Changes nothing. One thread.
public final class DatabaseCheck {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final String WHAT_TO_DO = "Zie «De database» in beheer.md";

  private final Settings.Database database;
  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  DatabaseCheck(Settings.Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What is asked over one connection.
  @FunctionalInterface
  private interface Question {
    void ask(Connection connection) throws SQLException;
  }

  List<Finding> look() {
    over("eigenaar", database.owner(), this::schema);
    over("gateway", database.gateway(), this::gateway);
    over("wisser", database.eraser(), this::eraser);
    return findings;
  }

  private void over(String who, Settings.Login login, Question question) {
    var about = "database, " + who + " `" + login.user() + "`";
    var properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("ApplicationName", "sluis doctor");
    try (var connection = DriverManager.getConnection(database.url(), properties)) {
      connection.setReadOnly(true);
      question.ask(connection);
    } catch (SQLException e) {
      findings.add(Finding.wrong(about, cause(e)));
    }
  }

  private static Diagnose cause(SQLException e) {
    boolean passes = "42P01".equals(e.getSQLState());
    return new Diagnose.OfService("de database", why(e), WHAT_TO_DO + ".", passes);
  }

  /// What the database did, in words, and nothing of what it was asked.
  public static String why(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "08001", "08004", "08006" -> "is onbereikbaar";
      case "28000", "28P01" -> "laat deze gebruiker niet binnen";
      case "3D000" -> "bestaat niet op deze server";
      case "42501" -> "geeft deze gebruiker te weinig rechten";
      case "42P01" -> "heeft nog geen tabellen; zij komen bij de eerste start";
      default -> "antwoordde met SQLSTATE " + state;
    };
  }

  private void schema(Connection connection) throws SQLException {
    mayMakeTables(connection);
    var applied = new HashSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select file from migration")) {
      while (rows.next()) {
        applied.add(rows.getString(1));
      }
    }
    var known = Set.copyOf(Schema.FILES);
    long missing = known.stream().filter(file -> !applied.contains(file)).count();
    long newer = applied.stream().filter(file -> !known.contains(file)).count();
    if (newer > 0) {
      findings.add(
          Finding.wrong(
              "database, schema",
              new Diagnose.OfService(
                  "de database",
                  "is van een nieuwere uitgave: " + newer + " stappen die deze niet kent",
                  "Start de uitgave die de database bijwerkte, of een nieuwere.",
                  false)));
    } else {
      findings.add(
          Finding.good(
              "database, schema",
              missing == 0
                  ? applied.size() + " stappen, zoals deze uitgave"
                  : missing + " stappen volgen bij de eerstvolgende start"));
    }
  }

  /// Also a start that finds the schema of its own release asks for this right.
  private void mayMakeTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select has_schema_privilege(current_schema(), 'create')")) {
      var about = "database, recht van eigenaar";
      findings.add(
          row.next() && row.getBoolean(1)
              ? Finding.good(about, "mag tabellen maken")
              : Finding.wrong(
                  about,
                  new Diagnose.OfService(
                      "de database",
                      "`eigenaar` mag er geen tabellen maken",
                      "Maak deze gebruiker eigenaar van de database. " + WHAT_TO_DO + ".",
                      false)));
    }
  }

  private void gateway(Connection connection) throws SQLException {
    clock(connection);
    must(connection, "gateway", "logbook_row", "insert", true);
    must(connection, "gateway", "logbook_row", "update", false);
    must(connection, "gateway", "logbook_row", "delete", false);
  }

  private void eraser(Connection connection) throws SQLException {
    must(connection, "wisser", "logbook_row", "insert", false);
    must(connection, "wisser", "logbook_row", "delete", false);
  }

  private void must(Connection connection, String who, String table, String right, boolean has)
      throws SQLException {
    try (var asked = connection.prepareStatement("select has_table_privilege(?, ?)")) {
      asked.setString(1, table);
      asked.setString(2, right);
      try (var row = asked.executeQuery()) {
        boolean may = row.next() && row.getBoolean(1);
        var about = "database, recht van " + who;
        findings.add(
            may == has
                ? Finding.good(about, (has ? "mag " : "mag geen ") + right + " op " + table)
                : Finding.wrong(
                    about,
                    new Diagnose.OfService(
                        "de database",
                        "`" + who + (has ? "` mag geen " : "` mag ") + right + " op " + table,
                        "Geef de gebruiker alleen de rol die de migraties voor hem maken.",
                        false)));
      }
    }
  }

  private void clock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select clock_timestamp()")) {
      if (!row.next()) {
        return;
      }
      var ahead =
          Duration.between(clock.instant(), row.getObject(1, OffsetDateTime.class).toInstant());
      findings.add(
          ahead.abs().compareTo(SKEW) > 0
              ? Finding.wrong("klok", new Diagnose.ClockOff("de database", ahead))
              : Finding.good("klok", "gelijk met de database"));
    }
  }
}
