package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustodyDeskSpec {
  private static final CustodyDesk CUSTODY = new CustodyDesk(Desk.REGION, TestSeal.SEAL);
  private static final String SAID = "2026-11-20T10:00:00Z";

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static CustodyDraft draft(String situation, String source, String hash, Voice... who) {
    var holders =
        List.of(who).stream()
            .map(v -> new FamilyDraft.Holder(((Voice.Labelled) v).label(), "ouder-gezag"))
            .toList();
    return new CustodyDraft(
        new FamilyDraft.Custody(situation, source, "2026-01-01", "2026-11-21", holders),
        "",
        hash,
        "",
        false,
        Desk.label("med-1"));
  }

  private static Filed register(UUID child, CustodyDraft draft) throws SQLException {
    return desk.locked(child, tx -> CUSTODY.register(tx, child, draft, AT_SCHOOL, 1, NOW));
  }

  private static Filed confirm(UUID child, UUID fact, String who) throws SQLException {
    return desk.locked(
        child, tx -> CUSTODY.confirm(tx, fact, Desk.label(who), AT_SCHOOL, NOW).orElseThrow());
  }

  @Test
  void what_one_person_entered_lets_nobody_decide_until_a_second_one_looked() throws Exception {
    var child = desk.child("vier-ogen", "2018-05-01", "eenhoofdig", MOTHER);
    desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));

    var fact = ((Filed.Done) register(child, draft("eenhoofdig", "vier-ogen", "", MOTHER))).id();
    assertThat(desk.judged(child, NOW).subject().consent())
        .isInstanceOf(ConsentState.CustodyUnknown.class);

    assertThat(fields(confirm(child, fact, "med-1"))).containsExactly("handelend.id");
    assertThat(confirm(child, fact, "med-2")).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, NOW).subject().consent()).isInstanceOf(Given.class);
    assertThat(fields(confirm(child, fact, "med-3"))).containsExactly("id");
  }

  @Test
  void another_organisation_neither_finds_nor_reads_what_this_one_recorded() throws Exception {
    var child = desk.child("van-ons", "2018-05-01", "eenhoofdig", MOTHER);
    var fact = ((Filed.Done) register(child, draft("eenhoofdig", "vier-ogen", "", MOTHER))).id();
    var other =
        new Recorder.Partner(new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH));
    var mother = ((Voice.Labelled) MOTHER).label();

    desk.locked(
        child,
        tx -> {
          assertThat(CUSTODY.subject(tx, fact, other)).isEmpty();
          assertThat(CUSTODY.confirm(tx, fact, Desk.label("med-2"), other, NOW)).isEmpty();
          assertThat(CUSTODY.own(tx, child, other, List.of())).isEmpty();
          assertThat(CUSTODY.own(tx, child, AT_SCHOOL, List.<Hmac>of(mother)))
              .anySatisfy(
                  known -> {
                    assertThat(known.provisional()).isTrue();
                    assertThat(known.holders().getFirst().label()).contains(mother);
                  });
          return true;
        });
  }

  @Test
  void who_names_a_register_or_a_court_shows_which_paper() throws Exception {
    var child = desk.child("papier", "2018-05-01", "eenhoofdig", MOTHER);

    assertThat(fields(register(child, draft("eenhoofdig", "gezagsregister", "", MOTHER))))
        .containsExactly("kenmerkHash");
    assertThat(register(child, draft("eenhoofdig", "gezagsregister", Desk.HASH, MOTHER)))
        .isInstanceOf(Filed.Done.class);
  }

  @Test
  void a_parent_without_gezag_is_known_and_does_not_sign() throws Exception {
    var child = desk.child("zonder", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var told = draft("eenhoofdig", "gezagsregister", Desk.HASH, MOTHER);
    var holders =
        List.of(
            told.custody().holders().getFirst(),
            new FamilyDraft.Holder(((Voice.Labelled) FATHER).label(), CustodyDraft.WITHOUT));
    var custody =
        new FamilyDraft.Custody(
            "eenhoofdig", "gezagsregister", "2026-01-01", "2026-11-21", holders);

    assertThat(
            register(
                child, new CustodyDraft(custody, "", Desk.HASH, "", false, Desk.label("med-1"))))
        .isInstanceOf(Filed.Done.class);
    assertThat(fields(desk.record(sheet(child, says(FATHER, "gegeven", "papier", SAID)))))
        .contains("verklaringen[0].persoon");
    desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", "2026-11-22T09:00:00Z")));
    assertThat(desk.judged(child, NOW).subject().consent()).isInstanceOf(Given.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-06-17, 2014-06-17",
    "20140617, 2014-06-17",
    "2014-06, 2014-06-01",
    "20140600, 2014-06-01",
    "2014-06-00, 2014-06-01",
    "2014, 2014-01-01",
    "20140000, 2014-01-01",
    "2014-02-30, ''",
    "20140017, ''",
    "0000, ''",
    "2014-13, ''",
    "2030, ''",
    "juni 2014, ''"
  })
  void of_a_birth_date_that_is_not_whole_the_earliest_possible_day_counts(
      String told, String counts) {
    var faults = new Faults(NOW);

    var birth = BirthCheck.check("geboortedatum", told, faults);

    assertThat(faults.isEmpty()).isEqualTo(!counts.isEmpty());
    if (!counts.isEmpty()) {
      assertThat(birth).contains(LocalDate.parse(counts));
    }
  }
}
