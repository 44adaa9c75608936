package nl.sluis.gateway.werklijst;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// What comes to an end and stands in no table: the convenanten that an organisation is in. What of
/// its own ends, a certificate or a key, is a task. May be shared between threads.
public final class Ending implements Elsewhere {
  private static final Duration CONVENANT = Duration.ofDays(90);

  private final CurrentLaw law;

  /// @param law which convenanten are in force
  public Ending(CurrentLaw law) {
    this.law = law;
  }

  @Override
  public List<WorkItem> of(Oin organisation, Instant now) {
    var found = new ArrayList<WorkItem>();
    for (var convenant : law.now().inForce(now)) {
      var ends = convenant.validUntil().atStartOfDay(Age.CALENDAR).toInstant();
      if (convenant.parties().containsKey(organisation) && isNear(ends, now, CONVENANT)) {
        found.add(item("convenant-eindigt", convenant.id() + " " + convenant.version(), ends));
      }
    }
    return found;
  }

  private static boolean isNear(Instant ends, Instant now, Duration before) {
    return ends.isBefore(now.plus(before)) && ends.isAfter(now.minus(before));
  }

  private static WorkItem item(String kind, String name, Instant ends) {
    var id = UUID.nameUUIDFromBytes((kind + "\n" + name).getBytes(StandardCharsets.UTF_8));
    var due = ends.truncatedTo(ChronoUnit.MICROS);
    return new WorkItem(kind, Group.AFSPRAAK, id, id, due, due, false, false);
  }
}
