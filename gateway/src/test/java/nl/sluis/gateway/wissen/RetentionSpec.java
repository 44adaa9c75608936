package nl.sluis.gateway.wissen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.MonthRows;
import nl.sluis.gateway.logbook.Term;
import nl.sluis.gateway.sequencer.Sequencer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows end with their term, and what was only kept for them goes along (design 10.18, 10.20).
class RetentionSpec {
  private static final Term YEAR = new Term(Period.ofYears(1));
  private static final String MONTH = "bewaar-202711";
  private static final Instant OVER = Instant.parse("2027-12-01T00:10:00Z");

  private TestHouse house;
  private Sequencer gateway;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.open();
    gateway = house.gateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private RetentionDuty duty(Sequencer by, SureTime clock, int step) {
    var parts =
        new RetentionDuty.Parts(
            TestHouse.REGION,
            house.database.gateway(),
            house.vault,
            new Eraser(TestHouse.REGION, house.eraserLogin()),
            by,
            clock,
            new Deciding(TestHouse.REGION, TestHouse.CJG),
            UUID::randomUUID);
    return new RetentionDuty(parts, step);
  }

  /// Both clocks agree.
  private int pass(Instant now, int step) {
    house.now = now;
    return duty(gateway, connection -> now, step).run(now);
  }

  /// Seven rows of one year, two of five years.
  private UUID childWithRows() throws Exception {
    var child = house.child();
    var rows = new ArrayList<>(List.of(TestHouse.aboutNobody(EntryKind.QUESTION)));
    for (int i = 0; i < 3; i++) {
      rows.add(TestHouse.about(child, EntryKind.ACCEPTED));
      rows.add(TestHouse.about(child, EntryKind.REFUSED));
    }
    house.write(gateway, TestHouse.kept(rows, YEAR));
    house.write(
        gateway,
        List.of(
            TestHouse.about(child, EntryKind.INSPECTION), TestHouse.aboutNobody(EntryKind.START)));
    return child;
  }

  private List<String> report() throws SQLException {
    try (var connection = house.database.gateway().getConnection()) {
      var told = new ArrayList<String>();
      new Months(TestHouse.REGION)
          .report(connection)
          .forEach(
              (month, counts) ->
                  counts.forEach((what, n) -> told.add(month + " " + what + " " + n)));
      return told;
    }
  }

