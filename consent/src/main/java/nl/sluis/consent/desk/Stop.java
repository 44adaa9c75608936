package nl.sluis.consent.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.Oin;

/// A stop as it is on record.
///
/// @param id its name
/// @param subject the person on whom it rests
/// @param kind such as `bezwaar`
/// @param from the instant from which it holds
/// @param until the instant from which it does not hold any more
/// @param reviewOn when somebody looks at it again; empty for stops from before that was asked
/// @param author the keyed hash of who recorded it
/// @param recordedBy the organisation that recorded it; empty for who was logged in
/// @param lifted whether it was lifted
/// @param upheld what weighing an objection came to; empty when it was not weighed
public record Stop(
    UUID id,
    UUID subject,
    String kind,
    Instant from,
    Optional<Instant> until,
    Optional<LocalDate> reviewOn,
    Optional<Hmac> author,
    Optional<Oin> recordedBy,
    boolean lifted,
    Optional<Boolean> upheld) {
  /// An objection (AVG 21) is weighed; the other kinds are not.
  public static final String OBJECTION = "bezwaar";

  boolean isObjection() {
    return kind.equals(OBJECTION);
  }
}
