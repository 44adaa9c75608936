package nl.sluis.dev.getuige;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.WitnessKey;

/// A witness in a process of its own, as whoever is not Sluis runs it. One thread starts and stops
/// it.
public final class WitnessProcess implements AutoCloseable {
  /// The name under which it signs.
  public static final String NAME = "fg.example/getuige";

  private final Path folder;
  private final WitnessKey key;
  private final ChildJvm process;

  private WitnessProcess(Path folder, WitnessKey key, ChildJvm process) {
    this.folder = folder;
    this.key = key;
    this.process = process;
  }

  /// Starts one, which goes on from what is in its folder.
  ///
  /// @param folder of it alone
  /// @param logs the keys of the logs that it knows
  /// @param port at which it listens
  public static WitnessProcess start(Path folder, List<LogKey> logs, int port) throws IOException {
    return start(WitnessCommand.class.getName(), folder, logs, port);
  }

  static WitnessProcess start(String mainClass, Path folder, List<LogKey> logs, int port)
      throws IOException {
    Files.createDirectories(folder);
    var key = WitnessSigner.in(folder, NAME).key();
    var arguments =
        new ArrayList<>(
            List.of("--map", folder.toString(), "--naam", NAME, "--poort", String.valueOf(port)));
    logs.forEach(log -> arguments.addAll(List.of("--logboek", log.toString())));
    var process = ChildJvm.start(mainClass, arguments, folder.resolve("verslag"), port);
    return new WitnessProcess(folder, key, process.awaitListening());
  }

  /// Where its key and what it signed are.
  public Path folder() {
    return folder;
  }

  /// With which anybody checks its signatures.
  public WitnessKey key() {
    return key;
  }

  /// Where it is asked.
  public URI address() {
    return URI.create("http://localhost:" + process.port());
  }

  /// As a gateway knows it.
  public WitnessLine line() {
    return new WitnessLine(key, address());
  }

  /// The number of the process.
  public long pid() {
    return process.handle().pid();
  }

  @Override
  public void close() {
    process.close();
  }
}
