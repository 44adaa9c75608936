package nl.sluis.gateway.onderzoek;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which exchanges are a question and which are what was said to it, so that who may see both can
/// go from the one to the other (Wmo 2015 5.2.6).
///
/// It tells nothing of who may see what: that is asked of each row by itself. May be shared between
/// threads; it reads on the connection of its caller, in one statement however much is asked.
public final class JoinedInquiries {
  private static final String JOINED =
      """
      select v.transactie, p.released_row, g.uiterlijk, s.transactie, s.stap, r.released_row
      from vt_vraag v
      left join parcel p on p.region = v.region and p.transaction_id = v.transactie
      left join vt_vraag_stap g on g.region = v.region and g.vraag = v.transactie
        and g.stap = 'gelezen'
      left join vt_vraag_stap s on s.region = v.region and s.vraag = v.transactie
        and s.stap <> 'gelezen'
      left join parcel r on r.region = s.region and r.transaction_id = s.transactie
      where v.region = ?
        and v.transactie in (
          select unnest(?::uuid[])
          union
          select a.vraag from vt_vraag_stap a
          where a.region = ? and a.transactie = any (?) and a.stap <> 'gelezen')
      order by v.transactie, s.stap, s.op, s.transactie
      """;

  private final String region;

  /// @param region whose questions these are
  public JoinedInquiries(String region) {
    this.region = region;
  }

  /// A question with everything that was said to it.
  ///
  /// @param question the exchange by which it was asked
  /// @param row the row that says that it was handed over; empty when it was not
  /// @param due until when an answer is waited for; empty when nobody noted yet that it was read
  /// @param replies what was said; an answer goes before a refusal
  public record Joined(
      UUID question, Optional<Long> row, Optional<Instant> due, List<Reply> replies) {
    /// Copies its list.
    public Joined {
      replies = List.copyOf(replies);
    }
  }

  /// Something that was said to a question.
  ///
  /// @param transaction the exchange that carried it
  /// @param refused whether it says that no answer will be given
  /// @param row the row that says that it was handed over; empty when it was not
  public record Reply(UUID transaction, boolean refused, Optional<Long> row) {}

  /// The questions among these exchanges, and those to which one of these exchanges says something.
  public List<Joined> among(Connection tx, Collection<UUID> transactions) throws SQLException {
    Map<UUID, Joined> found = new LinkedHashMap<>();
    try (var select = tx.prepareStatement(JOINED)) {
      var ids = tx.createArrayOf("uuid", transactions.toArray());
      select.setString(1, region);
      select.setArray(2, ids);
      select.setString(3, region);
      select.setArray(4, ids);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.merge(row.getObject(1, UUID.class), joined(row), JoinedInquiries::both);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Joined joined(ResultSet row) throws SQLException {
    var by = row.getObject(4, UUID.class);
    return new Joined(
        row.getObject(1, UUID.class),
        Optional.ofNullable(row.getObject(2, Long.class)),
        Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        by == null
            ? List.of()
            : List.of(
                new Reply(
                    by,
                    "geweigerd".equals(row.getString(5)),
                    Optional.ofNullable(row.getObject(6, Long.class)))));
  }

  private static Joined both(Joined one, Joined other) {
    var replies = new ArrayList<>(one.replies());
    replies.addAll(other.replies());
    return new Joined(one.question(), one.row(), one.due(), replies);
  }
}
