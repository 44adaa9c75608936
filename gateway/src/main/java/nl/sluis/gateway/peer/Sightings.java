package nl.sluis.gateway.peer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.sluis.policies.terms.Oin;

/// When each partner last came through the handshake, and when and why it was last turned away.
///
/// Thread-safe and never waits, for handshakes pass here. Only of organisations that are
/// registered: whoever invents numbers MUST NOT fill our memory.
public final class Sightings {
  private final Predicate<Oin> isPartner;
  private final Map<Oin, Seen> fresh = new HashMap<>();

  /// What was seen of one partner.
  ///
  /// @param came when it last came through; empty when it did not
  /// @param refused when it was last turned away; empty when it was not
  /// @param cause why it was; the code of a [PeerFault.Cause], empty when it was not
  public record Seen(Optional<Instant> came, Optional<Instant> refused, Optional<String> cause) {
    private static final Seen NEVER =
        new Seen(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// @param isPartner whether an organisation is registered; asked at each handshake
  public Sightings(Predicate<Oin> isPartner) {
    this.isPartner = isPartner;
  }

  synchronized void came(Oin oin, Instant at) {
    if (isPartner.test(oin)) {
      var seen = fresh.getOrDefault(oin, Seen.NEVER);
      fresh.put(oin, new Seen(Optional.of(at), seen.refused(), seen.cause()));
    }
  }

  /// @param oin the organisation that the certificate names, which proves nothing
  synchronized void refused(Oin oin, Instant at, PeerFault.Cause cause) {
    if (isPartner.test(oin)) {
      var seen = fresh.getOrDefault(oin, Seen.NEVER);
      fresh.put(oin, new Seen(seen.came(), Optional.of(at), Optional.of(cause.code())));
    }
  }

  /// What was seen since this was last asked.
  public synchronized Map<Oin, Seen> take() {
    var taken = Map.copyOf(fresh);
    fresh.clear();
    return taken;
  }
}
