package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.by;
import static nl.sluis.consent.desk.Desk.fields;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.terms.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StopDeskSpec {
  private static final ReviewTerms TERMS = ReviewTerms.STRICT;

  private static Desk desk;
  private static final StopDesk STOPS = new StopDesk(Desk.REGION);

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void a_stop_is_in_force_from_its_day_until_it_is_lifted() throws Exception {
    var child = child("kind-stop");

    var stop = stopped(child, "beperkt");

    assertThat(stops(child)).containsExactly(Restriction.BEPERKT);
    done(child, tx -> STOPS.lift(tx, STOPS.find(tx, stop).orElseThrow(), by("b"), SCHOOL, NOW));
    assertThat(stops(child)).isEmpty();
  }

  @Test
  void a_stop_without_author_reason_or_review_day_is_refused_with_all_faults_at_once()
      throws Exception {
    var child = child("kind-leeg");
    var nobody = new Authored("", " ", "", Desk.label("x"), Desk.evidence());

    var filed = filed(child, new StopDraft("raar", "2026-11-22", "2026-11-21", "", nobody));

    assertThat(fields(filed))
        .containsExactlyInAnyOrder(
            "soort", "tot", "herziening", "door.id", "door.functie", "reden");
  }

  @Test
  void a_stop_may_not_go_unseen_for_longer_than_the_convenant_allows() throws Exception {
    var child = child("kind-lang");

    assertThat(fields(filed(child, draft("beperkt", "2027-11-23")))).containsExactly("herziening");
    assertThat(fields(filed(child, draft("beperkt", "2026-11-22")))).containsExactly("herziening");
    assertThat(filed(child, draft("beperkt", "2027-11-22"))).isInstanceOf(Filed.Done.class);
  }

  @Test
  void a_duty_to_keep_stops_no_exchange() throws Exception {
    var child = child("kind-bewaar");

    var hold = stopped(child, "bewaarplicht");

    assertThat(stops(child)).isEmpty();
    assertThat(find(child, hold).kind()).isEqualTo("bewaarplicht");
  }

  @Test
  void an_objection_stops_until_it_is_weighed_and_found_unfounded_by_somebody_else()
      throws Exception {
    var child = child("kind-ongegrond");
    var objection = stopped(child, "bezwaar");

    var same = weighed(child, objection, "ongegrond", "med-77");
    assertThat(fields(same)).containsExactly("door.id");
    assertThat(stops(child)).containsExactly(Restriction.BEZWAAR);

    assertThat(weighed(child, objection, "ongegrond", "med-88")).isInstanceOf(Filed.Done.class);
    assertThat(stops(child)).isEmpty();
    assertThat(fields(weighed(child, objection, "gegrond", "med-99"))).containsExactly("id");
  }

  @Test
  void an_objection_that_is_well_founded_keeps_stopping() throws Exception {
    var child = child("kind-gegrond");
    var objection = stopped(child, "bezwaar");

    weighed(child, objection, "gegrond", "med-88");

    assertThat(stops(child)).containsExactly(Restriction.BEZWAAR);
    assertThat(find(child, objection).upheld()).contains(true);
    done(
        child, tx -> STOPS.lift(tx, STOPS.find(tx, objection).orElseThrow(), by("b"), SCHOOL, NOW));
    assertThat(stops(child)).isEmpty();
  }

  @Test
  void an_objection_that_nobody_weighed_cannot_be_lifted_instead() throws Exception {
    var child = child("kind-omweg");
    var objection = stopped(child, "bezwaar");

    var filed =
        desk.locked(
            child,
            tx -> STOPS.lift(tx, STOPS.find(tx, objection).orElseThrow(), by("b"), SCHOOL, NOW));

    assertThat(fields(filed)).containsExactly("id");
  }

  @Test
  void an_objection_of_who_is_logged_in_stops_one_purpose_of_one_sender_and_nothing_else()
      throws Exception {
    var child = child("kind-portaal");
    var other = new Purpose("verzuim-toelichting-lpa");
    var mine = objected(child, new Against(Desk.PURPOSE, SCHOOL.oin()));

    assertThat(stops(child)).containsExactly(Restriction.BEZWAAR);
    assertThat(find(child, mine).recordedBy()).isEmpty();
    assertThat(weighed(child, mine, "ongegrond", "med-77")).isInstanceOf(Filed.Done.class);
    assertThat(stops(child)).isEmpty();

    objected(child, new Against(other, SCHOOL.oin()));
    objected(child, new Against(Desk.PURPOSE, Desk.CJG.oin()));
    assertThat(stops(child)).isEmpty();
  }

  @Test
  void it_is_on_the_agenda_of_who_shares_until_it_is_refused() throws Exception {
    var child = child("kind-portaal-agenda");
    var objection = objected(child, new Against(Desk.PURPOSE, SCHOOL.oin()));

    assertThat(due(objection, NOW.plus(Duration.ofDays(400))))
        .containsExactly(Appointment.Kind.REVIEW);
    weighed(child, objection, "ongegrond", "med-77");
    assertThat(due(objection, NOW.plus(Duration.ofDays(400)))).isEmpty();
  }

  private static UUID objected(UUID child, Against against) throws SQLException {
    return desk.locked(
        child, tx -> STOPS.object(tx, child, child, against, TERMS, Desk.evidence(), NOW));
  }

  @Test
  void what_must_be_looked_at_again_is_on_the_agenda_of_that_day_until_it_is_lifted()
      throws Exception {
    var child = child("kind-agenda");
    var stop = stopped(child, "beperkt");

    assertThat(due(stop, Instant.parse("2027-02-21T22:59:59Z"))).isEmpty();
    assertThat(due(stop, Instant.parse("2027-02-21T23:00:00Z")))
        .containsExactly(Appointment.Kind.REVIEW);
    done(child, tx -> STOPS.lift(tx, STOPS.find(tx, stop).orElseThrow(), by("b"), SCHOOL, NOW));
    assertThat(due(stop, NOW.plus(Duration.ofDays(400)))).isEmpty();
  }

  private static List<Appointment.Kind> due(UUID about, Instant at) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return new Agenda(Desk.REGION)
          .due(tx, at, 1000).stream()
              .filter(appointment -> appointment.about().equals(about))
              .map(Appointment::kind)
              .toList();
    }
  }

  private static UUID child(String reference) throws SQLException {
    return desk.child(reference, "2018-05-01", "eenhoofdig", MOTHER);
  }

  private static java.util.Set<Restriction> stops(UUID child) throws SQLException {
    return desk.judged(child, NOW).subject().restrictions();
  }

  private static Stop find(UUID child, UUID stop) throws SQLException {
    return desk.locked(child, tx -> STOPS.find(tx, stop)).orElseThrow();
  }

  private static StopDraft draft(String kind, String review) {
    return new StopDraft(kind, "2026-11-22", "", review, by("med-77"));
  }

  private static Filed filed(UUID child, StopDraft draft) throws SQLException {
    return desk.locked(child, tx -> STOPS.restrict(tx, child, draft, TERMS, SCHOOL, NOW));
  }

  private static UUID stopped(UUID child, String kind) throws SQLException {
    return ((Filed.Done) filed(child, draft(kind, "2027-02-22"))).id();
  }

  private static Filed weighed(UUID child, UUID stop, String outcome, String employee)
      throws SQLException {
    return desk.locked(
        child,
        tx ->
            STOPS.weigh(
                tx, STOPS.find(tx, stop).orElseThrow(), outcome, by(employee), SCHOOL, NOW));
  }

  private static void done(UUID child, Desk.Work<Filed> work) throws SQLException {
    assertThat(desk.locked(child, work)).isInstanceOf(Filed.Done.class);
  }
}
