package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Did the receiver itself put on record what only the receiver can say, such as that a coach takes
/// a family over?
///
/// May be shared between threads; it reads in the transaction of its caller, after the subject was
/// locked.
public final class WordOfTheOther {
  private static final String SAID =
      """
      select exists (
        select from registered_condition v
        where v.region = ? and v.subject_id = ? and v.condition = ? and v.purpose = ?
          and v.receiver_oin = ? and v.recorded_by = ?)
      """;

  private final String region;

  /// @param region in whose part of the database the facts live
  public WordOfTheOther(String region) {
    this.region = region;
  }

  /// Did this receiver, in this role, say so for this purpose?
  public boolean isGiven(
      Connection tx, UUID subject, String condition, Purpose purpose, PartyRole receiver)
      throws SQLException {
    try (var select = tx.prepareStatement(SAID)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, condition);
      select.setString(4, purpose.code());
      select.setString(5, receiver.oin().value());
      select.setString(6, new Recorder.Partner(receiver).code());
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
