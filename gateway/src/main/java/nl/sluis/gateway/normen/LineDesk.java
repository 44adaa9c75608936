package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;

/// An organisation reads its own lines (LDV extension for reading), and that it looked is a row.
///
/// A page holds at most [#MOST] lines and costs at most [#READ] rows, whatever is asked: who wants
/// more asks again for what is older. May be shared between threads.
public final class LineDesk {
  /// How many lines a page holds at most.
  public static final int MOST = 100;

  /// How many rows are opened for a page at most.
  public static final int READ = 2_000;

  /// How far one looks for a row that can still be opened.
  private static final int NEAR = 50;

  private final DataSource database;
  private final RowScan rows;
  private final LogReader about;
  private final Lines lines;
  private final Register register;
  private final Pseudonyms numbers;
  private final TraceIndex index;
  private final String origin;

  /// @param rows the logbook by place
  /// @param about the logbook by person
  /// @param register to which lines point
  /// @param origin the name of the logbook for others
  public LineDesk(
      DataSource database,
      RowScan rows,
      LogReader about,
      Register register,
      Pseudonyms numbers,
      TraceIndex index,
      String origin) {
    this.database = database;
    this.rows = rows;
    this.about = about;
    this.lines = new Lines(rows, register, origin);
    this.register = register;
    this.numbers = numbers;
    this.index = index;
    this.origin = origin;
  }

  /// What was found: a page, not told before [#seen] wrote that it was looked at.
  ///
  /// @param body the page
  /// @param people whom it is about
  public record Page(ObjectNode body, Set<UUID> people) {
    /// Copies its set.
    public Page {
      people = Set.copyOf(people);
    }
  }

  private record Rows(List<Row> newestFirst, boolean more) {}

  /// Reads a page of an organisation's own lines, newest first.
  public Page read(Oin organisation, Question question) throws SQLException {
    var reader = new Reader(Optional.of(organisation), numbers);
    try (var connection = database.getConnection()) {
      var candidates = candidates(connection, reader, question);
      var told = JsonNodeFactory.instance.arrayNode();
      var people = new LinkedHashSet<UUID>();
      Optional<Instant> older = Optional.empty();
      Instant last = question.until();
      for (var row : candidates.newestFirst()) {
        // A page never ends within one instant, so that the next one begins at the instant before.
        if (told.size() >= MOST && row.at().isBefore(last)) {
          older = Optional.of(last.minusMillis(1));
          break;
        }
        last = row.at();
        var line = lines.ldv().line(row, reader).filter(one -> fits(one, question, reader));
        line.map(lines.ldv()::told).ifPresent(told::add);
        line.flatMap(_ -> row.subject()).ifPresent(people::add);
      }
      if (older.isEmpty() && candidates.more()) {
        older = Optional.of(last.isBefore(question.until()) ? last : last.minusMillis(1));
      }
      var body = JsonNodeFactory.instance.objectNode();
      var metadata = body.putObject("metadata");
      metadata.put("logbookId", origin);
      metadata.put("organizationName", register.name(organisation).orElse(organisation.value()));
      older.ifPresent(instant -> metadata.put("meerTot", instant.toString()));
      body.set("processingActivities", told);
      return new Page(body, people);
    }
  }

  /// The narrowest of what was asked decides which rows are opened at all.
  private Rows candidates(Connection connection, Reader reader, Question question)
      throws SQLException {
    if (question.subject().isPresent()) {
      var person = reader.subject(question.subject().get());
      return person.isEmpty()
          ? new Rows(List.of(), false)
          : ofPerson(connection, person.get(), question);
    }
    return question.trace().isPresent()
        ? ofTrace(connection, question.trace().get())
        : back(connection, question);
  }

  private Rows ofPerson(Connection connection, UUID person, Question question) throws SQLException {
    var found = new ArrayList<Row>();
    var before = Long.MAX_VALUE;
    int read = 0;
    while (read < READ) {
      var page = about.about(connection, person, before, MOST);
      for (var row : page) {
        before = row.index();
        Row.of(new RowScan.Read(row.index(), Optional.of(person), Optional.of(row.detail())))
            .filter(question::isAt)
            .ifPresent(found::add);
      }
      read += page.size();
      if (page.size() < MOST) {
        return new Rows(found, false);
      }
    }
    return new Rows(found, true);
  }

  private Rows ofTrace(Connection connection, String trace) throws SQLException {
    var found = new ArrayList<Row>();
    // What the index does not know yet; it is a minute behind at most.
    var tail = rows.page(connection, index.end(connection), READ);
    tail.reversed().forEach(read -> Row.of(read).ifPresent(found::add));
    for (long place : index.find(connection, trace, MOST + 1)) {
      rows.page(connection, place, 1).forEach(read -> Row.of(read).ifPresent(found::add));
    }
    return new Rows(found, false);
  }

  private Rows back(Connection connection, Question question) throws SQLException {
    var found = new ArrayList<Row>();
    var end = after(connection, question.until());
    long lowest = Math.max(0, end - READ);
    for (var read : rows.page(connection, lowest, (int) (end - lowest)).reversed()) {
      Row.of(read).filter(question::isAt).ifPresent(found::add);
    }
    return new Rows(found, lowest > 0);
  }

  /// The first row that is newer than an instant, found by halving: rows stand in the order of
  /// time.
  private long after(Connection connection, Instant until) throws SQLException {
    long low = 0;
    long high = index.size(connection);
    while (low < high) {
      long middle = (low + high) >>> 1;
      var near = rows.page(connection, middle, NEAR).stream().flatMap(r -> Row.of(r).stream());
      if (near.findFirst().filter(row -> !row.at().isAfter(until)).isPresent()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean fits(Ldv.Line line, Question question, Reader reader) {
    var row = line.row();
    return question.isAt(row)
        && question.trace().map(row.trace()::equals).orElse(true)
        && question.activity().map(line.activity().uri()::equals).orElse(true)
        && question
            .subject()
            .map(number -> row.subject().map(reader::number).filter(number::equals).isPresent())
            .orElse(true);
  }

  /// The work of writing down that this page is looked at: a row for everybody it is about.
  public Work<Boolean> seen(Oin organisation, Page page) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) {
        var entries = new ArrayList<Entry>();
        page.people().forEach(person -> entries.add(row(organisation, Optional.of(person))));
        if (entries.isEmpty()) {
          entries.add(row(organisation, Optional.empty()));
        }
        return Plan.of(entries, true);
      }
    };
  }

  private static Entry row(Oin organisation, Optional<UUID> person) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", organisation.value()).put("handeling", "regels-gelezen");
    return new Entry(EntryKind.INSPECTION, person, detail);
  }
}
