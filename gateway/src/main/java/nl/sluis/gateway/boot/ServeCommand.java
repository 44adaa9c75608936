package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/// `serve --config BESTAND`: starts a gateway, after it has said with which settings. With
/// `--controleer` it says that and starts nothing. One thread.
public final class ServeCommand {
  private static final int WRONG_USE = 2;
  private static final String ONLY_CHECK = "--controleer";
  private static final String USE = "Gebruik: sluis serve --config sluis.yaml [" + ONLY_CHECK + "]";

  private final PrintStream out;
  private final PrintStream err;

  /// @param out where the settings are said
  /// @param err where it is said what is wrong with them
  public ServeCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// @param args the whole command, from `serve` on
  /// @return 0 when it stopped as it was told, or when the settings can be used; 1 when they
  ///   cannot; 2 when the command is not understood
  public int run(List<String> args) throws IOException, SQLException {
    boolean onlyCheck = args.size() == 4 && args.getLast().equals(ONLY_CHECK);
    if (args.size() != 3 && !onlyCheck) {
      err.println(USE);
      return WRONG_USE;
    }
    var file = Path.of(args.get(2));
    Settings settings;
    try {
      settings = SettingsFile.read(file);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException _) {
      err.println("`" + file.getFileName() + "` kan niet worden gelezen");
      return 1;
    }
    SettingsSchema.ofThisRelease().effective(SettingsFile.root(file)).forEach(out::println);
    return onlyCheck ? 0 : serve(settings);
  }

  private static int serve(Settings settings) throws IOException, SQLException {
    Running.untilStopped(Start.of(settings, InstantSource.system()));
    return 0;
  }
}
