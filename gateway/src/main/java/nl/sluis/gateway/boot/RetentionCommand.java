package nl.sluis.gateway.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.wissen.Months;

/// `sluis logboek bewaren --rapport`: what came to the end of its term, in numbers, and which
/// months wait because something in them must be kept. Reads only, and names nobody.
final class RetentionCommand {
  private static final int WRONG_USE = 2;
  private static final String USE = "Gebruik: sluis logboek bewaren --rapport --config sluis.yaml";

  private RetentionCommand() {}

  /// @return 0 when nothing waits, 1 when a month does, 2 when the command is not understood
  static int report(List<String> args) throws IOException, SQLException {
    if (args.size() != 3
        || !args.getFirst().equals("--rapport")
        || !args.get(1).equals("--config")) {
      System.err.println(USE);
      return WRONG_USE;
    }
    var settings = SettingsFile.read(Path.of(args.get(2)));
    var months = new Months(settings.region());
    var login = settings.database().gateway();
    try (var connection =
        DriverManager.getConnection(settings.database().url(), login.user(), login.password())) {
      var report = months.report(connection);
      if (report.isEmpty()) {
        System.out.println("Er is nog niets aan het eind van zijn termijn gekomen.");
      }
      report.forEach(
          (month, counts) -> {
            System.out.println(month);
            counts.forEach((what, count) -> System.out.printf("  %-40s %d%n", what, count));
          });
      var held = months.held(connection);
      held.forEach(
          month ->
              System.out.println(
                  month + " wacht: er staat iets in dat langer bewaard moet worden."));
      return held.isEmpty() ? 0 : 1;
    }
  }
}
