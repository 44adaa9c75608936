package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.boot.ConvenantLoader;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.SettingsFile;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.decision.Decider;

/// A running Sluis as its operator sees it: its database, its keys and the law it decides by.
///
/// Reads only. For one thread.
record Site(Settings settings, Connection connection, KeyVault keys, Decider decider)
    implements AutoCloseable {

  static Site open(String config) throws WrongUse, IOException, SQLException {
    var file = Path.of(config);
    if (!Files.exists(file)) {
      throw new WrongUse("`" + config + "` bestaat niet.");
    }
    Settings settings;
    try {
      settings = SettingsFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(config + ": " + e.getMessage());
    }
    var keys = KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
    var login = settings.database().gateway();
    var connection =
        DriverManager.getConnection(settings.database().url(), login.user(), login.password());
    return new Site(settings, connection, keys, new Decider(ConvenantLoader.load()));
  }

  String region() {
    return settings.region();
  }

  /// Who signed which text.
  List<Signature> signatures() throws SQLException {
    return List.of();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
