package nl.sluis.gateway.zaakdossier;

import java.util.UUID;

/// What came of something that an officer did in a case.
public sealed interface Did {
  /// It is on record.
  ///
  /// @param id of the case
  record Done(UUID id) implements Did {}

  /// It is not, and the officer can do something about it.
  ///
  /// @param why the last part of the key of its text
  record Not(String why) implements Did {}

  /// There is no such case for this organisation.
  record NotThere() implements Did {}
}
