package nl.sluis.dev.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.boot.Main;

/// The desk of professionals in a process of its own, as its administrator starts it: with the
/// command, a file and the time of this machine. Beside a gateway that follows that time too. Used
/// by one thread.
public final class WorkplaceProcess implements AutoCloseable {
  private final WorkplaceGround ground;
  private final Path log;
  private ChildJvm process;

  private WorkplaceProcess(WorkplaceGround ground) {
    this.ground = ground;
    this.log = ground.file().resolveSibling("werkplek.log");
    this.process = listening();
  }

  /// Starts one for these professionals, and waits until it lets people in.
  public static WorkplaceProcess start(DevGateway gateway, List<DevWorker> workers) {
    try {
      return new WorkplaceProcess(new WorkplaceGround(gateway, workers, DevWorkplace.Ports.ANY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChildJvm listening() {
    return command(ground.file(), log).awaitListening();
  }

  /// Runs the command on some file at the port of this desk; more words come after it.
  ///
  /// @param log where what it prints is added to
  public ChildJvm command(Path file, Path log, String... more) {
    var words =
        Stream.concat(Stream.of("partner", "werkplek", "--config=" + file), Stream.of(more));
    return ChildJvm.start(Main.class.getName(), words.toList(), log, ground.address().getPort());
  }

  /// Starts it again with the same file, and waits until it lets people in.
  public void startAgain() {
    process = listening();
  }

  /// The process as it runs now.
  public ChildJvm process() {
    return process;
  }

  /// Its settings.
  public Path file() {
    return ground.file();
  }

  /// Where browsers find it, without a path.
  public URI address() {
    return ground.address();
  }

  /// A browser in which nobody is logged in.
  public WorkVisit nobody() {
    return ground.nobody();
  }

  @Override
  public void close() {
    process.close();
    ground.close();
  }
}
