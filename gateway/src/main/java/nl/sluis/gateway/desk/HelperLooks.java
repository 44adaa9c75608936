package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.machtiging.Machtigingen;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.Lent;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Writes down that a helper looked, in the logbook and for the giver to see, before anything is
/// shown: once for each session, with each part.
///
/// What was noted before is remembered here and nowhere else: a gateway that started anew notes it
/// once more. Thread-safe.
public final class HelperLooks {
  private static final int REMEMBERED = 10_000;

  private final Sequencer sequencer;
  private final Machtigingen given;
  private final Map<Noted, Instant> noted =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Noted, Instant> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Noted(String session, UUID lent, Part part) {
    @Override
    public String toString() {
      return "look of a helper";
    }
  }

  /// @param region in whose part of the database the giver sees it
  public HelperLooks(String region, Sequencer sequencer) {
    this.sequencer = sequencer;
    this.given = new Machtigingen(region);
  }

  /// Notes the look, and returns when the row is durable.
  ///
  /// @param giver whose sight is lent
  /// @param session a word of the session of the helper alone
  /// @return when it was written
  public Instant note(SignedIn giver, String session, Part part) {
    var lent = giver.lent().orElseThrow();
    var look = new Noted(session, lent.id(), part);
    var before = noted.get(look);
    if (before != null) {
      return before;
    }
    var at = sequencer.submit(work(giver, lent, part)).join();
    noted.put(look, at);
    return at;
  }

  private Work<Instant> work(SignedIn giver, Lent lent, Part part) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Instant> plan(Found found) throws SQLException {
        given.looked(found.tx(), lent.id(), part, found.at());
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("handeling", "helper-keek").put("door", "helper");
        detail.put("machtiging", lent.id().toString()).put("wat", part.code());
        detail.put("betrouwbaarheid", giver.sureness());
        var row = new Entry(EntryKind.INSPECTION, Optional.of(lent.subject()), detail);
        return Plan.of(List.of(row), found.at());
      }
    };
  }
}
