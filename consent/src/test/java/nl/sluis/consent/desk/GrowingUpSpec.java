package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.REGION;
import static nl.sluis.consent.desk.Desk.RULES;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.leeftijd.Invitations;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.policies.question.ConsentState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the calendar does to consents, and whom it tells.
class GrowingUpSpec {
  private static final String SAID = "2026-11-20T14:05:00Z";
  private static final String SIXTEEN_IN_MARCH = "2011-03-28";
  private static final Instant BIRTHDAY = Instant.parse("2027-03-27T23:00:00Z");
  private static final Instant NINETY = Instant.parse("2026-12-27T23:00:00Z");
  private static final Instant TERM = Instant.parse("2027-06-29T22:00:00Z");
  private static final Agenda AGENDA = new Agenda(REGION);

  private static Desk desk;
  private static Invitations invitations;
  private static LapseDesk lapses;

  @BeforeAll
  static void open() {
    desk = new Desk();
    invitations = new Invitations(REGION, TestSeal.SEAL, desk.parameters);
    lapses = new LapseDesk(REGION, TestSeal.SEAL);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void who_becomes_sixteen_is_told_ninety_days_before_and_not_a_moment_earlier()
      throws SQLException {
    var child = asked("kind-negentig", SIXTEEN_IN_MARCH);

    assertThat(keep(child, NINETY.minusMillis(1))).isEmpty();
    assertThat(told(child, NINETY)).isZero();
    assertThat(keep(child, NINETY)).hasSize(1);
    assertThat(told(child, NINETY)).isEqualTo(1);
    assertThat(keep(child, NINETY)).isEmpty();
  }

  @Test
  void two_gateways_that_look_at_once_tell_once() throws SQLException {
    var child = asked("kind-twee-gateways", SIXTEEN_IN_MARCH);
    keep(child, NINETY.minusMillis(1));
    var seenByBoth = due(child, NINETY).getFirst();

    assertThat(kept(seenByBoth, NINETY)).isPresent();
    assertThat(kept(seenByBoth, NINETY)).isEmpty();
    assertThat(told(child, NINETY)).isEqualTo(1);
  }

  @Test
  void a_birth_date_that_was_wrong_moves_what_is_told() throws SQLException {
    var child = asked("kind-verbeterd", SIXTEEN_IN_MARCH);
    keep(child, NINETY.minusMillis(1));

    born(child, "2012-03-28", NOW);

    assertThat(keep(child, NINETY)).isEmpty();
    assertThat(told(child, NINETY)).isZero();
  }

  @Test
  void of_an_unknown_day_the_earliest_counts() throws SQLException {
    var month = asked("kind-maand", "2011-03");
    var year = asked("kind-jaar", "20110000");
    keep(month, NOW);
    keep(year, NOW);

    assertThat(keep(month, Instant.parse("2026-11-30T22:59:59Z"))).isEmpty();
    assertThat(keep(month, Instant.parse("2026-11-30T23:00:00Z"))).hasSize(1);
    assertThat(told(year, NOW)).as("sixteen on 1 January, forty days away").isEqualTo(1);
  }

  @Test
  void whoever_may_not_know_of_the_receiver_is_not_told_because_of_it() throws SQLException {
    var child = asked("kind-afgeschermd", SIXTEEN_IN_MARCH);
    shield(child);

    keep(child, NINETY);

    assertThat(told(child, NINETY)).isZero();
  }

  @Test
  void after_a_no_there_is_nothing_to_say_again() throws SQLException {
    var child = desk.child("kind-nee", SIXTEEN_IN_MARCH, "eenhoofdig", MOTHER);
    desk.recorded(sheet(child, says(MOTHER, "geweigerd", "papier", SAID)));

    keep(child, NINETY);

    assertThat(told(child, NINETY)).isZero();
  }

  @Test
  void a_decision_is_the_same_before_and_after_it_is_written_down_that_somebody_grew_up()
      throws SQLException {
    var child = asked("kind-zestien", SIXTEEN_IN_MARCH);
    var eve = desk.judged(child, BIRTHDAY.minusMillis(1)).subject().consent();
    keep(child, BIRTHDAY.minusMillis(1));
    var before = desk.judged(child, BIRTHDAY);
    assertThat(events(child)).doesNotContain(EventType.AGE_BOUNDARY);

    assertThat(keep(child, BIRTHDAY)).hasSize(1);

    assertThat(eve).isInstanceOf(ConsentState.Given.class);
    assertThat(events(child)).containsOnlyOnce(EventType.AGE_BOUNDARY);
    assertThat(desk.judged(child, BIRTHDAY)).isEqualTo(before);
    assertThat(desk.judged(child, BIRTHDAY.minusMillis(1)).subject().consent()).isEqualTo(eve);
  }

  @Test
  void the_end_of_a_term_is_written_down_once_and_changes_no_decision() throws SQLException {
    var child = asked("kind-termijn", "2018-05-01");
    expire(child, TERM.minusMillis(1));
    assertThat(events(child)).doesNotContain(EventType.EXPIRED);
    var before = desk.judged(child, TERM);

    expire(child, TERM);
    expire(child, TERM.plus(Duration.ofDays(1)));

    assertThat(events(child)).containsOnlyOnce(EventType.EXPIRED);
    assertThat(desk.judged(child, TERM)).isEqualTo(before);
    assertThat(before.subject().consent()).isInstanceOf(ConsentState.NotGiven.class);
  }

  private static UUID asked(String reference, String birth) throws SQLException {
    var child = desk.child(reference, birth, "eenhoofdig", MOTHER);
    desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));
    return child;
  }

  private static void born(UUID child, String birth, Instant at) throws SQLException {
    var draft = new FamilyDraft(birth, null, null);
    desk.locked(child, tx -> desk.families.register(tx, child, draft, AT_SCHOOL, 1, at));
  }

  /// Everything that is due about birthdays, as the duty does it.
  private static List<Invitations.Taken> keep(UUID child, Instant now) throws SQLException {
    var taken = new ArrayList<Invitations.Taken>();
    for (var appointment : due(child, now)) {
      kept(appointment, now).ifPresent(taken::add);
    }
    return taken;
  }

  private static Optional<Invitations.Taken> kept(Appointment appointment, Instant now)
      throws SQLException {
    return desk.locked(
        appointment.subject(),
        tx ->
            AGENDA.done(tx, appointment)
                ? invitations.keep(tx, appointment, RULES, now)
                : Optional.empty());
  }

  private static void expire(UUID child, Instant now) throws SQLException {
    for (var term : due(child, Appointment.Kind.TERM, now)) {
      desk.locked(
          child,
          tx ->
              AGENDA.done(tx, term)
                  ? lapses.expire(tx, term.about(), new Recorder.Calendar(), now)
                  : Optional.empty());
    }
  }

  private static List<Appointment> due(UUID child, Instant now) throws SQLException {
    return due(child, Appointment.Kind.AGE, now);
  }

  private static List<Appointment> due(UUID child, Appointment.Kind kind, Instant now)
      throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return AGENDA.due(tx, now, 1000).stream()
          .filter(appointment -> appointment.subject().equals(child))
          .filter(appointment -> appointment.kind() == kind)
          .toList();
    }
  }

  private static long told(UUID child, Instant now) throws SQLException {
    var notices = new Notices(REGION, TestSeal.SEAL, desk.parameters);
    return desk.locked(child, tx -> notices.list(tx, new Place(child, child), now)).stream()
        .filter(notice -> notice.kind() == NoticeKind.UITNODIGING_LEEFTIJD)
        .count();
  }

  private static List<EventType> events(UUID child) throws SQLException {
    return desk.locked(
        child,
        tx ->
            desk.facts.records(tx, List.of(Desk.query(child)), NOW).getFirst().events().stream()
                .map(event -> event.type())
                .toList());
  }

  private static void shield(UUID child) throws SQLException {
    desk.locked(
        child,
        tx -> {
          try (var insert =
              tx.prepareStatement(
                  """
                  insert into shield
                    (region, subject_id, person_id, receiver_oin, shielded, recorded_at,
                    recorded_by)
                  values (?, ?, ?, ?, true, ?, 'proef')
                  """)) {
            insert.setString(1, REGION);
            insert.setObject(2, child);
            insert.setObject(3, child);
            insert.setString(4, CJG.oin().value());
            insert.setObject(5, NOW.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
          }
        });
  }
}
