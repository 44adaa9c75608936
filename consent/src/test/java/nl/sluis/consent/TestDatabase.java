package nl.sluis.consent;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// A real PostgreSQL, started once for all specs in one JVM; each spec asks a database of its own.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// The name of a database in which some migrations ran, and nothing else happened; by those
  /// migrations. Copying one takes a tenth of making it.
  private static final Map<List<String>, String> MADE = new ConcurrentHashMap<>();

  private final String name;
  private final int port;
  private final HikariDataSource gateway;

  private TestDatabase(String name, int port, HikariDataSource gateway) {
    this.name = name;
    this.port = port;
    this.gateway = gateway;
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        // The defaults of the embedded server are not durable; every claim here rests on these
        // three. Where no power is cut, the disk need not be waited for.
        var waits = Boolean.getBoolean("sluis.postgres.zonder-fsync") ? "off" : "on";
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", waits)
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
      } catch (IOException e) {
        throw new IllegalStateException("embedded PostgreSQL did not start", e);
      }
    }
  }

  /// A fresh database in which these migrations ran.
  public static TestDatabase with(List<String> migrations) {
    var port = Server.POSTGRES.getPort();
    var made = MADE.computeIfAbsent(List.copyOf(migrations), files -> made(port, files));
    var name = created(port, " template " + made);
    var config = new HikariConfig();
    config.setJdbcUrl(url(port, name));
    config.setUsername("sluis_gateway");
    config.setMaximumPoolSize(8);
    return new TestDatabase(name, port, new HikariDataSource(config));
  }

  private static String made(int port, List<String> migrations) {
    var name = created(port, "");
    try (var owner = DriverManager.getConnection(url(port, name), "postgres", "")) {
      Migrations.apply(owner, migrations);
    } catch (SQLException e) {
      throw new IllegalStateException("the migrations did not run in `" + name + "`", e);
    }
    return name;
  }

  private static String created(int port, String like) {
    var name = "spec" + COUNT.incrementAndGet();
    try (var admin = DriverManager.getConnection(url(port, "postgres"), "postgres", "");
        var statement = admin.createStatement()) {
      statement.execute("create database " + name + like);
    } catch (SQLException e) {
      throw new IllegalStateException("database `" + name + "` could not be made", e);
    }
    return name;
  }

  private static String url(int port, String name) {
    return "jdbc:postgresql://localhost:" + port + "/" + name;
  }

  /// Connections with the rights of the gateway.
  public DataSource gateway() {
    return gateway;
  }

  /// The JDBC address of this database; users are `postgres` (owner), `sluis_gateway`,
  /// `sluis_wisser`.
  public String url() {
    return url(port, name);
  }

  /// The port of the server.
  public int port() {
    return port;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
