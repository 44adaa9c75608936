package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.gateway.leesmee.ReadProof;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.Presentation;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.RestsOn;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;

/// What may still pass: recorded as `verstrekt`, and given once that row is durable.
///
/// A receiver that lost the first answer may ask again until it confirms; that is a row of its own
/// (`heruitgereikt`) and never a second disclosure.
final class ReleasePlan implements Plan<HandedOver> {
  private final Postbus.Parts parts;
  private final Redecided decided;
  private final Found found;
  private final Set<DataCategory> released;
  private final Presentation presentation;
  private final Optional<ReadProof> read;
  private final Oin collector;

  /// @param read that the family read it, and what goes along; empty when nobody had to read it
  /// @param collector who collects it: the receiver, or whom it gave a mandate
  ReleasePlan(
      Postbus.Parts parts,
      Redecided decided,
      Permit permit,
      Found found,
      Optional<ReadProof> read,
      Oin collector) {
    this.parts = parts;
    this.decided = decided;
    this.found = found;
    this.released = permit.released();
    this.presentation = minimise(decided, permit);
    this.read = read;
    this.collector = collector;
  }

  private static Presentation minimise(Redecided decided, Permit permit) {
    try {
      var names = new HashSet<>(forwarded(decided, permit));
      permit.released().forEach(category -> names.add(category.name()));
      return Presentation.restore(decided.content().message()).minimise(names);
    } catch (MessageFault e) {
      throw new IllegalStateException("a stored message does not open", e);
    }
  }

  private static Set<String> forwarded(Redecided decided, Permit permit) {
    return decided.convenant().rule(permit.ruleId()).orElseThrow().forwarded();
  }

  private boolean isFirst() {
    return decided.parcel().state() == ParcelRow.State.WACHT;
  }

  @Override
  public List<Entry> entries() {
    var kind = isFirst() ? EntryKind.DISCLOSED : EntryKind.REDELIVERED;
    var detail = decided.detail();
    ParcelDetail.by(detail, collector, decided.parcel());
    read.ifPresent(proof -> detail.set("gelezen", proof.row()));
    return List.of(new Entry(kind, decided.parcel().subject(), detail));
  }

  @Override
  public void write(Writes writes, List<Logged> rows) throws SQLException {
    var row = rows.getFirst().index();
    for (var id : decided.known().consents()) {
      var transaction = decided.parcel().transaction();
      writes.add(new RestsOn(id, row, transaction, released, found.at()));
    }
    if (!isFirst()) {
      return;
    }
    writes.move(decided.parcel().released(row));
    if (read.isPresent()) {
      parts.readings().given(writes.tx(), decided.parcel().transaction(), found.at());
    }
    for (var id : decided.known().oneOffConsents()) {
      use(writes, id);
    }
  }

  /// A consent for one time is used up by this row; used twice, the whole batch is undone.
  private void use(Writes writes, UUID consent) throws SQLException {
    var ask = parts.consents().find(writes.tx(), consent).orElseThrow();
    var recorder = new Recorder.Partner(decided.parcel().sender());
    if (!parts.consents().consume(writes.tx(), ask, decided.parcel().id(), recorder, found.at())) {
      throw new IllegalStateException("a consent for one time was used twice");
    }
  }

  @Override
  public HandedOver answer(Written written) {
    var bytes =
        parts
            .binder()
            .bind(
                presentation,
                decided.parcel().receiver().oin(),
                written.row().leafHash(),
                found.at());
    return new HandedOver.Message(bytes, written.receipt(), read);
  }
}
