package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What waits for a receiver when somebody says no: asked again at once, as if the receiver came
/// for it now, and gone at once when it may not pass.
///
/// Nobody is told: the sender hears one word at the end of the parcel's term, as it would of
/// anything that was not handed over (design 10.11). May be shared between threads; it runs in the
/// transaction of its caller, after the no is on record and under the lock of the person.
public final class Withholding {
  private final Postbus.Parts parts;
  private final ParcelTable parcels;
  private final FactReader facts;

  /// @param parts what handing over needs
  public Withholding(Postbus.Parts parts, ParcelTable parcels, FactReader facts) {
    this.parts = parts;
    this.parcels = parcels;
    this.facts = facts;
  }

  /// Withholds what may not pass any more.
  ///
  /// @param found what is locked; the person among it
  /// @param sender the organisation, in whatever role
  /// @return the rows that tell of it
  public List<Entry> now(Found found, UUID subject, Purpose purpose, Oin sender, PartyRole receiver)
      throws SQLException {
    var waiting = parcels.about(found.tx(), subject, purpose, sender, receiver);
    var asked =
        waiting.stream().map(p -> new HandOver(parts, receiver.oin(), p, found.at())).toList();
    var queries = asked.stream().map(a -> a.needs().facts().orElseThrow().apply(subject)).toList();
    var read = facts.read(found.tx(), queries, found.at());
    var rows = new ArrayList<Entry>();
    var gone = new ArrayList<ParcelRow>();
    for (int i = 0; i < waiting.size(); i++) {
      var locked =
          new Found(
              found.at(),
              found.tx(),
              Optional.of(subject),
              Optional.of(read.get(i)),
              Optional.empty(),
              Optional.of(waiting.get(i)),
              found.once());
      if (asked.get(i).plan(locked) instanceof WithholdPlan withheld) {
        rows.addAll(withheld.entries());
        gone.add(withheld.parcel());
      }
    }
    parcels.move(found.tx(), gone);
    return rows;
  }
}
