package nl.sluis.dev.uitwisseling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;

/// A gateway with a database of its own, on which scenarios are played. One thread.
final class TestGateway implements AutoCloseable {
  private final DevPostgres postgres;
  private final DevGateway gateway;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private TestGateway(DevPostgres postgres, DevGateway gateway) {
    this.postgres = postgres;
    this.gateway = gateway;
  }

  static TestGateway start() {
    return on(DevPostgres.shared());
  }

  /// On a server that nobody else wrote on, for who reads its files.
  static TestGateway alone() {
    return on(DevPostgres.temporary());
  }

  private static TestGateway on(DevPostgres postgres) {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    return new TestGateway(postgres, gateway);
  }

  /// What did not go as the scenario expects; empty when all did.
  List<String> play(String yaml) throws IOException {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, yaml);
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Runner(gateway, new Report(out)).play(scenario).differences();
  }

  /// Everything that was printed while playing.
  String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  DevGateway gateway() {
    return gateway;
  }

  /// The provider at which somebody with this number can log in by this name from now on.
  DevProvider provider(String name, String number) {
    var provider = gateway.site().login().provider();
    provider.people().add(name, number);
    return provider;
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    postgres.close();
  }
}
