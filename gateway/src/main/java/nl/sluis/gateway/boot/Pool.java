package nl.sluis.gateway.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/// The connections of the gateway, as few as it needs and with an end to waiting.
final class Pool {
  private Pool() {}

  /// A pool for this database.
  static HikariDataSource of(Settings.Database database) {
    var config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.gateway().user());
    config.setPassword(database.gateway().password());
    config.setMaximumPoolSize(database.poolSize());
    config.setConnectionTimeout(2_000);
    config.setInitializationFailTimeout(10_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("ApplicationName", "sluis");
    // The statements of a batch take lists; a plan per length of list costs more than it gains.
    // Such
    // a plan does not know how little a page asks for, so of a large logbook PostgreSQL would take
    // it for long work, and compile it each time.
    // The plan of a statement is the same the first time as the fifth: no connection makes it
    // anew each of those times.
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan -c jit=off");
    return new HikariDataSource(config);
  }
}
