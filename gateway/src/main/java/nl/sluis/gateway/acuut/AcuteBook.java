package nl.sluis.gateway.acuut;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Which reports of acute danger there are, and how far each came. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class AcuteBook {
  private static final String ADD =
      """
      insert into acute_melding
        (region, transactie, pakket, van_oin, van_rol, aan_oin, aan_rol, doel, subject_id,
         ontvangen_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String STEP =
      """
      insert into acute_stap (region, transactie, stap, op)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String COLUMNS =
      """
      select m.transactie, m.pakket, m.van_oin, m.van_rol, m.aan_oin, m.aan_rol, m.doel,
        m.subject_id, m.ontvangen_op,
        (select op from acute_stap s
         where s.region = m.region and s.transactie = m.transactie and s.stap = 'bezorgd'),
        (select op from acute_stap s
         where s.region = m.region and s.transactie = m.transactie and s.stap = 'bevestigd'),
        (select f.transactie from fsc_logregel f
         where f.region = m.region and f.uitwisseling = m.transactie
         order by f.nr
         limit 1)
      from acute_melding m
      """;

  private static final String FIND = COLUMNS + "where m.region = ? and m.transactie = ?";

  private static final String WITHOUT =
      COLUMNS
          + """
          where m.region = ? and m.ontvangen_op <= ?
            and not exists (
              select from acute_stap s
              where s.region = m.region and s.transactie = m.transactie and s.stap = any (?))
          order by m.ontvangen_op, m.transactie
          limit ?
          """;

  private final String region;
  private final Tasks tasks;

  /// @param region whose reports these are
  /// @param tasks where the sender finds what it must still do
  public AcuteBook(String region, Tasks tasks) {
    this.region = region;
    this.tasks = tasks;
  }

  /// What happens to a report, each once.
  public enum Step {
    /// The receiver's system took it.
    DELIVERED("bezorgd"),
    /// A person at the receiver took it.
    CONFIRMED("bevestigd"),
    /// No person did so in time, and the sender was told to phone.
    LATE("te-laat");

    private final String code;

    Step(String code) {
      this.code = code;
    }
  }

  /// Notes a report in the transaction that accepts it, and what the sender must do because of it:
  /// the whole record within a day, and its aandachtsfunctionaris looks along at once.
  ///
  /// @return the rows for the logbook
  public List<Entry> opened(Connection tx, Report report, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, report.transaction());
      insert.setObject(3, report.parcel());
      insert.setString(4, report.from().oin().value());
      insert.setString(5, report.from().role().code());
      insert.setString(6, report.to().oin().value());
      insert.setString(7, report.to().role().code());
      insert.setString(8, report.purpose().code());
      insert.setObject(9, report.subject().orElse(null));
      insert.setObject(10, utc(report.received()));
      insert.executeUpdate();
    }
    var rows = new ArrayList<Entry>();
    rows.addAll(open(tx, report, TaskKind.ACUTE_REPORTED, Report.PATIENCE, now));
    rows.addAll(open(tx, report, TaskKind.RECORD_AFTERWARDS, Report.AFTERWARDS, now));
    return rows;
  }

  /// The sender must phone.
  ///
  /// @return the rows for the logbook
  List<Entry> late(Connection tx, Report report, Instant now) throws SQLException {
    return open(tx, report, TaskKind.ACUTE_UNCONFIRMED, Report.PATIENCE.multipliedBy(2), now);
  }

  private List<Entry> open(
      Connection tx, Report report, TaskKind kind, Duration within, Instant now)
      throws SQLException {
    var task =
        new Task(
            kind,
            report.from().oin(),
            report.subject(),
            report.transaction(),
            report.received().plus(within));
    return tasks.open(tx, task, now);
  }

  /// Notes a step.
  ///
  /// @return false when it was noted before
  public boolean step(Connection tx, UUID transaction, Step step, Instant at) throws SQLException {
    try (var insert = tx.prepareStatement(STEP)) {
      insert.setString(1, region);
      insert.setObject(2, transaction);
      insert.setString(3, step.code);
      insert.setObject(4, utc(at));
      return insert.executeUpdate() == 1;
    }
  }

  /// The report of this exchange, if it is one.
  public Optional<Report> find(Connection tx, UUID transaction) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, transaction);
      return read(select).stream().findFirst();
    }
  }

  /// Those that the receiver's system does not have yet, the oldest first.
  public List<Report> undelivered(Connection tx, Instant now, int most) throws SQLException {
    return without(tx, now, most, Step.DELIVERED, Step.CONFIRMED);
  }

  /// Those that no person took in time and of which the sender was not told to phone yet.
  List<Report> unconfirmed(Connection tx, Instant now, int most) throws SQLException {
    return without(tx, now.minus(Report.PATIENCE), most, Step.CONFIRMED, Step.LATE);
  }

  private List<Report> without(Connection tx, Instant before, int most, Step... steps)
      throws SQLException {
    var codes = new String[steps.length];
    for (int i = 0; i < steps.length; i++) {
      codes[i] = steps[i].code;
    }
    try (var select = tx.prepareStatement(WITHOUT)) {
      select.setString(1, region);
      select.setObject(2, utc(before));
      select.setArray(3, tx.createArrayOf("text", codes));
      select.setInt(4, most);
      return read(select);
    }
  }

  private static List<Report> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Report>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Report(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                party(rows, 3),
                party(rows, 5),
                new Purpose(rows.getString(7)),
                Optional.ofNullable(rows.getObject(8, UUID.class)),
                rows.getObject(9, OffsetDateTime.class).toInstant(),
                instant(rows, 10),
                instant(rows, 11),
                Optional.ofNullable(rows.getObject(12, UUID.class))));
      }
    }
    return found;
  }

  private static PartyRole party(ResultSet row, int from) throws SQLException {
    return new PartyRole(
        new Oin(row.getString(from)), Role.of(row.getString(from + 1)).orElseThrow());
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
