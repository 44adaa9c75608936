package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.label;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody says who is helped at a desk is that person's own word, spoken and not signed.
class HelpedSpec {
  private static final String NO = "2026-11-20T10:00:00Z";

  private static Desk desk;
  private static Helps helps;

  @BeforeAll
  static void open() {
    desk = new Desk();
    helps = new Helps(Desk.REGION);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static UUID mother(UUID child) throws SQLException {
    var word = ((Voice.Labelled) MOTHER).label();
    var found =
        desk.locked(
            child,
            tx -> new PersonRegister(Desk.REGION).find(tx, child, SCHOOL.oin(), Set.of(word)));
    return Objects.requireNonNull(found.get(word));
  }

  private static Filed helped(
      UUID child, UUID ask, UUID person, Map<EventType, Set<DataCategory>> changes)
      throws SQLException {
    var by = new Recorder.Helped(person, UUID.randomUUID(), CJG);
    var proof = new StatementDraft.Proof("ivo", "loket", "hulp", "balie", "", "", by.presence());
    var as =
        new StatementDraft(
            new Voice.Own(person),
            "",
            "mondeling",
            NOW.toString(),
            false,
            true,
            true,
            proof,
            Desk.evidence());
    var decisions = new DecideDesk(Desk.REGION, TestSeal.SEAL, desk.parameters);
    return desk.locked(
        child,
        tx ->
            decisions.decide(tx, desk.consents.find(tx, ask).orElseThrow(), as, changes, by, NOW));
  }

  private static ConsentDraft asking(UUID child, String... categories) {
    var draft = sheet(child, says(MOTHER, "geweigerd", "papier", NO));
    return new ConsentDraft(
        draft.subject(),
        draft.purposes(),
        draft.sender(),
        draft.receiver(),
        List.of(categories),
        draft.legalFunction(),
        draft.validUntil(),
        draft.oneOff(),
        draft.text(),
        draft.statements());
  }

  @Test
  void a_yes_after_a_no_counts_for_the_person_gave_a_code_of_her_own() throws Exception {
    var child = desk.child("loket-1", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "geweigerd", "papier", NO)));
    var all = Set.of(DataCategory.K01, DataCategory.K05, DataCategory.K09);

    var filed = helped(child, ask, mother(child), Map.of(EventType.GIVEN, all));

    assertThat(filed).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, NOW).subject().consent()).isInstanceOf(Given.class);
  }

  @Test
  void very_sensitive_data_ask_for_a_signature_and_to_refuse_them_does_not() throws Exception {
    var child = desk.child("loket-2", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(asking(child, "K01", "K11"));
    var sensitive = Set.of(DataCategory.K11);

    assertThat(fields(helped(child, ask, mother(child), Map.of(EventType.GIVEN, sensitive))))
        .containsExactly("kanaal");
    assertThat(helped(child, ask, mother(child), Map.of(EventType.REFUSED, sensitive)))
        .isInstanceOf(Filed.Done.class);
  }

  @Test
  void who_is_helped_speaks_for_herself_and_for_nobody_else() throws Exception {
    var child = desk.child("loket-3", "2018-05-01", "eenhoofdig", MOTHER);
    var ask = desk.recorded(sheet(child, says(MOTHER, "geweigerd", "papier", NO)));

    var stranger = UUID.randomUUID();

    assertThat(
            fields(helped(child, ask, stranger, Map.of(EventType.GIVEN, Set.of(DataCategory.K01)))))
        .contains("persoon");
  }

  @Test
  void a_code_is_good_once_for_a_quarter_of_an_hour_and_a_help_for_half_an_hour() throws Exception {
    var child = desk.child("loket-4", "2018-05-01", "eenhoofdig", MOTHER);
    var place = new Place(child, mother(child));
    desk.locked(
        child,
        tx -> {
          helps.addCode(tx, UUID.randomUUID(), place, label("code-1"), NOW);
          assertThat(helps.code(tx, label("code-1"), NOW.plus(Helps.CODE))).isEmpty();
          var key = helps.code(tx, label("code-1"), NOW).orElseThrow();
          helps.begin(
              tx, UUID.randomUUID(), key, label("nummer-1"), "cjg", label("ivo"), "balie", NOW);
          assertThat(helps.code(tx, label("code-1"), NOW)).isEmpty();
          assertThat(helps.of(tx, label("ivo"), NOW)).isPresent();
          assertThat(helps.of(tx, label("ivo"), NOW.plus(Helps.TERM))).isEmpty();
          assertThat(helps.of(tx, label("ayse"), NOW)).isEmpty();
          return helps.about(tx, place);
        });

    var key = new Helps.Key(UUID.randomUUID(), place, true);
    desk.locked(
        child,
        tx ->
            helps.begin(
                tx, UUID.randomUUID(), key, label("nummer-2"), "cjg", label("a"), "balie", NOW));

    assertThatThrownBy(
            () ->
                desk.locked(
                    child,
                    tx ->
                        helps.begin(
                            tx,
                            UUID.randomUUID(),
                            key,
                            label("nummer-3"),
                            "cjg",
                            label("b"),
                            "balie",
                            NOW)))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void once_ended_a_number_stands_for_nobody_and_five_wrong_codes_are_enough() throws Exception {
    var child = desk.child("loket-5", "2018-05-01", "eenhoofdig", MOTHER);
    var place = new Place(child, mother(child));
    var help = UUID.randomUUID();
    var key = new Helps.Key(UUID.randomUUID(), place, true);

    desk.locked(
        child,
        tx -> {
          helps.begin(tx, help, key, label("nummer-5"), "cjg", label("noor"), "telefoon", NOW);
          assertThat(helps.place(tx, label("nummer-5"))).contains(place);
          helps.end(tx, help, "persoon", NOW);
          helps.end(tx, help, "loket", NOW);
          assertThat(helps.place(tx, label("nummer-5"))).isEmpty();
          assertThat(helps.of(tx, label("noor"), NOW)).isEmpty();
          assertThat(helps.about(tx, place).getFirst().isOpen(NOW)).isFalse();
          for (int i = 0; i < Helps.TRIES; i++) {
            assertThat(helps.mayTry(tx, label("noor"), NOW)).isTrue();
            helps.tried(tx, label("noor"), NOW);
          }
          assertThat(helps.mayTry(tx, label("noor"), NOW)).isFalse();
          assertThat(helps.mayTry(tx, label("noor"), NOW.plus(Helps.CODE))).isTrue();
          return true;
        });
  }
}
