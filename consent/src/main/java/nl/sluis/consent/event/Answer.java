package nl.sluis.consent.event;

import java.util.Locale;

/// What one person answers to one question, for one category.
public enum Answer {
  /// It may be shared.
  JA,
  /// It may not.
  NEE,
  /// That person wants to think about it; until then it may not.
  LATER,
  /// What was said has to be said again.
  ANDERS;

  /// The word in messages, such as `later`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
