package nl.sluis.gateway.overleg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.PartyRole;

/// A member looks at a table. Who sit there says something of the child, so the look is a row.
///
/// Until the list is frozen only the owner of the case sees it; who does not sit there never does.
record OverlegLook(OverlegTable table, OnBehalf onBehalf, UUID id, Kinds kinds)
    implements Work<Optional<ObjectNode>> {

  /// Knows the kinds of table of the convenant of a party.
  interface Kinds {
    Optional<OverlegKind> of(PartyRole party, String code, Instant at);
  }

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Optional<ObjectNode>> plan(Found found) throws SQLException {
    var seat = onBehalf.party();
    var seen =
        onBehalf.refusal(found).isPresent()
            ? Optional.<Overleg>empty()
            : table
                .find(found.tx(), id)
                .filter(o -> o.seatsOf(seat.oin()).contains(seat))
                .filter(o -> o.frozenAt().isPresent() || o.isOwnedBy(seat));
    var kind = seen.flatMap(o -> kinds.of(seat, o.kind(), found.at()));
    if (seen.isEmpty() || kind.isEmpty()) {
      return Plan.known(Optional.empty());
    }
    var body = OverlegJson.table(seen.get(), kind.get(), seat, table.sent(found.tx(), id, seat));
    return Plan.of(seen.get().subjects().stream().map(this::row).toList(), Optional.of(body));
  }

  private Entry row(UUID subject) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", onBehalf.caller().value());
    detail.set("namens", QuestionJson.party(onBehalf.party()));
    detail.put("handeling", "bekeken").put("kenmerk", id.toString());
    return new Entry(EntryKind.OVERLEG, Optional.of(subject), detail);
  }
}
