package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.label;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A mother is one person, however many partners have a word of their own for her.
class OnePersonSpec {
  private static final String SAID = "2026-11-20T10:00:00Z";
  private static final Recorder.Partner AT_CJG = new Recorder.Partner(CJG);
  private static final Voice MOTHER_AT_CJG = new Voice.Labelled(label("moeder bij het cjg"));
  private static final PersonRegister PEOPLE = new PersonRegister(Desk.REGION);
  private static final PlaceRegister PLACES = new PlaceRegister(Desk.REGION);

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
  void what_she_said_at_school_still_counts_when_the_cjg_records_her_under_its_own_word()
      throws Exception {
    var child = desk.child("kind-een", "2018-05-01", "eenhoofdig", MOTHER);
    var unused = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));
    assertThat(unused).isNotNull();

    // when: the CJG asks the register after the school did, and knows her as somebody else
    known(child, AT_CJG, MOTHER_AT_CJG);
    assertThat(state(child)).isInstanceOf(NotGiven.class);

    // then: once she entered the codes of both, she is one
    enters(child, SCHOOL.oin(), MOTHER, "haar nummer");
    assertThat(state(child)).isInstanceOf(NotGiven.class);
    enters(child, CJG.oin(), MOTHER_AT_CJG, "haar nummer");
    assertThat(state(child)).isInstanceOf(Given.class);
  }

  @Test
  void her_no_at_the_cjg_stops_what_she_allowed_at_school() throws Exception {
    var child = desk.child("kind-twee", "2018-05-01", "eenhoofdig", MOTHER);
    var id = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));
    known(child, AT_CJG, MOTHER_AT_CJG);
    enters(child, SCHOOL.oin(), MOTHER, "ook haar nummer");
    enters(child, CJG.oin(), MOTHER_AT_CJG, "ook haar nummer");

    var filed =
        desk.locked(
            child,
            tx ->
                desk.consents.withdraw(
                    tx,
                    desk.consents.find(tx, id).orElseThrow(),
                    new WithdrawalDraft(
                        MOTHER_AT_CJG, "mondeling", "2026-11-22T09:00:00Z", List.of(), null),
                    AT_CJG,
                    NOW));

    assertThat(filed).isInstanceOf(Filed.Done.class);
    assertThat(state(child)).isInstanceOf(NotGiven.class);
  }

  @Test
  void a_number_has_one_place_at_a_child_and_finds_it_again() throws Exception {
    var child = desk.child("kind-drie", "2018-05-01", "eenhoofdig", MOTHER);
    enters(child, SCHOOL.oin(), MOTHER, "een nummer");
    enters(child, SCHOOL.oin(), MOTHER, "een nummer");

    var places = desk.locked(child, tx -> PLACES.of(tx, label("een nummer")));
    var nobody = desk.locked(child, tx -> PLACES.of(tx, label("een ander nummer")));

    assertThat(places).containsExactly(new Place(child, person(child, SCHOOL.oin(), MOTHER)));
    assertThat(nobody).isEmpty();
  }

  private static Object state(UUID child) throws SQLException {
    return desk.judged(child, NOW).subject().consent();
  }

  private static void known(UUID child, Recorder.Partner by, Voice holder) throws SQLException {
    var custody =
        new FamilyDraft.Custody(
            "eenhoofdig",
            "gezagsregister",
            "2026-01-01",
            "2026-11-15",
            List.of(new FamilyDraft.Holder(((Voice.Labelled) holder).label(), "ouder-gezag")));
    var draft = new FamilyDraft("2018-05-01", custody, null);
    var filed = desk.locked(child, tx -> desk.families.register(tx, child, draft, by, 1, NOW));
    assertThat(filed).isInstanceOf(Filed.Done.class);
  }

  private static UUID person(UUID child, Oin partner, Voice voice) throws SQLException {
    var word = ((Voice.Labelled) voice).label();
    var found = desk.locked(child, tx -> PEOPLE.find(tx, child, partner, Set.of(word)));
    return Objects.requireNonNull(found.get(word));
  }

  private static void enters(UUID child, Oin partner, Voice voice, String number)
      throws SQLException {
    var person = person(child, partner, voice);
    Hmac keyed = label(number);
    var unused =
        desk.locked(
            child,
            tx -> {
              PLACES.take(
                  tx,
                  UUID.randomUUID(),
                  new Place(child, person),
                  keyed,
                  NOW.minus(Duration.ofDays(1)));
              return true;
            });
    assertThat(unused).isTrue();
  }
}
