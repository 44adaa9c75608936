package nl.sluis.consent.desk;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

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

  /// A professional at a desk, of what the person beside or on the phone says, who gave a code of
  /// its own.
  ///
  /// @param person the id that stands for that person at this child
  /// @param help the help in which it is said
  /// @param desk whose desk it is, and in which role
  record Helped(UUID person, UUID help, PartyRole desk) implements Recorder {
    /// What stands for the code with which the help began, in a statement.
    public Hmac presence() {
      var bytes = ByteBuffer.allocate(32);
      bytes.putLong(help.getMostSignificantBits()).putLong(help.getLeastSignificantBits());
      return Hmac.of(bytes.array());
    }
  }

  /// The gateway itself, of what follows from the calendar.
  record Calendar() implements Recorder {}

  /// The partner that stands on record so; empty when it was no partner.
  static Optional<PartyRole> partner(String code) {
    var slash = code.indexOf('/');
    if (slash < 0 || !Oin.isOin(code.substring(0, slash))) {
      return Optional.empty();
    }
    return Role.of(code.substring(slash + 1))
        .map(role -> new PartyRole(new Oin(code.substring(0, slash)), role));
  }

  /// How it stands on record, such as `00000099000000201000/school-ib`.
  default String code() {
    return switch (this) {
      case Partner(PartyRole party) -> party.oin() + "/" + party.role();
      case Helped(_, _, PartyRole desk) -> new Partner(desk).code();
      case Portal _ -> "portaal";
      case Calendar _ -> "kalender";
    };
  }
}
