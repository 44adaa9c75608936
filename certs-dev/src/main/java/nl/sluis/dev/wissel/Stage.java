package nl.sluis.dev.wissel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.Doorway;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.JumpingClock;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.boot.KeysCommand;

/// Two gateways in processes of their own on one PostgreSQL and one folder of keys, with a clock
/// that goes on by itself and can jump. Nobody starts them anew. Used by one thread.
final class Stage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String CONFIG = "gateway-0";

  private final Rig rig = Rig.temporary();
  private final JumpingClock clock = JumpingClock.in(rig.folder().resolve("klok"));
  private final List<DevGateway.Ports> ports = List.of(Rig.freePorts(), Rig.freePorts());
  private final List<ChildJvm> gateways = new ArrayList<>();
  private Duration ahead = Duration.ZERO;

  Stage() {
    rig.site().clock().follow(clock);
  }

  /// Starts both; who is registered by now is known to them.
  void start() {
    var login = rig.site().login();
    for (int i = 0; i < ports.size(); i++) {
      var own = ports.get(i);
      login.enter("gateway-" + i, () -> doorway(own));
      gateways.add(
          rig.gateway("gateway-" + i, own, rig.postgres().database(), clock, List.of("-Xmx384m"))
              .awaitListening(own.people()));
    }
  }

  private Doorway doorway(DevGateway.Ports own) {
    return new Doorway(
        URI.create("https://localhost:" + own.partners()),
        people(own),
        DevSettings.ISSUER,
        DevSettings.SLUIS,
        List.of(rig.bindingKey()));
  }

  private static URI people(DevGateway.Ports own) {
    return URI.create("https://localhost:" + own.people());
  }

  Rig rig() {
    return rig;
  }

  DevSite site() {
    return rig.site();
  }

  Instant now() {
    return clock.instant();
  }

  /// The ports for partners.
  List<Integer> partnerPorts() {
    return ports.stream().map(DevGateway.Ports::partners).toList();
  }

  /// The ports of all doors.
  List<Integer> allPorts() {
    return ports.stream().flatMap(own -> List.of(own.partners(), own.people()).stream()).toList();
  }

  /// Where people come in.
  List<URI> people() {
    return ports.stream().map(Stage::people).toList();
  }

  /// Types `./sluis sleutels` on the machine of the first gateway.
  ///
  /// @return what it said
  /// @throws IllegalStateException when something stood in the way
  String types(String what, String which) {
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    try {
      var config = rig.folder().resolve(CONFIG + ".yaml").toString();
      int code = new KeysCommand(print, print, clock).run(List.of(what, which, "--config", config));
      var text = told.toString(StandardCharsets.UTF_8);
      if (code != 0) {
        throw new IllegalStateException("`sleutels %s %s`: %s".formatted(what, which, text));
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /// The clock of everybody jumps ahead to this moment; back it never goes.
  void jumpsTo(Instant moment) {
    var further = Duration.between(InstantSource.system().instant(), moment);
    if (further.compareTo(ahead) > 0) {
      ahead = further;
      clock.jumps(ahead);
    }
  }

  /// Waits until something is so.
  ///
  /// @throws IllegalStateException when it takes too long
  static void until(String what, BooleanSupplier isSo) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("niet gezien binnen 90 seconden: " + what);
      }
      LockSupport.parkNanos(200_000_000);
    }
  }

  /// What is not so stops this turn.
  static void require(String what, boolean isSo) {
    if (!isSo) {
      throw new IllegalStateException("niet gezien: " + what);
    }
  }

  /// The last thing that each gateway said.
  String told() {
    return String.join("\n", gateways.stream().map(ChildJvm::told).toList());
  }

  @Override
  public void close() {
    gateways.forEach(ChildJvm::close);
    for (int i = 0; i < ports.size(); i++) {
      rig.site().login().leave("gateway-" + i);
    }
    rig.close();
  }
}
