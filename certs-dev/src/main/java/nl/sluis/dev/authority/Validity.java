package nl.sluis.dev.authority;

import java.time.Duration;
import java.time.Instant;

/// From when until when a certificate or list may be believed.
///
/// @param from the first instant
/// @param until the last instant
public record Validity(Instant from, Instant until) {
  /// Five years to either side, so that a scenario may move its clock without a certificate
  /// noticing.
  public static Validity around(Instant now) {
    return new Validity(now.minus(Duration.ofDays(1825)), now.plus(Duration.ofDays(1825)));
  }

  /// Over since an hour.
  public static Validity expiredAt(Instant now) {
    return new Validity(now.minus(Duration.ofDays(400)), now.minus(Duration.ofHours(1)));
  }

  /// Not before tomorrow.
  public static Validity notYetAt(Instant now) {
    return new Validity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(400)));
  }
}
