package nl.sluis.consent.desk;

import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;

/// Who writes down what somebody said.
public sealed interface Recorder {
  /// A professional of a partner, on behalf of the person.
  ///
  /// @param party the organisation and the role in which it acts
  record Partner(PartyRole party) implements Recorder {}

  /// The person, logged in.
  ///
  /// @param person the id that stands for that person at this child
  record Portal(UUID person) implements Recorder {}

  /// How it stands on record, such as `00000099000000201000/school-ib`.
  default String code() {
    return switch (this) {
      case Partner(PartyRole party) -> party.oin() + "/" + party.role();
      case Portal _ -> "portaal";
    };
  }
}
