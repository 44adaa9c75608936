package nl.sluis.consent.agenda;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// What must be done on a day, by day: whoever keeps house reads what is due and nothing else.
///
/// Nothing is decided by it: who forgets the agenda loses an invitation or a reminder. May be
/// shared between threads; it runs in the transaction of its caller.
public final class Agenda {
  private static final String PUT =
      """
      insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String DUE =
      """
      select id, due_at, kind, subject_id, about, organisation
      from agenda
      where region = ?
        and due_at <= ?
      order by due_at
      limit ?
      """;
  private static final String DONE = "delete from agenda where region = ? and id = ?";
  private static final String CROSS = "delete from agenda where region = ? and about = ?";

  private final String region;

  /// @param region in whose part of the database it lives
  public Agenda(String region) {
    this.region = region;
  }

  /// Writes it down.
  public void put(Connection tx, Appointment appointment) throws SQLException {
    try (var insert = tx.prepareStatement(PUT)) {
      insert.setString(1, region);
      insert.setObject(2, appointment.id());
      insert.setObject(3, appointment.due().atOffset(ZoneOffset.UTC));
      insert.setString(4, appointment.kind().code());
      insert.setObject(5, appointment.subject());
      insert.setObject(6, appointment.about());
      insert.setString(7, appointment.organisation().value());
      insert.executeUpdate();
    }
  }

  /// What is due, the longest waiting first.
  public List<Appointment> due(Connection tx, Instant now, int most) throws SQLException {
    var due = new ArrayList<Appointment>();
    try (var select = tx.prepareStatement(DUE)) {
      select.setString(1, region);
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      select.setInt(3, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          due.add(
              new Appointment(
                  row.getObject(1, UUID.class),
                  row.getObject(2, OffsetDateTime.class).toInstant(),
                  Appointment.Kind.of(row.getString(3)),
                  row.getObject(4, UUID.class),
                  row.getObject(5, UUID.class),
                  new Oin(row.getString(6))));
        }
      }
    }
    return due;
  }

  /// Takes it off the agenda.
  ///
  /// @return false when somebody else did it
  public boolean done(Connection tx, Appointment appointment) throws SQLException {
    try (var delete = tx.prepareStatement(DONE)) {
      delete.setString(1, region);
      delete.setObject(2, appointment.id());
      return delete.executeUpdate() == 1;
    }
  }

  /// Takes everything about this off the agenda: it need not be done any more.
  public void cross(Connection tx, UUID about) throws SQLException {
    try (var delete = tx.prepareStatement(CROSS)) {
      delete.setString(1, region);
      delete.setObject(2, about);
      delete.executeUpdate();
    }
  }
}
