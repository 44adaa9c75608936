package nl.sluis.gateway.beeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.beeld.Pictures.Cell;
import nl.sluis.gateway.beeld.Pictures.NotPassed;
import nl.sluis.gateway.beeld.Pictures.Volume;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pictures count is what the logbook tells, of the own organisation alone.
class TallySpec {
  private static final String REGION = "kennemerland";
  private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
  private static final Oin SCHOOL = oin(1);
  private static final Oin CJG = oin(2);
  private static final Oin GGD = oin(3);
  private static final List<Oin> ALL = List.of(SCHOOL, CJG, GGD, oin(4));

  @TempDir Path directory;

  private TestDatabase database;
  private KeyVault keys;
  private Logbook logbook;
  private Tally tally;
  private final Pictures pictures = new Pictures(REGION);

  @BeforeEach
  void a_logbook() throws Exception {
    database = TestDatabase.with(Schema.FILES);
    keys =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    logbook =
        Logbook.open(
            REGION, "sluis.example/kennemerland", database.gateway(), keys, new SecureRandom());
    tally = new Tally(database.gateway(), new RowScan(REGION, keys), REGION);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Oin oin(int number) {
    return new Oin("0000009900000010%04d".formatted(number));
  }

  /// Something that may happen.
  private record Fact(
      EntryKind kind, Oin from, Oin to, String purpose, String lane, String reason, int day) {
    Instant at() {
      return NOW.minus(Duration.ofDays(day));
    }

    boolean concerns(Oin own) {
      return from.equals(own) || to.equals(own);
    }
  }

  private static List<Fact> facts(int count) {
    var random = new Random(8);
    var all = new ArrayList<Fact>();
    var lanes = List.of(Lane.values());
    var kinds = List.of(EntryKind.DISCLOSED, EntryKind.REFUSED, EntryKind.HELD, EntryKind.ACCEPTED);
    for (int i = 0; i < count; i++) {
      var from = ALL.get(random.nextInt(ALL.size()));
      var to = ALL.get(random.nextInt(ALL.size()));
      all.add(
          new Fact(
              kinds.get(random.nextInt(kinds.size())),
              from,
              to,
              "doel-" + random.nextInt(3),
              lanes.get(random.nextInt(lanes.size())).code(),
              random.nextBoolean() ? "GEZAG_ONBEKEND" : "ROL_NIET_BEVOEGD",
              random.nextInt(450)));
    }
    return all;
  }

  @Test
  void every_number_of_an_organisation_is_what_its_rows_add_up_to_however_often_is_counted()
      throws Exception {
    var facts = facts(600);
    for (int i = 0; i < facts.size(); i += 100) {
      write(facts.subList(i, i + 100));
      if (i % 300 == 0) {
        tally.run(NOW);
      }
    }
    tally.run(NOW);
    assertThat(tally.run(NOW)).isZero();

    var since = Pictures.since(NOW).atStartOfDay(ZoneOffset.UTC).toInstant();
    var recent = facts.stream().filter(one -> !one.at().isBefore(since)).toList();
    assertThat(recent).hasSizeLessThan(facts.size());
    try (var tx = database.gateway().getConnection()) {
      for (var own : ALL) {
        assertThat(pictures.overTime(tx, own, NOW)).isEqualTo(overTime(recent, own));
        assertThat(pictures.refused(tx, own, NOW)).isEqualTo(refused(recent, own));
        assertThat(pictures.circle(tx, own, NOW)).isEqualTo(circle(recent, own));
      }
      assertThat(pictures.overTime(tx, oin(9), NOW)).isEmpty();
      assertThat(pictures.refused(tx, oin(9), NOW)).isEmpty();
    }
  }

  @Test
  void sums_that_are_kept_are_those_of_what_was_counted_last_and_of_this_month() throws Exception {
    var counts = new Counts(REGION, pictures);
    try (var tx = database.gateway().getConnection()) {
      for (int day = 1; day <= 3; day++) {
        write(List.of(new Fact(EntryKind.DISCLOSED, SCHOOL, CJG, "doel-1", "wettelijk", "", day)));
        tally.run(NOW);

        var sums = counts.of(tx, SCHOOL, NOW);
        assertThat(sums.circle()).isEqualTo(Map.of(CJG, new Volume(day, 0)));
        assertThat(counts.of(tx, SCHOOL, NOW)).isSameAs(sums);
      }

      var muchLater = NOW.plus(Duration.ofDays(500));
      assertThat(counts.of(tx, SCHOOL, muchLater).circle()).isEmpty();
    }
  }

  @Test
  void a_receiver_finds_no_trace_of_what_never_reached_it() throws Exception {
    write(
        List.of(
            new Fact(EntryKind.REFUSED, SCHOOL, CJG, "doel-1", "", "GEZAG_ONBEKEND", 1),
            new Fact(EntryKind.HELD, SCHOOL, CJG, "doel-1", "", "GEZAG_ONBEKEND", 1)));
    tally.run(NOW);

    try (var owner = owner();
        var row =
            owner
                .createStatement()
                .executeQuery("select count(*) from telling where aan_oin <> ''")) {
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
    try (var tx = database.gateway().getConnection()) {
      assertThat(pictures.refused(tx, CJG, NOW)).isEmpty();
      assertThat(pictures.circle(tx, SCHOOL, NOW)).isEmpty();
      assertThat(pictures.refused(tx, SCHOOL, NOW)).hasSize(2);
    }
  }

  @Test
  void how_long_something_lay_is_from_its_arrival_to_its_handing_over() throws Exception {
    var at = NOW.minus(Duration.ofDays(2));
    for (var lay : List.of(Duration.ofSeconds(20), Duration.ofMinutes(30), Duration.ofDays(3))) {
      var transaction = UUID.randomUUID();
      arrived(transaction, at.minus(lay));
      write(new Fact(EntryKind.DISCLOSED, SCHOOL, CJG, "doel-1", "wettelijk", "", 2), transaction);
    }
    tally.run(NOW);

    try (var tx = database.gateway().getConnection()) {
      assertThat(pictures.lasted(tx, CJG, NOW))
          .isEqualTo(Map.of(Waited.MINUUT, 1L, Waited.UUR, 1L, Waited.WEEK, 1L));
      assertThat(pictures.lasted(tx, SCHOOL, NOW)).isEmpty();
      assertThat(pictures.waiting(tx, CJG, NOW)).isEmpty();
    }
  }

  private static Map<Cell, Long> overTime(List<Fact> facts, Oin own) {
    var counts = new TreeMap<Cell, Long>();
    for (var one : facts) {
      if (one.kind() == EntryKind.DISCLOSED && one.concerns(own)) {
        var month = one.at().atZone(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7);
        counts.merge(new Cell(month, one.purpose(), one.lane()), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<NotPassed, Long> refused(List<Fact> facts, Oin own) {
    var counts = new HashMap<NotPassed, Long>();
    for (var one : facts) {
      boolean held = one.kind() == EntryKind.HELD;
      if ((held || one.kind() == EntryKind.REFUSED) && one.from().equals(own)) {
        counts.merge(new NotPassed(held, one.reason()), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<Oin, Volume> circle(List<Fact> facts, Oin own) {
    var volumes = new HashMap<Oin, Volume>();
    for (var one : facts) {
      if (one.kind() == EntryKind.DISCLOSED && one.concerns(own)) {
        boolean gave = one.from().equals(own);
        volumes.merge(
            gave ? one.to() : one.from(),
            new Volume(gave ? 1 : 0, gave ? 0 : 1),
            (x, y) -> new Volume(x.gave() + y.gave(), x.got() + y.got()));
      }
    }
    return volumes;
  }

  private void write(List<Fact> facts) throws SQLException {
    for (var one : facts) {
      write(one, UUID.randomUUID());
    }
  }

  private void write(Fact one, UUID transaction) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      logbook.append(tx, List.of(entry(one, transaction)), one.at());
      tx.commit();
      tx.setAutoCommit(true);
    }
  }

  private static Entry entry(Fact one, UUID transaction) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put(Entry.TRANSACTION, transaction.toString());
    var told = one.kind() == EntryKind.DISCLOSED ? detail : detail.putObject("vraag");
    told.put("doel", one.purpose());
    party(told.putObject("van"), one.from());
    party(told.putObject("aan"), one.to());
    if (one.kind() == EntryKind.DISCLOSED) {
      detail.put("baan", one.lane());
    } else {
      detail.putArray("redenen").addObject().put("code", one.reason());
    }
    return new Entry(one.kind(), Optional.of(UUID.randomUUID()), detail);
  }

  private static void party(ObjectNode party, Oin oin) {
    party.put("oin", oin.value());
  }

  private void arrived(UUID transaction, Instant at) throws SQLException {
    try (var owner = owner();
        var add =
            owner.prepareStatement(
                """
                insert into message
                  (region, signer, jti, digest, transaction_id, sender_oin, answer_ct, answer_key,
                   row_index, tree_size, received_at)
                values (?, 's', ?, '', ?, 's', '', '', 0, 0, ?)
                """)) {
      add.setString(1, REGION);
      add.setString(2, transaction.toString());
      add.setObject(3, transaction);
      add.setObject(4, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", "");
  }
}