  @Test
  void rows_whose_term_is_over_cannot_be_read_by_anybody_and_the_rest_can() throws Exception {
    childWithRows();

    pass(Instant.parse("2027-11-30T23:50:00Z"), 100);
    assertThat(house.check().erased()).as("the month is not over yet").isZero();

    pass(OVER, 100);

    assertThatThrownBy(() -> house.vault().epochKey(MONTH)).isInstanceOf(KeyDestroyed.class);
    var report = house.check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.erased()).isEqualTo(7);
    assertThat(report.opened()).as("two of five years, and one that accounts for it").isEqualTo(3);
    assertThat(house.all("select idx from logbook_subject")).containsExactly("7");
    assertThat(report())
        .containsExactly(
            MONTH + " rij aangenomen 3", MONTH + " rij geweigerd 3", MONTH + " rij vraag 1");
  }

  @Test
  void it_goes_in_small_steps_and_a_crash_between_two_of_them_costs_nothing() throws Exception {
    childWithRows();
    house.now = OVER;
    var duty = duty(gateway, connection -> OVER, 2);
    try (var connection = house.database.gateway().getConnection()) {
      // A gateway that dies after its first step.
      var page = new MonthRows(TestHouse.REGION, house.vault).page(connection, MONTH, -1, 2);
      var step =
          new MonthEnds.Account(
              new Months(TestHouse.REGION), house.erasures, MONTH, -1, page, false);
      assertThat(gateway.submit(step).join()).isTrue();
      assertThat(gateway.submit(step).join()).as("another gateway has the same step").isFalse();
    }
    assertThat(house.vault.knownEpochKey(MONTH)).as("the key is the last to go").isPresent();

    duty.run(OVER);

    assertThat(house.check().findings()).isEmpty();
    assertThat(house.all("select tot from bewaarmaand where stap = 'verantwoord' order by tot"))
        .containsExactly("1", "3", "5", "6");
    assertThat(report())
        .containsExactly(
            MONTH + " rij aangenomen 3", MONTH + " rij geweigerd 3", MONTH + " rij vraag 1");
    assertThat(house.all("select maand from bewaarmaand where stap = 'opgeruimd'")).hasSize(1);
    assertThat(duty.run(OVER)).as("nothing is left to do").isZero();
  }

  @Test
  void two_gateways_that_end_the_same_month_account_for_each_row_once() throws Exception {
    childWithRows();
    house.now = OVER;
    var other = house.gateway();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(() -> duty(gateway, connection -> OVER, 2).run(OVER));
      var two = threads.submit(() -> duty(other, connection -> OVER, 2).run(OVER));
      assertThat(one.get() + two.get()).isPositive();
    }
    pass(OVER, 2);

    assertThat(house.check().findings()).isEmpty();
    assertThat(house.all("select sum(aantal) from bewaarverslag where wat = 'rij'"))
        .containsExactly("7");
  }

  @Test
  void a_month_in_which_something_must_be_kept_waits_and_the_officer_hears_it_once_a_month()
      throws Exception {
    var child = childWithRows();
    house.execute(
        """
        insert into restriction (region, id, subject_id, kind, from_at, recorded_at, recorded_by)
        values ('kennemerland', '00000000-0000-0000-0000-000000000001', '%s', 'bewaarplicht', now(), now(), 'x')
        """
            .formatted(child));

    pass(OVER, 100);
    pass(OVER.plusSeconds(60), 100);

    assertThat(house.check().erased()).isZero();
    assertThat(house.check().rows()).as("nine, and one that says it waits").isEqualTo(10);
    try (var connection = house.database.gateway().getConnection()) {
      assertThat(new Months(TestHouse.REGION).held(connection)).containsExactly(MONTH);
    }

    house.execute(
        """
        insert into restriction (region, id, subject_id, kind, from_at, lifts, recorded_at, recorded_by)
        values ('kennemerland', gen_random_uuid(), '%s', 'bewaarplicht', now(),
          '00000000-0000-0000-0000-000000000001', now(), 'x')
        """
            .formatted(child));
    pass(OVER.plusSeconds(120), 100);

    assertThat(house.check().erased()).isEqualTo(7);
    assertThat(house.check().findings()).isEmpty();
  }

  @Test
  void a_clock_that_is_years_ahead_destroys_no_key() throws Exception {
    childWithRows();
    var ahead = Instant.parse("2040-01-01T00:00:00Z");

    duty(gateway, SureTime.ofDatabase(), 100).run(ahead);
    duty(gateway, connection -> ahead, 100).run(house.now);

    assertThat(house.vault.knownEpochKey(MONTH)).isPresent();
    assertThat(house.vault.knownEpochKey("bewaar-203111")).isPresent();
    assertThat(house.check().erased()).isZero();
    assertThat(house.check().rows()).isEqualTo(9);
  }

  @Test
  void a_person_about_whom_no_row_is_left_is_gone_whole() throws Exception {
    var child = childWithRows();
    var later = Instant.parse("2032-02-01T00:00:00Z");

    pass(later, 100);
    house.duty(gateway, house.eraserLogin()).run(later);

    assertThat(house.all("select id from subject")).isEmpty();
    assertThat(house.all("select region from consent_ask")).isEmpty();
    assertThat(house.all("select grond from wissing")).containsExactly("termijn");
    assertThatThrownBy(() -> house.vault().subjectKey(child)).isInstanceOf(KeyDestroyed.class);
    assertThat(house.check().findings()).isEmpty();
  }

  @Test
  void who_has_a_duty_to_keep_is_not_gone_when_the_last_row_is() throws Exception {
    var child = house.child();
    house.execute(
        """
        insert into restriction (region, id, subject_id, kind, from_at, recorded_at, recorded_by)
        values ('kennemerland', gen_random_uuid(), '%s', 'rechterlijk-verbod', now(), now(), 'x')
        """
            .formatted(child));

    pass(Instant.parse("2032-02-01T00:00:00Z"), 100);

    assertThat(house.all("select id from subject")).hasSize(1);
    assertThat(house.all("select id from wissing")).isEmpty();
  }

  @Test
  void what_its_own_term_ended_for_goes_and_is_counted_by_table() throws Exception {
    var child = house.child();
    house.write(gateway, List.of(TestHouse.about(child, EntryKind.ACCEPTED)));
    house.execute(
        """
        insert into taak (region, id, soort, organisatie, subject_id, over, geopend_op, uiterlijk, stand)
        select 'kennemerland', gen_random_uuid(), 'herziening', 'o', '%s', gen_random_uuid(),
          '2020-01-01', '2020-02-01', s
        from unnest('{afgehandeld,open}'::text[]) s;
        insert into rolkeuze (region, id, persoon, partij, rol, gekozen_op, geldig_tot)
        values ('kennemerland', '00000000-0000-0000-0000-000000000002', 'a', 'p', 'r', '2020-01-01', '2020-01-01');
        insert into rolkeuze_sluiting (region, rolkeuze, gesloten_op)
        values ('kennemerland', '00000000-0000-0000-0000-000000000002', '2020-01-01');
        """
            .formatted(child));

    pass(house.now, 100);

    assertThat(house.all("select stand from taak")).containsExactly("open");
    assertThat(house.all("select id from rolkeuze")).isEmpty();
    assertThat(report())
        .containsExactly(
            "2026-11 tabel rolkeuze 1",
            "2026-11 tabel rolkeuze_sluiting 1",
            "2026-11 tabel taak 1");
  }
}
