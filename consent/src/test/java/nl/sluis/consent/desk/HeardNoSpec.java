package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who writes down a spoken yes hears of a no only when it wrote that no down itself.
class HeardNoSpec {
  private static final String YES = "2026-11-19T10:00:00Z";
  private static final String NO = "2026-11-20T10:00:00Z";
  private static final String AGAIN = "2026-11-21T10:00:00Z";
  private static final Recorder.Partner AT_CJG = new Recorder.Partner(CJG);

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Filed add(UUID child, UUID id, StatementDraft draft, Recorder by)
      throws SQLException {
    return desk.locked(
        child,
        tx ->
            desk.consents.addStatement(
                tx, desk.consents.find(tx, id).orElseThrow(), draft, by, NOW));
  }

  private static UUID mother(UUID child) throws SQLException {
    var word = ((Voice.Labelled) MOTHER).label();
    var found =
        desk.locked(
            child,
            tx -> new PersonRegister(Desk.REGION).find(tx, child, SCHOOL.oin(), Set.of(word)));
    return Objects.requireNonNull(found.get(word));
  }

  @Test
  void of_a_no_that_somebody_said_alone_a_school_hears_nothing_and_the_spoken_yes_does_not_count()
      throws Exception {
    var child = desk.child("kind-een", "2018-05-01", "eenhoofdig", MOTHER);
    var id = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", YES)));
    var own = mother(child);
    var no = says(new Voice.Own(own), "geweigerd", "portaal", NO);
    assertThat(add(child, id, no, new Recorder.Portal(own))).isInstanceOf(Filed.Done.class);

    var spoken = says(MOTHER, "gegeven", "mondeling", AGAIN);

    assertThat(add(child, id, spoken, AT_SCHOOL)).isInstanceOf(Filed.Done.class);
    assertThat(desk.record(sheet(child, spoken))).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.GEWEIGERD)));
  }

  @Test
  void of_a_no_that_a_school_wrote_down_the_school_hears_and_the_cjg_does_not() throws Exception {
    var child = desk.child("kind-twee", "2010-05-01", "eenhoofdig", MOTHER);
    var youth = new Voice.Youth();
    var id = desk.recorded(sheet(child, says(youth, "geweigerd", "papier", NO)));

    var spoken = says(youth, "gegeven", "mondeling", AGAIN);

    assertThat(fields(add(child, id, spoken, AT_SCHOOL)))
        .containsExactly("bewijs.aanwezigheidscode");
    assertThat(add(child, id, spoken, AT_CJG)).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.GEWEIGERD)));
  }
}
