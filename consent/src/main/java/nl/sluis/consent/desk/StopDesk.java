package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where stops that rest on a person, whatever was consented, are put on record and lifted.
///
/// AVG 18 (restriction), AVG 21 (objection), and a court's prohibition. May be shared between
/// threads; it runs in the caller's transaction, after the caller locked the subject.
public final class StopDesk {
  private static final Set<String> KINDS = Set.of("beperkt", "bezwaar", "rechterlijk-verbod");
  private static final String ADD =
      """
      insert into restriction
        (region, id, subject_id, kind, from_at, until_at, lifts, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LIFT =
      """
      insert into restriction
        (region, id, subject_id, kind, from_at, until_at, lifts, recorded_at, recorded_by)
      select region, ?, subject_id, kind, ?, null, id, ?, ?
      from restriction
      where region = ?
        and subject_id = ?
        and id = ?
        and lifts is null
      """;

  private final String region;

  /// @param region in whose part of the database the stops live
  public StopDesk(String region) {
    this.region = region;
  }

  /// Puts a stop on record.
  ///
  /// @param kind `beperkt`, `bezwaar` or `rechterlijk-verbod`
  /// @param from the day or instant from which it holds
  /// @param until the day or instant from which it does not hold any more; empty for no end
  public Filed restrict(
      Connection tx,
      UUID subject,
      String kind,
      String from,
      String until,
      Recorder recorder,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    faults.addIf(!KINDS.contains(kind), "soort", "Kies beperkt, bezwaar of rechterlijk-verbod.");
    var begins = faults.instant("vanaf", from);
    var ends = until.isEmpty() ? Optional.<Instant>empty() : faults.instant("tot", until);
    faults.addIf(
        ends.filter(end -> begins.filter(end::isAfter).isEmpty()).isPresent(),
        "tot",
        "Het einde ligt na het begin.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var id = UUID.randomUUID();
    add(tx, id, subject, kind, begins.orElseThrow(), ends.orElse(null), recorder, now);
    return new Filed.Done(id);
  }

  /// Lifts a stop; the stop and its lifting both stay on record.
  ///
  /// @return false when there is no such stop on this person
  public boolean lift(Connection tx, UUID subject, UUID stop, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(LIFT)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, ConsentTable.utc(now));
      insert.setObject(3, ConsentTable.utc(now));
      insert.setString(4, recorder.code());
      insert.setString(5, region);
      insert.setObject(6, subject);
      insert.setObject(7, stop);
      return insert.executeUpdate() == 1;
    }
  }

  private void add(
      Connection tx,
      UUID id,
      UUID subject,
      String kind,
      Instant from,
      @Nullable Instant until,
      Recorder recorder,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, subject);
      insert.setString(4, kind);
      insert.setObject(5, ConsentTable.utc(from));
      insert.setObject(6, until == null ? null : ConsentTable.utc(until));
      insert.setObject(7, null);
      insert.setObject(8, ConsentTable.utc(now));
      insert.setString(9, recorder.code());
      insert.executeUpdate();
    }
  }
}
