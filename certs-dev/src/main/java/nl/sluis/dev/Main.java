package nl.sluis.dev;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.sluis.dev.bench.Bench;
import nl.sluis.dev.demo.CertificateCommand;
import nl.sluis.dev.demo.Demo;
import nl.sluis.dev.demo.PlayCommand;
import nl.sluis.dev.getuige.WitnessCommand;
import nl.sluis.dev.proef.Proef;
import nl.sluis.dev.voorbeeld.PlayFiles;

/// Where `./sluis demo`, `voorbeeld`, `bench`, `proef` and `logboek getuige` begin.
public final class Main {
  /// Kept, for a logger that nobody holds forgets its level. A database that is gone is told by
  /// whoever took it away.
  private static final Logger LINES = Logger.getLogger("com.zaxxer.hikari");

  private static final String ON_DEMO = "--op-demo";

  private Main() {}

  /// @param args the command and its arguments
  public static void main(String[] args) {
    // The story is what counts here; of the machinery only what goes wrong.
    Logger.getLogger("").setLevel(Level.WARNING);
    LINES.setLevel(Level.SEVERE);
    // The report is UTF-8 whatever the terminal says it is.
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var rest = args.length == 0 ? List.<String>of() : Arrays.asList(args).subList(1, args.length);
    int code = run(args.length == 0 ? "" : args[0], rest, out);
    out.flush();
    // Threads of the gateway may linger; the outcome is known.
    System.exit(code);
  }

  private static int run(String command, List<String> rest, PrintStream out) {
    try {
      return switch (command) {
        case "demo" ->
            rest.contains("certificaat")
                ? new CertificateCommand(data().resolve("demo").resolve(Demo.TRAY), out)
                    .run(rest.subList(1, rest.size()))
                : new Demo(data().resolve("demo"), out, InstantSource.system())
                    .run(rest.contains("--once"));
        case "voorbeeld" ->
            rest.contains(ON_DEMO)
                ? new PlayCommand(
                        data().resolve("demo").resolve(Demo.PLAYS), InstantSource.system(), out)
                    .run(rest.stream().filter(word -> !word.equals(ON_DEMO)).toList())
                : new PlayFiles(out).run(rest);
        case "bench" -> Bench.run(rest, out);
        case "proef" -> Proef.run(rest, out);
        // The launcher sends only `logboek getuige` here.
        case "logboek" -> WitnessCommand.run(rest.subList(1, rest.size()), out);
        default -> {
          out.println("kies: demo, voorbeeld, bench of proef");
          yield 2;
        }
      };
    } catch (IOException | RuntimeException e) {
      out.println("gestopt door een fout: " + e.getMessage());
      Logger.getLogger("nl.sluis.dev").log(Level.SEVERE, "the command failed", e);
      return 3;
    }
  }

  private static Path data() {
    return Path.of(System.getProperty("sluis.data", ".sluis")).toAbsolutePath();
  }
}
