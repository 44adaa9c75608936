package nl.sluis.dev.rig;

import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.FreePorts;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.UseKeys;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.LogbookReport;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// One site, one PostgreSQL and as many gateways as asked, each in a process of its own.
///
/// Everything is in one folder that is gone afterwards. Used by one thread, but for what it makes.
public final class Rig implements AutoCloseable {
  /// The region of the logbook.
  public static final String REGION = DevSettings.REGION;

  private final Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final DevSite site;
  private final PostgresProcess postgres;
  private final Convenant convenant = DevConvenant.newest();
  private @Nullable Learned learned;

  private Rig(Path folder, Instant start) {
    this.folder = folder;
    this.site = DevSite.in(folder.resolve("site"), start);
    this.postgres = PostgresProcess.in(folder.resolve("postgres"));
  }

  /// A new one in a folder of its own.
  public static Rig temporary() {
    var rig = standing(InstantSource.system().instant());
    rig.site().clock().follow(InstantSource.system());
    return rig;
  }

  /// A new one whose clock stands at this moment until somebody moves it.
  public static Rig standing(Instant start) {
    try {
      return new Rig(Files.createTempDirectory("sluis-proef"), start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts a gateway as an operator would, with the convenanten of this release, at a port that
  /// stays the same for its configuration.
  ///
  /// @param name of its configuration and log
  /// @param port where it listens for partners; 0 for any
  public ChildJvm gateway(String name, int port) {
    return gateway(name, port, postgres.database());
  }

  /// Starts a gateway that reaches its database in another way, such as over a [DatabaseLine].
  public ChildJvm gateway(String name, int port, DevDatabase database) {
    return gateway(name, ports(port), database, List.of(), List.of());
  }

  /// Starts such a gateway with a clock that jumps.
  public ChildJvm gateway(String name, int port, DevDatabase database, JumpingClock clock) {
    var arguments = List.of(clock.file().toString());
    return gateway(name, ports(port), database, arguments, List.of());
  }

  /// Starts such a gateway at these ports, with settings of its JVM such as `-Xmx192m`; people log
  /// in there when another gateway of this site runs in this process.
  public ChildJvm gateway(
      String name,
      DevGateway.Ports ports,
      DevDatabase database,
      JumpingClock clock,
      List<String> settings) {
    return gateway(name, ports, database, List.of(clock.file().toString()), settings);
  }

  /// Two ports that are free now.
  public static DevGateway.Ports freePorts() {
    return ports(0);
  }

  private static DevGateway.Ports ports(int partners) {
    return new DevGateway.Ports(partners == 0 ? FreePorts.any() : partners, FreePorts.any());
  }

  private ChildJvm gateway(
      String name,
      DevGateway.Ports ports,
      DevDatabase database,
      List<String> more,
      List<String> jvm) {
    var config = folder.resolve(name + ".yaml");
    site.keys();
    try {
      Files.writeString(config, DevSettings.yaml(settings(name, ports, database)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var arguments = Stream.concat(Stream.of(config.toString()), more.stream()).toList();
    var main = ExampleGateway.class.getName();
    var known = learned;
    if (known == null) {
      return ChildJvm.start(jvm, main, arguments, log(name), ports.partners());
    }
    var all = Stream.concat(jvm.stream(), known.settings().stream()).toList();
    return ChildJvm.start(all, known.classPath(), main, arguments, log(name), ports.partners());
  }

  /// The next gateway learns until it is stopped which classes and which code it needs; those that
  /// start after that begin with it.
  public void letLearn() {
    learned = Learned.in(folder);
  }

  /// With which settings the gateway of this name runs on the one database here, for who types its
  /// commands.
  public Settings settings(String name) {
    return settings(name, freePorts(), postgres.database());
  }

  private Settings settings(String name, DevGateway.Ports ports, DevDatabase database) {
    return DevSettings.of(
        site,
        database,
        ports,
        DevRules.SHIPPED,
        name,
        Optional.empty(),
        Settings.Witnesses.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /// Starts another main class at a free port.
  ///
  /// @param arguments from its port
  public ChildJvm child(String mainClass, String name, IntFunction<List<String>> arguments) {
    var port = FreePorts.any();
    return ChildJvm.start(mainClass, arguments.apply(port), log(name), port);
  }

  /// Where what a process prints is kept.
  public Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /// The public key with which Sluis binds what it releases.
  public ECKey bindingKey() {
    return published(KeyUse.BINDING);
  }

  /// The first public key of Sluis for this use.
  public ECKey published(KeyUse use) {
    return UseKeys.jwk(site.keys().signingKey(use, 1)).toPublicJWK();
  }

  /// The number of Sluis.
  public Oin sluis() {
    return DevSettings.SLUIS;
  }

  /// The name of the token endpoint.
  public String issuer() {
    return DevSettings.ISSUER;
  }

  /// Certificates and keys.
  public DevSite site() {
    return site;
  }

  /// The database server.
  public PostgresProcess postgres() {
    return postgres;
  }

  /// The convenant by which the gateways decide.
  public Convenant convenant() {
    return convenant;
  }

  /// The event loops of those who call.
  public Vertx vertx() {
    return vertx;
  }

  /// Where files of this rig may be put.
  public Path folder() {
    return folder;
  }

  /// Checks every row of the logbook, its details included.
  public LogbookReport checkLogbook() {
    var vault = site.keys();
    try (var owner = postgres.database().owner()) {
      return LogbookVerifier.withKeys(REGION, LogKey.of(site.logbookName(), vault.logKey()), vault)
          .verify(owner, (_, _) -> {});
    } catch (SQLException e) {
      throw new IllegalStateException("the logbook cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      var _ = vertx.close().await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("callers do not end", e);
    } finally {
      postgres.close();
      delete();
    }
  }

  private void delete() {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
