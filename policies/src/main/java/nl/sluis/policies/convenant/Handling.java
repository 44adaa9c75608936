package nl.sluis.policies.convenant;

/// How a category travels under one rule: sealed for the receiver, or readable by Sluis; never
/// both.
public enum Handling {
  /// A JWE that only the receiver opens; Sluis cannot scan or check it.
  VERZEGELD,
  /// Sluis reads it, checks its form and scans it.
  GESCAND
}
