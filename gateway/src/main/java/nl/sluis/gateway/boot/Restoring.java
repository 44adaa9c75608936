package nl.sluis.gateway.boot;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.AskRecord;
import nl.sluis.consent.desk.AskRecords;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.bewijs.Pseudonym;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.ReentryDesk;
import nl.sluis.gateway.gesprek.TalkRegister;
import nl.sluis.gateway.gesprek.TalkTable;
import nl.sluis.gateway.herstel.Accounted;
import nl.sluis.gateway.herstel.Proven;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.gateway.keys.UsePeriod;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.stopbericht.StopSigner;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.subject.SubjectReference;

/// Enters stops again that were lost with a backup, by the same road as a gateway takes: under the
/// lock of the person, with all that follows, and with a row before anything counts. For one
/// thread.
final class Restoring implements AutoCloseable {
  private final KeySite site;
  private final Sequencer sequencer;
  private final ReentryDesk desk;
  private final AskRecords asks;
  private final PlaceRegister places;
  private final ExecutorService threads;

  private Restoring(
      KeySite site, String region, Sequencer sequencer, ReentryDesk desk, ExecutorService threads) {
    this.site = site;
    this.sequencer = sequencer;
    this.desk = desk;
    this.asks = new AskRecords(region);
    this.places = new PlaceRegister(region);
    this.threads = threads;
    sequencer.start();
  }

  static Restoring of(KeySite site, Settings settings, InstantSource clock)
      throws SQLException, IOException {
    var region = settings.region();
    var database = site.database();
    var vault = site.vault();
    var random = new SecureRandom();
    var seal = new FactSeal(vault, random);
    var law = Laws.open(settings, new ConvenantTable(region), clock, database).law();
    var change = OwnKeys.change(site.logbook(), vault);
    var ownKeys = OwnKeys.of(vault, clock).following(change, database, clock);
    var parcels = new ParcelTable(region);
    var references = new SubjectReference(ReferenceKeys.of(vault, Wiring.ALIAS_KEY));
    var parts =
        StopWiring.parts(
            region,
            seal,
            law,
            Peering.of(settings, clock, database, vault, law).mandates(),
            new HourKeys(vault, random),
            new KeyBinder(ownKeys.binding()),
            new TalkRegister(new TalkTable(region), references, UUID::randomUUID),
            Testifying.readings(region, vault, random));
    var signer = new StopSigner(settings.oin(), ownKeys.statement());
    var words = StopWiring.words(region, seal, law, parcels, new StopTable(region), signer, parts);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var sequencer =
        new Sequencer(
            database,
            clock,
            site.logbook(),
            vault,
            new SubjectRegister(region, clock),
            new FactReader(region, seal),
            new MessageTable(region),
            parcels,
            // No partner asks here, so no peer of FSC is told.
            (_, _, _) -> {},
            threads);
    var consents = new ConsentDesk(region, seal, ConsentParameters.strict());
    return new Restoring(site, region, sequencer, new ReentryDesk(consents, words), threads);
  }

  /// Every key with which receipts were signed: those in the vault, which no backup of the database
  /// takes back, and those that were destroyed since.
  static List<UsePeriod> receiptKeys(KeySite site) throws SQLException {
    var found = new ArrayList<UsePeriod>();
    for (var number : site.vault().signingKeyNumbers(KeyUse.RECEIPT)) {
      var key = OwnKeys.published(site.vault(), KeyUse.RECEIPT, number);
      found.add(new UsePeriod(number, key, Instant.EPOCH, Optional.empty()));
    }
    try (var connection = site.database().getConnection()) {
      var said = OwnKeys.change(site.logbook(), site.vault()).read(connection);
      found.addAll(said.getOrDefault(KeyUse.RECEIPT, List.of()));
    }
    return found;
  }

  /// Enters what was proven, when it stops anything.
  ///
  /// @throws IllegalStateException saying in Dutch why it cannot be entered; the row stays
  ///   unaccounted
  Accounted enter(Proven proven) throws SQLException {
    return switch (proven) {
      case Proven.Row _ -> Accounted.PROVEN;
      case Proven.Stop stop -> stop(stop);
    };
  }

  private Accounted stop(Proven.Stop stop) throws SQLException {
    var record = find(stop.ask());
    if (record.isEmpty()) {
      return Accounted.NOTHING_TO_STOP;
    }
    var ask = record.get().asked().ask();
    var person =
        speaker(record.get(), stop.speaker())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "wie dit zei is hier niet bekend; laat de organisatie die de toestemming"
                            + " vroeg het opnieuw vastleggen"));
    var outcome = sequencer.submit(desk.stop(ask, person, stop.categories(), stop.said())).join();
    return switch (outcome) {
      case Outcome.Done _ -> Accounted.STOPPED;
      case Outcome.Faulty _, Outcome.NotAllowed _, Outcome.NotThere _ ->
          throw new IllegalStateException("is bewezen en kon niet worden ingevoerd");
    };
  }

  private Optional<AskRecord> find(UUID ask) throws SQLException {
    try (var connection = site.database().getConnection()) {
      return asks.find(connection, ask);
    }
  }

  /// Whoever that name within the question is: somebody who spoke before, or has a place there.
  private Optional<UUID> speaker(AskRecord record, String name) throws SQLException {
    var ask = record.asked().ask();
    var candidates = new TreeSet<UUID>();
    candidates.add(ask.subject());
    for (var happened : record.events()) {
      var person = happened.event().person();
      if (person != null) {
        candidates.add(person);
      }
    }
    try (var connection = site.database().getConnection()) {
      candidates.addAll(places.people(connection, ask.subject()));
    }
    return candidates.stream()
        .filter(person -> Pseudonym.of(ask.id(), person).equals(name))
        .findFirst();
  }

  @Override
  public void close() {
    sequencer.close();
    threads.close();
  }
}
