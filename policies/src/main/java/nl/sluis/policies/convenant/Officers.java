package nl.sluis.policies.convenant;

import java.util.Optional;

/// How a party is reached about the data of a child: by function, never by the name of a person.
///
/// @param dataProtection the mailbox or telephone of its data protection officer (AVG 37)
/// @param childProtection the mailbox or telephone of its aandachtsfunctionaris, who looks back on
///   reports of its people; empty when it sends none
public record Officers(Optional<String> dataProtection, Optional<String> childProtection) {
  /// Nobody is named.
  public static Officers none() {
    return new Officers(Optional.empty(), Optional.empty());
  }
}
