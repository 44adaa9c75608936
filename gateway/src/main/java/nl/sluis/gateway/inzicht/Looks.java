package nl.sluis.gateway.inzicht;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.desk.HelperLooks;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Writes down that somebody looked, before anything is shown: once for each session at each child.
///
/// Turning a page is the same look. What was noted before is remembered here and nowhere else: a
/// gateway that started anew, or another one, notes it once more, which is too much and never too
/// little. Thread-safe.
final class Looks {
  private static final int REMEMBERED = 10_000;

  private final Sequencer sequencer;
  private final HelperLooks helpers;
  private final Map<Noted, Instant> noted =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Noted, Instant> eldest) {
              return size() > REMEMBERED;
            }
          });

  /// The session is known by its form token, which ends with it.
  private record Noted(String session, UUID subject, UUID person) {
    @Override
    public String toString() {
      return "look";
    }
  }

  /// @param helpers writes down the look of who helps somebody
  Looks(Sequencer sequencer, HelperLooks helpers) {
    this.sequencer = sequencer;
    this.helpers = helpers;
  }

  /// Notes the look, and returns when the row is durable.
  ///
  /// @param session a word of this session alone
  /// @return when it was written: the logbook was alive then
  Instant note(SignedIn who, String session, Place place) {
    if (who.lent().isPresent()) {
      return helpers.note(who, session, Part.REGELS);
    }
    var look = new Noted(session, place.subject(), place.person());
    var before = noted.get(look);
    if (before != null) {
      return before;
    }
    var at = sequencer.submit(work(who, place)).join();
    noted.put(look, at);
    return at;
  }

  private static Work<Instant> work(SignedIn who, Place place) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Instant> plan(Found found) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("handeling", "eigen-logboek-gelezen");
        detail.put("door", place.isSelf() ? "jongere" : "ouder-of-voogd");
        detail.put("persoon", place.person().toString());
        detail.put("betrouwbaarheid", who.level().name().toLowerCase(Locale.ROOT));
        var row = new Entry(EntryKind.INSPECTION, Optional.of(place.subject()), detail);
        return Plan.of(List.of(row), found.at());
      }
    };
  }
}
