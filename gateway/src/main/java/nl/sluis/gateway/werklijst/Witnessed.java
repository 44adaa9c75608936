package nl.sluis.gateway.werklijst;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.gateway.getuige.Standing;
import nl.sluis.policies.terms.Oin;

/// Witnesses that say nothing any more, or say that this logbook is not the one they knew: every
/// organisation hears of it, and each of them at once. May be shared between threads.
public final class Witnessed implements Elsewhere {
  private final Function<Instant, Map<String, Standing>> standing;

  /// @param standing how it is with each witness at an instant
  public Witnessed(Function<Instant, Map<String, Standing>> standing) {
    this.standing = standing;
  }

  @Override
  public List<WorkItem> of(Oin organisation, Instant now) {
    return standing.apply(now).entrySet().stream()
        .filter(one -> one.getValue() != Standing.GOED)
        .map(one -> item(one.getKey(), one.getValue(), now))
        .toList();
  }

  private static WorkItem item(String witness, Standing standing, Instant now) {
    var kind = "getuige-" + standing.word();
    var id = UUID.nameUUIDFromBytes((kind + "\n" + witness).getBytes(StandardCharsets.UTF_8));
    var since = now.truncatedTo(ChronoUnit.DAYS);
    return new WorkItem(kind, Group.BEWIJS, id, id, since, since, false, false);
  }
}
