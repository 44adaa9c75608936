package nl.sluis.policies.convenant;

/// The version that speaks between two parties at an instant, and how it stands.
///
/// @param convenant the version
/// @param standing how it stands between them
public record Speaking(Convenant convenant, Standing standing) {
  /// How a version stands between two parties at an instant.
  public enum Standing {
    /// In force, and both signed it.
    GELDIG,
    /// A newer version is in force that one of them did not sign yet; this one goes on for a while.
    OVERGANG,
    /// Ended, and nothing came after it.
    VERLOPEN,
    /// A newer version is in force that one of them did not sign in time.
    INGEHAALD,
    /// One of them never signed any version.
    NOOIT_GETEKEND,
    /// Not begun yet.
    NOG_NIET;

    /// Does every lane go on?
    public boolean isWhole() {
      return this == GELDIG || this == OVERGANG;
    }

    /// How much of it goes on: zero for all, one for what the law carries, two for nothing.
    int tier() {
      return isWhole() ? 0 : isOnlyStatutory() ? 1 : 2;
    }

    /// Does only what the law carries without a convenant go on, flagged?
    public boolean isOnlyStatutory() {
      return this == VERLOPEN || this == INGEHAALD;
    }
  }
}
