package nl.sluis.gateway.aflevering;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The queue of what is brought, as several gateways use it at once.
class DeliveriesSpec {
  private static final String REGION = "kennemerland";
  private static final Oin CJG = new Oin("00000099000000301000");
  private static final Oin OTHER = new Oin("00000099000000202000");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static TestDatabase database;

  private final Deliveries deliveries = new Deliveries(REGION);
  private Connection tx;
  private long row;

  @BeforeAll
  static void open() {
    database = TestDatabase.with(Schema.FILES);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    tx = connection();
  }

  @AfterEach
  void empty() throws SQLException {
    try (var statement = tx.createStatement()) {
      statement.execute("delete from aflevering; delete from acute_melding; delete from parcel");
    }
    tx.close();
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", "");
  }

  private UUID parcel(Oin receiver, @Nullable UUID child, boolean neverLapses) throws SQLException {
    var id = UUID.randomUUID();
    try (var insert =
        tx.prepareStatement(
            """
            insert into parcel (region, id, transaction_id, signer_oin, sender_oin, sender_role,
              receiver_oin, receiver_role, purpose, rule_id, subject_id, state, accepted_at,
              remind_at, due_at, never_lapses, payload_ct, payload_key, accepted_row)
            values (?, ?, ?, ?, ?, 'school-ib', ?, 'cjg-coach', 'doel', 'X02', ?, 'wacht', ?, ?, ?, ?,
              'x', 'k', ?)
            """)) {
      var at = NOW.atOffset(ZoneOffset.UTC);
      insert.setString(1, REGION);
      insert.setObject(2, id);
      insert.setObject(3, id);
      insert.setString(4, OTHER.value());
      insert.setString(5, OTHER.value());
      insert.setString(6, receiver.value());
      insert.setObject(7, child);
      insert.setObject(8, at);
      insert.setObject(9, at);
      insert.setObject(10, at.plusDays(7));
      insert.setBoolean(11, neverLapses);
      insert.setLong(12, row++);
      insert.executeUpdate();
    }
    return id;
  }

  private List<UUID> claimed(int most, Instant at) throws SQLException {
    return deliveries.claim(tx, CJG, most, at).stream().map(Claim::parcel).toList();
  }

  private void enrol() throws SQLException {
    deliveries.enrol(tx, List.of(CJG), NOW);
  }

  @Test
  void what_is_for_somebody_who_comes_for_it_is_not_taken_up() throws Exception {
    parcel(OTHER, UUID.randomUUID(), false);
    var mine = parcel(CJG, UUID.randomUUID(), false);

    assertThat(deliveries.enrol(tx, List.of(CJG), NOW)).isEqualTo(1);
    assertThat(deliveries.enrol(tx, List.of(CJG), NOW)).as("and once").isZero();
    assertThat(claimed(10, NOW)).containsExactly(mine);
  }

  @Test
  void a_report_of_acute_danger_has_another_road() throws Exception {
    var acute = parcel(CJG, UUID.randomUUID(), true);
    try (var insert = tx.createStatement()) {
      insert.execute(
          """
          insert into acute_melding (region, transactie, pakket, van_oin, van_rol, aan_oin, aan_rol,
            doel, ontvangen_op)
          values ('%s', '%s', '%s', 'a', 'b', 'c', 'd', 'e', now())
          """
              .formatted(REGION, acute, acute));
    }

    assertThat(deliveries.enrol(tx, List.of(CJG), NOW)).isZero();
  }

  @Test
  void no_two_gateways_are_on_their_way_with_one_parcel() throws Exception {
    for (int i = 0; i < 60; i++) {
      parcel(CJG, UUID.randomUUID(), false);
    }
    enrol();

    var taken = new ArrayList<UUID>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<CompletableFuture<List<Claim>>>();
      for (int i = 0; i < 8; i++) {
        all.add(CompletableFuture.supplyAsync(DeliveriesSpec.this::claimTen, threads));
      }
      all.forEach(one -> one.join().forEach(claim -> taken.add(claim.parcel())));
    }

