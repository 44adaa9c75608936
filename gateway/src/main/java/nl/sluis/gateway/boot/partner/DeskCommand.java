package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.boot.Running;
import nl.sluis.gateway.boot.SettingsSchema;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Stopped;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `sluis partner werkplek --config=werkplek.yaml`: the desk of the professionals of an
/// organisation, until it is asked to end; it says with which settings before it opens. With
/// `--controleer` it says that and opens nothing. One thread.
public final class DeskCommand {
  private static final String ONLY_CHECK = "controleer";
  private static final String USE =
      "Gebruik: sluis partner werkplek --config=werkplek.yaml [--controleer]";

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where the settings are said
  /// @param err where it is said what stands in the way
  public DeskCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what was typed after `partner werkplek`
  /// @return 0 when it ended as it was asked to, or when the settings can be used; otherwise one of
  ///   the endings of a partner's commands
  public int run(List<String> args) {
    try {
      var words = Words.of(args, Set.of("config"), Set.of(ONLY_CHECK));
      if (!words.has("config") || !words.words().isEmpty()) {
        throw new Stopped(Ending.NIET_BEGREPEN, USE);
      }
      var file = Path.of(words.need("config"));
      var settings = DeskSettings.read(file);
      SettingsSchema.ofDesk().effective(plain(file)).forEach(out::println);
      if (!words.has(ONLY_CHECK)) {
        Running.untilStopped(WorkDesk.open(settings, clock));
      }
      return Ending.GEDAAN.code();
    } catch (Stopped stopped) {
      err.println(stopped.getMessage());
      return stopped.ending().code();
    } catch (IOException _) {
      err.println("De map van de werkplek is niet te lezen of te schrijven.");
      return Ending.NIET_BEGREPEN.code();
    }
  }

  private static Object plain(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }
}
