package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;

/// Who looked back at a help at a desk ([Helps]), and what was found. Rows are added only. May be
/// shared between threads; every method runs in the transaction of its caller, under the lock of
/// the child.
public final class HelpReviews {
  private static final String HELPER =
      """
      select h.medewerker_hmac, n.hulp is not null
      from loket_hulp h
      left join loket_hulp_nagekeken n on n.region = h.region and n.hulp = h.id
      where h.region = ?
        and h.id = ?
      """;
  private static final String REVIEW =
      """
      insert into loket_hulp_nagekeken
        (region, hulp, geholpen_door, nagekeken_door, uitkomst, op)
      values (?, ?, ?, ?, ?, ?)
      """;
  private final String region;

  /// @param region in whose part of the database it lives
  public HelpReviews(String region) {
    this.region = region;
  }

  /// What became of looking back.
  public enum Reviewed {
    /// It is on record.
    DONE,
    /// It was on record before.
    ALREADY,
    /// Who looks back is who helped; nothing is on record.
    HELPED_ITSELF,
    /// There is no such help.
    NOT_THERE
  }

  /// Somebody else than who helped looked back at it. The database holds to that by itself.
  ///
  /// @param by the keyed word of the organisation for who looks back
  /// @param outcome `klopt` or `klopt-niet`
  public Reviewed review(Connection tx, UUID help, Hmac by, String outcome, Instant now)
      throws SQLException {
    byte[] helper;
    try (var select = tx.prepareStatement(HELPER)) {
      select.setString(1, region);
      select.setObject(2, help);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return Reviewed.NOT_THERE;
        }
        if (row.getBoolean(2)) {
          return Reviewed.ALREADY;
        }
        helper = row.getBytes(1);
      }
    }
    if (Hmac.of(helper).equals(by)) {
      return Reviewed.HELPED_ITSELF;
    }
    try (var insert = tx.prepareStatement(REVIEW)) {
      insert.setString(1, region);
      insert.setObject(2, help);
      insert.setBytes(3, helper);
      insert.setBytes(4, by.bytes());
      insert.setString(5, outcome);
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return Reviewed.DONE;
  }
}
