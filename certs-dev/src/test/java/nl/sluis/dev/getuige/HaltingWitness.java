package nl.sluis.dev.getuige;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.logbook.LogKey;

/// A witness that loses its power between comparing and keeping, when a file `halt` says so.
final class HaltingWitness {
  private HaltingWitness() {}

  /// @param args those of the command, in its order
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[1]);
    var witness =
        new LogWitness(
            folder,
            args[3],
            List.of(LogKey.parse(args[7])),
            InstantSource.system(),
            () -> {
              if (Files.exists(folder.resolve("halt"))) {
                Runtime.getRuntime().halt(9);
              }
            });
    URI address = WitnessServer.open(witness, "localhost", Integer.parseInt(args[5])).address();
    System.out.println(address);
  }
}
