package nl.sluis.policies.question;

import java.util.Locale;

/// By what kind of reference a message points at the person it is about.
public enum ReferenceKind {
  /// No person is pointed at, as in an anonymous lane.
  GEEN,
  /// The sender's own number for this person.
  EIGEN_KENMERK,
  /// A code that Sluis issued to this sender for this person.
  KOPPELCODE,
  /// The burgerservicenummer; only from roles and for purposes that may.
  BSN;

  /// The word in a message, such as `eigen-kenmerk`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
