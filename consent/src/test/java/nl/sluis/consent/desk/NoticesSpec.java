package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.REGION;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.notice.Notice;
import nl.sluis.consent.notice.NoticeAnswer;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.notice.Telling;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is told of what was put on record, and who never is.
class NoticesSpec {
  private static final String SAID = "2026-11-20T14:05:00Z";
  private static final Instant BY = NOW.plus(Duration.ofDays(2));

  private static Desk desk;
  private static Notices notices;
  private static Telling telling;

  @BeforeAll
  static void open() {
    desk = new Desk();
    notices = new Notices(REGION, TestSeal.SEAL, desk.parameters);
    telling = new Telling(REGION, TestSeal.SEAL, notices, desk.parameters);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void whose_yes_was_written_down_is_told_once() throws SQLException {
    var child = desk.child("kind-eens", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));

    var first = tell(child, ask);
    var second = tell(child, ask);

    assertThat(first).isEqualTo(1);
    assertThat(second).isZero();
    assertThat(kinds(child, MOTHER)).containsExactly(NoticeKind.VERKLARING_VASTGELEGD);
  }

  @Test
  void a_no_that_was_written_down_is_news_to_nobody() throws SQLException {
    var child = desk.child("kind-nee", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "geweigerd", "mondeling", SAID)));

    assertThat(tell(child, ask)).isZero();
  }

  @Test
  void the_parent_for_whom_the_other_spoke_is_told_that_his_agreement_was_named()
      throws SQLException {
    var child = desk.child("kind-samen", "2018-05-01", "gezamenlijk-samen", MOTHER, FATHER);
    var ask = desk.recorded(sheet(child, forBoth()));

    tell(child, ask);

    assertThat(kinds(child, MOTHER)).containsExactly(NoticeKind.VERKLARING_VASTGELEGD);
    assertThat(kinds(child, FATHER)).containsExactly(NoticeKind.AKKOORD_GENOEMD);
  }

  @Test
  void who_may_not_know_of_the_receiver_is_not_told() throws SQLException {
    var child = desk.child("kind-schild", "2018-05-01", "gezamenlijk-samen", MOTHER, FATHER);
    Shields.put(desk, child, FATHER, CJG);
    var ask = desk.recorded(sheet(child, forBoth()));

    var given = tell(child, ask);

    assertThat(given).isEqualTo(1);
    assertThat(kinds(child, FATHER)).isEmpty();
  }

  @Test
  void who_is_shielded_later_does_not_find_what_was_given_before_and_no_list_counts_it()
      throws SQLException {
    var child = desk.child("kind-later", "2018-05-01", "gezamenlijk-samen", MOTHER, FATHER);
    var ask = desk.recorded(sheet(child, forBoth()));
    tell(child, ask);

    var shield = Shields.put(desk, child, FATHER, CJG);
    var hidden = kinds(child, FATHER);
    Shields.lift(desk, child, shield);

    assertThat(hidden).isEmpty();
    assertThat(kinds(child, FATHER)).containsExactly(NoticeKind.AKKOORD_GENOEMD);
  }

  @Test
  void who_has_no_gezag_and_said_nothing_is_not_told_of_anything() throws SQLException {
    var child = desk.child("kind-derde", "2018-05-01", "eenhoofdig", MOTHER);
    person(child, FATHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));

    var about = give(new NoticeDraft(child, person(child, FATHER), NoticeKind.VERZOEK, ask, null));
    var bare =
        give(
            new NoticeDraft(
                child, person(child, FATHER), NoticeKind.UITNODIGING_LEEFTIJD, null, null));

    assertThat(about).isEmpty();
    assertThat(bare).isEmpty();
  }

  @Test
  void a_notice_that_names_a_receiver_without_a_question_respects_the_shield_too()
      throws SQLException {
    var child = desk.child("kind-gesprek", "2018-05-01", "gezamenlijk-samen", MOTHER, FATHER);
    Shields.put(desk, child, FATHER, CJG);
    var talk = new NoticeDraft.Matter(UUID.randomUUID(), CJG.oin());

    var mother = give(talk(child, MOTHER, talk));
    var father = give(talk(child, FATHER, talk));

    assertThat(mother).hasSize(1);
    assertThat(father).isEmpty();
  }

  @Test
  void a_notice_that_nobody_answered_is_late_after_its_term_and_told_once() throws SQLException {
    var child = desk.child("kind-laat", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "gegeven", "mondeling", SAID)));
    tell(child, ask);

    var early = late(child, BY.minusSeconds(1));
    var due = late(child, BY);
    var marked = desk.locked(child, tx -> notices.markLate(tx, due.getFirst().id(), BY));
    var again = desk.locked(child, tx -> notices.markLate(tx, due.getFirst().id(), BY));

    assertThat(early).isEmpty();
    assertThat(due).extracting(Notices.Late::recordedBy).containsExactly(SCHOOL.oin());
    assertThat(marked).isTrue();
    assertThat(again).isFalse();
    assertThat(late(child, BY)).isEmpty();
  }

  @Test
  void a_notice_that_was_read_is_never_late() throws SQLException {
    var child = desk.child("kind-gezien", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "gegeven", "mondeling", SAID)));
    tell(child, ask);
    var notice = list(child, MOTHER).getFirst();

    desk.locked(
        child,
        tx -> {
          notices.answer(tx, notice.id(), NoticeAnswer.GEZIEN, NOW);
          return true;
        });

    assertThat(late(child, BY)).isEmpty();
    assertThat(list(child, MOTHER).getFirst().answers()).containsExactly(NoticeAnswer.GEZIEN);
  }

  private static StatementDraft forBoth() {
    var one = says(MOTHER, "gegeven", "papier", SAID);
    return new StatementDraft(
        one.voice(),
        one.utterance(),
        one.channel(),
        one.at(),
        true,
        true,
        true,
        one.proof(),
        one.evidence());
  }

  private static NoticeDraft talk(UUID child, Voice who, NoticeDraft.Matter talk)
      throws SQLException {
    return new NoticeDraft(child, person(child, who), NoticeKind.GESPREK_GENOEMD, null, null, talk);
  }

  private static int tell(UUID child, UUID askId) throws SQLException {
    return desk.locked(
        child, tx -> telling.of(tx, desk.consents.find(tx, askId).orElseThrow(), BY, NOW));
  }

  private static List<UUID> give(NoticeDraft draft) throws SQLException {
    return desk.locked(draft.subject(), tx -> notices.give(tx, draft, NOW).stream().toList());
  }

  private static List<Notices.Late> late(UUID child, Instant at) throws SQLException {
    return desk.locked(child, tx -> notices.late(tx, at, 100)).stream()
        .filter(late -> late.subject().equals(child))
        .toList();
  }

  private static List<NoticeKind> kinds(UUID child, Voice who) throws SQLException {
    return list(child, who).stream().map(Notice::kind).toList();
  }

  private static List<Notice> list(UUID child, Voice who) throws SQLException {
    var person = person(child, who);
    return desk.locked(child, tx -> notices.list(tx, new Place(child, person), NOW));
  }

  private static UUID person(UUID child, Voice who) throws SQLException {
    var label = ((Voice.Labelled) who).label();
    return desk.locked(
        child,
        tx ->
            new PersonRegister(REGION)
                .resolve(tx, child, SCHOOL.oin(), Set.of(label), 1, NOW)
                .values()
                .iterator()
                .next());
  }
}
