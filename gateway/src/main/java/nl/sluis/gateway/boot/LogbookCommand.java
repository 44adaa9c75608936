package nl.sluis.gateway.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.LogbookVerifier;

/// `sluis logboek controleer`: reads every row again and says the first that is wrong.
final class LogbookCommand {
  private static final int WRONG_USE = 2;
  private static final String USE =
      """
      Gebruik: sluis logboek controleer --config sluis.yaml [--zonder-sleutels]
        --zonder-sleutels   controleert volgorde, boom en handtekeningen, maar opent geen rij\
      """;

  private LogbookCommand() {}

  /// @return 0 when the logbook is whole, 1 when it is not, 2 when the command is not understood
  static int check(List<String> args) throws IOException, SQLException {
    if (args.size() < 2 || !args.get(0).equals("--config") || args.size() > 3) {
      System.err.println(USE);
      return WRONG_USE;
    }
    var withoutKeys = args.size() == 3 && args.get(2).equals("--zonder-sleutels");
    if (args.size() == 3 && !withoutKeys) {
      System.err.println(USE);
      return WRONG_USE;
    }
    var settings = SettingsFile.read(Path.of(args.get(1)));
    var vault =
        KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
    var key = LogKey.of(settings.logbookOrigin(), vault.logKey());
    var verifier =
        withoutKeys
            ? LogbookVerifier.withoutKeys(settings.region(), key)
            : LogbookVerifier.withKeys(settings.region(), key, vault);
    var login = settings.database().gateway();
    try (var connection =
        DriverManager.getConnection(settings.database().url(), login.user(), login.password())) {
      var report = verifier.verify(connection, LogbookCommand::tell);
      System.out.println(report.text());
      return report.intact() ? 0 : 1;
    }
  }

  private static void tell(long rows, long total) {
    if (rows < total) {
      System.err.printf("\r%d van %d rijen", rows, total);
    }
  }
}
