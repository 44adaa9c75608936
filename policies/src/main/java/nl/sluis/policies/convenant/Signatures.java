package nl.sluis.policies.convenant;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// Who signed which text, and when. Whether a signature is genuine was checked before it came here.
///
/// Immutable; may be shared between threads.
public final class Signatures {
  private static final Signatures NONE = new Signatures(Map.of());

  private final Map<Signed, Instant> signed;

  /// One signature under one version.
  ///
  /// @param digest the digest of the version that was signed
  /// @param by the party that signed, for itself or as attorney of others
  /// @param at when; a version binds from then on
  public record Signature(String digest, Oin by, Instant at) {}

  private record Signed(String digest, Oin by) {}

  private Signatures(Map<Signed, Instant> signed) {
    this.signed = Map.copyOf(signed);
  }

  /// Nobody signed anything.
  public static Signatures none() {
    return NONE;
  }

  /// These signatures; of two under one version by one party the earliest counts.
  public static Signatures of(Collection<Signature> signatures) {
    var signed = new HashMap<Signed, Instant>();
    for (var each : signatures) {
      signed.merge(
          new Signed(each.digest(), each.by()), each.at(), (a, b) -> a.isBefore(b) ? a : b);
    }
    return new Signatures(signed);
  }

  /// When this party signed the version with this digest.
  public Optional<Instant> at(String digest, Oin by) {
    return Optional.ofNullable(signed.get(new Signed(digest, by)));
  }

  /// Had this party signed the version with this digest by this instant?
  public boolean hold(String digest, Oin by, Instant instant) {
    var at = signed.get(new Signed(digest, by));
    return at != null && !at.isAfter(instant);
  }
}
