package nl.sluis.gateway.taak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The tasks of organisations: a queue of work, beside the logbook that keeps what became of it.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class Tasks {
  private static final int MOST = 200;

  private static final String OPEN =
      """
      insert into taak
        (region, id, soort, organisatie, subject_id, over, geopend_op, uiterlijk, stand)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'open')
      on conflict (region, soort, organisatie, over) do nothing
      """;

  private static final String COLUMNS =
      "select id, soort, organisatie, subject_id, over, geopend_op, uiterlijk, stand from taak ";

  private static final String OF =
      COLUMNS
          + """
          where region = ? and organisatie = ? and stand <> 'afgehandeld'
          order by uiterlijk, soort, id
          limit ?
          """;

  private static final String OF_KIND =
      COLUMNS
          + """
          where region = ? and soort = ? and stand <> 'afgehandeld'
          order by uiterlijk, id
          limit ?
          """;

  private static final String FIND = COLUMNS + "where region = ? and id = ?";

  private static final String ABOUT =
      COLUMNS + "where region = ? and soort = ? and organisatie = ? and over = ?";

  private static final String OVERDUE =
      COLUMNS
          + """
          where region = ? and stand = 'open' and uiterlijk <= ?
          order by uiterlijk
          limit ?
          """;

  private static final String MOVE =
      """
      update taak
      set stand = ?, afgehandeld_op = ?
      where region = ? and id = ? and stand = any (?)
      """;

  private static final String EXTEND =
      """
      update taak
      set uiterlijk = ?
      where region = ? and soort = ? and organisatie = ? and over = ? and stand = 'open'
        and uiterlijk < ?
      """;

  private static final String REOPEN =
      """
      update taak
      set stand = 'open', uiterlijk = ?, afgehandeld_op = null
      where region = ? and soort = ? and organisatie = ? and over = ? and stand = 'afgehandeld'
      """;

  private final String region;
  private final InstantSource clock;
  private final TaskTerms terms;

  /// @param region in whose part of the database the tasks live
  /// @param clock says when a task was done
  /// @param terms how much time organisations give themselves
  public Tasks(String region, InstantSource clock, TaskTerms terms) {
    this.region = region;
    this.clock = clock;
    this.terms = terms;
  }

  /// Where every organisation takes the time that it is given.
  ///
  /// @param region in whose part of the database the tasks live
  /// @param clock says when a task was done
  public Tasks(String region, InstantSource clock) {
    this(region, clock, TaskTerms.AS_GIVEN);
  }

  /// Opens a task, unless one like it was opened before.
  ///
  /// @param given the task with the time that it is given; an organisation may give itself less
  /// @return the row for the logbook, to be appended in the same transaction; none when it was open
  public List<Entry> open(Connection tx, Task given, Instant now) throws SQLException {
    var id = UUID.randomUUID();
    var task = given.notAfter(terms.due(tx, given, now));
    try (var insert = tx.prepareStatement(OPEN)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setString(3, task.kind().code());
      insert.setString(4, task.organisation().value());
      insert.setObject(5, task.subject().orElse(null));
      insert.setObject(6, task.about());
      insert.setObject(7, utc(now));
      insert.setObject(8, utc(task.due()));
      return insert.executeUpdate() == 0 ? List.of() : List.of(row(id, task, "geopend"));
    }
  }

  /// Opens a task anew when one like it was done before: there is more of the same to do.
  ///
  /// @return the row for the logbook; none when it is open already
  public List<Entry> openAgain(Connection tx, Task given, Instant now) throws SQLException {
    var opened = open(tx, given, now);
    if (!opened.isEmpty()) {
      return opened;
    }
    var task = given.notAfter(terms.due(tx, given, now));
    try (var update = tx.prepareStatement(REOPEN)) {
      update.setObject(1, utc(task.due()));
      update.setString(2, region);
      update.setString(3, task.kind().code());
      update.setString(4, task.organisation().value());
      update.setObject(5, task.about());
      return update.executeUpdate() == 0
          ? List.of()
          : List.of(row(like(tx, task), task, "geopend"));
    }
  }

  private UUID like(Connection tx, Task task) throws SQLException {
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setString(2, task.kind().code());
      select.setString(3, task.organisation().value());
      select.setObject(4, task.about());
      return read(select).getFirst().id();
    }
  }

  /// What an organisation has to do: at most two hundred, the most urgent first.
  public List<OpenTask> of(Connection tx, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  /// Those of one kind that are not done, of whatever organisation: the most urgent first.
  List<OpenTask> of(Connection tx, TaskKind kind, int most) throws SQLException {
    try (var select = tx.prepareStatement(OF_KIND)) {
      select.setString(1, region);
      select.setString(2, kind.code());
      select.setInt(3, most);
      return read(select);
    }
  }

  /// The task under this identifier, when it is not done yet.
  public Optional<OpenTask> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      return read(select).stream().findFirst();
    }
  }

  /// Those whose day has passed and of which nobody was told yet.
  List<OpenTask> overdue(Connection tx, Instant now, int most) throws SQLException {
    try (var select = tx.prepareStatement(OVERDUE)) {
      select.setString(1, region);
      select.setObject(2, utc(now));
      select.setInt(3, most);
      return read(select);
    }
  }

  /// Notes that a task is late.
  ///
  /// @return whether it was open until now
  boolean late(Connection tx, OpenTask task) throws SQLException {
    return move(tx, task.id(), null, "te-laat", "open");
  }

  /// Notes that a task is done.
  ///
  /// @return whether it was not done yet
  public boolean done(Connection tx, OpenTask task) throws SQLException {
    return move(tx, task.id(), clock.instant(), "afgehandeld", "open", "te-laat");
  }

  /// Notes that this was done: what was done says so itself.
  ///
  /// @return the row for the logbook; none when there was no such task, or it was done before
  public List<Entry> finish(Connection tx, TaskKind kind, Oin organisation, UUID about)
      throws SQLException {
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setString(2, kind.code());
      select.setString(3, organisation.value());
      select.setObject(4, about);
      var open = read(select);
      return open.isEmpty() || !done(tx, open.getFirst())
          ? List.of()
          : List.of(row(open.getFirst().id(), open.getFirst().task(), "afgehandeld"));
    }
  }

  /// Gives an open task more time; one that is late stays late.
  ///
  /// @param longer the task with its new day
  /// @return the row for the logbook; none when there is no such task that can wait
  public List<Entry> extend(Connection tx, Task longer) throws SQLException {
    try (var update = tx.prepareStatement(EXTEND)) {
      update.setObject(1, utc(longer.due()));
      update.setString(2, region);
      update.setString(3, longer.kind().code());
      update.setString(4, longer.organisation().value());
      update.setObject(5, longer.about());
      update.setObject(6, utc(longer.due()));
      if (update.executeUpdate() == 0) {
        return List.of();
      }
    }
    return List.of(row(like(tx, longer), longer, "verlengd"));
  }

  /// The row of the logbook about a task.
  public static Entry row(UUID id, Task task, String step) {
    return new Entry(EntryKind.TASK, task.subject(), detail(id, task, step));
  }

  static ObjectNode detail(UUID id, Task task, String step) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taak", id.toString())
        .put("stap", step)
        .put("wat", task.kind().code())
        .put("organisatie", task.organisation().value())
        .put("over", task.about().toString())
        .put("uiterlijk", task.due().toString());
  }

  private boolean move(Connection tx, UUID id, @Nullable Instant done, String to, String... from)
      throws SQLException {
    try (var update = tx.prepareStatement(MOVE)) {
      update.setString(1, to);
      update.setObject(2, done == null ? null : utc(done));
      update.setString(3, region);
      update.setObject(4, id);
      update.setArray(5, tx.createArrayOf("text", from));
      return update.executeUpdate() == 1;
    }
  }

  static List<OpenTask> read(PreparedStatement select) throws SQLException {
    var tasks = new ArrayList<OpenTask>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        if (!rows.getString("stand").equals("afgehandeld")) {
          tasks.add(task(rows));
        }
      }
    }
    return tasks;
  }

  private static OpenTask task(ResultSet row) throws SQLException {
    var task =
        new Task(
            TaskKind.of(row.getString("soort")).orElseThrow(),
            new Oin(row.getString("organisatie")),
            Optional.ofNullable(row.getObject("subject_id", UUID.class)),
            row.getObject("over", UUID.class),
            instant(row, "uiterlijk"));
    return new OpenTask(
        row.getObject("id", UUID.class),
        task,
        instant(row, "geopend_op"),
        row.getString("stand").equals("te-laat"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
