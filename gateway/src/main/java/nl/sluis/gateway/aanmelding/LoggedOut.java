package nl.sluis.gateway.aanmelding;

/// What a provider says is over (OpenID Connect Back-Channel Logout 1.0).
sealed interface LoggedOut {
  /// One session there.
  ///
  /// @param id its `sid`
  record Session(String id) implements LoggedOut {}

  /// Every session of somebody there.
  ///
  /// @param subject the `sub`
  record Person(String subject) implements LoggedOut {}
}
