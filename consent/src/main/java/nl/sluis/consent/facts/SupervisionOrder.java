package nl.sluis.consent.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// Is a child under supervision (ondertoezichtstelling, BW 1:255) of this gecertificeerde
/// instelling?
///
/// Two facts together say so: that the order runs, by a court, a register or two people, with the
/// day it ends; and which instelling the last decision gave it to. One of them alone says nothing:
/// then the instelling is as any other receiver. May be shared between threads; it reads in the
/// transaction of its caller, after the subject was locked.
public final class SupervisionOrder {
  /// The precondition under which a decision of the court is put on record, with the instelling as
  /// receiver.
  public static final String CONDITION = "ots-beschikking";

  /// An order, and each renewal of it, is for a year at most (BW 1:258, 1:260): an older decision
  /// carries nothing.
  private static final int LONGEST_YEARS = 1;

  // The last order on record runs until its end, or until a court decided otherwise since. What a
  // parent or a register of gezag says later does not end it: the parents keep their gezag.
  private static final String RUNS =
      """
      select exists (
        select from custody_fact c
        where c.region = ? and c.subject_id = ? and c.situation = 'ots'
          and c.valid_from <= ? and c.valid_until > ?
          and (c.source in ('rechterlijke-uitspraak', 'gezagsregister')
            or c.source = 'vier-ogen' and exists (
              select from custody_confirmation k
              where k.region = c.region and k.fact_id = c.id))
          and not exists (
            select from custody_fact l
            where l.region = c.region and l.subject_id = c.subject_id
              and l.source = 'rechterlijke-uitspraak' and l.valid_from <= ?
              and (l.obtained_at, l.seq) > (c.obtained_at, c.seq)
              and (l.situation <> 'ots' or l.valid_until is null or l.valid_until <= ?)))
      """;

  private static final String GIVEN_TO =
      """
      select v.receiver_oin, v.happened_on
      from registered_condition v
      where v.region = ? and v.subject_id = ? and v.condition = ?
      order by v.happened_on desc, v.seq desc
      limit 1
      """;

  private final String region;

  /// @param region in whose part of the database the facts live
  public SupervisionOrder(String region) {
    this.region = region;
  }

  /// Does this instelling carry out an order of this child at this instant?
  public boolean isCarriedOutBy(Connection tx, UUID subject, Oin instelling, Instant at)
      throws SQLException {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    return runs(tx, subject, day) && isGivenTo(tx, subject, instelling, day);
  }

  private boolean runs(Connection tx, UUID subject, LocalDate day) throws SQLException {
    try (var select = tx.prepareStatement(RUNS)) {
      select.setString(1, region);
      select.setObject(2, subject);
      for (int i = 3; i <= 6; i++) {
        select.setObject(i, day);
      }
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private boolean isGivenTo(Connection tx, UUID subject, Oin instelling, LocalDate day)
      throws SQLException {
    try (var select = tx.prepareStatement(GIVEN_TO)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, CONDITION);
      try (var row = select.executeQuery()) {
        return row.next()
            && row.getString(1).equals(instelling.value())
            && row.getObject(2, LocalDate.class).isAfter(day.minusYears(LONGEST_YEARS));
      }
    }
  }
}
