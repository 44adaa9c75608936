package nl.sluis.dev.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.aanbieder.ProviderClient;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.FreePorts;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.boot.partner.WorkDesk;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.partner.Stopped;

/// The desk of professionals beside a real gateway: the same as `./sluis partner werkplek` opens,
/// by the clock of that gateway, with the certificate and the keys of each organisation, and an
/// identity provider of its own at which only these professionals log in. To Sluis it is nothing
/// but partners that are connected.
///
/// One thread starts and closes it; what it gives may be used by one thread each.
public final class DevWorkplace implements AutoCloseable {
  private static final String CLIENT = "werkplek";

  private final DevGateway gateway;
  private final DevProvider provider;
  private final WorkDesk desk;
  private final URI address;

  /// Where browsers find the desk and its provider; 0 for any port that is free.
  public record Ports(int desk, int provider) {
    /// Any that are free.
    public static final Ports ANY = new Ports(0, 0);
  }

  private DevWorkplace(DevGateway gateway, List<DevWorker> workers, Ports ports)
      throws IOException, Stopped {
    this.gateway = gateway;
    var port = ports.desk() == 0 ? FreePorts.any() : ports.desk();
    this.address = URI.create("https://localhost:" + port);
    var folder = Files.createTempDirectory(gateway.site().folder(), "werkplek");
    // Who has a desk is connected: it has a certificate and keys, and Sluis knows them.
    workers.forEach(one -> gateway.partner(one.at().oin(), one.organisation()).close());
    this.provider = provider(workers, ports.provider(), loginKey(folder));
    provider.knows(address);
    provider.tells(CLIENT, () -> address.resolve(WorkVisit.HOME + ProviderLine.BACK_CHANNEL));
    var file = WorkplaceFile.write(folder, gateway, workers, provider.issuer(), CLIENT, port);
    this.desk = WorkDesk.open(file, gateway.clock());
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

  private DevProvider provider(List<DevWorker> workers, int port, ECKey key) {
    var site = gateway.site();
    var shown = site.server();
    var identity = ServerIdentity.read(shown.chainFile(), shown.keyFile(), site.clock().instant());
    var people = new TestPeople();
    for (var worker : workers) {
      for (var function : worker.functions()) {
        people.appoint(
            worker.title(), "", worker.number(), worker.employee(), worker.role(function));
      }
    }
    return DevProvider.start(
        port,
        OutgoingTls.context(identity, site.authority().trustFile()),
        site.browser(),
        people,
        new ProviderClient(CLIENT, SigningKeys.of(List.of(key)), List.of(WorkVisit.HOME)),
        site.clock());
  }

  /// The key by which the provider knows the desk, where the desk looks for it.
  private static ECKey loginKey(Path folder) throws IOException {
    try {
      var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
      var own = Files.createDirectories(folder.resolve(WorkplaceFile.OWN));
      Files.writeString(own.resolve("inloggen.jwk.json"), key.toJSONString());
      return key.toPublicJWK();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  /// Where browsers find it, without a path.
  public URI address() {
    return address;
  }

  /// Where its professionals log in.
  public DevProvider provider() {
    return provider;
  }

  /// The desk itself: its routes, and who may open which.
  public WorkDesk desk() {
    return desk;
  }

  /// A browser in which nobody is logged in.
  public WorkVisit nobody() {
    return new WorkVisit(SimulatedBrowser.at(gateway.site(), address, provider));
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
    return provider.people().placeOf(worker.number());
  }

  @Override
  public void close() {
    desk.close();
    provider.close();
  }
}