    assertThat(taken).doesNotHaveDuplicates().hasSize(60);
  }

  private List<Claim> claimTen() {
    try (var own = connection()) {
      return deliveries.claim(own, CJG, 10, NOW);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_was_away_too_long_changes_nothing_any_more() throws Exception {
    parcel(CJG, UUID.randomUUID(), false);
    enrol();
    var first = deliveries.claim(tx, CJG, 1, NOW).getFirst();
    var later = NOW.plus(Deliveries.LEASE);
    assertThat(deliveries.claim(tx, CJG, 1, later.minusSeconds(1))).isEmpty();

    var second = deliveries.claim(tx, CJG, 1, later).getFirst();

    var arrived = new Deliveries.State(Stand.BEVESTIGD, later, 0, "");
    assertThat(deliveries.holds(tx, first)).isFalse();
    assertThat(deliveries.settle(tx, first, arrived)).isFalse();
    assertThat(deliveries.holds(tx, second)).isTrue();
    assertThat(deliveries.settle(tx, second, arrived)).isTrue();
    assertThat(deliveries.holds(tx, second)).isFalse();
  }

  @Test
  void who_goes_on_saying_that_it_is_on_its_way_keeps_what_it_holds_and_nothing_else()
      throws Exception {
    var kept = parcel(CJG, UUID.randomUUID(), false);
    var lost = parcel(CJG, UUID.randomUUID(), false);
    enrol();
    var both = deliveries.claim(tx, CJG, 10, NOW);
    var byKept = both.stream().filter(claim -> claim.parcel().equals(kept)).toList();

    assertThat(deliveries.extend(tx, byKept, NOW.plusSeconds(5))).isEqualTo(1);

    var later = NOW.plus(Deliveries.LEASE);
    assertThat(claimed(10, later)).as("of the other nothing was said").containsExactly(lost);
    assertThat(deliveries.extend(tx, both, later)).as("the other is another's").isEqualTo(1);
  }

  @Test
  void the_later_one_of_a_child_waits_for_the_earlier_and_no_other_child_does() throws Exception {
    var sami = UUID.randomUUID();
    var first = parcel(CJG, sami, false);
    var second = parcel(CJG, sami, false);
    var lena = parcel(CJG, UUID.randomUUID(), false);
    var nobody = parcel(CJG, null, false);
    enrol();

    assertThat(deliveries.due(tx, List.of(CJG, OTHER), NOW)).containsExactly(CJG);
    var claims = deliveries.claim(tx, CJG, 10, NOW);
    assertThat(claims).extracting(Claim::parcel).containsExactlyInAnyOrder(first, lena, nobody);
    var one =
        claims.stream().filter(claim -> claim.parcel().equals(first)).findFirst().orElseThrow();
    deliveries.settle(
        tx, one, new Deliveries.State(Stand.UITGESTELD, NOW.plus(Duration.ofHours(1)), 1, "w"));
    assertThat(claimed(10, NOW.plusSeconds(5))).as("the first is tried again").isEmpty();

    var again = deliveries.claim(tx, CJG, 10, NOW.plus(Duration.ofHours(2)));
    var same =
        again.stream().filter(claim -> claim.parcel().equals(first)).findFirst().orElseThrow();
    deliveries.settle(tx, same, new Deliveries.State(Stand.ONBESTELBAAR, NOW, 120, "w"));

    assertThat(claimed(10, NOW.plus(Duration.ofHours(2)))).containsExactly(second);
    assertThat(deliveries.dead(tx, CJG)).containsExactly(first);
  }

  @Test
  void a_report_for_the_safety_of_a_child_waits_for_none_and_goes_first() throws Exception {
    var sami = UUID.randomUUID();
    parcel(CJG, UUID.randomUUID(), false);
    parcel(CJG, sami, false);
    var report = parcel(CJG, sami, true);
    enrol();

    assertThat(claimed(1, NOW)).containsExactly(report);
  }

  @Test
  void what_was_withheld_or_fetched_meanwhile_is_over_and_holds_nobody_up() throws Exception {
    var sami = UUID.randomUUID();
    var withheld = parcel(CJG, sami, false);
    var next = parcel(CJG, sami, false);
    enrol();
    try (var change =
        tx.prepareStatement(
            "update parcel set state = 'ingehouden', payload_ct = null where id = ?")) {
      change.setObject(1, withheld);
      change.executeUpdate();
    }

    assertThat(claimed(10, NOW)).contains(next);
    assertThat(deliveries.over(tx, 10)).isEmpty();
    try (var change = tx.createStatement()) {
      change.executeUpdate("update aflevering set stand = 'uitgesteld'");
    }
    assertThat(deliveries.over(tx, 10)).containsExactly(withheld);
  }

  @Test
  void what_was_given_up_is_offered_anew_and_counts_from_the_start() throws Exception {
    var parcel = parcel(CJG, UUID.randomUUID(), false);
    enrol();
    var claim = deliveries.claim(tx, CJG, 1, NOW).getFirst();
    assertThat(deliveries.again(tx, List.of(parcel), NOW)).as("it is on its way").isZero();
    deliveries.settle(tx, claim, new Deliveries.State(Stand.ONBESTELBAAR, NOW, 120, "status-422"));
    assertThat(new Backlog(REGION).counts(tx))
        .containsExactly(new Backlog.Count(CJG, Stand.ONBESTELBAAR, 1, "status-422"));

    assertThat(deliveries.again(tx, List.of(parcel), NOW)).isEqualTo(1);

    assertThat(deliveries.of(tx, List.of(parcel)))
        .containsEntry(parcel, new Deliveries.State(Stand.AANGEBODEN, NOW, 0, ""));
    assertThat(claimed(1, NOW)).containsExactly(parcel);
  }
}
