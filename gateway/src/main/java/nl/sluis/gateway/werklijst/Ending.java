package nl.sluis.gateway.werklijst;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// What comes to an end and stands in no table: the convenanten that an organisation is in, and the
/// keys with which it signs. May be shared between threads.
public final class Ending implements Elsewhere {
  private static final Duration CONVENANT = Duration.ofDays(90);
  private static final Duration KEY = Duration.ofDays(60);

  private final CurrentLaw law;
  private final Function<Oin, Optional<Partner>> partners;

  /// @param law which convenanten are in force
  /// @param partners knows the keys of organisations
  public Ending(CurrentLaw law, Function<Oin, Optional<Partner>> partners) {
    this.law = law;
    this.partners = partners;
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
    partners
        .apply(organisation)
        .ifPresent(
            partner ->
                partner
                    .keys()
                    .forEach((kid, key) -> addKey(found, kid, key.getExpirationTime(), now)));
    return found;
  }

  private static void addKey(List<WorkItem> found, String kid, @Nullable Date ends, Instant now) {
    if (ends != null && isNear(ends.toInstant(), now, KEY)) {
      found.add(item("handtekening-eindigt", kid, ends.toInstant()));
    }
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
