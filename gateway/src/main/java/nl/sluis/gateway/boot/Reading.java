package nl.sluis.gateway.boot;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.controlebeleid.PolicyShelf;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.http.LineEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.normen.Collector;
import nl.sluis.gateway.normen.LineDesk;
import nl.sluis.gateway.normen.LineSender;
import nl.sluis.gateway.normen.Lines;
import nl.sluis.gateway.normen.Pseudonyms;
import nl.sluis.gateway.normen.Register;
import nl.sluis.gateway.normen.TraceIndex;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.signaal.Looking;
import nl.sluis.gateway.signaal.Rounds;
import nl.sluis.gateway.steekproef.Sampler;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.toezicht.Post;

/// The logbook in the words of the standards: who reads it, and where its lines go.
///
/// @param endpoints for an organisation that reads its own lines
/// @param duties what keeps the index, the counts and the collector up with the logbook
/// @param collector where lines go, if they go anywhere
record Reading(LineEndpoints endpoints, List<Duty> duties, Optional<Collector> collector)
    implements AutoCloseable {
  Reading {
    duties = List.copyOf(duties);
  }

  /// @param clock by which the certificate for the collector must be good
  static Reading of(
      Settings settings,
      DataSource database,
      KeyVault vault,
      CurrentLaw law,
      Sequencer sequencer,
      InstantSource clock) {
    var region = settings.region();
    var origin = settings.logbookOrigin();
    var rows = new RowScan(region, vault);
    var register = new Register(settings.lines().register(), () -> law.now().shelf().versions());
    var numbers = new Pseudonyms(vault);
    var index = new TraceIndex(database, rows, numbers, region);
    var desk =
        new LineDesk(
            database, rows, new LogReader(region, vault), register, numbers, index, origin);
    var duties = new ArrayList<Duty>(List.of(index, Picturing.tally(region, database, vault)));
    var collector = settings.lines().collector().map(line -> Collector.over(line, clock));
    var lines = new Lines(rows, register, origin);
    collector.ifPresent(
        end -> duties.add(new LineSender(database, rows, lines, numbers, end, region, origin)));
    duties.addAll(looking(settings, database, vault, law, sequencer));
    return new Reading(new LineEndpoints(desk, sequencer), duties, collector);
  }

  /// Looks back at what organisations with an officer did.
  private static List<Duty> looking(
      Settings settings, DataSource database, KeyVault vault, CurrentLaw law, Sequencer sequencer) {
    if (settings.pages().officers().isEmpty()) {
      return List.of();
    }
    var region = settings.region();
    var references = new SubjectReference(ReferenceKeys.of(vault, Wiring.ALIAS_KEY));
    var rounds = new Rounds(new LogReader(region, vault), references, law);
    var adopted = new Adopted(region, PolicyShelf.of(settings.controlPolicies()));
    var supervised =
        settings.pages().officers().stream()
            .flatMap(posts -> posts.roles().values().stream())
            .map(Post::organisation)
            .collect(Collectors.toUnmodifiableSet());
    return List.of(
        new Looking(
            region,
            database,
            rounds,
            adopted,
            supervised,
            () ->
                law.now().shelf().versions().stream()
                    .flatMap(version -> version.parties().keySet().stream())
                    .toList()),
        new Sampler(region, database, sequencer, rounds, adopted, supervised));
  }

  /// These paths besides.
  List<PartnerRoutes> besides(List<PartnerRoutes> others) {
    var all = new ArrayList<>(others);
    all.add(endpoints);
    return all;
  }

  /// These come after what is due to people.
  List<Duty> after(List<Duty> others) {
    var all = new ArrayList<>(others);
    all.addAll(duties);
    return all;
  }

  @Override
  public void close() {
    collector.ifPresent(Collector::close);
  }
}
