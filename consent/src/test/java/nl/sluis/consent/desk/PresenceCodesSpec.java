package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.PURPOSE;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.label;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A code shows that one person was there, once; and nobody else's word leans on it.
class PresenceCodesSpec {
  private static final String NO = "2026-11-20T10:00:00Z";
  private static final String YES = "2026-11-22T09:00:00Z";

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static StatementDraft withCode(Voice voice, Hmac code, String colleague) {
    var said = says(voice, "gegeven", "papier", YES);
    var proof =
        new StatementDraft.Proof(
            "med-77", "intern begeleider", "mag ik", "gezin", Desk.HASH, colleague, code);
    return new StatementDraft(
        voice, "gegeven", "papier", YES, false, true, true, proof, said.evidence());
  }

  private static void issue(UUID child, Voice voice, Hmac code, Oin party, Purpose purpose)
      throws SQLException {
    var word = ((Voice.Labelled) voice).label();
    desk.locked(
        child,
        tx -> {
          var known = new PersonRegister(Desk.REGION).find(tx, child, SCHOOL.oin(), Set.of(word));
          var person = Objects.requireNonNull(known.get(word));
          var fresh = new PresenceCodes.Code(UUID.randomUUID(), person);
          new PresenceCodes(Desk.REGION).add(tx, fresh, child, party, purpose, code, NOW);
          return person;
        });
  }

  private static Filed add(UUID child, UUID id, StatementDraft draft) throws SQLException {
    return desk.locked(
        child,
        tx ->
            desk.consents.addStatement(
                tx, desk.consents.find(tx, id).orElseThrow(), draft, AT_SCHOOL, NOW));
  }

  private static UUID refused(String reference) throws SQLException {
    var child = desk.child(reference, "2018-05-01", "eenhoofdig", MOTHER);
    return desk.recorded(sheet(child, says(MOTHER, "geweigerd", "papier", NO)));
  }

  private static UUID childOf(UUID id) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return desk.consents.find(tx, id).orElseThrow().subject();
    }
  }

  @Test
  void brought_in_twice_at_once_a_code_is_good_for_one() throws Exception {
    var id = refused("kind-twee-tegelijk");
    var child = childOf(id);
    issue(child, MOTHER, label("code-1"), SCHOOL.oin(), PURPOSE);

    List<Future<Filed>> filed;
    try (var gateways = Executors.newFixedThreadPool(2)) {
      Callable<Filed> bring = () -> add(child, id, withCode(MOTHER, label("code-1"), ""));
      filed = gateways.invokeAll(List.of(bring, bring));
    }

    assertThat(filed).filteredOn(one -> one.resultNow() instanceof Filed.Done).hasSize(1);
    assertThat(desk.judged(child, NOW).subject().consent()).isInstanceOf(Given.class);
  }

  @Test
  void a_code_for_another_organisation_or_purpose_is_no_code() throws Exception {
    var id = refused("kind-ander");
    var child = childOf(id);
    issue(child, MOTHER, label("code-2"), CJG.oin(), PURPOSE);
    issue(child, MOTHER, label("code-3"), SCHOOL.oin(), new Purpose("kernteam-casusoverleg"));

    for (var code : List.of("code-2", "code-3")) {
      assertThat(fields(add(child, id, withCode(MOTHER, label(code), "med-78"))))
          .contains("bewijs.aanwezigheidscode");
    }
  }

  @Test
  void the_code_of_one_parent_says_nothing_of_the_other() throws Exception {
    var child = desk.child("kind-ouders", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var id = desk.recorded(sheet(child, says(FATHER, "geweigerd", "papier", NO)));
    issue(child, MOTHER, label("code-4"), SCHOOL.oin(), PURPOSE);

    assertThat(fields(add(child, id, withCode(FATHER, label("code-4"), "med-78"))))
        .containsExactly("bewijs.aanwezigheidscode");
    assertThat(fields(add(child, id, withCode(FATHER, label("code-4"), ""))))
        .containsExactly("bewijs.aanwezigheidscode", "bewijs.tweedePersoon");
    assertThat(add(child, id, withCode(MOTHER, label("code-4"), "")))
        .isInstanceOf(Filed.Done.class);
  }

  @Test
  void after_five_wrong_codes_the_right_one_is_wrong_too() throws Exception {
    var id = refused("kind-raden");
    var child = childOf(id);
    issue(child, MOTHER, label("code-5"), SCHOOL.oin(), PURPOSE);

    for (int i = 0; i < PresenceCodes.TRIES; i++) {
      assertThat(add(child, id, withCode(MOTHER, label("mis-" + i), "")))
          .isInstanceOf(Filed.Faulty.class);
    }

    assertThat(fields(add(child, id, withCode(MOTHER, label("code-5"), ""))))
        .contains("bewijs.aanwezigheidscode");
  }
}
