package nl.sluis.gateway.boot;

import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.bereik.DeskReach;
import nl.sluis.gateway.bewijs.OwnExport;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.cijfers.OverrideDesk;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.AcuteDesk;
import nl.sluis.gateway.desk.AfterGezag;
import nl.sluis.gateway.desk.Ages;
import nl.sluis.gateway.desk.ErasureDesk;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.GezagDesk;
import nl.sluis.gateway.desk.GezagQuestionDesk;
import nl.sluis.gateway.desk.HelpReviewDesk;
import nl.sluis.gateway.desk.HidingDesk;
import nl.sluis.gateway.desk.JudgementDesk;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.LifecycleDesk;
import nl.sluis.gateway.desk.MergeDesk;
import nl.sluis.gateway.desk.NoticeDesk;
import nl.sluis.gateway.desk.OnlookerDesk;
import nl.sluis.gateway.desk.OnlyAtDesk;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.desk.OwnReadingDesk;
import nl.sluis.gateway.desk.OwnReports;
import nl.sluis.gateway.desk.OwnRequestDesk;
import nl.sluis.gateway.desk.OwnStops;
import nl.sluis.gateway.desk.PresenceDesk;
import nl.sluis.gateway.desk.ReadingDesk;
import nl.sluis.gateway.desk.RequestDesk;
import nl.sluis.gateway.desk.ReviewDesk;
import nl.sluis.gateway.desk.StopAnswers;
import nl.sluis.gateway.desk.StopsDesk;
import nl.sluis.gateway.desk.TalkDesk;
import nl.sluis.gateway.desk.TaskDesk;
import nl.sluis.gateway.desk.UndoDesk;
import nl.sluis.gateway.desk.Words;
import nl.sluis.gateway.exchange.CategorySchemas;
import nl.sluis.gateway.gesprek.TalkTable;
import nl.sluis.gateway.gezagsbron.GezagBron;
import nl.sluis.gateway.http.AcuteEndpoints;
import nl.sluis.gateway.http.ErasureEndpoints;
import nl.sluis.gateway.http.FormEndpoints;
import nl.sluis.gateway.http.GezagEndpoints;
import nl.sluis.gateway.http.GezagQuestionEndpoints;
import nl.sluis.gateway.http.HelpReviewEndpoints;
import nl.sluis.gateway.http.HelperEndpoints;
import nl.sluis.gateway.http.HidingEndpoints;
import nl.sluis.gateway.http.JudgementEndpoints;
import nl.sluis.gateway.http.LifecycleEndpoints;
import nl.sluis.gateway.http.LinkEndpoints;
import nl.sluis.gateway.http.Naming;
import nl.sluis.gateway.http.NoticeEndpoints;
import nl.sluis.gateway.http.OnlookerEndpoints;
import nl.sluis.gateway.http.OnlyAtDeskEndpoints;
import nl.sluis.gateway.http.OverrideCountEndpoints;
import nl.sluis.gateway.http.OwnEndpoints;
import nl.sluis.gateway.http.OwnReadingEndpoints;
import nl.sluis.gateway.http.OwnReceiptEndpoints;
import nl.sluis.gateway.http.OwnReportEndpoints;
import nl.sluis.gateway.http.OwnRequestEndpoints;
import nl.sluis.gateway.http.OwnRightsEndpoints;
import nl.sluis.gateway.http.OwnRoutes;
import nl.sluis.gateway.http.OwnSigningEndpoints;
import nl.sluis.gateway.http.OwnStopEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.http.PresenceEndpoints;
import nl.sluis.gateway.http.ReachEndpoints;
import nl.sluis.gateway.http.ReadingEndpoints;
import nl.sluis.gateway.http.ReceiptEndpoints;
import nl.sluis.gateway.http.RecipientEndpoints;
import nl.sluis.gateway.http.RequestEndpoints;
import nl.sluis.gateway.http.ReviewEndpoints;
import nl.sluis.gateway.http.RightsEndpoints;
import nl.sluis.gateway.http.SigningEndpoints;
import nl.sluis.gateway.http.StopEndpoints;
import nl.sluis.gateway.http.StopMessageEndpoints;
import nl.sluis.gateway.http.TalkEndpoints;
import nl.sluis.gateway.http.TaskEndpoints;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.ondertekening.OwnSigningDesk;
import nl.sluis.gateway.ondertekening.SigningDesk;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.verzoek.AnswerBySystem;
import nl.sluis.gateway.verzoek.Rights;
import nl.sluis.gateway.wissen.Deciding;

