package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.dev.demo.Demo;
import nl.sluis.dev.demo.Proposal;
import nl.sluis.dev.demo.Receivers;
import nl.sluis.dev.demo.Story;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.policies.terms.Age;

/// A gateway as the demo leaves it, with the families and the officers of the last chapters of its
/// story. One thread.
final class AfterTheStory implements Ground, AutoCloseable {
  private static final Instant TODAY = Instant.parse("2026-12-14T09:00:00Z");

  private final DevPostgres postgres;
  private final DevGateway gateway;
  private final Receivers receivers;

  private AfterTheStory(DevPostgres postgres, DevGateway gateway) {
    this.postgres = postgres;
    this.gateway = gateway;
    this.receivers = Receivers.answering(gateway);
  }

  /// Tells the chapter of the families and that of the officers, and lets the clock go to the day
  /// on which somebody comes to look.
  ///
  /// @throws AssertionError when they do not go as they are told
  static AfterTheStory told() throws IOException {
    var reader = new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), TODAY);
    var chapters =
        Stream.of(Story.FAMILIES, Story.OFFICERS).map(name -> Story.read(name, reader)).toList();
    var postgres = DevPostgres.shared();
    var site = DevSite.temporary(chapters.getFirst().start());
    site.convenanten(Proposal.in(site.folder().resolve("convenanten")));
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
    assertThat(gateway.runHousekeeping()).isTrue();
    return new AfterTheStory(postgres, gateway);
  }

  @Override
  public String letter() {
    assertThat(gateway.site().unopened()).hasSize(1);
    return gateway.site().unopened().values().iterator().next();
  }

  @Override
  public LocalDate today() {
    return LocalDate.ofInstant(TODAY, Age.CALENDAR);
  }

  @Override
  public URI inTheDemo() {
    return Demo.PEOPLE;
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
