package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.TakenBack;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Letters;
import nl.sluis.consent.subject.Letters.Sent;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.Merges.Merge;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.consent.subject.Unmerging;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.SubjectParcels;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation sees the links it made, and undoes one that was wrong.
///
/// A place at a child is taken back from who opened another's letter; two children that were taken
/// for one are two again. What follows is told before and after. May be shared between threads.
public final class UndoDesk {
  /// What went out to the wrong one is perhaps to be reported within 72 hours (AVG 33 lid 1).
  private static final Duration REPORT = Duration.ofDays(3);

  private final DataSource database;
  private final FactDesk facts;
  private final ConsentDesk consents;
  private final Letters letters;
  private final Merges merges;
  private final Unmerging unmerging;
  private final PlaceRegister places;
  private final TakenBack takenBack;
  private final Taking taking;
  private final SubjectParcels parcels;
  private final Tasks tasks;

  /// @param facts knows who may put something on record
  /// @param seal opens what singles a person out
  /// @param consents knows what was asked
  /// @param tasks of the officers who must look at what went out
  public UndoDesk(
      String region,
      PersonSeal seal,
      DataSource database,
      FactDesk facts,
      ConsentDesk consents,
      SubjectRegister subjects,
      Tasks tasks) {
    this.tasks = tasks;
    this.database = database;
    this.facts = facts;
    this.consents = consents;
    this.letters = new Letters(region);
    this.merges = new Merges(region, seal, subjects);
    this.unmerging = new Unmerging(region, seal, subjects);
    this.places = new PlaceRegister(region);
    this.takenBack = new TakenBack(region);
    this.taking = new Taking(region);
    this.parcels = new SubjectParcels(region);
  }

  /// What became of the asking.
  public sealed interface Told {
    /// It is so.
    ///
    /// @param body what is told
    /// @param receipt the proof of its row; empty when nothing was done
    record So(ObjectNode body, String receipt) implements Told {}

    /// It may not be, or is not there.
    record Not(Outcome outcome) implements Told {}
  }

  /// A link that can be undone.
  private sealed interface Link {
    record OfLetter(Sent sent) implements Link {}

    record OfMerge(Merge merge) implements Link {}
  }

  /// The links that this organisation made at one child, or that moved its own reference.
  public Work<Told> list(Oin caller, PartyRole party, AliasKey alias) {
    var onBehalf = facts.onBehalf(caller, party, Optional.empty());
    return work(
        Needs.toWrite(alias),
        onBehalf,
        found -> {
          var body = JsonNodeFactory.instance.objectNode();
          var list = body.putArray("koppelingen");
          var subject = found.subject().orElseThrow();
          for (var sent : letters.about(found.tx(), subject)) {
            if (sent.isBy(party.oin())) {
              list.add(letter(found, sent));
            }
          }
          for (var merge : merges.into(found.tx(), subject)) {
            if (isOf(found.tx(), merge, party.oin())) {
              list.add(merge(merge));
            }
          }
          return Plan.known(new Told.So(body, ""));
        });
  }

  /// What would follow if this link were undone; nothing is done.
  public Optional<Work<Told>> preview(Oin caller, PartyRole party, UUID id) throws SQLException {
    return link(party.oin(), id)
        .map(
            link ->
                work(
                    needs(link),
                    facts.onBehalf(caller, party, Optional.empty()),
                    found ->
                        Plan.known(
                            new Told.So(consequences(found, link).of(party.oin()).json(), ""))));
  }

  /// Undoes it.
  ///
  /// @param confirmedBy the two who looked at it
  /// @return empty when this organisation has no such link
  public Optional<Work<Told>> undo(Oin caller, PartyRole party, UUID id, List<Acting> confirmedBy)
      throws SQLException {
    return link(party.oin(), id)
        .map(
            link ->
                work(
                    needs(link),
                    facts.onBehalf(caller, party, Optional.empty()),
                    found -> undo(found, party, link, confirmedBy)));
  }

