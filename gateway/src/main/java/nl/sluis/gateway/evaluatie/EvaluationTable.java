package nl.sluis.gateway.evaluatie;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The statements about referrals, who was asked after them, and what was said. Rows are added
/// only.
///
/// May be shared between threads; it works in the transaction of its caller.
final class EvaluationTable {
  private static final int MOST = 200;
  private static final String REFER =
      """
      insert into evaluatie (region, id, subject_id, oin, rol, verwezen_op, op)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String COLUMNS =
      "select id, subject_id, oin, rol, verwezen_op from evaluatie e\n";
  private static final String FIND = COLUMNS + "where region = ? and id = ?";
  private static final String OF =
      COLUMNS
          + """
          where region = ? and oin = ?
          order by verwezen_op desc, id
          limit ?
          """;
  private static final String UNASKED =
      COLUMNS
          + """
          where region = ? and verwezen_op <= ? and verwezen_op > ?
            and not exists (
              select from evaluatie_stap s
              where s.region = e.region and s.evaluatie = e.id)
          order by verwezen_op, id
          limit ?
          """;
  private static final String STEP =
      """
      insert into evaluatie_stap (region, evaluatie, stap, person_id, uiterlijk, op)
      values (?, ?, ?, ?, ?, ?)
      returning nummer
      """;
  private static final String STEPS =
      """
      select nummer, stap, person_id, uiterlijk, op
      from evaluatie_stap
      where region = ? and evaluatie = ?
      order by nummer
      """;
  private static final String ANSWER =
      """
      insert into evaluatie_antwoord (region, stap, evaluatie, subject_id, person_id, verzegeld)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String SEALED =
      "select subject_id, verzegeld from evaluatie_antwoord where region = ? and stap = ?";

  private final String region;
  private final PersonRegister people;

  EvaluationTable(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// An answer, sealed with the key of the child.
  @SuppressWarnings("ArrayRecordComponent") // bytes for a column; compared by nobody
  record Sealed(UUID subject, byte[] bytes) {}

  void refer(Connection tx, Referral referral, Instant at) throws SQLException {
    try (var insert = tx.prepareStatement(REFER)) {
      insert.setString(1, region);
      insert.setObject(2, referral.id());
      insert.setObject(3, referral.subject());
      insert.setString(4, referral.by().oin().value());
      insert.setString(5, referral.by().role().code());
      insert.setObject(6, referral.on());
      insert.setObject(7, utc(at));
      insert.executeUpdate();
    }
  }

  Optional<Referral> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      return all(select).stream().findFirst();
    }
  }

  /// The newest two hundred of this organisation.
  List<Referral> of(Connection tx, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setInt(3, MOST);
      return all(select);
    }
  }

  /// Referrals of which nobody was asked yet.
  ///
  /// @param last the last day of a referral after which can be asked by now
  /// @param before after this day
  List<Referral> unasked(Connection tx, LocalDate last, LocalDate before, int most)
      throws SQLException {
    try (var select = tx.prepareStatement(UNASKED)) {
      select.setString(1, region);
      select.setObject(2, last);
      select.setObject(3, before);
      select.setInt(4, most);
      return all(select);
    }
  }

  /// @return its number
  long step(
      Connection tx,
      UUID evaluation,
      Step.Kind kind,
      UUID person,
      @Nullable Instant until,
      Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(STEP)) {
      insert.setString(1, region);
      insert.setObject(2, evaluation);
      insert.setString(3, kind.code());
      insert.setObject(4, person);
      insert.setObject(5, until == null ? null : utc(until));
      insert.setObject(6, utc(at));
      try (var row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// Everything that happened to it, in its order; each person by the id that stands for that
  /// person.
  List<Step> steps(Connection tx, Referral of) throws SQLException {
    var same = people.same(tx, of.subject());
    var steps = new ArrayList<Step>();
    try (var select = tx.prepareStatement(STEPS)) {
      select.setString(1, region);
      select.setObject(2, of.id());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          steps.add(
              new Step(
                  row.getLong(1),
                  Step.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                  same.of(row.getObject(3, UUID.class)),
                  Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                      .map(OffsetDateTime::toInstant),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return steps;
  }

  void answer(Connection tx, Referral of, UUID person, long step, byte[] sealed)
      throws SQLException {
    try (var insert = tx.prepareStatement(ANSWER)) {
      insert.setString(1, region);
      insert.setLong(2, step);
      insert.setObject(3, of.id());
      insert.setObject(4, of.subject());
      insert.setObject(5, person);
      insert.setBytes(6, sealed);
      insert.executeUpdate();
    }
  }

  /// What was answered in this step; empty when it is gone.
  Optional<Sealed> sealed(Connection tx, long step) throws SQLException {
    try (var select = tx.prepareStatement(SEALED)) {
      select.setString(1, region);
      select.setLong(2, step);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
            : Optional.empty();
      }
    }
  }

  private static List<Referral> all(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Referral>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(referral(rows));
      }
    }
    return found;
  }

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new PartyRole(new Oin(row.getString(3)), Role.of(row.getString(4)).orElseThrow()),
        row.getObject(5, LocalDate.class));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
