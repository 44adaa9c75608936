package nl.sluis.dev.wandeling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.sluis.dev.demo.Demo;
import nl.sluis.dev.demo.Story;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.Scenario;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.policies.terms.Age;

/// A gateway as the demo leaves it for who sits at the desk: Veilig Thuis is known, and there is a
/// child of whom consent and gezag are known. One thread.
final class AtTheDesk implements Ground, AutoCloseable {
  private static final Instant TODAY = Instant.parse("2026-12-14T09:00:00Z");
  private static final List<String> CHAPTERS =
      List.of("08-melding-bij-veilig-thuis", Story.WORKPLACE);

  private final DevPostgres postgres;
  private final DevGateway gateway;
  private final DevWorkplace desk;

  private AtTheDesk(DevPostgres postgres, DevGateway gateway) {
    this.postgres = postgres;
    this.gateway = gateway;
    this.desk = DevWorkplace.start(gateway);
  }

  /// Tells those chapters, and opens the desk on the day on which somebody comes to try it.
  ///
  /// @throws AssertionError when they do not go as they are told
  static AtTheDesk told() throws IOException {
    var reader = new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), TODAY);
    var chapters =
        CHAPTERS.stream()
            .map(name -> Story.read(name, reader))
            .sorted(Comparator.comparing(Scenario::start))
            .toList();
    var postgres = DevPostgres.shared();
    var site = DevSite.temporary(chapters.getFirst().start());
    var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    for (var chapter : chapters) {
      if (!new Runner(gateway, new Report(out)).play(chapter).isAsExpected()) {
        gateway.close();
        postgres.close();
        throw new AssertionError(told.toString(StandardCharsets.UTF_8));
      }
    }
    gateway.moveClock(TODAY);
    return new AtTheDesk(postgres, gateway);
  }

  @Override
  public URI inTheDemo() {
    return Demo.WORKPLACE;
  }

  @Override
  public LocalDate today() {
    return LocalDate.ofInstant(TODAY, Age.CALENDAR);
  }

  @Override
  public String letter() {
    throw new AssertionError("nobody who works at the desk got a letter");
  }

  DevGateway gateway() {
    return gateway;
  }

  DevWorkplace desk() {
    return desk;
  }

  @Override
  public void close() throws IOException {
    desk.close();
    gateway.close();
    postgres.close();
  }
}