/// The desks where partners and people put things on record and look at them, each with its paths.
///
/// May be shared between threads.
record Desks(
    Settings settings,
    String region,
    int keyVersion,
    DataSource database,
    Sequencer sequencer,
    CurrentLaw law,
    Peering peering,
    KeyVault vault,
    SecureRandom random,
    SubjectRegister subjects,
    SubjectReference references,
    Naming naming,
    FactDesk facts,
    LetterDesk letters,
    OwnDesk own,
    Adopting adopting,
    Safety safety,
    Words words,
    AfterGezag afterGezag,
    GezagBron source,
    Proofs proofs) {
  private static final ConsentParameters PARAMETERS = ConsentParameters.strict();

  /// What partners' systems find beside messages and plain facts.
  List<PartnerRoutes> forPartners(MessageTable messages, StopTable stops, ReceiptDesk receipts) {
    var tasks = tasks();
    var consents = new ConsentDesk(region, seal(), PARAMETERS);
    return List.of(
        new AcuteEndpoints(
            new AcuteDesk(database, safety.reports(), tasks, law, mandates()),
            safety.letters(),
            sequencer),
        new FormEndpoints(),
        Patterns.routes(this, peering.partners()),
        Paperwork.of(this),
        Paperwork.letters(this, seal()),
        new ErasureEndpoints(
            new ErasureDesk(
                region,
                database,
                facts,
                law,
                subjects,
                new Deciding(region, settings.oin()),
                UUID::randomUUID),
            naming,
            sequencer),
        new ReviewEndpoints(
            new ReviewDesk(
                region,
                database,
                safety.reviews(),
                facts,
                references,
                safety.corrections(),
                adopting.seconds()),
            sequencer),
        Repairing.asked(this),
        Repairing.by(this, peering.partners()),
        peering.admitting().endpoints(sequencer, database),
        new SigningEndpoints(
            new SigningDesk(
                region, law, mandates(), references, random, peering.partners()::isSignedWith),
            sequencer),
        new TaskEndpoints(sequencer, taskDesk()),
        new HelpReviewEndpoints(
            sequencer, new HelpReviewDesk(region, facts, references, tasks), taskDesk()),
        new RequestEndpoints(
            sequencer,
            new RequestDesk(region, database, law, facts, tasks, words, vault, random, PARAMETERS),
            naming),
        new GezagEndpoints(sequencer, gezag(), naming),
        new GezagQuestionEndpoints(
            new GezagQuestionDesk(
                sequencer, law, facts, gezag(), afterGezag, tasks, source, UUID::randomUUID),
            naming),
        new ReadingEndpoints(
            sequencer,
            new ReadingDesk(
                region,
                database,
                law,
                facts,
                tasks,
                vault,
                random,
                PARAMETERS,
                new CategorySchemas()::fits),
            naming),
        new PresenceEndpoints(
            sequencer,
            new PresenceDesk(region, seal(), facts, law, references, PARAMETERS),
            naming),
        new JudgementEndpoints(
            sequencer, facts, new JudgementDesk(region, facts, law, vault, random), naming),
        new LifecycleEndpoints(
            new LifecycleDesk(
                region,
                database,
                law,
                facts,
                tasks,
                words,
                vault,
                random,
                PARAMETERS,
                UUID::randomUUID),
            naming,
            sequencer),
        new StopEndpoints(
            sequencer, new StopsDesk(region, database, facts, tasks, vault, random), naming),
        new HidingEndpoints(
            sequencer,
            new HidingDesk(
                region,
                database,
                facts,
                tasks,
                messages,
                safety.reviews(),
                vault,
                random,
                keyVersion),
            naming),
        new ReachEndpoints(sequencer, new DeskReach(region, database, facts, seal()), naming),
        new OnlyAtDeskEndpoints(
            sequencer, new OnlyAtDesk(region, database, facts, tasks, vault, random), naming),
        new StopMessageEndpoints(
            new StopAnswers(database, stops, consents, law, mandates()), sequencer, law),
        new LinkEndpoints(
            sequencer,
            merges(),
            new UndoDesk(region, seal(), database, facts, consents, subjects, tasks),
            naming),
        new OverrideCountEndpoints(new OverrideDesk(region, database, law, mandates()), sequencer),
        new RightsEndpoints(
            new AnswerBySystem(rights().desk(mandates(), safety.recipients()), adopting.seconds()),
            sequencer),
        new RecipientEndpoints(rights().recipients(mandates()), sequencer),
        adopting.endpoints(database, sequencer, law, peering.checks()),
        new ReceiptEndpoints(receipts));
  }

  /// What people find after logging in.
  List<OwnRoutes> forPeople(StopTable stops, TalkTable talks, ReceiptDesk receipts, Family family) {
    var tasks = tasks();
    return List.of(
        new OwnEndpoints(
            own,
            letters,
            Helping.helping(this),
            merges(),
            sequencer,
            law,
            new OwnExport(settings.oin(), region, database, own, law)),
        new OwnRequestEndpoints(
            new OwnRequestDesk(
                region, database, law, subjects, vault, random, PARAMETERS, words, keyVersion),
            sequencer,
            law),
        new NoticeEndpoints(
            new NoticeDesk(
                region, database, subjects, vault, random, PARAMETERS, words, keyVersion),
            sequencer,
            references),
        new OwnSigningEndpoints(new OwnSigningDesk(region, references), sequencer),
        new OwnStopEndpoints(new OwnStops(database, own, stops, law)),
        new TalkEndpoints(
            new TalkDesk(region, seal(), database, law, subjects, talks, tasks, keyVersion),
            sequencer,
            law),
        new OwnReadingEndpoints(
            new OwnReadingDesk(region, database, law, subjects, vault, random, keyVersion),
            sequencer),
        new OwnReceiptEndpoints(receipts),
        ownRights(FamilyPages.record(this, stops, family).lines()),
        new OwnReportEndpoints(
            new OwnReports(region, seal(), database, law, subjects, family, keyVersion)),
        new OnlookerEndpoints(
            new OnlookerDesk(
                region, seal(), database, subjects, PARAMETERS, references, keyVersion),
            sequencer),
        new HelperEndpoints(Helping.desk(this), Helping.helping(this), sequencer));
  }

  private OwnRoutes ownRights(Lines lines) {
    return new OwnRightsEndpoints(rights().answers(lines), rights().access(lines, sequencer));
  }

  /// Who may act for whom.
  Mandates mandates() {
    return peering.mandates();
  }

  /// What organisations have to do.
  Tasks tasks() {
    return adopting.tasks();
  }

  /// Where they see it and say what became of it.
  TaskDesk taskDesk() {
    return new TaskDesk(region, database, tasks(), facts, adopting.seconds());
  }

  /// What is needed to ask and to answer about one's own data.
  Rights rights() {
    return new Rights(
        region, database, law, vault, random, subjects, references, tasks(), keyVersion);
  }

  /// How professionals log in at a desk.
  ///
  /// @param known with which Sluis makes itself known to the provider
  StaffSignIn signIn(StaffSignIn.Desk desk, StaffSignIn.Line line, SigningKeys<ECKey> known) {
    var sessions = new SessionSeal(vault, random);
    return new StaffSignIn(desk, line, region, database, references, sessions, known, random);
  }

  /// How old children are.
  Ages ages() {
    return new Ages(region, database, seal());
  }

  private PersonSeal seal() {
    return new FactSeal(vault, random);
  }

  private GezagDesk gezag() {
    return new GezagDesk(region, seal(), database, facts, afterGezag, keyVersion);
  }

  private MergeDesk merges() {
    return new MergeDesk(region, seal(), database, facts, law, subjects, references, keyVersion);
  }
}
