package nl.sluis.gateway.desk;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Authored;
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.desk.Stop;
import nl.sluis.consent.desk.StopDesk;
import nl.sluis.consent.desk.StopDraft;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where partners stop what is exchanged about somebody, weigh an objection, and lift a stop.
///
/// Who hears what: nobody but the organisation that recorded a stop can name it. May be shared
/// between threads.
public final class StopsDesk {
  private final DataSource database;
  private final FactDesk facts;
  private final Tasks tasks;
  private final StopDesk stops;
  private final Evidence evidence;
  private final OfThen ofThen;

  /// @param database for looking up whose lock to take
  /// @param facts knows which roles may record facts
  public StopsDesk(
      String region,
      DataSource database,
      FactDesk facts,
      Tasks tasks,
      KeyVault vault,
      SecureRandom random) {
    this.database = database;
    this.facts = facts;
    this.tasks = tasks;
    this.stops = new StopDesk(region);
    this.evidence = new Evidence(vault, random);
    this.ofThen = new OfThen(region, database);
  }

  /// A stop: restriction (AVG 18), objection (AVG 21), an order of a court, or a duty to keep.
  public Work<Outcome> restrict(
      Oin caller, PartyRole party, AliasKey alias, FactDesk.Sealing<StopDraft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.RESTRICTION,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          detail.put("beperking", made.kind()).put("vanaf", made.from()).put("tot", made.until());
          detail.put("herziening", made.reviewOn());
          var terms = facts.reviews(party, found.at());
          var filed =
              Filing.Result.of(stops.restrict(found.tx(), subject, made, terms, party, found.at()));
          return filed instanceof Filing.Result.Filed done && made.isObjection()
              ? done.also(toWeigh(found, party, done, terms))
              : filed;
        });
  }

  private List<Entry> toWeigh(
      Found found, PartyRole party, Filing.Result.Filed objection, ReviewTerms terms)
      throws SQLException {
    var task =
        new Task(
            TaskKind.WEIGH_OBJECTION,
            party.oin(),
            found.subject(),
            UUID.fromString(objection.id()),
            StopDesk.weighBy(terms, found.at()));
    return tasks.open(found.tx(), task, found.at());
  }

  /// A stop lifted; not an objection, which is weighed. What went along of it to the child in which
  /// its child went up is lifted with it.
  public Work<Outcome> lift(
      Oin caller, PartyRole party, Stop stop, FactDesk.Sealing<Authored> author)
      throws SQLException {
    return new Filing(
        ofThen.needs(stop.subject()),
        EntryKind.RESTRICTION,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          detail.put("opheffing", stop.id().toString());
          var current = stops.find(found.tx(), stop.id()).orElseThrow();
          var by = sealed(stop.subject(), author);
          var filed = stops.lift(found.tx(), current, by, party, found.at());
          if (!(filed instanceof Filed.Done)) {
            return Filing.Result.of(filed);
          }
          var there = OfThen.there(found);
          stops.liftCopy(found.tx(), stop.id(), there, sealed(there, author), party, found.at());
          return Filing.Result.of(filed)
              .also(OfThen.row(found, stop.subject(), EntryKind.RESTRICTION, detail))
              .also(reviewed(found, party, stop.id()));
        });
  }

  /// What a human being decided about an objection, and about what went along of it.
  public Work<Outcome> weigh(
      Oin caller, PartyRole party, Stop stop, String outcome, FactDesk.Sealing<Authored> author)
      throws SQLException {
    return new Filing(
        ofThen.needs(stop.subject()),
        EntryKind.RESTRICTION,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          detail.put("weging", stop.id().toString()).put("uitkomst", outcome);
          var current = stops.find(found.tx(), stop.id()).orElseThrow();
          var filed = weighed(found, party, current, outcome, author);
          if (!(filed instanceof Filed.Done)) {
            return Filing.Result.of(filed);
          }
          var copy = stops.copy(found.tx(), stop.id(), OfThen.there(found));
          if (copy.isPresent()) {
            var _ = weighed(found, party, copy.get(), outcome, author);
          }
          return Filing.Result.of(filed)
              .also(OfThen.row(found, stop.subject(), EntryKind.RESTRICTION, detail))
              .also(weighed(found, party, stop));
        });
  }

  private Filed weighed(
      Found found, PartyRole party, Stop stop, String outcome, FactDesk.Sealing<Authored> author)
      throws SQLException {
    var by = sealed(stop.subject(), author);
    return stops.weigh(found.tx(), stop, outcome, by, party, found.at());
  }

  private List<Entry> reviewed(Found found, PartyRole party, UUID about) throws SQLException {
    return tasks.finish(found.tx(), TaskKind.REVIEW, party.oin(), about);
  }

  private List<Entry> weighed(Found found, PartyRole party, Stop stop) throws SQLException {
    return tasks.finish(found.tx(), TaskKind.WEIGH_OBJECTION, party.oin(), stop.id());
  }

  private Authored sealed(UUID subject, FactDesk.Sealing<Authored> author) {
    return author.with(subject, proof -> evidence.seal(subject, proof));
  }

  /// The stop under this name, when this organisation recorded it.
  public Optional<Stop> find(UUID id, Oin party) throws SQLException {
    try (var connection = database.getConnection()) {
      return stops
          .find(connection, id)
          .filter(stop -> stop.recordedBy().filter(party::equals).isPresent());
    }
  }
}
