package nl.sluis.gateway.boot;

import javax.sql.DataSource;
import nl.sluis.gateway.beeld.LogCheck;
import nl.sluis.gateway.keys.KeyVault;

/// Whether the logbook is what it was, joined to what is behind it.
final class Checking {
  private Checking() {}

  /// Checks the whole logbook; what it says of a check stands in the database, so that several of
  /// these know of each other.
  static LogCheck of(Settings settings, DataSource database, KeyVault vault) {
    return new LogCheck(
        settings.region(), settings.logbookOrigin(), database, vault, Thread::startVirtualThread);
  }
}
