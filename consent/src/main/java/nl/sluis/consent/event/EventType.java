package nl.sluis.consent.event;

/// What can happen to a consent (the split of withdrawn, revoked, invalidated follows DPV 2.3).
public enum EventType {
  /// The question was put.
  ASKED,
  /// Somebody wants to think about it; that is not a yes.
  DEFERRED,
  /// Somebody said yes.
  GIVEN,
  /// Somebody said no.
  REFUSED,
  /// Somebody took a yes back (AVG 7(3)).
  WITHDRAWN,
  /// Somebody said yes again, to the same question.
  RENEWED,
  /// Somebody says that this is not what was said or agreed.
  DISPUTED,
  /// The same person takes that back.
  DISPUTE_RESOLVED,
  /// The controller gave the consent up.
  REVOKED_BY_CONTROLLER,
  /// A court or authority set it aside.
  INVALIDATED,
  /// It was closed because its term ended.
  EXPIRED,
  /// A birthday passed after which others must say yes.
  AGE_BOUNDARY,
  /// Gezag changed.
  AUTHORITY_CHANGED,
  /// A court put its decision in the place of one person's yes (BW 1:253a).
  SUBSTITUTED_BY_COURT,
  /// A mistake in the record was noted.
  CORRECTED,
  /// It was meant for one time, and that time was.
  CONSUMED,
  /// It rests because somebody is in danger.
  SUSPENDED_SAFETY;

  /// Does this stop, until the same person takes it back?
  public boolean isStop() {
    return this == DEFERRED || this == REFUSED || this == WITHDRAWN || this == DISPUTED;
  }

  /// Is this somebody's yes?
  public boolean isYes() {
    return this == GIVEN || this == RENEWED;
  }
}
