package nl.sluis.dev.voorbeeld;

import java.util.Map;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.rig.WorkVisit;

/// The steps of a receiver, on the pages of its desk: look what waits, read, acknowledge.
final class DeskReading {
  private static final String POSTBUS = WorkVisit.HOME + "/postbus";

  private DeskReading() {}

  /// Who reads for this party.
  static DeskAction.Acting acting(PartyAs who) {
    return who.role().startsWith("school-")
        ? new DeskAction.Acting("med-77", "intern begeleider")
        : new DeskAction.Acting("coach-1", "coach");
  }

  static Observed look(Scene scene, WorkVisit desk) {
    return seen(desk.open(POSTBUS));
  }

  static Observed read(String parcel, WorkVisit desk) {
    return seen(desk.post(POSTBUS + "/" + parcel + "/lezen", Map.of()));
  }

  static Observed acknowledge(String parcel, WorkVisit desk) {
    return seen(desk.arrive(desk.post(POSTBUS + "/" + parcel + "/bevestigen", Map.of())));
  }

  /// A page, as who reads it sees it.
  static Observed seen(Answer page) {
    return Observed.answered(page).withBody(WorkVisit.text(page));
  }
}
