package nl.sluis.dev.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.dev.voorbeeld.AlongReader;

/// `./sluis voorbeeld NAAM … --op-demo`: plays files, folders of files and worked examples on the
/// demo that runs, and tells of each step what was expected and what came.
public final class PlayCommand {
  private final Path tray;
  private final InstantSource clock;
  private final PrintStream out;

  /// @param tray the folder that the demo looks in
  /// @param clock what the demo follows
  /// @param out where it is told
  public PlayCommand(Path tray, InstantSource clock, PrintStream out) {
    this.tray = tray;
    this.clock = clock;
    this.out = out;
  }

  /// @param names files, folders, or worked examples such as `X02-ja`
  /// @return 0 when everything was as expected, 1 otherwise, 2 when it is not understood
  public int run(List<String> names) throws IOException {
    if (names.isEmpty()) {
      out.println(
          "gebruik: ./sluis voorbeeld BESTAND.yaml|MAP|X02-ja … --op-demo  (uitleg:"
              + " docs/partner.md)");
      return 2;
    }
    int wrong = 0;
    try {
      var texts = AlongReader.texts(names, clock.instant());
      for (var one : texts.entrySet()) {
        var played = PlayTray.play(tray, one.getKey(), one.getValue());
        out.print(played.report());
        wrong += played.asExpected() ? 0 : 1;
      }
      out.printf(
          "%nGespeeld op de demo: %d, waarvan %d anders dan verwacht.%n", texts.size(), wrong);
    } catch (IllegalArgumentException | IOException e) {
      out.println(e.getMessage());
      return 2;
    }
    return wrong == 0 ? 0 : 1;
  }
}
