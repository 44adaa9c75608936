package nl.sluis.gateway.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.acuut.Spool;
import nl.sluis.gateway.acuut.TrustedTexts;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.bewijs.Receipts;
import nl.sluis.gateway.cijfers.CountDesk;
import nl.sluis.gateway.contact.ContactDesk;
import nl.sluis.gateway.contact.ContactRegister;
import nl.sluis.gateway.contact.PersonDesk;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.gateway.desk.AfterGezag;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.LinkDesk;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.desk.PowerDesk;
import nl.sluis.gateway.desk.QuestionDesk;
import nl.sluis.gateway.exchange.Acceptance;
import nl.sluis.gateway.exchange.AcceptedPlan;
import nl.sluis.gateway.exchange.AcuteLane;
import nl.sluis.gateway.exchange.Admission;
import nl.sluis.gateway.exchange.Answers;
import nl.sluis.gateway.exchange.CategorySchemas;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.gateway.exchange.Identification;
import nl.sluis.gateway.gesprek.TalkRegister;
import nl.sluis.gateway.gesprek.TalkTable;
import nl.sluis.gateway.gezagsbron.GezagBron;
import nl.sluis.gateway.http.Naming;
import nl.sluis.gateway.http.PartnerApi;
import nl.sluis.gateway.http.PeoplePages;
import nl.sluis.gateway.http.SignInDoor;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SealedCheck;
import nl.sluis.gateway.overleg.OverlegDesk;
import nl.sluis.gateway.person.PersonCheck;
import nl.sluis.gateway.postbus.Housekeeping;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.stopbericht.StopSigner;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.wissen.RuleTerms;

/// Builds the system in one chain; remarks stand where the order matters.
public final class Wiring {
  static final int ALIAS_KEY = 1;

  private Wiring() {}

