package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.by;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.policies.convenant.ReviewTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A report hides itself from the family, and only people decide what happens then.
class EmbargoByReportSpec {
  private static final UUID REPORT = UUID.fromString("5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10");
  private static final UUID ANYBODY = UUID.fromString("5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f11");
  private static final String REPORTER = "med-77";
  private static final EmbargoByReport BY_REPORT = new EmbargoByReport(Desk.REGION);
  private static final EmbargoDesk EMBARGOES = new EmbargoDesk(Desk.REGION, TestSeal.SEAL);

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void a_provisional_embargo_hides_from_whoever_is_family_and_time_ends_nothing() throws Exception {
    var child = child("kind-acuut");

    opened(child, Optional.empty());

    assertThat(hidden(child).isFrom(REPORT, ANYBODY)).isTrue();
    assertThat(hidden(child).isFrom(ANYBODY, ANYBODY)).isFalse();
    assertThat(hidden(child).shownSince(REPORT, ANYBODY)).isEmpty();
  }

  @Test
  void who_reported_does_not_confirm_it_and_nobody_confirms_it_twice() throws Exception {
    var child = child("kind-bevestigen");
    var embargo = opened(child, Optional.empty());

    assertThat(fields(confirmed(child, embargo, REPORTER, "2026-12-01")))
        .containsExactly("door.id");
    assertThat(confirmed(child, embargo, "med-12", "2026-12-01")).isInstanceOf(Filed.Done.class);
    assertThat(fields(confirmed(child, embargo, "med-13", "2026-12-01"))).containsExactly("id");
  }

  @Test
  void its_four_weeks_count_from_the_report_and_not_from_the_second_person() throws Exception {
    var child = child("kind-vier-weken");
    var embargo = opened(child, Optional.empty());

    var later = NOW.plus(Duration.ofDays(10));

    assertThat(fields(confirmed(child, embargo, "med-12", "2026-12-21", later)))
        .containsExactly("herbeoordelingUiterlijk");
    assertThat(confirmed(child, embargo, "med-12", "2026-12-20", later))
        .isInstanceOf(Filed.Done.class);
  }

  @Test
  void an_embargo_with_the_second_person_of_the_record_needs_no_other() throws Exception {
    var child = child("kind-uitstel");
    var embargo = opened(child, Optional.of("med-12"));

    assertThat(fields(confirmed(child, embargo, "med-13", "2026-12-01"))).containsExactly("id");
  }

  @Test
  void what_is_lifted_is_shown_from_then_on_and_who_reported_may_stay_hidden() throws Exception {
    var child = child("kind-opgeheven");
    var embargo = opened(child, Optional.empty());
    var later = NOW.plus(Duration.ofDays(3));

    desk.locked(
        child,
        tx ->
            EMBARGOES.lift(
                tx,
                EMBARGOES.find(tx, embargo).orElseThrow(),
                by("med-12"),
                "veiligheid-melder",
                SCHOOL,
                later));

    assertThat(hidden(child).isFrom(REPORT, ANYBODY)).isFalse();
    assertThat(hidden(child).shownSince(REPORT, ANYBODY)).contains(later);
    assertThat(hidden(child).isReporterHidden(REPORT)).isTrue();
  }

  @Test
  void the_database_itself_refuses_a_reporter_who_confirms() throws Exception {
    var child = child("kind-langs-de-gateway-om");
    var embargo = opened(child, Optional.empty());

    try (var owner = DriverManager.getConnection(desk.database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into embargo_confirmed
                        (region, embargo_id, subject_id, author_hmac, confirmed_hmac, review_on,
                        evidence_commitment, evidence_sealed, recorded_at, recorded_by)
                      select region, id, subject_id, author_hmac, author_hmac, review_on, '', '',
                        recorded_at, recorded_by
                      from embargo where id = '%s'
                      """
                          .formatted(embargo)))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .as("a check constraint")
          .isEqualTo("23514");
    }
  }

  private static UUID child(String reference) throws SQLException {
    return desk.child(reference, "2018-05-01", "eenhoofdig", MOTHER);
  }

  private static UUID opened(UUID child, Optional<String> second) throws SQLException {
    var opening =
        new EmbargoByReport.Opening(
            REPORT,
            "veiligheid-kind",
            LocalDate.parse("2026-11-23"),
            label(REPORTER),
            second.map(Desk::label));
    return desk.locked(child, tx -> BY_REPORT.open(tx, child, opening, SCHOOL, NOW));
  }

  private static Filed confirmed(UUID child, UUID embargo, String who, String review)
      throws SQLException {
    return confirmed(child, embargo, who, review, NOW);
  }

  private static Filed confirmed(UUID child, UUID embargo, String who, String review, Instant at)
      throws SQLException {
    return desk.locked(
        child,
        tx ->
            BY_REPORT.confirm(
                tx,
                EMBARGOES.find(tx, embargo).orElseThrow(),
                by(who),
                review,
                ReviewTerms.STRICT,
                SCHOOL,
                at));
  }

  private static Hidden hidden(UUID child) throws SQLException {
    return desk.locked(child, tx -> new HiddenReader(Desk.REGION).of(tx, child));
  }
}
