package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.ConsentTable.utc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;

/// The statements that find what was recorded wrongly and say so. There is none that changes it.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class CorrectionTable {
  // Two labels of one person are one person, whichever of them was used.
  private static final String LAST =
      """
      select e.seq, e.categories
      from consent_event e
      where e.region = ?
        and e.ask_id = ?
        and e.type = ?
        and split_part(e.recorded_by, '/', 1) = ?
        and (e.person_id = ? or exists (
          select from person_same s
          where s.region = e.region
            and s.subject_id = e.subject_id
            and ((s.person_id = e.person_id and s.same_as = ?)
              or (s.same_as = e.person_id and s.person_id = ?))))
      order by e.seq desc
      limit 1
      """;
  private static final String ADD =
      """
      insert into consent_event
        (region, subject_id, ask_id, person_id, type, categories, other_parent_agrees,
        occurred_at, recorded_at, recorded_by, evidence_commitment, evidence_sealed, corrects)
      values (?, ?, ?, ?, 'CORRECTED', ?, false, ?, ?, ?, ?, ?, ?)
      """;

  private final String region;

  CorrectionTable(String region) {
    this.region = region;
  }

  /// What was recorded wrongly.
  ///
  /// @param seq in which order it was recorded
  /// @param categories for which categories; empty for all that were asked
  record Wrong(long seq, List<String> categories) {
    /// Copies its parts.
    Wrong {
      categories = List.copyOf(categories);
    }
  }

  /// The last such words of this person that this organisation recorded; never what another did.
  Optional<Wrong> last(
      Connection tx, ConsentAsk ask, UUID person, EventType type, Recorder.Partner recorder)
      throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setString(1, region);
      select.setObject(2, ask.id());
      select.setString(3, type.name());
      select.setString(4, recorder.party().oin().value());
      select.setObject(5, person);
      select.setObject(6, person);
      select.setObject(7, person);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Wrong(row.getLong(1), List.of((String[]) row.getArray(2).getArray())))
            : Optional.empty();
      }
    }
  }

  void add(
      Connection tx,
      ConsentAsk ask,
      UUID person,
      Wrong wrong,
      SealedEvidence evidence,
      Recorder recorder,
      Instant now)
      throws SQLException {
    Array categories = tx.createArrayOf("text", wrong.categories().toArray());
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, ask.subject());
      insert.setObject(3, ask.id());
      insert.setObject(4, person);
      insert.setArray(5, categories);
      insert.setObject(6, utc(now));
      insert.setObject(7, utc(now));
      insert.setString(8, recorder.code());
      ConsentTable.setEvidence(insert, 9, evidence);
      insert.setLong(11, wrong.seq());
      insert.executeUpdate();
    }
  }
}
