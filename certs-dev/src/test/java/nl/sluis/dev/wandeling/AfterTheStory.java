package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.dev.demo.Receivers;
import nl.sluis.dev.demo.Story;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;

/// A gateway as the demo leaves it, with the families of the last chapter of its story. One thread.
final class AfterTheStory implements AutoCloseable {
  private static final Instant TODAY = Instant.parse("2026-12-14T09:00:00Z");

  private final DevPostgres postgres;
  private final DevGateway gateway;
  private final Receivers receivers;

  private AfterTheStory(DevPostgres postgres, DevGateway gateway) {
    this.postgres = postgres;
    this.gateway = gateway;
    this.receivers = Receivers.answering(gateway);
  }

  /// Tells the chapter, and lets the clock go to the day on which somebody comes to look.
  ///
  /// @throws AssertionError when it does not go as it is told
  static AfterTheStory told() throws IOException {
    var reader = new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), TODAY);
    var chapter = Story.read(Story.CHAPTERS.getLast(), reader);
    var postgres = DevPostgres.shared();
    var site = DevSite.temporary(chapter.start());
    var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    if (!new Runner(gateway, new Report(out)).play(chapter).isAsExpected()) {
      gateway.close();
      postgres.close();
      throw new AssertionError(told.toString(StandardCharsets.UTF_8));
    }
    gateway.moveClock(TODAY);
    assertThat(gateway.runHousekeeping()).isTrue();
    return new AfterTheStory(postgres, gateway);
  }

  DevGateway gateway() {
    return gateway;
  }

  /// Who can be chosen at the sign-in service.
  List<TestPeople.Person> people() {
    return gateway.site().login().people().all();
  }

  @Override
  public void close() throws IOException {
    receivers.close();
    gateway.close();
    postgres.close();
  }
}
