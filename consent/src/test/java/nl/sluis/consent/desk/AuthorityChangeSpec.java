package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.gezag.AuthorityChange;
import nl.sluis.consent.gezag.AuthorityChange.Ended;
import nl.sluis.consent.gezag.CustodyOnRecord;
import nl.sluis.policies.question.ConsentState.Given;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A yes of who turns out to have no gezag is noted once, and the note itself changes nothing.
class AuthorityChangeSpec {
  private static final CustodyDesk CUSTODY = new CustodyDesk(Desk.REGION, TestSeal.SEAL);
  private static final String SAID = "2026-11-20T10:00:00Z";

  private static Desk desk;
  private static AuthorityChange change;

  @BeforeAll
  static void open() {
    desk = new Desk();
    change = new AuthorityChange(Desk.REGION, TestSeal.SEAL, desk.parameters);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static UUID together(String name) throws SQLException {
    var child = desk.child(name, "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    desk.recorded(
        sheet(
            child,
            says(MOTHER, "gegeven", "papier", SAID),
            says(FATHER, "gegeven", "papier", SAID)));
    return child;
  }

  private static UUID found(UUID child, String situation, String source, Voice... who)
      throws SQLException {
    var holders =
        Stream.of(who)
            .map(v -> new FamilyDraft.Holder(((Voice.Labelled) v).label(), "ouder-gezag"))
            .toList();
    var custody =
        new FamilyDraft.Custody(situation, source, "2026-11-21", "2026-11-21T10:00:00Z", holders);
    var draft = new CustodyDraft(custody, "", "", "", false, Desk.label("med-1"));
    var filed = desk.locked(child, tx -> CUSTODY.register(tx, child, draft, AT_SCHOOL, 1, NOW));
    return ((Filed.Done) filed).id();
  }

  private static List<Ended> noted(UUID child) throws SQLException {
    return desk.locked(child, tx -> change.note(tx, child, AT_SCHOOL, NOW));
  }

  @Test
  void a_yes_of_who_has_no_gezag_any_more_is_noted_once() throws SQLException {
    // given both parents said yes
    var child = together("uit-elkaar");
    assertThat(noted(child)).isEmpty();
    // when a register says that the mother has gezag alone
    found(child, "eenhoofdig", "brp", MOTHER);
    var before = (Given) desk.judged(child, NOW).subject().consent();
    // then the school that shares on it is told, once
    assertThat(noted(child)).singleElement().extracting(Ended::sender).isEqualTo(SCHOOL.oin());
    assertThat(noted(child)).isEmpty();
    // and the note changed nothing
    var after = (Given) desk.judged(child, NOW).subject().consent();
    assertThat(after.categories()).isEqualTo(before.categories());
  }

  @Test
  void where_nobody_knows_who_has_gezag_nobody_lost_it() throws SQLException {
    var child = together("onbekend");
    found(child, "onbekend", "brp");
    assertThat(noted(child)).isEmpty();
  }

  @Test
  void what_one_person_entered_for_four_eyes_takes_nothing_from_anybody() throws SQLException {
    var child = together("voorlopig");
    var fact = found(child, "eenhoofdig", "vier-ogen", MOTHER);
    assertThat(noted(child)).isEmpty();
    // until a second one looked; and even then a register weighs more
    desk.locked(
        child, tx -> CUSTODY.confirm(tx, fact, Desk.label("med-2"), AT_SCHOOL, NOW).orElseThrow());
    assertThat(noted(child)).isEmpty();
  }

  @Test
  void only_what_was_obtained_last_must_be_looked_up_again() throws SQLException {
    var known = new CustodyOnRecord(Desk.REGION);
    var child = together("oud-en-nieuw");
    var newer = found(child, "eenhoofdig", "brp", MOTHER);
    desk.locked(
        child,
        tx -> {
          var facts = known.of(tx, child, SCHOOL.oin());
          assertThat(facts).hasSize(2);
          assertThat(facts.getFirst().id()).isEqualTo(newer);
          assertThat(known.isLast(tx, newer)).isTrue();
          assertThat(known.isLast(tx, facts.getLast().id())).isFalse();
          return true;
        });
  }
}
