package nl.sluis.gateway.nacontrole;

import java.sql.Connection;
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

/// What must be looked back at, what was found, and what follows from it. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class ReviewBook {
  /// Whoever must assess a breach has seventy-two hours to tell the authority (AVG 33).
  public static final Duration BREACH = Duration.ofDays(3);

  /// How long a receiver has to undo what should not have reached it.
  public static final Duration REPAIR = Duration.ofDays(7);

  private static final String ADD =
      """
      insert into nacontrole
        (region, transactie, van_oin, van_rol, aan_oin, aan_rol, doel, regel, acuut, subject_id,
         handelend, geopend_op, uiterlijk)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      """
      select n.van_oin, n.van_rol, n.aan_oin, n.aan_rol, n.doel, n.regel, n.acuut, n.subject_id,
        n.handelend, n.geopend_op, n.uiterlijk, o.uitkomst, o.regel_gemist, o.op,
        r.regel, r.stond_in_de_weg
      from nacontrole n
      left join nacontrole_naaste r on r.region = n.region and r.transactie = n.transactie
      left join nacontrole_oordeel o on o.region = n.region and o.transactie = n.transactie
      where n.region = ? and n.transactie = ?
      """;

  private static final String NEAREST =
      """
      insert into nacontrole_naaste (region, transactie, regel, stond_in_de_weg)
      values (?, ?, ?, ?)
      """;

  private static final String JUDGE =
      """
      insert into nacontrole_oordeel
        (region, transactie, handelend, beoordelaar, uitkomst, regel_gemist, op, voorstel, tweede,
         besluit, tweede_nodig)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private final String region;
  private final Tasks tasks;

  /// @param region whose reviews these are
  /// @param tasks where organisations find what they must do
  public ReviewBook(String region, Tasks tasks) {
    this.region = region;
    this.tasks = tasks;
  }

  /// Notes, in the transaction that lets it pass, that somebody must look back.
  ///
  /// @return the rows for the logbook
  public List<Entry> opened(Connection tx, Review review) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, review.transaction());
      insert.setString(3, review.from().oin().value());
      insert.setString(4, review.from().role().code());
      insert.setString(5, review.to().oin().value());
      insert.setString(6, review.to().role().code());
      insert.setString(7, review.purpose().code());
      insert.setString(8, review.rule());
      insert.setBoolean(9, review.acute());
      insert.setObject(10, review.subject().orElse(null));
      insert.setBytes(11, review.actor().bytes());
      insert.setObject(12, utc(review.opened()));
      insert.setObject(13, utc(review.due()));
      insert.executeUpdate();
    }
    try (var insert = tx.prepareStatement(NEAREST)) {
      insert.setString(1, region);
      insert.setObject(2, review.transaction());
      insert.setString(3, review.nearest().rule());
      insert.setString(4, review.nearest().lack());
      insert.executeUpdate();
    }
    return tasks.open(tx, task(TaskKind.LOOK_BACK, review, review.due()), review.opened());
  }

  /// Notes what one person found, where nobody need look along.
  ///
  /// @see #judge(Connection, Review, Actor, Review.Judged, boolean, Optional)
  public Optional<List<Entry>> judge(
      Connection tx, Review review, Actor reviewer, Review.Judged judged, boolean hidden)
      throws SQLException {
    return judge(tx, review, reviewer, judged, hidden, Optional.empty());
  }

  /// Notes what was found, and what the organisations must do because of it.
  ///
  /// @param reviewer who looked; the database refuses one who sent it
  /// @param hidden whether somebody in the family may not know of it now: then the family is told
  ///   when it is shown, as [#shown] says
  /// @param second who confirmed it; the database refuses the reviewer, who sent it, and whoever
  ///   did not confirm. Empty where nobody need look along
  /// @return the rows for the logbook; empty when it was judged before
  public Optional<List<Entry>> judge(
      Connection tx,
      Review review,
      Actor reviewer,
      Review.Judged judged,
      boolean hidden,
      Optional<Review.Second> second)
      throws SQLException {
    try (var insert = tx.prepareStatement(JUDGE)) {
      insert.setString(1, region);
      insert.setObject(2, review.transaction());
      insert.setBytes(3, review.actor().bytes());
      insert.setBytes(4, reviewer.bytes());
      insert.setString(5, judged.verdict().code());
      insert.setString(6, judged.missingRule());
      insert.setObject(7, utc(judged.at()));
      insert.setObject(8, second.map(Review.Second::proposal).orElse(null));
      insert.setBytes(9, second.map(Review.Second::who).map(Actor::bytes).orElse(null));
      insert.setString(10, second.isPresent() ? "bevestigd" : null);
      insert.setBoolean(11, second.isPresent());
      if (insert.executeUpdate() == 0) {
        return Optional.empty();
      }
    }
    var rows = new ArrayList<Entry>();
    rows.addAll(tasks.finish(tx, TaskKind.LOOK_BACK, review.from().oin(), review.transaction()));
    for (var task : following(review, judged)) {
      if (!hidden || task.kind() != TaskKind.INFORM_FAMILY) {
        rows.addAll(tasks.open(tx, task, judged.at()));
      }
    }
    return Optional.of(rows);
  }

  /// What the sender must do now that the family may know of an exchange: tell it, when it was
  /// judged unjustified meanwhile.
  ///
  /// @return the rows for the logbook
  public List<Entry> shown(Connection tx, UUID transaction, Instant now) throws SQLException {
    var review = find(tx, transaction);
    var verdict = review.flatMap(Review::judged).map(Review.Judged::verdict);
    return verdict.filter(Verdict.UNJUSTIFIED::equals).isEmpty()
        ? List.of()
        : tasks.open(tx, task(TaskKind.INFORM_FAMILY, review.orElseThrow(), now.plus(REPAIR)), now);
  }

  /// What a verdict asks of whom: nothing, mending what was missing, or undoing what can be undone
  /// (AVG 19, 33, 34).
  private static List<Task> following(Review review, Review.Judged judged) {
    var mended = judged.at().plus(REPAIR);
    return switch (judged.verdict()) {
      case JUSTIFIED -> List.of();
      case WITH_A_GAP -> List.of(task(TaskKind.MEND_RECORD, review, mended));
      case UNJUSTIFIED ->
          List.of(
              task(TaskKind.ASSESS_BREACH, review, judged.at().plus(BREACH)),
              // The clock of the breach runs from the verdict: the officer hears of it at once.
              task(TaskKind.OFFICER_LOOKS, review, judged.at().plus(BREACH)),
              task(TaskKind.CORRECT_REPORT, review, mended),
              task(TaskKind.INFORM_FAMILY, review, mended),
              new Task(
                  TaskKind.REPORT_UNJUSTIFIED,
                  review.to().oin(),
                  Optional.empty(),
                  review.transaction(),
                  mended));
    };
  }

  private static Task task(TaskKind kind, Review review, Instant due) {
    return new Task(kind, review.from().oin(), review.subject(), review.transaction(), due);
  }

  /// The review of this exchange, if it must be looked back at.
  public Optional<Review> find(Connection tx, UUID transaction) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, transaction);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(read(transaction, row)) : Optional.empty();
      }
    }
  }

  private static Review read(UUID transaction, ResultSet row) throws SQLException {
    var verdict = Optional.ofNullable(row.getString(12)).flatMap(Verdict::of);
    var judged =
        verdict.isEmpty()
            ? Optional.<Review.Judged>empty()
            : Optional.of(new Review.Judged(verdict.get(), row.getString(13), instant(row, 14)));
    return new Review(
        transaction,
        party(row, 1),
        party(row, 3),
        new Purpose(row.getString(5)),
        row.getString(6),
        row.getBoolean(7),
        Optional.ofNullable(row.getObject(8, UUID.class)),
        Actor.of(row.getBytes(9)),
        instant(row, 10),
        instant(row, 11),
        nearest(row),
        judged);
  }

  /// What passed before this was kept has none.
  private static Review.Nearest nearest(ResultSet row) throws SQLException {
    var rule = row.getString(15);
    return rule == null ? Review.Nearest.UNKNOWN : new Review.Nearest(rule, row.getString(16));
  }

  private static PartyRole party(ResultSet row, int from) throws SQLException {
    return new PartyRole(
        new Oin(row.getString(from)), Role.of(row.getString(from + 1)).orElseThrow());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
