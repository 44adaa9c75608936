package nl.sluis.gateway.nacontrole;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.consent.desk.EmbargoByReport;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What a family may come to know of what went out about it for safety's sake, and what is kept
/// from it meanwhile (domain 2.8, 3.6, 3.8).
///
/// A report of acute danger is hidden in the transaction that enters it. Nothing here ends by
/// itself. May be shared between threads; each call works on the caller's connection.
public final class Family {
  /// How long there is to find a second person for what a report of acute danger hides.
  public static final Duration PROVISIONAL = Duration.ofHours(24);

  private static final String ADD =
      """
      insert into nacontrole_gezin (region, transactie, ingelicht, melder_verborgen, gesproken)
      values (?, ?, ?, ?, ?)
      """;

  private static final String ABOUT =
      """
      select n.transactie, n.van_oin, n.van_rol, n.aan_oin, n.aan_rol, n.doel, n.regel,
        n.geopend_op, g.ingelicht, g.melder_verborgen, o.uitkomst
      from nacontrole n
      join nacontrole_gezin g on g.region = n.region and g.transactie = n.transactie
      left join nacontrole_oordeel o on o.region = n.region and o.transactie = n.transactie
      where n.region = ?
        and n.subject_id = ?
      order by n.geopend_op desc, n.transactie
      """;

  private final String region;
  private final EmbargoByReport embargoes;
  private final Tasks tasks;

  /// One exchange for safety's sake about a child.
  ///
  /// @param informed whether its sender says that the family was told
  /// @param reporterHidden whether the family may not know who sent it
  /// @param verdict what a reviewer found; empty while nobody looked
  public record Reported(
      UUID transaction,
      PartyRole from,
      PartyRole to,
      Purpose purpose,
      String rule,
      Instant at,
      boolean informed,
      boolean reporterHidden,
      Optional<Verdict> verdict) {}

  /// @param region whose families these are
  /// @param tasks where the sender finds what it must still do
  public Family(String region, Tasks tasks) {
    this.region = region;
    this.embargoes = new EmbargoByReport(region);
    this.tasks = tasks;
  }

  /// Notes what the sender says of telling the family, and hides what it may not know yet.
  ///
  /// @param since when the message came in, which may be before it could be entered
  /// @param keyed keys a word of the sender for somebody who works there
  /// @return the rows for the logbook
  public List<Entry> opened(
      Connection tx, Review review, Telling telling, Instant since, Function<String, Actor> keyed)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, review.transaction());
      insert.setBoolean(3, telling.informed());
      insert.setBoolean(4, telling.reporterHidden());
      insert.setObject(5, telling.talked().orElse(null));
      insert.executeUpdate();
    }
    var subject = review.subject();
    if (subject.isEmpty()) {
      return List.of();
    }
    if (review.acute()) {
      var until = since.plus(PROVISIONAL);
      var day = until.atZone(Age.CALENDAR).toLocalDate();
      var opening =
          new EmbargoByReport.Opening(
              review.transaction(), "veiligheid-kind", day, hmac(review.actor()), Optional.empty());
      var id = embargoes.open(tx, subject.get(), opening, review.from(), review.opened());
      var task = new Task(TaskKind.CONFIRM_EMBARGO, review.from().oin(), subject, id, until);
      var rows = new ArrayList<Entry>();
      rows.add(row(subject, id, opening, "voorlopig"));
      rows.addAll(tasks.open(tx, task, review.opened()));
      return rows;
    }
    if (telling.postponed().isEmpty()) {
      return List.of();
    }
    var later = telling.postponed().get();
    var opening =
        new EmbargoByReport.Opening(
            review.transaction(),
            later.reason(),
            later.until(),
            hmac(keyed.apply(later.reporter())),
            Optional.of(hmac(keyed.apply(later.confirmed()))));
    var id = embargoes.open(tx, subject.get(), opening, review.from(), review.opened());
    return List.of(row(subject, id, opening, "ingesteld"));
  }

  private static Hmac hmac(Actor actor) {
    return Hmac.of(actor.bytes());
  }

  private static Entry row(
      Optional<UUID> subject, UUID id, EmbargoByReport.Opening opening, String step) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", step).put("kenmerk", id.toString());
    detail.put("over", opening.about().toString()).put("voor", "gezin");
    detail.put("reden", opening.reason()).put("herziening", opening.reviewOn().toString());
    return new Entry(EntryKind.EMBARGO, subject, detail);
  }

  /// What went out about this child for safety's sake, the newest first; whoever shows it to
  /// somebody MUST ask first whether that person may learn of it.
  public List<Reported> about(Connection tx, UUID subject) throws SQLException {
    var reported = new ArrayList<Reported>();
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          reported.add(
              new Reported(
                  rows.getObject(1, UUID.class),
                  party(rows, 2),
                  party(rows, 4),
                  new Purpose(rows.getString(6)),
                  rows.getString(7),
                  rows.getObject(8, OffsetDateTime.class).toInstant(),
                  rows.getBoolean(9),
                  rows.getBoolean(10),
                  Optional.ofNullable(rows.getString(11)).flatMap(Verdict::of)));
        }
      }
    }
    return reported;
  }

  private static PartyRole party(ResultSet row, int from) throws SQLException {
    return new PartyRole(
        new Oin(row.getString(from)), Role.of(row.getString(from + 1)).orElseThrow());
  }
}
