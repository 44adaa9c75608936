package nl.sluis.dev.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.boot.partner.WorkDesk;
import nl.sluis.gateway.partner.Stopped;

/// The desk of professionals beside a real gateway: the same as `./sluis partner werkplek` opens,
/// by the clock of that gateway, with the certificate and the keys of each organisation, and an
/// identity provider of its own at which only these professionals log in. To Sluis it is nothing
/// but partners that are connected.
///
/// One thread starts and closes it; what it gives may be used by one thread each.
public final class DevWorkplace implements AutoCloseable {
  private final WorkplaceGround ground;
  private final WorkDesk desk;

  /// Where browsers find the desk and its provider; 0 for any port that is free.
  public record Ports(int desk, int provider) {
    /// Any that are free.
    public static final Ports ANY = new Ports(0, 0);
  }

  private DevWorkplace(DevGateway gateway, List<DevWorker> workers, Ports ports)
      throws IOException, Stopped {
    this.ground = new WorkplaceGround(gateway, workers, ports);
    this.desk = WorkDesk.open(ground.file(), gateway.clock());
  }

  /// Opens the desk for everybody of [DevWorker#ALL].
  public static DevWorkplace start(DevGateway gateway) {
    return start(gateway, DevWorker.ALL);
  }

  /// Opens a desk for these professionals and their organisations.
  public static DevWorkplace start(DevGateway gateway, List<DevWorker> workers) {
    return start(gateway, workers, Ports.ANY);
  }

  /// The same at these ports.
  ///
  /// @throws IllegalStateException when it does not open
  public static DevWorkplace start(DevGateway gateway, List<DevWorker> workers, Ports ports) {
    try {
      return new DevWorkplace(gateway, workers, ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Stopped e) {
      throw new IllegalStateException("the desk did not open", e);
    }
  }

  /// Where browsers find it, without a path.
  public URI address() {
    return ground.address();
  }

  /// Where its professionals log in.
  public DevProvider provider() {
    return ground.provider();
  }

  /// The desk itself: its routes, and who may open which.
  public WorkDesk desk() {
    return desk;
  }

  /// A browser in which nobody is logged in.
  public WorkVisit nobody() {
    return ground.nobody();
  }

  /// A browser in which this professional is logged in, surely enough for everything, in the first
  /// of its functions.
  ///
  /// @throws IllegalStateException when that does not end at the desk
  public WorkVisit visit(DevWorker worker) {
    var visit = nobody();
    visit.enter(worker);
    return visit;
  }

  /// Where this professional stands in the list of the provider.
  public int placeOf(DevWorker worker) {
    return provider().people().placeOf(worker.number());
  }

  @Override
  public void close() {
    desk.close();
    ground.close();
  }
}
