package nl.sluis.gateway.cijfers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.inzicht.Household;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What municipalities get of a convenant tells of no few children, however it is added up.
class ReportDeskSpec {
  private static final String REGION = "kennemerland";
  private static final Instant NOW = Instant.parse("2027-01-10T11:00:00Z");
  private static final Oin STEWARD = new Oin("00000099000000999000");
  private static final Convenant CONVENANT = Household.WORDS;
  private static final int SMALLEST = 10;
  private static final Comparator<Oin> BY_NUMBER = Comparator.comparing(Oin::value);

  @TempDir Path directory;

  private TestDatabase database;
  private Logbook logbook;
  private ReportDesk desk;
  private final List<Fact> facts = new ArrayList<>();

  /// One disclosure.
  private record Fact(UUID child, String purpose, YearMonth month) {}

  @BeforeEach
  void a_year_in_which_much_happened_to_many_and_some_to_few() throws Exception {
    database = TestDatabase.with(Schema.FILES);
    var keys =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    logbook =
        Logbook.open(
            REGION, "sluis.example/kennemerland", database.gateway(), keys, new SecureRandom());
    desk = new ReportDesk(REGION, database.gateway(), new LogScan(REGION, keys));
    var random = new Random(47);
    var children = new ArrayList<UUID>();
    for (int i = 0; i < 40; i++) {
      children.add(UUID.randomUUID());
    }
    var purposes = CONVENANT.purposes().keySet().stream().map(Purpose::code).sorted().toList();
    for (int month = 1; month <= 12; month++) {
      var rows = new ArrayList<Entry>();
      for (int i = 0; i < 60; i++) {
        // The first purposes are frequent, the last of these four rare.
        int rank = random.nextInt(100);
        var purpose = purposes.get(rank < 50 ? 0 : rank < 85 ? 1 : rank < 97 ? 2 : 3);
        var child = children.get(random.nextInt(children.size()));
        facts.add(new Fact(child, purpose, YearMonth.of(2026, month)));
        rows.add(row(child, purpose));
      }
      write(rows, Instant.parse("2026-%02d-15T11:00:00Z".formatted(month)));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry row(UUID child, String purpose) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("transactie", UUID.randomUUID().toString()).put("doel", purpose);
    detail.putObject("convenant").put("id", CONVENANT.id());
    return new Entry(EntryKind.DISCLOSED, Optional.of(child), detail);
  }

  private void write(List<Entry> rows, Instant at) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      logbook.append(tx, rows, at);
      tx.commit();
      tx.setAutoCommit(true);
    }
  }

  @Test
  void no_sum_or_difference_of_all_that_was_told_is_about_few_children() throws Exception {
    for (var quarter : List.of("2026-K3", "2026-K1", "2026-K4", "2026-K2")) {
      make(quarter);
    }

    var told = told();
    // Something is told, and something is not.
    assertThat(told).hasSizeBetween(8, 16);
    assertThat(told.values()).allMatch(count -> count > 0);
    int followed = 0;
    for (var quarter : List.of("2026-K1", "2026-K2", "2026-K3", "2026-K4")) {
      followed += enumerate(within(told, quarter));
    }
    assertThat(followed).isGreaterThan(told.size());
  }

  @Test
  void what_the_steward_asked_before_is_held_against_the_report_and_the_report_against_it()
      throws Exception {
    var purpose = facts.getFirst().purpose();
    var month = group(Set.of("2026-04"), Set.of(purpose));
    assertThat(ask(month)).isTrue();

    make("2026-K2");

    var told = within(told(), "2026-K2");
    assertThat(told).containsKey(month);
    enumerate(told);
    // One that lies across what was told is refused for good.
    assertThat(ask(group(Set.of("2026-05", "2026-07"), Set.of(purpose)))).isFalse();
  }

  @Test
  void only_quarters_that_are_over_are_made() throws Exception {
    assertThat(ReportDesk.quarters(NOW)).extracting(Period::code).first().isEqualTo("2026-K4");
    assertThat(ReportDesk.quarters(NOW)).extracting(Period::code).doesNotContain("2027-K1");

    make("2027-K1");
    make("2026");
    make("2026-09");

    assertThat(told()).isEmpty();
  }

  @Test
  void a_rule_that_came_near_is_told_only_when_what_is_left_of_all_is_enough_as_well()
      throws Exception {
    var parties = CONVENANT.parties().keySet().stream().sorted(BY_NUMBER).toList();
    overrides(parties.get(0), "X04", "toestemming", 30);
    overrides(parties.get(0), "X02", "voorwaarde", 12);
    overrides(parties.get(1), "X01", "categorie", 4);

    var told = gaps("2026-K2");

    assertThat(told.get("")).isEqualTo(OptionalLong.of(46));
    assertThat(told.keySet()).containsExactlyInAnyOrder("", "X04/toestemming");
    // And who asks for one party afterwards cannot subtract it.
    assertThat(askOverrides(parties.get(0))).isFalse();
    assertThat(gaps("2026-K3").get("")).isEqualTo(OptionalLong.empty());
  }

  private Map<String, OptionalLong> gaps(String quarter) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var sent = GapFigures.read(tx, REGION, CONVENANT, 2026);
      var period = Period.of(quarter).orElseThrow();
      var told =
          new GapFigures(tx, new GivenCounts(REGION), STEWARD, CONVENANT, period, sent).tell(NOW);
      tx.commit();
      tx.setAutoCommit(true);
      return told;
    }
  }

  private boolean askOverrides(Oin about) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      var guard = CONVENANT.arrangements().counting().guard();
      var group = group(Period.of("2026-K2").orElseThrow().values(), Set.of(about.value()));
      var source = "doorbrekingen:" + STEWARD.value();
      var sent = GapFigures.read(tx, REGION, CONVENANT, 2026);
      return new SafeFigures(tx, new GivenCounts(REGION), source, guard, group)
          .of(OverrideDesk.MEASURE, sent.where(_ -> true))
          .isPresent();
    }
  }

  private void overrides(Oin from, String rule, String lack, int count) throws SQLException {
    try (var tx = database.gateway().getConnection();
        var open =
            tx.prepareStatement(
                """
                insert into nacontrole
                  (region, transactie, van_oin, van_rol, aan_oin, aan_rol, doel, regel, acuut,
                   subject_id, handelend, geopend_op, uiterlijk)
                values (?, ?, ?, 'school-ib', 'vt', 'veilig-thuis', 'vt-melding', 'X16', false, ?,
                  '', '2026-05-15T10:00:00Z', '2026-05-29T10:00:00Z')
                """);
        var near =
            tx.prepareStatement(
                """
                insert into nacontrole_naaste (region, transactie, regel, stond_in_de_weg)
                values (?, ?, ?, ?)
                """)) {
      for (int i = 0; i < count; i++) {
        var transaction = UUID.randomUUID();
        open.setString(1, REGION);
        open.setObject(2, transaction);
        open.setString(3, from.value());
        open.setObject(4, UUID.randomUUID());
        open.executeUpdate();
        near.setString(1, REGION);
        near.setObject(2, transaction);
        near.setString(3, rule);
        near.setString(4, lack);
        near.executeUpdate();
      }
    }
  }

  private void make(String code) throws SQLException {
    var period = Period.of(code).orElseThrow();
    var work = desk.make(STEWARD, CONVENANT, period, NOW);
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var _ = work.plan(Found.toLook(tx, UUID.randomUUID(), NOW));
      tx.commit();
      tx.setAutoCommit(true);
    }
  }

  private static Group group(Set<String> months, Set<String> parts) {
    return new Group(
        Map.of(
            GivenCounts.MONTHS, months,
            GivenCounts.PARTS, parts,
            GivenCounts.AGES, Disclosures.EVERYBODY));
  }

  /// As somebody does who asks for one count.
  private boolean ask(Group group) throws SQLException {
    var lines =
        facts.stream()
            .map(
                one ->
                    new Disclosures.Line(
                        Map.of(
                            GivenCounts.MONTHS, one.month().toString(),
                            GivenCounts.PARTS, one.purpose(),
                            GivenCounts.AGES, Disclosures.EVERYBODY.iterator().next()),
                        one.child()))
            .toList();
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var guard = CONVENANT.arrangements().counting().guard();
      var figures =
          new SafeFigures(tx, new GivenCounts(REGION), "sluis:" + CONVENANT.id(), guard, group);
      var number = figures.of("verstrekkingen", new Disclosures(lines));
      figures.remember(NOW.plus(Duration.ofDays(1)));
      tx.commit();
      tx.setAutoCommit(true);
      return number.isPresent();
    }
  }

  private Map<Group, Long> told() throws SQLException {
    try (Connection tx = database.gateway().getConnection()) {
      return new GivenCounts(REGION).of(tx, "sluis:" + CONVENANT.id(), "verstrekkingen");
    }
  }

  private static Map<Group, Long> within(Map<Group, Long> told, String quarter) {
    var months = Period.of(quarter).orElseThrow().values();
    var some = new HashMap<Group, Long>();
    told.forEach(
        (group, count) -> {
          if (months.containsAll(group.on(GivenCounts.MONTHS))) {
            some.put(group, count);
          }
        });
    return some;
  }

  /// Adds and subtracts these numbers in every way. Each outcome that counts some disclosures once
  /// and all others not at all MUST be about ten children or more; what else comes out is no count.
  ///
  /// @return how many such outcomes there are
  private int enumerate(Map<Group, Long> told) {
    var groups = List.copyOf(told.keySet());
    assertThat(groups).as("more cannot be enumerated").hasSizeLessThan(10);
    int found = 0;
    for (int code = 1; code < Math.pow(3, groups.size()); code++) {
      var children = new HashSet<UUID>();
      boolean isCount = true;
      for (var fact : facts) {
        int times = times(groups, code, fact);
        isCount &= times == 0 || times == 1;
        if (times == 1) {
          children.add(fact.child());
        }
      }
      if (isCount && !children.isEmpty()) {
        found++;
        assertThat(children)
            .as("of %d numbers, way %d", groups.size(), code)
            .hasSizeGreaterThanOrEqualTo(SMALLEST);
      }
    }
    return found;
  }

  private static int times(List<Group> groups, int code, Fact fact) {
    int rest = code;
    int times = 0;
    for (var group : groups) {
      int sign = rest % 3 == 2 ? -1 : rest % 3;
      rest /= 3;
      if (sign != 0
          && group.on(GivenCounts.MONTHS).contains(fact.month().toString())
          && group.on(GivenCounts.PARTS).contains(fact.purpose())) {
        times += sign;
      }
    }
    return times;
  }
}
