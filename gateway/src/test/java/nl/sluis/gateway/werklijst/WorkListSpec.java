package nl.sluis.gateway.werklijst;

import static nl.sluis.gateway.werklijst.WorkTables.BRAM;
import static nl.sluis.gateway.werklijst.WorkTables.CJG;
import static nl.sluis.gateway.werklijst.WorkTables.NOW;
import static nl.sluis.gateway.werklijst.WorkTables.REGION;
import static nl.sluis.gateway.werklijst.WorkTables.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an officer has to do stands in one list by term, and nothing of another organisation does.
final class WorkListSpec {
  private static final Pattern SEQ = Pattern.compile("Seq Scan on (taak|stopbericht|agenda) ");

  private WorkTables works;

  @BeforeEach
  void open() {
    works = new WorkTables();
  }

  @AfterEach
  void close() {
    works.close();
  }

  @Test
  void a_list_is_read_in_pages_by_term_and_misses_nothing_where_many_are_due_together()
      throws SQLException {
    for (int each = 0; each < 60; each++) {
      works.task(TaskKind.STOP_NOT_CONFIRMED, SCHOOL, NOW.plus(Duration.ofDays(1 + each % 2)));
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
    works.task(TaskKind.LOOK_BACK, CJG, NOW);
    works.stop(CJG, NOW.plus(Duration.ofDays(2)));
    works.dispute(CJG);

    assertThat(all(SCHOOL)).isEmpty();
    assertThat(list().counts(SCHOOL, NOW)).isEmpty();
    assertThat(all(CJG)).hasSize(3);
  }

  @Test
  void what_is_late_is_counted_as_late_by_group() throws SQLException {
    works.task(TaskKind.LOOK_BACK, SCHOOL, NOW.minus(Duration.ofDays(1)));
    works.task(TaskKind.ASSESS_BREACH, SCHOOL, NOW.plus(Duration.ofDays(1)));
    works.task(TaskKind.WEIGH_ERASURE, SCHOOL, NOW.plus(Duration.ofDays(20)));

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
    var open = works.stop(SCHOOL, NOW.plus(Duration.ofDays(2)));
    var answered = works.stop(SCHOOL, NOW.plus(Duration.ofDays(3)));
    works.owner(
        ("insert into stopbericht_bevestigd (region, stopbericht, gedaan, op, door)"
                + " values ('kennemerland', '%s', 'gestopt', now(), 'x')")
            .formatted(answered));

    assertThat(all(SCHOOL)).extracting(WorkItem::id).containsExactly(open);
  }

  @Test
  void an_embargo_stands_in_the_list_two_weeks_before_somebody_must_look_again()
      throws SQLException {
    var child = works.child();
    works.appointment("embargo", child, NOW.plus(Duration.ofDays(13)));
    works.appointment("embargo", child, NOW.plus(Duration.ofDays(15)));
    works.appointment("gezag", child, NOW.plus(Duration.ofDays(29)));
    works.appointment("leeftijd", child, NOW.plus(Duration.ofDays(1)));

    assertThat(all(SCHOOL))
        .extracting(WorkItem::kind)
        .containsExactly("embargo-komt", "gezag-komt");
  }

  @Test
  void a_disagreement_leaves_the_list_once_it_is_resolved() throws SQLException {
    var ask = works.dispute(SCHOOL);

    assertThat(all(SCHOOL)).extracting(WorkItem::kind).containsExactly("oneens");
    works.event(ask, "DISPUTE_RESOLVED");
    assertThat(all(SCHOOL)).isEmpty();
  }

  @Test
  void a_mandate_that_ends_is_told_in_time_and_one_that_was_taken_back_is_not()
      throws SQLException {
    works.mandate(NOW.plus(Duration.ofDays(30)));
    works.mandate(NOW.plus(Duration.ofDays(300)));
    var back = works.mandate(NOW.plus(Duration.ofDays(31)));
    works.owner(
        ("insert into mandaat_intrekking (region, mandaat, door, ingetrokken_op)"
                + " values ('kennemerland', '%s', 'x', now())")
            .formatted(back));

    assertThat(all(SCHOOL)).extracting(WorkItem::kind).containsExactly("mandaat-eindigt");
  }

  @Test
  void a_witness_that_left_a_checkpoint_unsigned_is_told_to_every_organisation()
      throws SQLException {
    works.owner("insert into checkpoint (region, size, note) values ('kennemerland', 7, 'x')");
    works.signed("getuige.example", 7, NOW.minus(Duration.ofDays(3)));
    works.signed("tweede.example", 6, NOW.minus(Duration.ofHours(2)));

    assertThat(all(SCHOOL)).extracting(WorkItem::kind).containsExactly("getuige-stil");
    assertThat(all(CJG)).hasSize(1).allMatch(item -> item.isLate(NOW));
    works.signed("tweede.example", 7, NOW);
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
    var about = works.task(TaskKind.LOOK_BACK, SCHOOL, NOW.plus(Duration.ofDays(1)));
    var proposal = works.proposal(about, SCHOOL);
    assertThat(all(SCHOOL)).extracting(WorkItem::proposed).containsExactly(false);

    assertThat(works.added(proposal)).isTrue();
    assertThat(works.added(works.proposal(about, SCHOOL))).as("one at a time").isFalse();
    assertThat(all(SCHOOL)).extracting(WorkItem::proposed).containsExactly(true);

    assertThat(works.answered(proposal, BRAM, Proposals.Said.TERUGGEGEVEN)).isTrue();
    assertThat(all(SCHOOL)).extracting(WorkItem::proposed).containsExactly(false);
    assertThat(works.added(works.proposal(about, SCHOOL))).as("anew").isTrue();
  }

  @Test
  void a_page_is_read_by_its_indexes_however_much_was_done_before() throws SQLException {
    works.owner(
        """
        insert into taak (region, id, soort, organisatie, over, geopend_op, uiterlijk, stand)
        select 'kennemerland', gen_random_uuid(), 'nacontrole', '%1$s', gen_random_uuid(), now(),
          now() + n * interval '1 second', case when n %% 100 = 0 then 'open' else 'afgehandeld' end
        from generate_series(1, 60000) n;
        insert into stopbericht
          (region, id, toestemming, aan_oin, aan_rol, doel, jws, gemaakt_op, uiterlijk)
        select 'kennemerland', gen_random_uuid(), gen_random_uuid(),
          case when n %% 50 = 0 then '%1$s' else 'ander' end, 'r', 'd', 'j', now(),
          now() + n * interval '1 second'
        from generate_series(1, 60000) n;
        insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
        select 'kennemerland', gen_random_uuid(), now() + n * interval '1 hour', 'embargo', '%2$s',
          gen_random_uuid(), case when n %% 50 = 0 then '%1$s' else 'ander' end
        from generate_series(1, 60000) n;
        analyze
        """
            .formatted(SCHOOL.value(), works.child()));

    try (var tx = works.database.gateway().getConnection()) {
      assertThat(explained(tx, WorkList.TASKS, true))
          .contains("taak_te_doen")
          .doesNotContainPattern(SEQ);
      for (var source : Source.ALL.subList(0, 4)) {
        assertThat(explained(tx, source.page(), false))
            .as(source.kind())
            .doesNotContainPattern(SEQ);
      }
    }
  }

  private static String explained(Connection tx, String sql, boolean tasks) throws SQLException {
    try (var select = tx.prepareStatement("explain " + sql)) {
      var now = NOW.atOffset(ZoneOffset.UTC);
      if (tasks) {
        select.setArray(1, tx.createArrayOf("text", WorkList.CLOSED_BY_TWO.toArray()));
        select.setString(2, REGION);
        select.setString(3, SCHOOL.value());
        select.setObject(4, now);
        select.setObject(5, Place.BEGIN.id());
        select.setArray(6, tx.createArrayOf("text", new Object[] {"nacontrole"}));
      } else {
        select.setString(1, REGION);
        select.setString(2, SCHOOL.value());
        select.setObject(3, now.plusDays(14));
        select.setObject(4, now);
        select.setObject(5, now);
        select.setObject(6, Place.BEGIN.id());
      }
      select.setInt(7, WorkList.PAGE);
      var plan = new StringBuilder();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private WorkList list() {
    var names = List.of("getuige.example", "tweede.example");
    return new WorkList(
        REGION,
        works.database.gateway(),
        List.of(new Witnessed(REGION, works.database.gateway(), names, Duration.ofHours(1))));
  }

  private List<WorkItem> all(Oin organisation) throws SQLException {
    return list().after(organisation, EnumSet.allOf(Group.class), Place.BEGIN, NOW).items();
  }
}