  private Plan<Told> undo(Found found, PartyRole party, Link link, List<Acting> confirmedBy)
      throws SQLException {
    if (!FourEyes.areTwo(confirmedBy)) {
      return not(
          new Outcome.NotAllowed(
              Denial.VIER_OGEN_NODIG, "Een koppeling wordt ongedaan gemaakt door twee personen."));
    }
    if (isUndone(found.tx(), link)) {
      return not(new Outcome.NotThere());
    }
    var follows = consequences(found, link);
    var by = party.oin() + "/" + party.role();
    var subjects = new ArrayList<UUID>();
    switch (link) {
      case Link.OfLetter(Sent sent) -> {
        var held = places.by(found.tx(), sent.letter().id());
        if (held.isPresent()) {
          taking.takeBack(found.tx(), held.get(), by, found.at());
        } else {
          letters.use(found.tx(), sent.letter().id(), found.at());
        }
        subjects.add(sent.letter().place().subject());
      }
      case Link.OfMerge(Merge merge) -> {
        var senders = merges.owners(found.tx(), merge);
        takenBack.aboutAnother(found.tx(), unmerging.asks(found.tx(), merge), found.at());
        unmerging.undo(found.tx(), merge, by, found.at());
        parcels.repoint(found.tx(), merge.pair().into(), merge.pair().from(), Optional.of(senders));
        subjects.add(merge.pair().into());
        subjects.add(merge.pair().from());
      }
    }
    var detail = follows.json().put("koppeling", "ongedaan").put("door", by);
    detail.put("kenmerk", id(link).toString());
    FourEyes.tell(detail, confirmedBy);
    var rows = new ArrayList<Entry>();
    subjects.forEach(s -> rows.add(new Entry(EntryKind.LINK, Optional.of(s), detail.deepCopy())));
    for (var officer : follows.officers()) {
      rows.addAll(
          tasks.open(
              found.tx(),
              new Task(
                  TaskKind.LINK_UNDONE,
                  officer,
                  Optional.of(subjects.getFirst()),
                  id(link),
                  found.at().plus(REPORT)),
              found.at()));
    }
    var body = follows.of(party.oin()).json();
    return new Linked<>(
        rows,
        receipt ->
            new Told.So(
                body.put("id", id(link).toString()).put("ontvangstbewijs", receipt), receipt));
  }

  private Consequences consequences(Found found, Link link) throws SQLException {
    var tx = found.tx();
    switch (link) {
      case Link.OfLetter(Sent sent) -> {
        var held = places.by(tx, sent.letter().id());
        if (held.isEmpty()) {
          return new Consequences(new TreeSet<>(), List.of(), List.of());
        }
        var said = taking.saidFrom(tx, held.get());
        var asks = new ArrayList<ConsentAsk>();
        for (var ask : said) {
          consents.find(tx, ask).ifPresent(asks::add);
        }
        return Consequences.of(said, asks, parcels.about(tx, held.get().place().subject()));
      }
      case Link.OfMerge(Merge merge) -> {
        var said = takenBack.withYes(tx, unmerging.asks(tx, merge));
        return Consequences.of(
            said, merges.owners(tx, merge), parcels.about(tx, merge.pair().into()));
      }
    }
  }

  private Optional<Link> link(Oin party, UUID id) throws SQLException {
    try (var connection = database.getConnection()) {
      var letter = letters.sent(connection, id).filter(sent -> sent.isBy(party));
      if (letter.isPresent()) {
        return letter.map(Link.OfLetter::new);
      }
      var merge = merges.find(connection, id);
      return merge.isPresent() && isOf(connection, merge.get(), party)
          ? merge.map(Link.OfMerge::new)
          : Optional.empty();
    }
  }

  private boolean isOf(Connection tx, Merge merge, Oin party) throws SQLException {
    var owners = merges.owners(tx, merge);
    return owners.contains(party)
        || (!owners.isEmpty() && merge.by().startsWith(party.value() + "/"));
  }

  private boolean isUndone(Connection tx, Link link) throws SQLException {
    return switch (link) {
      case Link.OfLetter(Sent sent) ->
          places.by(tx, sent.letter().id()).isEmpty()
              && letters.sent(tx, sent.letter().id()).filter(s -> s.letter().used()).isPresent();
      case Link.OfMerge(Merge merge) ->
          merges.find(tx, merge.id()).filter(m -> !m.undone()).isEmpty();
    };
  }

  private static Needs needs(Link link) {
    return switch (link) {
      case Link.OfLetter(Sent sent) -> Needs.toWrite(sent.letter().place().subject());
      case Link.OfMerge(Merge merge) -> Needs.toWrite(merge.pair().into()).and(merge.pair().from());
    };
  }

  private static UUID id(Link link) {
    return switch (link) {
      case Link.OfLetter(Sent sent) -> sent.letter().id();
      case Link.OfMerge(Merge merge) -> merge.id();
    };
  }

  private ObjectNode letter(Found found, Sent sent) throws SQLException {
    var letter = sent.letter();
    var held = places.by(found.tx(), letter.id());
    var state =
        letter.used()
            ? held.isPresent() ? "ingewisseld" : "ongedaan"
            : letter.isGood(found.at()) ? "wacht" : "verlopen";
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", letter.id().toString())
        .put("soort", "brief")
        .put("stand", state)
        .put("geldigTot", letter.expiresAt().toString());
  }

  private static ObjectNode merge(Merge merge) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", merge.id().toString())
        .put("soort", "samenvoeging")
        .put("stand", merge.undone() ? "ongedaan" : "samengevoegd")
        .put("op", merge.at().toString());
  }

  private static Plan<Told> not(Outcome outcome) {
    return Plan.known(new Told.Not(outcome));
  }

  @FunctionalInterface
  private interface Act {
    Plan<Told> plan(Found found) throws SQLException;
  }

  private static Work<Told> work(Needs needs, OnBehalf onBehalf, Act act) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return needs;
      }

      @Override
      public Plan<Told> plan(Found found) throws SQLException {
        var refusal = onBehalf.refusal(found);
        return refusal.isPresent() ? not(refusal.get()) : act.plan(found);
      }
    };
  }
}
