package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.Asked;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.EndDesk;
import nl.sluis.consent.desk.EndDraft;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.RenewDesk;
import nl.sluis.consent.desk.RenewalDraft;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.sight.PartyConsents;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.FactDesk.Sealing;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where partners end a consent, let it rest, set a record right, write down a renewal, or look how
/// it stands. May be shared between threads.
public final class LifecycleDesk {
  private final DataSource database;
  private final CurrentLaw law;
  private final FactDesk facts;
  private final Tasks tasks;
  private final Words words;
  private final FamilyDesk families;
  private final ConsentDesk consents;
  private final EndDesk ends;
  private final RenewDesk renewals;
  private final PartyConsents seen;
  private final Evidence evidence;
  private final Supplier<UUID> ids;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may act for whom, and whose question it is
  /// @param tasks for who must weigh again
  /// @param ids random identifiers of suspensions
  public LifecycleDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      FactDesk facts,
      Tasks tasks,
      Words words,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      Supplier<UUID> ids) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.law = law;
    this.facts = facts;
    this.tasks = tasks;
    this.words = words;
    this.families = new FamilyDesk(region, seal);
    this.consents = new ConsentDesk(region, seal, parameters);
    this.ends = new EndDesk(region, seal);
    this.renewals = new RenewDesk(region, seal);
    this.seen = new PartyConsents(region, seal, consents);
    this.ids = ids;
    this.evidence = new Evidence(vault, random);
  }

  /// How one question stands, for the organisation that sends or receives on it.
  public Optional<PartyConsents.Line> look(UUID id, Oin party, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return seen.of(connection, id, party, (tx, ask) -> askable(tx, ask, now), now);
    }
  }

  /// The question under this identifier, when this party is the one that asked it or would receive.
  public Optional<ConsentAsk> ask(UUID id, PartyRole party) throws SQLException {
    return facts.ask(id, party);
  }

  /// It ends, rests, or a record of it is set right; it counts from the commit.
  public Work<Outcome> end(Oin caller, PartyRole party, ConsentAsk ask, Sealing<EndDraft> draft) {
    return new Filing(
        Needs.toWrite(ask.subject()),
        EntryKind.CONSENT_ENDED,
        facts.onBehalf(caller, party, Optional.of(ask.purpose())),
        (found, detail) -> {
          var made = draft.with(ask.subject(), proof -> evidence.seal(ask.subject(), proof));
          tell(detail.put("toestemming", ask.id().toString()), made);
          return words.about(found, ask, () -> ended(found, party, ask, made, detail));
        });
  }

  private Filing.Result ended(
      Found found, PartyRole party, ConsentAsk ask, EndDraft made, ObjectNode detail)
      throws SQLException {
    var ended =
        ends.end(
            found.tx(),
            ask,
            made,
            new Recorder.Partner(party),
            askable(found.tx(), ask, found.at()).parameters(),
            found.at());
    return ended.until().isPresent()
        ? suspended(found, party, ask, ended.until().get(), detail)
        : Filing.Result.of(ended.filed());
  }

  /// What rests for safety is weighed again by who let it rest, on the day on which that ends.
  private Filing.Result suspended(
      Found found, PartyRole party, ConsentAsk ask, Instant until, ObjectNode detail)
      throws SQLException {
    var id = ids.get();
    detail.put("opschorting", id.toString());
    var task = new Task(TaskKind.REVIEW, party.oin(), Optional.of(ask.subject()), id, until);
    return new Filing.Result.Filed(
        ask.id().toString(),
        Map.of("opschorting", id.toString()),
        tasks.open(found.tx(), task, found.at()));
  }

  /// Somebody says again what that person said before, for a new term.
  public Work<Outcome> renewal(
      Oin caller, PartyRole party, ConsentAsk ask, Sealing<RenewalDraft> draft) {
    return new Filing(
        Needs.toWrite(ask.subject()),
        EntryKind.CONSENT,
        facts.onBehalf(caller, party, Optional.of(ask.purpose())),
        (found, detail) -> {
          var made = draft.with(ask.subject(), proof -> evidence.seal(ask.subject(), proof));
          detail.put("toestemming", ask.id().toString()).put("uitspraak", "vernieuwd");
          detail.put("kanaal", made.said().channel()).put("geldigTot", made.validUntil());
          Asked asked = consents.shown(found.tx(), ask.id()).orElseThrow();
          return facts.told(
              found,
              detail,
              renewals.renew(
                  found.tx(),
                  asked,
                  made,
                  new Recorder.Partner(party),
                  askable(found.tx(), ask, found.at()),
                  found.at()));
        });
  }

  private Askable askable(Connection tx, ConsentAsk ask, Instant at) throws SQLException {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(tx, ask.subject(), day).map(Municipality::new);
    return new AskableNow(law.now(), at, lives).find(ask.purpose(), ask.sender(), ask.receiver());
  }

  private static void tell(ObjectNode detail, EndDraft draft) {
    switch (draft) {
      case EndDraft.Revocation _ -> detail.put("einde", "herroepen");
      case EndDraft.Invalidation invalid ->
          detail
              .put("einde", "ongeldig-verklaard")
              .put("instantie", invalid.authority())
              .put("datum", invalid.decidedOn());
      case EndDraft.Suspension resting ->
          detail.put("einde", "opgeschort").put("tot", resting.until());
      case EndDraft.Correction wrong ->
          detail.put("einde", "gecorrigeerd").put("uitspraak", wrong.utterance());
    }
  }
}