  /// A gateway that is not listening yet.
  ///
  /// @param clock what time it is; the only clock there is
  /// @throws SQLException when the database is away, or cannot be used
  /// @throws IllegalStateException when something an operator must mend stands in the way
  public static Gateway build(Settings settings, InstantSource clock)
      throws SQLException, IOException {
    // The schema before the logbook, whose head is checked against its checkpoints.
    Schema.migrate(settings.database());
    var database = Pool.of(settings.database());
    try {
      return build(settings, clock, database);
    } catch (SQLException | IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Gateway build(Settings settings, InstantSource clock, HikariDataSource database)
      throws SQLException, IOException {
    // First of all: every key and signature object made later comes from the fast provider.
    var provider = CryptoProvider.install();
    var random = new SecureRandom();
    var region = settings.region();
    // Asked early: a start waits for the others as little as can be.
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    var asked = Witnessing.ask(settings, threads);

    // The law before everything else that decides: without a whole convenant nothing may start.
    var convenantTable = new ConvenantTable(region);
    var convenanten = Laws.open(settings, convenantTable, clock, database);
    var law = convenanten.law();

    var vault = KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), random);
    var hourKeys = new HourKeys(vault, random);
    // The witnesses before the logbook, which signs what it finds when it opens.
    var mark = vault.waitingRoomKey();
    var witnessing = Witnessing.of(settings, asked, database, threads, mark);
    var seal = new FactSeal(vault, random);
    var terms = new RuleTerms(law);
    var logbook = Logbook.open(region, settings.logbookOrigin(), database, vault, random, terms);
    // After the logbook, which vouches for every other key.
    var keyChange = OwnKeys.change(logbook, vault);
    var ownKeys = OwnKeys.of(vault, clock).following(keyChange, database, clock);
    var proofs = Proofs.of(settings.timestamps(), logbook, keyChange, ownKeys, database, random);

    // Who partners are.
    var peering = Peering.of(settings, clock, database, vault, law);
    var partners = peering.partners();
    var mandates = peering.mandates();
    var encryptionKeys = peering.encryptionKeys();

    // What is decided, in one order.
    var messages = new MessageTable(region);
    var parcels = new ParcelTable(region);
    var parameters = ConsentParameters.strict();
    var subjects = new SubjectRegister(region, clock);
    var fsc = Fsc.of(settings, law, database, clock, random);
    var sequencer =
        new Sequencer(
            database,
            clock,
            logbook,
            vault,
            subjects,
            new FactReader(region, seal),
            messages,
            parcels,
            fsc.log(),
            threads);

    // The steps of the exchange.
    var references = new SubjectReference(ReferenceKeys.of(vault, ALIAS_KEY));
    var identification = new Identification(references, ALIAS_KEY);
    var naming = new Naming(identification, references);
    var answers = new Answers(hourKeys, logbook);
    var contactRegister = new ContactRegister(region, database, law);
    var talks = new TalkTable(region);
    var talkRegister = new TalkRegister(talks, references, UUID::randomUUID);
    var readings = Testifying.readings(region, vault, random);
    var adopting = Adopting.of(settings, clock);
    var tasks = adopting.tasks();
    var safety = Safety.of(settings, region, tasks, database, hourKeys, ownKeys.statement(), clock);
    var registers =
        Testifying.of(
            region,
            references,
            hourKeys,
            contactRegister,
            talkRegister,
            readings,
            safety.reviews(),
            tasks);
    var maker = new AcceptedPlan.Maker(hourKeys, answers, UUID::randomUUID);
    var binder = new KeyBinder(ownKeys.binding());
    var parts =
        StopWiring.parts(region, seal, law, mandates, hourKeys, binder, talkRegister, readings);
    var postbus = new Postbus(database, messages, parcels, parts);
    var stops = new StopTable(region);
    var signer = new StopSigner(settings.oin(), ownKeys.statement());
    var words = StopWiring.words(region, seal, law, parcels, stops, signer, parts);
    var admission = new Admission(law, new ContentCheck(new CategorySchemas()));
    var acceptance =
        new Acceptance(
            law,
            admission,
            mandates,
            registers,
            maker,
            answers,
            safety.aftermath(law, references),
            safety.keeping(),
            safety.halts());
    var roads =
        Roads.of(
            settings.acute(),
            new AcuteLane.Steps(
                new MessageVerifier(settings.oin(), ownKeys.binding()),
                partners,
                identification,
                admission,
                acceptance,
                law,
                postbus,
                parts.binder()),
            new SealedCheck(encryptionKeys),
            safety,
            new Spool(settings.acute().waitingRoom(), hourKeys, vault.waitingRoomKey()),
            peering.checks(),
            partners,
            sequencer,
            database,
            clock,
            threads,
            peering.shares());
    var afterGezag = new AfterGezag(region, seal, law, tasks);
    var reaching = Reaching.of(settings, vault, database, sequencer, subjects, references, tasks);
    var loggingIn =
        LoggingIn.of(settings.login(), region, database, references, vault, ownKeys.login(), random)
            .with(reaching);
    var others =
        loggingIn.after(
            Duties.of(region, seal, database, sequencer, law, tasks, safety, stops, afterGezag));
    var reading = Reading.of(settings, database, vault, law, sequencer, clock);
    var telling = Patterns.telling(settings, peering, tasks, sequencer, database, clock, threads);
    var duties =
        reading.after(
            Ending.of(settings, database, vault, sequencer, clock)
                .around(roads.around(proofs.after(others), witnessing.witnesses(), telling)));
    var delivering =
        Delivering.of(settings, postbus, sequencer, database, peering, tasks, random, clock);
    var housekeeping =
        new Housekeeping(database, messages, parcels, postbus, sequencer, hourKeys, duties, clock);

    // Who may come in.
    var vertx = Vertx.vertx();
    var tokens = peering.tokens(settings, vertx, ownKeys, database, random, sequencer);
    var facts =
        new FactDesk(region, database, law, mandates, vault, random, words, afterGezag, ALIAS_KEY);
    // Read before any door opens: a certificate that cannot be used stops the start.
    var source = GezagBron.of(settings.brp(), clock);
    var links = new LinkDesk(facts, law, subjects, references, random, ALIAS_KEY);
    var letters = new LetterDesk(region, database, facts, references, random, ALIAS_KEY);
    var own =
        new OwnDesk(region, database, law, subjects, vault, random, parameters, words, ALIAS_KEY);
    var receipts =
        new ReceiptDesk(
            database,
            new Receipts(settings.oin(), region, law, logbook, ownKeys.receipts()),
            own,
            mandates);
    var desks =
        new Desks(
            settings,
            region,
            ALIAS_KEY,
            database,
            sequencer,
            law,
            peering,
            vault,
            random,
            subjects,
            references,
            naming,
            facts,
            letters,
            own,
            adopting,
            safety,
            words,
            afterGezag,
            source,
            proofs);
    var publicLog = witnessing.endpoints(logbook, clock);
    var api =
        new PartnerApi(
            new PartnerApi.Parts(
                clock,
                threads,
                database,
                peering.checks(),
                tokens.check(),
                fsc.forPartners(),
                peering.shares(),
                tokens.endpoint(),
                roads.exchange(),
                postbus,
                sequencer,
                facts,
                links,
                letters,
                new PowerDesk(law, mandates, encryptionKeys),
                naming,
                encryptionKeys,
                partners::all,
                ownKeys::published,
                publicLog,
                new OverlegDesk(
                    region, database, law, mandates, references, hourKeys, UUID::randomUUID),
                new ContactDesk(region, database, law, mandates, UUID::randomUUID),
                contactRegister,
                new PersonDesk(region, law, mandates, references, UUID::randomUUID),
                new CountDesk(region, database, new LogScan(region, vault), law, mandates),
                settings.issuer(),
                new QuestionDesk(law),
                convenanten,
                convenantTable,
                new SignatureDesk(convenantTable, law, peering.checks()),
                Repairing.look(desks),
                delivering.besides(
                    Connecting.of(settings, peering, tokens, ownKeys)
                        .besides(reading.besides(desks.forPartners(messages, stops, receipts))))));
    var family = safety.family();
    var pages =
        new PeoplePages(
            clock,
            threads,
            publicLog,
            settings.signIn().map(service -> new SignInDoor(new PersonCheck(service, references))),
            desks.forPeople(stops, talks, receipts, family),
            Supervising.besides(loggingIn.besides(proofs.pages()), desks, ownKeys.login()),
            Faces.of(settings, loggingIn, FamilyPages.of(desks, stops, receipts, family, ownKeys)));

    return new Gateway(
        settings,
        clock,
        provider,
        vertx,
        new Doors(settings, api, pages, peering, clock),
        sequencer,
        roads.acute(),
        housekeeping,
        witnessing.witnesses(),
        partners,
        encryptionKeys,
        convenanten,
        new TrustedTexts(settings.acute().waitingRoom(), vault.waitingRoomKey()),
        peering
            .admitting()
            .and(witnessing.after(connection -> ownKeys.follow(keyChange, connection))),
        tokens.ledger(),
        source,
        reading,
        delivering,
        database);
  }
}
