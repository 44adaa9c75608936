package nl.sluis.gateway.overleg;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.overleg.OverlegDraft.MemberDraft;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.overleg.Member;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Where the owner of a case opens a table, says who sit at it, freezes the list and closes it.
///
/// The list is frozen before anything is shared, and never changes after. May be shared between
/// threads.
public final class OverlegDesk {
  private static final Set<Role> ANY = EnumSet.allOf(Role.class);

  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final SubjectReference references;
  private final Supplier<UUID> ids;
  private final OverlegTable table;

  /// @param region in whose part of the database the tables stand
  /// @param database for looking up whose lock to take
  /// @param references keys the words for people
  /// @param keys seals what is written in free words
  /// @param ids random identifiers of tables
  public OverlegDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      Mandates mandates,
      SubjectReference references,
      HourKeys keys,
      Supplier<UUID> ids) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.references = references;
    this.ids = ids;
    this.table = new OverlegTable(region, keys);
  }

  /// Opens a table about a child, by the owner of the case.
  public Work<Outcome> open(Oin caller, PartyRole party, AliasKey alias, OverlegDraft draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.OVERLEG,
        onBehalf(caller, party),
        (found, detail) -> {
          var kind = kind(party, draft.kind(), found.at());
          if (kind.isEmpty()) {
            return Filing.fault("soort", "Dit overleg staat niet in het convenant.");
          }
          var check = new DraftCheck(law.now().shelf(), references, found.at());
          check.purposeAndAgenda(kind.get(), draft);
          var told = check.familyOn(draft);
          var members = members(check, kind.get(), draft.members(), 0);
          if (members.stream().noneMatch(m -> m.caseOwner() && m.seat().equals(party))) {
            return Filing.fault("leden", "Wie een overleg opent levert de casushouder.");
          }
          if (!check.faults().isEmpty()) {
            return new Filing.Result.Stopped(new Outcome.Faulty(check.faults()));
          }
          var id = ids.get();
          table.add(
              found.tx(),
              id,
              kind.get().code(),
              new Purpose(draft.purpose()),
              draft.agenda(),
              draft.familyHow(),
              told.orElseThrow(),
              found.at());
          table.addSubject(found.tx(), id, found.subject().orElseThrow(), found.at());
          detail.put("handeling", "geopend").put("overleg", kind.get().code());
          detail.put("doel", draft.purpose()).put("agendavraag", draft.agenda());
          detail.put("gezin", draft.familyHow()).put("gezinOp", draft.familyOn());
          return seat(found, detail, id, members, draft.members());
        });
  }

  /// Adds somebody to a list that is not frozen yet.
  public Work<Outcome> addMember(Oin caller, PartyRole party, UUID id, MemberDraft draft)
      throws SQLException {
    return changing(
        caller,
        party,
        id,
        firstSubject(id),
        (found, detail, overleg) -> {
          var kind = kind(party, overleg.kind(), found.at()).orElseThrow();
          var check = new DraftCheck(law.now().shelf(), references, found.at());
          var members = members(check, kind, List.of(draft), overleg.members().size());
          if (!check.faults().isEmpty()) {
            return new Filing.Result.Stopped(new Outcome.Faulty(check.faults()));
          }
          detail.put("handeling", "lid");
          return seat(found, detail, id, members, List.of(draft));
        });
  }

  /// Adds a child, such as a brother, to a table whose list is not frozen yet.
  public Work<Outcome> addSubject(Oin caller, PartyRole party, UUID id, AliasKey alias) {
    return changing(
        caller,
        party,
        id,
        Needs.toWrite(alias),
        (found, detail, overleg) -> {
          table.addSubject(found.tx(), id, found.subject().orElseThrow(), found.at());
          detail.put("handeling", "betrokkene");
          return new Filing.Result.Filed(id.toString());
        });
  }

  /// Freezes the list, when nothing is wrong with it; from then on members can send.
  public Work<Outcome> freeze(Oin caller, PartyRole party, UUID id) throws SQLException {
    return changing(
        caller,
        party,
        id,
        firstSubject(id),
        (found, detail, overleg) -> {
          var kind = kind(party, overleg.kind(), found.at()).orElseThrow();
          var list = new MemberList(kind, overleg.members());
          var faults =
              list.faults().stream().map(f -> new Outcome.Fault(f.field(), f.sentence())).toList();
          if (!faults.isEmpty()) {
            return new Filing.Result.Stopped(new Outcome.Faulty(faults));
          }
          table.addStep(found.tx(), id, "bevroren", found.at());
          detail.put("handeling", "bevroren");
          detail.put("uitwisselingen", list.exchanges(overleg.subjects()).size());
          OverlegJson.seats(detail.putArray("leden"), overleg.members());
          return new Filing.Result.Filed(id.toString());
        });
  }

  /// Closes a table: nothing more can be sent for it.
  public Work<Outcome> close(Oin caller, PartyRole party, UUID id) throws SQLException {
    return owned(
        caller,
        party,
        id,
        firstSubject(id),
        (found, detail, overleg) -> {
          if (overleg.closedAt().isEmpty()) {
            table.addStep(found.tx(), id, "gesloten", found.at());
          }
          detail.put("handeling", "gesloten");
          return new Filing.Result.Filed(id.toString());
        });
  }

  /// Looks at a table, as one who sits at it; the look is a row about every child it is about.
  public Work<Optional<ObjectNode>> look(Oin caller, PartyRole party, UUID id) {
    return new OverlegLook(table, onBehalf(caller, party), id, this::kind);
  }

  /// The tables at which this organisation sits in this role, the newest first, at most two
  /// hundred.
  ///
  /// Tells what a table is for and how it stands, never who sits there or about whom it is: for
  /// that there is the look, which is a row.
  public List<ObjectNode> list(PartyRole seat, Instant now) throws SQLException {
    var lines = new ArrayList<ObjectNode>();
    if (!law.now().isBoundAs(seat, now)) {
      return lines;
    }
    try (var connection = database.getConnection()) {
      for (var listed : table.ofSeat(connection, seat)) {
        var overleg = table.find(connection, listed.id()).orElseThrow();
        kind(seat, overleg.kind(), now)
            .ifPresent(kind -> lines.add(OverlegJson.listed(listed, overleg, kind, seat)));
      }
    }
    return lines;
  }

  /// Puts on record that the members met, and who was there: a row about the child and nothing
  /// else. A table owns no data, so what was said is in no place but the minutes.
  public Work<Outcome> meet(Oin caller, PartyRole party, UUID id, MeetingDraft draft)
      throws SQLException {
    return owned(
        caller,
        party,
        id,
        firstSubject(id),
        (found, detail, overleg) -> {
          var faults = draft.faults(overleg, found.at());
          if (!faults.isEmpty()) {
            return new Filing.Result.Stopped(new Outcome.Faulty(faults));
          }
          detail.put("handeling", "gehouden").put("gehoudenOp", draft.day());
          detail.put("gezin", draft.family());
          OverlegJson.seats(detail.putArray("aanwezig"), draft.present(overleg));
          return new Filing.Result.Filed(id.toString());
        });
  }

  private Filing.Result seat(
      Found found, ObjectNode detail, UUID id, List<Member> members, List<MemberDraft> drafts)
      throws SQLException {
    for (var member : members) {
      table.addMember(found.tx(), id, member, found.at());
    }
    OverlegJson.seats(detail.putArray("leden"), members);
    var reasons = detail.putArray("redenen");
    drafts.stream().map(MemberDraft::reason).filter(r -> !r.isBlank()).forEach(reasons::add);
    return new Filing.Result.Filed(id.toString());
  }

  private static List<Member> members(
      DraftCheck check, OverlegKind kind, List<MemberDraft> drafts, int seated) {
    var members = new ArrayList<Member>();
    if (drafts.size() + seated > kind.most()) {
      check.faults().add(new Outcome.Fault("leden", "Aan deze tafel zitten te veel mensen."));
    }
    for (int i = 0; i < drafts.size(); i++) {
      check.member(kind, drafts.get(i), "leden[" + i + "]").ifPresent(members::add);
    }
    return members;
  }

  /// The lock of the child for whom the table was opened, so that its rows are about that child.
  private Needs firstSubject(UUID id) throws SQLException {
    try (var connection = database.getConnection()) {
      return table
          .find(connection, id)
          .map(overleg -> Needs.toWrite(overleg.subjects().getFirst()))
          .orElseGet(Needs::nothing);
    }
  }

  private interface Change {
    Filing.Result make(Found found, ObjectNode detail, Overleg overleg) throws SQLException;
  }

  private Work<Outcome> changing(Oin caller, PartyRole party, UUID id, Needs needs, Change change) {
    return owned(
        caller,
        party,
        id,
        needs,
        (found, detail, overleg) ->
            overleg.state().equals("geopend")
                ? change.make(found, detail, overleg)
                : Filing.notAllowed(
                    Denial.LEDENLIJST_BEVROREN, "De lijst is bevroren en verandert niet meer."));
  }

  /// Only the owner of the case changes a table; to others it is not there.
  private Work<Outcome> owned(Oin caller, PartyRole party, UUID id, Needs needs, Change change) {
    return new Filing(
        needs,
        EntryKind.OVERLEG,
        onBehalf(caller, party),
        (found, detail) -> {
          table.lock(found.tx(), id);
          var overleg = table.find(found.tx(), id).filter(o -> o.isOwnedBy(party));
          return overleg.isEmpty() ? Filing.notThere() : change.make(found, detail, overleg.get());
        });
  }

  private Optional<OverlegKind> kind(PartyRole party, String code, Instant at) {
    return law.now().inForce(at).stream()
        .filter(c -> c.parties().containsKey(party.oin()))
        .flatMap(c -> c.arrangements().table(code).stream())
        .findFirst();
  }

  private OnBehalf onBehalf(Oin caller, PartyRole party) {
    return new OnBehalf(caller, party, Optional.empty(), ANY, law, mandates);
  }
}
