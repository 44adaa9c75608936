package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Correction;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.postbus.ParcelDetail;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.stopbericht.Terms;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.terugroeping.Reversal;
import nl.sluis.gateway.terugroeping.Reversal.Effect;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.gateway.terugroeping.ReversalStatement;
import nl.sluis.gateway.terugroeping.Reversals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where a sender calls back or replaces what it sent, and a receiver gives back what is not for it
/// (AVG 5(1)(c), (d) and (f); design 10.11).
///
/// Under one lock with collecting: either it is not handed over any more, or it was, and then its
/// receiver is asked. What was withheld before and what is withheld now are told alike, so nobody
/// learns from calling back that a family said no. A report that may not lapse is never withheld by
/// its sender. May be shared between threads.
public final class ReversalDesk {
  private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final ParcelTable parcels;
  private final Reversals reversals;
  private final Corrections corrections;
  private final Tasks tasks;

  /// @param database for looking; what is said is put on record by the sequencer
  /// @param corrections what receivers are told
  public ReversalDesk(
      DataSource database,
      CurrentLaw law,
      Mandates mandates,
      ParcelTable parcels,
      Reversals reversals,
      Corrections corrections,
      Tasks tasks) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.parcels = parcels;
    this.reversals = reversals;
    this.corrections = corrections;
    this.tasks = tasks;
  }

  /// The work of undoing what this statement names; empty when there is nothing under that name
  /// that this caller could have sent, or collected.
  ///
  /// @param caller who brings it; MUST be who signed
  public Optional<Work<Outcome>> undo(Oin caller, ReversalStatement said, Instant now)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var parcel = parcel(connection, said);
      return parcel.isPresent()
              && caller.equals(said.signer())
              && mandates.allows(
                  connection, caller, side(said, parcel.get()), parcel.get().purpose(), now)
          ? Optional.of(work(caller, said, parcel.get()))
          : Optional.empty();
    }
  }

  private Optional<ParcelRow> parcel(Connection tx, ReversalStatement said) throws SQLException {
    return said.kind() == ReversalKind.RETOUR
        ? parcels.get(tx, said.about())
        : parcels.ofExchange(tx, said.about());
  }

  private static PartyRole side(ReversalStatement said, ParcelRow parcel) {
    return said.kind() == ReversalKind.RETOUR ? parcel.receiver() : parcel.sender();
  }

  /// Was this number used by its signer for another statement?
  public boolean isOther(ReversalStatement said) throws SQLException {
    try (var connection = database.getConnection()) {
      return reversals
          .said(connection, said.signer(), said.jti())
          .filter(before -> !before.said().text().equals(said.text()))
          .isPresent();
    }
  }

  private Work<Outcome> work(Oin caller, ReversalStatement said, ParcelRow known) {
    var needs =
        new Needs(
            Optional.empty(),
            known.subject(),
            Optional.empty(),
            Optional.of(known.id()),
            Optional.empty(),
            known.subject().isPresent());
    return new Filing(
        needs,
        said.kind().row(),
        new OnBehalf(
            caller, side(said, known), Optional.of(known.purpose()), ANYBODY, law, mandates),
        (found, detail) -> {
          var parcel = found.parcel().filter(p -> p.subject().equals(known.subject()));
          return parcel.isEmpty() ? Filing.notThere() : undone(found, said, parcel.get(), detail);
        });
  }

  private Filing.Result undone(
      Found found, ReversalStatement said, ParcelRow parcel, ObjectNode detail)
      throws SQLException {
    var before = reversals.said(found.tx(), said.signer(), said.jti());
    if (before.isPresent()) {
      return again(before.get(), said);
    }
    boolean returns = said.kind() == ReversalKind.RETOUR;
    var undone =
        returns
            ? reversals.byReceiver(found.tx(), parcel.transaction())
            : reversals.bySender(found.tx(), parcel.transaction());
    if (undone.isPresent()) {
      return Filing.notAllowed(Denial.AL_TERUGGEROEPEN, Denial.AL_TERUGGEROEPEN.sentence());
    }
    if (returns) {
      return returned(found, said, parcel, detail);
    }
    return said.by().isEmpty() || isReplacement(found, said.by().get(), parcel)
        ? calledBack(found, said, parcel, detail)
        : Filing.fault(
            "vervangenDoor",
            "Noem de transactie van een later bericht, dat van u is aangenomen over hetzelfde kind,"
                + " aan dezelfde ontvanger en voor hetzelfde doel.");
  }

  /// Who lost the answer asks again and hears the same.
  private static Filing.Result again(Reversal before, ReversalStatement said) {
    return before.said().text().equals(said.text())
        ? new Filing.Result.Stopped(
            new Outcome.Done(before.id().toString(), "", told(before.effect(), before.due())))
        : taken();
  }

  private static Filing.Result taken() {
    return Filing.fault("jti", "Deze `jti` hoort bij een andere verklaring; gebruik een nieuwe.");
  }

  private static Map<String, String> told(Effect effect, Optional<Instant> due) {
    var told = new HashMap<String, String>();
    told.put("gevolg", effect.code());
    due.ifPresent(day -> told.put("uiterlijk", day.toString()));
    return told;
  }

  /// It passed the gate itself, after this one, and about the same.
  private boolean isReplacement(Found found, UUID by, ParcelRow parcel) throws SQLException {
    return parcels
        .ofExchange(found.tx(), by)
        .filter(other -> !other.id().equals(parcel.id()))
        .filter(other -> other.sender().equals(parcel.sender()))
        .filter(other -> other.receiver().equals(parcel.receiver()))
        .filter(other -> other.purpose().equals(parcel.purpose()))
        .filter(other -> other.subject().equals(parcel.subject()))
        .filter(other -> !other.acceptedAt().isBefore(parcel.acceptedAt()))
        .isPresent();
  }

  private Filing.Result calledBack(
      Found found, ReversalStatement said, ParcelRow parcel, ObjectNode detail)
      throws SQLException {
    boolean asks = isGone(parcel) || parcel.neverLapses();
    var due = asks ? Optional.of(dueOfAsking(found, parcel)) : Optional.<Instant>empty();
    var one = reversal(found, said, parcel, asks ? Effect.GEVRAAGD : Effect.INGEHOUDEN, due);
    if (!reversals.add(found.tx(), one)) {
      return taken();
    }
    var rows = new ArrayList<Entry>();
    if (isGone(parcel) || !parcel.neverLapses()) {
      rows.addAll(shred(found, parcel));
    }
    if (due.isPresent()) {
      detail.put("gevraagdSha256", ask(found, said, parcel, due.get()).digest());
      rows.addAll(
          open(found, TaskKind.UNDO_AS_SENDER_ASKS, parcel.receiver().oin(), parcel, due.get()));
      rows.addAll(
          open(found, TaskKind.RECALL_UNANSWERED, parcel.sender().oin(), parcel, due.get()));
    }
    return filed(one, said, parcel, detail, rows);
  }

  /// When it was asked before, for whatever cause, that day stands.
  private Instant dueOfAsking(Found found, ParcelRow parcel) throws SQLException {
    return corrections
        .find(found.tx(), parcel.transaction())
        .map(Correction::due)
        .orElseGet(() -> due(found, parcel));
  }

  private Correction ask(Found found, ReversalStatement said, ParcelRow parcel, Instant due)
      throws SQLException {
    var told =
        new Corrections.Told(
            said.kind() == ReversalKind.RECTIFICATIE
                ? Correction.Cause.RECTIFICATIE
                : Correction.Cause.TERUGROEPING,
            parcel.transaction(),
            parcel.sender().oin(),
            parcel.receiver(),
            parcel.purpose(),
            parcel.subject(),
            said.by());
    return corrections.asked(found.tx(), told, found.at(), due);
  }

  private Instant due(Found found, ParcelRow parcel) {
    return Terms.confirm(law.now(), parcel.sender(), parcel.receiver(), found.at());
  }

  private List<Entry> open(
      Found found, TaskKind kind, Oin organisation, ParcelRow parcel, Instant due)
      throws SQLException {
    var task = new Task(kind, organisation, parcel.subject(), parcel.transaction(), due);
    return tasks.open(found.tx(), task, found.at());
  }

  private Filing.Result returned(
      Found found, ReversalStatement said, ParcelRow parcel, ObjectNode detail)
      throws SQLException {
    if (!isTheirs(found, parcel)) {
      return Filing.notThere();
    }
    var due = due(found, parcel);
    var one = reversal(found, said, parcel, Effect.TERUGGEGEVEN, Optional.of(due));
    if (!reversals.add(found.tx(), one)) {
      return taken();
    }
    var rows = new ArrayList<>(shred(found, parcel));
    rows.addAll(open(found, TaskKind.LOOK_AT_RETURN, parcel.sender().oin(), parcel, due));
    return filed(one, said, parcel, detail, rows);
  }

  /// Does its receiver have it, or can it have it now?
  private static boolean isTheirs(Found found, ParcelRow parcel) {
    return switch (parcel.state()) {
      case UITGEREIKT, BEVESTIGD -> true;
      case WACHT -> parcel.neverLapses() || found.at().isBefore(parcel.dueAt());
      case INGEHOUDEN, VERVALLEN -> false;
    };
  }

  private static boolean isGone(ParcelRow parcel) {
    return parcel.state() == ParcelRow.State.UITGEREIKT
        || parcel.state() == ParcelRow.State.BEVESTIGD;
  }

  /// What Sluis still keeps of it is gone; what was not handed over will not be.
  private List<Entry> shred(Found found, ParcelRow parcel) throws SQLException {
    boolean waits = parcel.state() == ParcelRow.State.WACHT;
    if (!waits && parcel.payload() == null) {
      return List.of();
    }
    var state = waits ? ParcelRow.State.INGEHOUDEN : parcel.state();
    parcels.move(found.tx(), List.of(parcel.shredded(state)));
    var kind = waits ? EntryKind.NOT_DELIVERED : EntryKind.SHREDDED;
    return List.of(new Entry(kind, parcel.subject(), ParcelDetail.of(parcel)));
  }

  private static Reversal reversal(
      Found found, ReversalStatement said, ParcelRow parcel, Effect effect, Optional<Instant> due) {
    return new Reversal(
        UUID.randomUUID(),
        Reversal.Exchange.of(parcel),
        Reversal.Said.of(said),
        effect,
        found.at(),
        due);
  }

  private static Filing.Result filed(
      Reversal one, ReversalStatement said, ParcelRow parcel, ObjectNode detail, List<Entry> rows) {
    detail.setAll(ParcelDetail.of(parcel));
    detail.put("verstrekt", isGone(parcel));
    detail.put("reden", said.reason()).put("functie", said.function());
    detail.put("gevolg", one.effect().code()).put("verklaringSha256", said.digest());
    said.by().ifPresent(other -> detail.put("vervangenDoor", other.toString()));
    one.due().ifPresent(due -> detail.put("uiterlijk", due.toString()));
    return new Filing.Result.Filed(one.id().toString(), told(one.effect(), one.due()), rows);
  }
}
