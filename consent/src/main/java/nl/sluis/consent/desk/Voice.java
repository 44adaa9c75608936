package nl.sluis.consent.desk;

import java.util.UUID;
import nl.sluis.consent.subject.Hmac;

/// Whose words these are.
public sealed interface Voice {
  /// The person concerned.
  record Youth() implements Voice {}

  /// A person around the person concerned.
  ///
  /// @param label the keyed hash of the partner's label for that person
  record Labelled(Hmac label) implements Voice {}

  /// Who is logged in.
  ///
  /// @param person the id that stands for that person at this child
  record Own(UUID person) implements Voice {}
}
