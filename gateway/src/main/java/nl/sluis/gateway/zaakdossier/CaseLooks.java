package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.toezicht.Officer;

/// Writes down that an officer looked at a case, before anything of it is shown: once for each
/// session at each case.
///
/// What was noted before is remembered here alone, so that another gateway notes it once more,
/// which is too much and never too little. Thread-safe.
final class CaseLooks {
  private static final int REMEMBERED = 10_000;

  private final Sequencer sequencer;
  private final Map<Noted, Boolean> noted =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Noted, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  /// The session is known by its form token, which ends with it.
  private record Noted(String session, UUID id) {
    @Override
    public String toString() {
      return "look";
    }
  }

  CaseLooks(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  /// Notes the look, and returns when the row is durable.
  void note(Officer who, CaseFile one) {
    var look = new Noted(who.formToken(), one.id());
    if (!noted.containsKey(look)) {
      note(who, one, "zaak-gezien");
      noted.put(look, true);
    }
  }

  /// Notes this look however often there was one before.
  void note(Officer who, CaseFile one, String what) {
    sequencer.submit(work(who, one, what)).join();
  }

  private static Work<Boolean> work(Officer who, CaseFile one, String what) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("handeling", what).put("zaak", one.id().toString());
        detail.put("organisatie", who.organisation().value());
        detail.put("functie", who.duty().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        detail.put("door", CaseDesk.word(who.who()));
        return Plan.of(List.of(new Entry(EntryKind.INSPECTION, Optional.empty(), detail)), true);
      }
    };
  }
}
