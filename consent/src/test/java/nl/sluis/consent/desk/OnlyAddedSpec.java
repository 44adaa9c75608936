package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyAddedSpec {
  private static final String SAID = "2026-11-20T14:05:00Z";

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person",
        "birth",
        "custody_fact",
        "competence",
        "shield",
        "restriction",
        "registered_condition",
        "consent_ask",
        "consent_party",
        "consent_event",
        "subject",
        "alias",
        "place",
        "place_ended",
        "same_ended",
        "subject_merge",
        "merge_alias",
        "merge_ask",
        "merge_undone",
        "kennisgeving",
        "kennisgeving_antwoord",
        "kennisgeving_verlopen",
        "verzoek",
        "verzoek_regel",
        "verzoek_rust",
        "verzoek_voorgelegd",
        "weighing",
        "embargo",
        "embargo_confirmed",
        "embargo_lifted",
        "alleen_loket",
        "view_opened",
        "invitation",
        "loketcode",
        "loket_hulp",
        "loket_hulp_einde",
        "loket_poging",
        "machtiging",
        "machtiging_aanvaard",
        "machtiging_einde",
        "machtiging_blik"
      })
  void what_is_on_record_is_never_changed_or_removed_by_the_gateway(String table) throws Exception {
    try (var tx = desk.database.gateway().getConnection();
        var statement = tx.createStatement()) {
      for (var sql :
          List.of(
              "delete from " + table,
              "update " + table + " set region = region",
              "truncate " + table)) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("denied");
      }
    }
  }

  @Test
  void nothing_a_person_said_stands_in_the_clear() throws Exception {
    var child = desk.child("leerling-geheim", "2018-05-01", "eenhoofdig", MOTHER);
    desk.recorded(sheet(child, says(MOTHER, "gegeven", "mondeling", SAID)));

    try (var owner = DriverManager.getConnection(desk.database.url(), "postgres", "");
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    """
                    select concat(
                      (select string_agg(t::text, '') from consent_event t),
                      (select string_agg(t::text, '') from consent_ask t),
                      (select string_agg(t::text, '') from person t),
                      (select string_agg(t::text, '') from alias t))
                    """)) {
      rows.next();

      assertThat(rows.getString(1))
          .doesNotContain("med-77", "moeder", "mag ik", "intern begeleider", "leerling-geheim");
    }
  }

  @Test
  void who_reads_after_a_withdrawal_was_committed_reads_the_withdrawal() throws Exception {
    var child = desk.child("kind-race", "2018-05-01", "eenhoofdig", MOTHER);
    var id = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));
    var withdrawn = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(2)) {
      var writer =
          pool.submit(
              () ->
                  desk.locked(
                      child,
                      tx -> {
                        var ask = desk.consents.find(tx, id).orElseThrow();
                        var draft = new WithdrawalDraft(MOTHER, "papier", SAID, List.of(), null);
                        var filed = desk.consents.withdraw(tx, ask, draft, AT_SCHOOL, NOW);
                        withdrawn.countDown();
                        await(release);
                        return filed;
                      }));
      await(withdrawn);

      var reader = pool.submit(() -> desk.judged(child, NOW));
      awaitWaiting();
      assertThat(reader.isDone()).isFalse();
      release.countDown();

      assertThat(writer.get()).isInstanceOf(Filed.Done.class);
      assertThat(reader.get().subject().consent())
          .isEqualTo(new NotGiven(Set.of(Lack.INGETROKKEN)));
    }
  }

  @Test
  void a_withdrawal_waits_for_a_decision_that_was_first() throws Exception {
    var child = desk.child("kind-first", "2018-05-01", "eenhoofdig", MOTHER);
    desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));

    var state =
        desk.locked(
            child,
            tx -> {
              var before = desk.facts.read(tx, List.of(Desk.query(child)), NOW).getFirst();
              var again = desk.facts.read(tx, List.of(Desk.query(child)), NOW).getFirst();
              assertThat(Desk.judge(again)).isEqualTo(Desk.judge(before));
              return Desk.judge(before).subject().consent();
            });

    assertThat(state).isInstanceOf(Given.class);
  }

  @Test
  void a_writer_that_forgot_the_lock_waits_all_the_same() throws Exception {
    var child = desk.child("kind-fk", "2018-05-01", "eenhoofdig", MOTHER);
    var draft = Desk.family("2017-05-01", "eenhoofdig", MOTHER);
    try (var pool = Executors.newFixedThreadPool(1)) {
      var age =
          desk.locked(
              child,
              tx -> {
                var forgetful =
                    pool.submit(
                        () -> {
                          try (var other = desk.database.gateway().getConnection()) {
                            return desk.families.register(other, child, draft, AT_SCHOOL, 1, NOW);
                          }
                        });
                awaitWaiting();
                assertThat(forgetful.isDone()).isFalse();
                return desk.facts.read(tx, List.of(Desk.query(child)), NOW).getFirst();
              });

      assertThat(Desk.judge(age).subject().age().orElseThrow().years()).isEqualTo(8);
    }
    assertThat(desk.judged(child, NOW).subject().age().orElseThrow().years()).isEqualTo(9);
  }

  @Test
  void a_precondition_in_the_register_counts_for_its_purpose_and_receiver() throws Exception {
    var child = desk.child("kind-register", "2018-05-01", "eenhoofdig", MOTHER);
    var register = new RegisterDesk(Desk.REGION, desk.parameters);
    var here =
        new RegisterDesk.ConditionDraft(
            "vaste-coach",
            Desk.PURPOSE.code(),
            Desk.CJG.oin().value(),
            "2026-11-01",
            Desk.evidence());
    var elsewhere =
        new RegisterDesk.ConditionDraft(
            "inzage-gegeven",
            Desk.PURPOSE.code(),
            Desk.SCHOOL.oin().value(),
            "2026-11-01",
            Desk.evidence());

    desk.locked(child, tx -> register.register(tx, child, here, AT_SCHOOL, NOW));
    desk.locked(child, tx -> register.register(tx, child, elsewhere, AT_SCHOOL, NOW));

    assertThat(desk.read(child, NOW).registeredConditions()).containsExactly("vaste-coach");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Returns when somebody in this database waits for a lock.
  private static void awaitWaiting() {
    var sql =
        """
        select count(*)
        from pg_stat_activity
        where datname = current_database()
          and wait_event_type = 'Lock'
        """;
    try (var owner = DriverManager.getConnection(desk.database.url(), "postgres", "");
        var statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < 10_000; i++) {
        try (var rows = statement.executeQuery()) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return;
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be asked", e);
    }
    throw new AssertionError("nobody waits");
  }
}
