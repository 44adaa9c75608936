package nl.sluis.gateway.cijfers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.cijfers.Rest;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// The report that municipalities get of a convenant: how many disclosures there were in a quarter,
/// in one division that nobody chooses, made once and never again (X33, X47).
///
/// Every number is judged beside all that were given before, by [CountDesk] too, and goes on the
/// same list; what is left of the whole when they are subtracted is about ten children or more.
/// Numbers are rounded to fives. May be shared between threads.
public final class ReportDesk {
  /// To what numbers are rounded.
  public static final int STEP = 5;

  /// Stands for a number that is not told.
  public static final String FEW = "te-weinig";

  private static final String MEASURE = "verstrekkingen";
  private static final String ADD =
      """
      insert into rapport (region, convenant, periode, inhoud, gemaakt_op)
      values (?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      "select inhoud from rapport where region = ? and convenant = ? and periode = ?";

  private final String region;
  private final DataSource database;
  private final LogScan scan;
  private final GivenCounts given;

  /// @param region in whose part of the database reports are kept
  public ReportDesk(String region, DataSource database, LogScan scan) {
    this.region = region;
    this.database = database;
    this.scan = scan;
    this.given = new GivenCounts(region);
  }

  /// The quarters that are over, the newest first; older ones are not made any more.
  public static List<Period> quarters(Instant now) {
    var month = YearMonth.from(now.atZone(Age.CALENDAR));
    var first = month.minusMonths((month.getMonthValue() - 1) % 3);
    var all = new ArrayList<Period>();
    for (int i = 1; i <= 8; i++) {
      var start = first.minusMonths(3L * i);
      int quarter = (start.getMonthValue() + 2) / 3;
      Period.of("%04d-K%d".formatted(start.getYear(), quarter)).ifPresent(all::add);
    }
    return all;
  }

  /// The report as it was made; empty when it was not.
  public Optional<String> find(String convenant, Period period) throws SQLException {
    try (var connection = database.getConnection()) {
      return find(connection, convenant, period);
    }
  }

  private Optional<String> find(Connection tx, String convenant, Period period)
      throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setString(2, convenant);
      select.setString(3, period.code());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /// Makes the report of a quarter, with its row; one that was made stays as it is.
  ///
  /// Reads the rows of that year once; nobody else waits for it.
  ///
  /// @param by the organisation of whoever asks
  /// @return false when it was there, or the quarter is none that is made
  public Work<Boolean> make(Oin by, Convenant convenant, Period period, Instant now)
      throws SQLException {
    if (!quarters(now).contains(period)) {
      return new Making(by, convenant, period, Optional.empty());
    }
    var purposes =
        convenant.purposes().keySet().stream()
            .map(Purpose::code)
            .collect(Collectors.toCollection(TreeSet::new));
    try (var connection = database.getConnection()) {
      var counted =
          Disclosures.read(connection, scan, convenant.id(), period.first().getYear(), purposes);
      var sent = GapFigures.read(connection, region, convenant, period.first().getYear());
      return new Making(by, convenant, period, Optional.of(new Counted(counted, sent)));
    }
  }

  /// What a report is made of.
  ///
  /// @param given every disclosure of the year
  /// @param overrides what went out for safety's sake in it
  private record Counted(Disclosures given, Overrides overrides) {}

  private final class Making implements Work<Boolean> {
    private final Oin by;
    private final Convenant convenant;
    private final Period period;
    private final Optional<Counted> counted;

    Making(Oin by, Convenant convenant, Period period, Optional<Counted> counted) {
      this.by = by;
      this.convenant = convenant;
      this.period = period;
      this.counted = counted;
    }

    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var source = "sluis:" + convenant.id();
      given.lock(found.tx(), source);
      if (counted.isEmpty() || find(found.tx(), convenant.id(), period).isPresent()) {
        return Plan.known(false);
      }
      var purposes =
          convenant.purposes().keySet().stream()
              .map(Purpose::code)
              .collect(Collectors.toCollection(TreeSet::new));
      purposes.add(Disclosures.OTHER);
      var told = new TreeMap<String, OptionalLong>();
      var all = counted.get().given();
      var whole = tell(found, source, purposes, all);
      for (var purpose : byFrequency(purposes, all)) {
        told.put(purpose, tell(found, source, Set.of(purpose), all));
      }
      var gaps = gaps(found, counted.get().overrides());
      return new Telling(by, convenant, period, body(whole, told, gaps), found.at());
    }

    /// Nothing where nobody, or more than one, looks after the convenant.
    private Map<String, OptionalLong> gaps(Found found, Overrides overrides) throws SQLException {
      var stewards = GapFigures.stewards(convenant, found.at());
      return stewards.size() == 1
          ? new GapFigures(found.tx(), given, stewards.getFirst(), convenant, period, overrides)
              .tell(found.at())
          : Map.of();
    }

    /// The most frequent first, so that what must stay untold is small.
    private List<String> byFrequency(Set<String> purposes, Disclosures all) {
      return purposes.stream()
          .filter(purpose -> count(purpose, all) > 0)
          .sorted(
              Comparator.comparingLong((String purpose) -> count(purpose, all))
                  .reversed()
                  .thenComparing(purpose -> purpose))
          .toList();
    }

    private long count(String purpose, Disclosures all) {
      return all.in(Rest.of(group(Set.of(purpose)))).count();
    }

    private Group group(Set<String> parts) {
      return new Group(
          Map.of(
              GivenCounts.MONTHS,
              period.values(),
              GivenCounts.PARTS,
              parts,
              GivenCounts.AGES,
              Disclosures.EVERYBODY));
    }

    private OptionalLong tell(Found found, String source, Set<String> parts, Disclosures all)
        throws SQLException {
      var guard = convenant.arrangements().counting().guard();
      var figures = new SafeFigures(found.tx(), given, source, guard, group(parts));
      var number = figures.of(MEASURE, all);
      figures.remember(found.at());
      return number;
    }

    private String body(
        OptionalLong whole, Map<String, OptionalLong> told, Map<String, OptionalLong> gaps) {
      var body = JsonNodeFactory.instance.objectNode();
      body.put("convenant", convenant.id()).put("periode", period.code());
      put(body, "totaal", whole);
      var purposes = body.putObject("doelen");
      told.forEach((purpose, number) -> put(purposes, purpose, number));
      put(body, "doorbrekingen", gaps.getOrDefault("", OptionalLong.empty()));
      var nearest = body.putObject("naasteRegels");
      gaps.forEach(
          (rule, number) -> {
            if (!rule.isEmpty()) {
              put(nearest, rule, number);
            }
          });
      return body.toString();
    }
  }

  private static void put(ObjectNode node, String name, OptionalLong number) {
    if (number.isEmpty()) {
      node.put(name, FEW);
    } else {
      node.put(name, STEP * Math.round((double) number.getAsLong() / STEP));
    }
  }

  private final class Telling implements Plan<Boolean> {
    private final Oin by;
    private final Convenant convenant;
    private final Period period;
    private final String body;
    private final Instant at;

    Telling(Oin by, Convenant convenant, Period period, String body, Instant at) {
      this.by = by;
      this.convenant = convenant;
      this.period = period;
      this.body = body;
      this.at = at;
    }

    @Override
    public List<Entry> entries() {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("afzender", by.value()).put("convenant", convenant.id());
      detail.put("maat", "rapport").put("periode", period.code()).put("uitkomst", "gegeven");
      return List.of(new Entry(EntryKind.COUNT, Optional.empty(), detail));
    }

    @Override
    public void write(Writes writes, List<Logged> rows) throws SQLException {
      try (var add = writes.tx().prepareStatement(ADD)) {
        add.setString(1, region);
        add.setString(2, convenant.id());
        add.setString(3, period.code());
        add.setString(4, body);
        add.setObject(5, at.atOffset(ZoneOffset.UTC));
        add.executeUpdate();
      }
    }

    @Override
    public Boolean answer(Written written) {
      return true;
    }
  }
}
