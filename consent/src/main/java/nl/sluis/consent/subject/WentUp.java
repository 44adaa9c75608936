package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// Knows in which child another went up, when two turned out to be one (design 10.3).
///
/// May be shared between threads; it reads in the transaction of its caller, who MUST lock what it
/// finds before anything rests on it.
///
/// @param region in whose part of the database they live
public record WentUp(String region) {
  private static final String NOW =
      """
      with recursive went (subject, depth) as (
        select ?::uuid, 0
        union all
        select m.into_subject, w.depth + 1
        from went w
        join subject_merge m on m.region = ? and m.from_subject = w.subject
        where w.depth < 20
          and not exists (
            select from merge_undone u
            where u.region = m.region
              and u.merge_id = m.id))
      select subject
      from went
      order by depth desc
      limit 1
      """;

  /// As which child this one stands now: the one in which it went up, or itself.
  public UUID now(Connection tx, UUID subject) throws SQLException {
    try (var select = tx.prepareStatement(NOW)) {
      select.setObject(1, subject);
      select.setString(2, region);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getObject(1, UUID.class) : subject;
      }
    }
  }
}
