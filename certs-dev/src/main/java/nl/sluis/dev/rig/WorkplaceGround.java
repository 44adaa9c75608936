package nl.sluis.dev.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.aanbieder.ProviderClient;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.FreePorts;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.keys.SigningKeys;

/// What stands around a desk before it opens: organisations that are connected, the identity
/// provider of their professionals, and the file that an administrator wrote. One thread.
final class WorkplaceGround implements AutoCloseable {
  private static final String CLIENT = "werkplek";
  private static final Duration YEAR = Duration.ofDays(365);

  private final DevGateway gateway;
  private final DevProvider provider;
  private final URI address;
  private final Path file;

  /// @param workers who can log in
  /// @param ports where the desk and its provider are found
  WorkplaceGround(DevGateway gateway, List<DevWorker> workers, DevWorkplace.Ports ports)
      throws IOException {
    this.gateway = gateway;
    var port = ports.desk() == 0 ? FreePorts.any() : ports.desk();
    this.address = URI.create("https://localhost:" + port);
    var folder = Files.createTempDirectory(gateway.site().folder(), "werkplek");
    // Who has a desk is connected: it has a certificate and keys, and Sluis knows them.
    workers.forEach(this::connect);
    workers.stream()
        .map(DevWorker::holder)
        .filter(oin -> workers.stream().noneMatch(one -> one.at().oin().equals(oin)))
        .distinct()
        .forEach(oin -> gateway.partner(oin, "houder van de werkplek").close());
    this.provider = provider(workers, ports.provider(), loginKey(folder));
    provider.knows(address);
    provider.tells(CLIENT, () -> address.resolve(WorkVisit.HOME + ProviderLine.BACK_CHANNEL));
    this.file = WorkplaceFile.write(folder, gateway, workers, provider.issuer(), CLIENT, port);
  }

  /// What is sealed for this organisation opens at its desk: it vouches for the key of its desk,
  /// unless it did so before.
  private void connect(DevWorker worker) {
    var site = gateway.site();
    var oin = worker.at().oin();
    try (var partner = gateway.partner(oin, worker.organisation())) {
      if (site.firstTime(gateway.database(), oin)) {
        var now = site.clock().instant();
        var identity = site.identity(oin, worker.organisation(), true);
        var statement = KeyStatement.of(identity, now.minus(YEAR), now.plus(YEAR));
        var text = new String(statement, StandardCharsets.US_ASCII);
        var seen = partner.post("/v1/encryptiesleutels", "application/jwt", text);
        if (seen.status() != 201) {
          throw new IllegalStateException("no key in the directory: " + seen.status());
        }
      }
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

  /// The settings.
  Path file() {
    return file;
  }

  /// Where browsers find the desk, without a path.
  URI address() {
    return address;
  }

  /// Where its professionals log in.
  DevProvider provider() {
    return provider;
  }

  /// A browser in which nobody is logged in.
  WorkVisit nobody() {
    return new WorkVisit(SimulatedBrowser.at(gateway.site(), address, provider));
  }

  @Override
  public void close() {
    provider.close();
  }
}
