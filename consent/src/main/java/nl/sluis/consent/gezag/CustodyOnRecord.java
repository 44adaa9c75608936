package nl.sluis.consent.gezag;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.policies.terms.Oin;

/// When the facts about gezag were obtained, and whether one still stands. May be shared between
/// threads; it works in the transaction of its caller.
public final class CustodyOnRecord {
  private static final String OF =
      """
      select id, source, obtained_at, situation in ('onbekend', 'tijdelijk-geen-gezag')
      from custody_fact
      where region = ? and subject_id = ? and recorded_by like ?
      order by seq desc
      limit 100
      """;
  private static final String LAST =
      """
      select c.id = ?
      from custody_fact c
      join custody_fact f on f.region = c.region and f.subject_id = c.subject_id
      where f.region = ? and f.id = ?
      order by c.obtained_at desc, c.seq desc
      limit 1
      """;

  private final String region;

  /// @param region in whose part of the database the families live
  public CustodyOnRecord(String region) {
    this.region = region;
  }

  /// One fact.
  ///
  /// @param id its name
  /// @param source from where it is known
  /// @param obtainedAt when that source was asked
  /// @param isOpen whether it only says that nobody can say yes
  public record Known(UUID id, CustodySource source, Instant obtainedAt, boolean isOpen) {}

  /// What this organisation recorded about a person, the newest first.
  public List<Known> of(Connection tx, UUID subject, Oin organisation) throws SQLException {
    var known = new ArrayList<Known>();
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, organisation + "/%");
      try (var row = select.executeQuery()) {
        while (row.next()) {
          known.add(
              new Known(
                  row.getObject(1, UUID.class),
                  CustodySource.of(row.getString(2)).orElseThrow(),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getBoolean(4)));
        }
      }
    }
    return known;
  }

  /// Was nothing obtained later about the same person, by anybody?
  public boolean isLast(Connection tx, UUID fact) throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setObject(1, fact);
      select.setString(2, region);
      select.setObject(3, fact);
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
