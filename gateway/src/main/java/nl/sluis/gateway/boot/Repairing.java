package nl.sluis.gateway.boot;

import nl.sluis.gateway.desk.CorrectionDesk;
import nl.sluis.gateway.desk.ReversalDesk;
import nl.sluis.gateway.desk.ReversalLook;
import nl.sluis.gateway.http.CorrectionEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.http.ReversalEndpoints;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.terugroeping.Reversals;

/// What undoes or replaces what went out, joined to what it needs.
final class Repairing {
  private Repairing() {}

  /// Where a receiver reads what it is asked to undo, and says what it did.
  static PartnerRoutes asked(Desks on) {
    var reversals = new Reversals(on.region());
    return new CorrectionEndpoints(
        new CorrectionDesk(
            on.database(),
            on.mandates(),
            on.safety().corrections(),
            reversals,
            on.tasks(),
            on.facts()),
        on.sequencer());
  }

  /// Where a sender calls back or replaces, and a receiver gives back.
  static PartnerRoutes by(Desks on, PartnerRegister partners) {
    var desk =
        new ReversalDesk(
            on.database(),
            on.law(),
            on.mandates(),
            new ParcelTable(on.region()),
            new Reversals(on.region()),
            on.safety().corrections(),
            on.tasks());
    return new ReversalEndpoints(desk, look(on), partners, on.sequencer());
  }

  /// Knows what was called back and replaced, and how that stands.
  static ReversalLook look(Desks on) {
    return new ReversalLook(
        on.database(), on.mandates(), new Reversals(on.region()), on.safety().corrections());
  }
}
