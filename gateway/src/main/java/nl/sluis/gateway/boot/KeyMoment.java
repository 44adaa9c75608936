package nl.sluis.gateway.boot;

/// Where a change of a key may break off, between the vault and the database.
public enum KeyMoment {
  /// The next key is in the vault; nothing was said of it.
  MADE,
  /// What was said is committed; no checkpoint covers it yet.
  SAID,
  /// The key before is about to be destroyed.
  DESTROYING
}
