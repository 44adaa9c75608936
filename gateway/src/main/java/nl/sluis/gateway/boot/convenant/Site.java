package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.gateway.convenant.LawHistory;
import nl.sluis.gateway.keys.KeyVault;

/// A running Sluis as its operator sees it: its database, its keys, its texts and who signed them.
///
/// Reads only. For one thread.
record Site(Settings settings, Connection connection, LawHistory history) implements AutoCloseable {

  /// @param config the file of its settings, as it was typed
  /// @throws WrongUse when the file is not there or not right, or no convenant can be read
  static Site open(ConfigReader configs, String config) throws WrongUse, IOException, SQLException {
    var file = Path.of(config);
    if (!Files.exists(file)) {
      throw new WrongUse("`" + config + "` bestaat niet.");
    }
    try {
      return open(configs.read(file));
    } catch (IllegalArgumentException e) {
      throw new WrongUse(config + ": " + e.getMessage());
    }
  }

  private static Site open(Settings settings) throws WrongUse, IOException, SQLException {
    var login = settings.database().gateway();
    var connection =
        DriverManager.getConnection(settings.database().url(), login.user(), login.password());
    try {
      return new Site(settings, connection, history(settings, connection));
    } catch (WrongUse | IOException | SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static LawHistory history(Settings settings, Connection connection)
      throws WrongUse, IOException, SQLException {
    var history =
        LawHistory.read(
            ConvenantTexts.of(settings.convenanten()),
            new ConvenantTable(settings.region()),
            settings.examplesCount(),
            connection);
    if (history.versions().isEmpty()) {
      throw new WrongUse(
          "Er is geen convenant dat gelezen kan worden:\n" + String.join("\n", history.faults()));
    }
    return history;
  }

  String region() {
    return settings.region();
  }

  /// The folder of its convenanten; empty when it works with those of this release.
  Optional<Path> texts() {
    return settings.convenanten();
  }

  /// The keys with which rows are opened.
  KeyVault keys() throws IOException {
    return KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
