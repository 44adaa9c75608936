package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Writes down that somebody takes a statement home, each time, before it is given.
///
/// @param who asks
/// @param place at which child, as whom
/// @param month of which
record Fetching(SignedIn who, Place place, YearMonth month) implements Work<Boolean> {
  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Boolean> plan(Found found) {
    var detail =
        JsonNodeFactory.instance
            .objectNode()
            .put("handeling", "maandoverzicht-gehaald")
            .put("door", place.isSelf() ? "jongere" : "ouder-of-voogd")
            .put("persoon", place.person().toString())
            .put("betrouwbaarheid", who.level().name().toLowerCase(Locale.ROOT))
            .put("maand", month.toString());
    return Plan.of(
        List.of(new Entry(EntryKind.INSPECTION, Optional.of(place.subject()), detail)), true);
  }
}
