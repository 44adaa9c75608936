package nl.sluis.gateway.werklijst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.Caseload;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an officer has to do stands in one list by term, and nothing of another organisation does.
final class WorkListSpec {
  private static final String REGION = "kennemerland";
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Actor ANNA = Actor.of(new byte[] {1, 1, 1});
  private static final Actor BRAM = Actor.of(new byte[] {2, 2, 2});
  private static final Actor SENDER = Actor.of(new byte[] {3, 3, 3});

  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.with(Schema.FILES);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_list_is_read_in_pages_by_term_and_misses_nothing_where_many_are_due_together()
      throws SQLException {
    for (int each = 0; each < 60; each++) {
      task(TaskKind.STOP_NOT_CONFIRMED, SCHOOL, NOW.plus(Duration.ofDays(1 + each % 2)));
    }

    var seen = new ArrayList<UUID>();
    var due = new ArrayList<Instant>();
    var place = Optional.of(Place.BEGIN);
    int pages = 0;
    while (place.isPresent()) {
      var page =
          list()
              .after(
                  SCHOOL,
                  EnumSet.allOf(Group.class),
                  Place.of(place.get().word()).orElseThrow(),
                  NOW);
      page.items().forEach(item -> seen.add(item.id()));
      page.items().forEach(item -> due.add(item.due()));
      place = page.next();
      pages++;
    }

    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    assertThat(due).isSorted();
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void nobody_finds_the_work_of_another_organisation() throws SQLException {
    task(TaskKind.LOOK_BACK, CJG, NOW);
    stop(CJG, NOW.plus(Duration.ofDays(2)));
    dispute(CJG);

    assertThat(all(SCHOOL)).isEmpty();
    assertThat(list().counts(SCHOOL, NOW)).isEmpty();
    assertThat(all(CJG)).hasSize(3);
  }

  @Test
  void what_is_late_is_counted_as_late_by_group() throws SQLException {
    task(TaskKind.LOOK_BACK, SCHOOL, NOW.minus(Duration.ofDays(1)));
    task(TaskKind.ASSESS_BREACH, SCHOOL, NOW.plus(Duration.ofDays(1)));
    task(TaskKind.WEIGH_ERASURE, SCHOOL, NOW.plus(Duration.ofDays(20)));

    assertThat(list().counts(SCHOOL, NOW))
        .containsOnly(
            Map.entry(Group.DOORBREKING, new Count(2, 1)),
            Map.entry(Group.VERZOEK, new Count(1, 0)));
    assertThat(list().after(SCHOOL, Set.of(Group.VERZOEK), Place.BEGIN, NOW).items())
        .extracting(WorkItem::kind)
        .containsExactly("wissing-wegen");
  }

  @Test
  void a_receiver_finds_the_stops_that_it_did_not_confirm_and_no_others() throws SQLException {
    var open = stop(SCHOOL, NOW.plus(Duration.ofDays(2)));
    var answered = stop(SCHOOL, NOW.plus(Duration.ofDays(3)));
    owner(
        "insert into stopbericht_bevestigd (region, stopbericht, gedaan, op, door)"
            + " values ('kennemerland', '%s', 'gestopt', now(), 'x')",
        answered);

    assertThat(all(SCHOOL)).extracting(WorkItem::id).containsExactly(open);
  }

  @Test
  void an_embargo_stands_in_the_list_two_weeks_before_somebody_must_look_again()
      throws SQLException {
    var child = child();
    appointment("embargo", child, NOW.plus(Duration.ofDays(13)));
    appointment("embargo", child, NOW.plus(Duration.ofDays(15)));
    appointment("gezag", child, NOW.plus(Duration.ofDays(29)));
    appointment("leeftijd", child, NOW.plus(Duration.ofDays(1)));

    assertThat(all(SCHOOL))
        .extracting(WorkItem::kind)
        .containsExactly("embargo-komt", "gezag-komt");
  }

  @Test
  void a_disagreement_leaves_the_list_once_it_is_resolved() throws SQLException {
    var ask = dispute(SCHOOL);

    assertThat(all(SCHOOL)).extracting(WorkItem::kind).containsExactly("oneens");
    event(ask, "DISPUTE_RESOLVED");
    assertThat(all(SCHOOL)).isEmpty();
  }

  @Test
  void a_mandate_that_ends_is_told_in_time_and_one_that_was_taken_back_is_not()
      throws SQLException {
    mandate(NOW.plus(Duration.ofDays(30)));
    mandate(NOW.plus(Duration.ofDays(300)));
    var back = mandate(NOW.plus(Duration.ofDays(31)));
    owner(
        "insert into mandaat_intrekking (region, mandaat, door, ingetrokken_op)"
            + " values ('kennemerland', '%s', 'x', now())",
        back);

    assertThat(all(SCHOOL)).extracting(WorkItem::kind).containsExactly("mandaat-eindigt");
  }

  @Test
  void a_witness_that_left_a_checkpoint_unsigned_is_told_to_every_organisation()
      throws SQLException {
    owner("insert into checkpoint (region, size, note) values ('kennemerland', 7, 'x')");
    signed("getuige.example", 7, NOW.minus(Duration.ofDays(3)));
    signed("tweede.example", 6, NOW.minus(Duration.ofHours(2)));

    assertThat(all(SCHOOL)).extracting(WorkItem::kind).containsExactly("getuige-stil");
    assertThat(all(CJG)).hasSize(1).allMatch(item -> item.isLate(NOW));
    signed("tweede.example", 7, NOW);
    assertThat(all(SCHOOL)).isEmpty();
  }

  @Test
  void a_word_that_is_no_place_in_the_list_is_none() {
    assertThat(Place.of("morgen")).isEmpty();
    assertThat(Place.of("12-xxxxxxxx-0000-0000-0000-000000000000")).isEmpty();
    assertThat(Place.of("99999999999999999999-" + UUID.randomUUID())).isEmpty();
    assertThat(Place.of(Place.BEGIN.word())).contains(Place.BEGIN);
  }

  @Test
  void what_was_proposed_is_marked_until_it_was_given_back() throws SQLException {
    var about = task(TaskKind.LOOK_BACK, SCHOOL, NOW.plus(Duration.ofDays(1)));
    var proposal = proposal(about, SCHOOL);
    assertThat(all(SCHOOL)).extracting(WorkItem::proposed).containsExactly(false);

    assertThat(added(proposal)).isTrue();
    assertThat(added(proposal(about, SCHOOL))).as("one at a time").isFalse();
    assertThat(all(SCHOOL)).extracting(WorkItem::proposed).containsExactly(true);

    assertThat(answered(proposal, BRAM, Proposals.Said.TERUGGEGEVEN)).isTrue();
    assertThat(all(SCHOOL)).extracting(WorkItem::proposed).containsExactly(false);
    assertThat(added(proposal(about, SCHOOL))).as("anew").isTrue();
  }

  @Test
  void the_database_refuses_a_second_person_who_proposed_it_or_did_it() throws SQLException {
    var proposal = proposal(UUID.randomUUID(), SCHOOL);
    assertThat(added(proposal)).isTrue();

    for (var same : List.of(ANNA, SENDER)) {
      assertThat(proposal.mayConfirm(SCHOOL, same)).isFalse();
      assertThatThrownBy(() -> answered(proposal, same, Proposals.Said.BEVESTIGD))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .as("a check constraint")
          .isEqualTo("23514");
    }
    assertThat(proposal.mayConfirm(CJG, BRAM)).as("of another organisation").isFalse();
    assertThat(answered(proposal, BRAM, Proposals.Said.BEVESTIGD)).isTrue();
    assertThat(answered(proposal, BRAM, Proposals.Said.BEVESTIGD)).as("once").isFalse();
    assertThat(added(proposal(proposal.about(), SCHOOL))).as("what is confirmed").isFalse();
  }

  @Test
  void the_database_refuses_a_second_person_of_another_organisation_than_was_asked()
      throws SQLException {
    var proposal = proposal(UUID.randomUUID(), SCHOOL);
    assertThat(added(proposal)).isTrue();

    assertThatThrownBy(
            () ->
                owner(
                    """
                    insert into sluitvoorstel_besluit
                      (region, voorstel, voorsteller, handelend, tweede, tweede_bij, besluit, op)
                    values ('kennemerland', '%s', '\\x010101', '\\x030303', '\\x02', '%s',
                      'bevestigd', now())
                    """,
                    proposal.id(), CJG.value()))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .as("a foreign key")
        .isEqualTo("23503");
  }

  @Test
  void a_verdict_for_which_a_second_person_was_needed_cannot_stand_without_one()
      throws SQLException {
    var exchange = UUID.randomUUID();
    owner(
        """
        insert into nacontrole (region, transactie, van_oin, van_rol, aan_oin, aan_rol, doel, regel,
          acuut, handelend, geopend_op, uiterlijk)
        values ('kennemerland', '%s', 'a', 'b', 'c', 'd', 'e', 'X16', false, '\\x030303', now(), now())
        """,
        exchange);
    var proposal = proposal(exchange, SCHOOL);
    assertThat(added(proposal)).isTrue();
    var verdict =
        """
        insert into nacontrole_oordeel (region, transactie, handelend, beoordelaar, uitkomst,
          regel_gemist, op, voorstel, tweede, besluit, tweede_nodig)
        values ('kennemerland', '%s', '\\x030303', '\\x010101', 'terecht', 'geen', now(),
          %s, %s, %s, true)
        """;

    assertThatThrownBy(() -> owner(verdict, exchange, "null", "null", "null"))
        .as("without a second person")
        .isInstanceOf(SQLException.class);
    var id = "'" + proposal.id() + "'";
    assertThatThrownBy(() -> owner(verdict, exchange, id, "'\\x020202'", "'bevestigd'"))
        .as("before it is confirmed")
        .isInstanceOf(SQLException.class);
    assertThat(answered(proposal, BRAM, Proposals.Said.BEVESTIGD)).isTrue();
    assertThatThrownBy(() -> owner(verdict, exchange, id, "'\\x010101'", "'bevestigd'"))
        .as("by the reviewer alone")
        .isInstanceOf(SQLException.class);
    owner(verdict, exchange, id, "'\\x020202'", "'bevestigd'");
  }

  @Test
  void who_acted_at_a_child_works_with_it() throws SQLException {
    var child = child();
    owner(
        "insert into rolgebruik (region, persoon, subject_id, rol, eerst_op)"
            + " values ('kennemerland', '\\x010101', '%s', 'school-ib', now())",
        child);

    try (var tx = database.gateway().getConnection()) {
      assertThat(new Caseload(REGION).holds(tx, child, ANNA)).isTrue();
      assertThat(new Caseload(REGION).holds(tx, child, BRAM)).isFalse();
      assertThat(new Caseload(REGION).holds(tx, child(), ANNA)).isFalse();
    }
  }

  @Test
  void the_gateway_cannot_change_or_remove_what_was_proposed() {
    for (var sql :
        List.of(
            "update sluitvoorstel set uitkomst = 'terecht'",
            "delete from sluitvoorstel",
            "update sluitvoorstel_besluit set besluit = 'bevestigd'",
            "delete from sluitvoorstel_besluit")) {
      assertThatThrownBy(
              () -> {
                try (var tx = database.gateway().getConnection();
                    var statement = tx.createStatement()) {
                  statement.execute(sql);
                }
              })
          .as(sql)
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("42501");
    }
  }

  private WorkList list() {
    var names = List.of("getuige.example", "tweede.example");
    return new WorkList(
        REGION,
        database.gateway(),
        List.of(new Witnessed(REGION, database.gateway(), names, Duration.ofHours(1))));
  }

  private List<WorkItem> all(Oin organisation) throws SQLException {
    return list().after(organisation, EnumSet.allOf(Group.class), Place.BEGIN, NOW).items();
  }

  private UUID task(TaskKind kind, Oin organisation, Instant due) throws SQLException {
    var about = UUID.randomUUID();
    try (var tx = database.gateway().getConnection()) {
      var task = new Task(kind, organisation, Optional.empty(), about, due);
      assertThat(new Tasks(REGION).open(tx, task, NOW)).hasSize(1);
    }
    return about;
  }

  private Proposal proposal(UUID about, Oin secondAt) {
    return new Proposal(
        UUID.randomUUID(),
        Closing.NACONTROLE,
        about,
        SCHOOL,
        secondAt,
        Optional.empty(),
        Optional.of(SENDER),
        ANNA,
        "terecht",
        List.of("juisteOntvanger=ja"),
        Optional.empty(),
        NOW,
        NOW);
  }

  private boolean added(Proposal proposal) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return new Proposals(REGION).add(tx, proposal);
    }
  }

  private boolean answered(Proposal proposal, Actor second, Proposals.Said said)
      throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return new Proposals(REGION).answer(tx, proposal, second, said, NOW);
    }
  }

  private UUID stop(Oin receiver, Instant due) throws SQLException {
    var id = UUID.randomUUID();
    owner(
        """
        insert into stopbericht
          (region, id, toestemming, aan_oin, aan_rol, doel, jws, gemaakt_op, uiterlijk)
        values ('kennemerland', '%s', gen_random_uuid(), '%s', 'r', 'd', 'j', now(), '%s')
        """,
        id, receiver.value(), due);
    return id;
  }

  private UUID child() throws SQLException {
    var child = UUID.randomUUID();
    owner(
        "insert into subject (region, id, created_at) values ('kennemerland', '%s', now())", child);
    return child;
  }

  private void appointment(String kind, UUID child, Instant due) throws SQLException {
    owner(
        """
        insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
        values ('kennemerland', gen_random_uuid(), '%s', '%s', '%s', gen_random_uuid(), '%s')
        """,
        due, kind, child, SCHOOL.value());
  }

  private UUID dispute(Oin sender) throws SQLException {
    var ask = UUID.randomUUID();
    owner(
        """
        insert into consent_ask (region, id, subject_id, purpose, sender_oin, sender_role,
          receiver_oin, receiver_role, categories, legal_function, valid_until, one_off, text_hash,
          text_language, asked_at, asked_by)
        values ('kennemerland', '%s', '%s', 'doel', '%s', 'b', 'c', 'd', '{K01}',
          'avg-toestemming', '2027-11-26T00:00:00Z', false, 'h', 'nl', now(), 'x')
        """,
        ask, child(), sender.value());
    event(ask, "DISPUTED");
    return ask;
  }

  private void event(UUID ask, String type) throws SQLException {
    owner(
        """
        insert into consent_event (region, subject_id, ask_id, type, categories,
          other_parent_agrees, occurred_at, recorded_at, recorded_by)
        select 'kennemerland', a.subject_id, a.id, '%2$s', '{}', false, '%3$s', '%3$s', 'x'
        from consent_ask a where a.id = '%1$s'
        """,
        ask, type, NOW.minus(Duration.ofDays(1)));
  }

  private void signed(String witness, long size, Instant at) throws SQLException {
    owner(
        "insert into checkpoint_cosignature (region, size, witness, signed_at, line)"
            + " values ('kennemerland', %d, '%s', '%s', 'x')",
        size, witness, at);
  }

  private UUID mandate(Instant until) throws SQLException {
    var id = UUID.randomUUID();
    owner(
        """
        insert into mandaat (region, id, partij, gemachtigde, rollen, doelen, geldig_vanaf,
          geldig_tot, jti, jws, vastgelegd_op)
        values ('kennemerland', '%1$s', '%2$s', 'g', '{}', '{}', now(), '%3$s', '%1$s', 'j', now())
        """,
        id, SCHOOL.value(), until);
    return id;
  }

  private void owner(String sql, Object... values) throws SQLException {
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      statement.execute(sql.formatted(values));
    }
  }
}
