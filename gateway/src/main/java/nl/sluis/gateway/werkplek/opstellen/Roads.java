package nl.sluis.gateway.werkplek.opstellen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.werkplek.Workplace;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;

/// The roads that the convenants in force open for an organisation today. What was asked of the
/// engine once a day is not asked again. May be shared between threads.
final class Roads {
  private static final int MOST = 64;

  private final ConcurrentMap<Day, List<OpenRoad>> known = new ConcurrentHashMap<>();

  /// Of one day: a convenant begins and ends with a day, and so does what a party may.
  private record Day(OwnCheck check, PartyRole party, LocalDate day) {}

  /// Every road of this organisation, in the order of the convenants.
  List<OpenRoad> of(Workplace at) {
    var line = at.line();
    var now = line.clock().instant();
    var day = new Day(line.check(), at.party(), now.atZone(Age.CALENDAR).toLocalDate());
    if (known.size() >= MOST) {
      known.keySet().removeIf(other -> !other.day().equals(day.day()));
    }
    return known.computeIfAbsent(day, asked -> find(asked, now));
  }

  /// The road with this word; empty when it is not open here today.
  Optional<OpenRoad> find(Workplace at, String word) {
    return of(at).stream().filter(road -> word(road).equals(word)).findFirst();
  }

  /// The word by which forms and drafts name a road: `zuid-kennemerland.X02.cjg-coach`.
  static String word(OpenRoad road) {
    return road.convenant().id() + "." + road.rule().id() + "." + road.to().code();
  }

  private static List<OpenRoad> find(Day asked, Instant now) {
    var roads = new ArrayList<OpenRoad>();
    for (var convenant : asked.check().convenanten()) {
      if (convenant.isInForceOn(asked.day())
          && convenant.parties().containsKey(asked.party().oin())) {
        roads.addAll(OpenRoad.of(convenant, asked.party(), now));
      }
    }
    return List.copyOf(roads);
  }
}
