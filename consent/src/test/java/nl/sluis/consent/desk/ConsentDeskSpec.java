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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsentDeskSpec {
  private static final String SAID = "2026-11-20T14:05:00Z";

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private ConsentAsk ask(UUID id) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return desk.consents.find(tx, id).orElseThrow();
    }
  }

  private static WithdrawalDraft withdrawal(Voice voice, String... categories) {
    return new WithdrawalDraft(
        voice, "mondeling", "2026-11-22T09:59:00Z", List.of(categories), null);
  }

  private Filed withdraw(UUID id, WithdrawalDraft draft) throws SQLException {
    var ask = ask(id);
    return desk.locked(ask.subject(), tx -> desk.consents.withdraw(tx, ask, draft, AT_SCHOOL, NOW));
  }

  private Filed add(UUID id, StatementDraft draft) throws SQLException {
    var ask = ask(id);
    return desk.locked(
        ask.subject(), tx -> desk.consents.addStatement(tx, ask, draft, AT_SCHOOL, NOW));
  }

  @Test
  void a_spoken_yes_with_its_proof_holds_from_the_commit() throws Exception {
    var child = desk.child("kind-1", "2018-05-01", "eenhoofdig", MOTHER);

    var id = desk.recorded(sheet(child, says(MOTHER, "gegeven", "mondeling", SAID)));

    var state = desk.judged(child, NOW).subject().consent();
    assertThat(state).isInstanceOf(Given.class);
    assertThat(((Given) state).categories())
        .containsExactlyInAnyOrder(DataCategory.K01, DataCategory.K09);
    assertThat(((Given) state).consents()).singleElement().asString().startsWith(id.toString());
    assertThat(desk.judged(child, NOW).subject().age().orElseThrow().years()).isEqualTo(8);
  }

  @Test
  void the_other_parent_can_answer_later() throws Exception {
    var child = desk.child("kind-2", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var id = desk.recorded(sheet(child, says(MOTHER, "gegeven", "mondeling", SAID)));

    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.ONVOLLEDIG)));
    assertThat(add(id, says(FATHER, "gegeven", "papier", SAID))).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, NOW).subject().consent()).isInstanceOf(Given.class);
  }

  @Test
  void a_withdrawal_asks_for_nothing_and_stops_at_its_commit() throws Exception {
    var child = desk.child("kind-3", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var id =
        desk.recorded(
            sheet(
                child,
                says(MOTHER, "gegeven", "papier", SAID),
                says(FATHER, "gegeven", "papier", SAID)));

    assertThat(withdraw(id, withdrawal(FATHER))).isInstanceOf(Filed.Done.class);

    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.INGETROKKEN)));
    assertThat(desk.judged(child, NOW.minus(Duration.ofDays(1))).subject().consent())
        .isInstanceOf(NotGiven.class);
  }

  @Test
  void one_category_can_be_withdrawn() throws Exception {
    var child = desk.child("kind-4", "2018-05-01", "eenhoofdig", MOTHER);
    var id = desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID)));

    assertThat(fields(withdraw(id, withdrawal(MOTHER, "K11")))).containsExactly("categorieen[0]");
    assertThat(withdraw(id, withdrawal(MOTHER, "K09"))).isInstanceOf(Filed.Done.class);

    var state = (Given) desk.judged(child, NOW).subject().consent();
    assertThat(state.categories()).containsExactly(DataCategory.K01);
  }

  @Test
  void professionals_cannot_write_down_a_yes_after_a_no_spoken_or_signed_however_many_they_are()
      throws Exception {
    var child = desk.child("kind-9", "2018-05-01", "eenhoofdig", MOTHER);
    var id = desk.recorded(sheet(child, says(MOTHER, "geweigerd", "mondeling", SAID)));
    var today = "2026-11-22T09:00:00Z";

    assertThat(fields(add(id, says(MOTHER, "gegeven", "mondeling", today))))
        .containsExactly("bewijs.aanwezigheidscode");
    assertThat(fields(desk.record(sheet(child, says(MOTHER, "gegeven", "mondeling", today)))))
        .containsExactly("verklaringen[0].bewijs.aanwezigheidscode");
    assertThat(fields(add(id, says(MOTHER, "gegeven", "papier", today))))
        .containsExactly("bewijs.aanwezigheidscode");
    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.GEWEIGERD)));
  }

  @Test
  void a_consent_for_one_time_is_used_up_once_only() throws Exception {
    var child = desk.child("kind-12", "2018-05-01", "eenhoofdig", MOTHER);
    var order = sheet(child, says(MOTHER, "gegeven", "papier", SAID));
    var once =
        new ConsentDraft(
            child,
            order.purposes(),
            order.sender(),
            order.receiver(),
            order.categories(),
            order.legalFunction(),
            order.validUntil(),
            true,
            order.text(),
            order.statements());
    var ask = ask(desk.recorded(once));

    assertThat(desk.judged(child, NOW).oneOffConsents()).containsExactly(ask.id());
    var parcel = UUID.randomUUID();
    boolean first =
        desk.locked(child, tx -> desk.consents.consume(tx, ask, parcel, AT_SCHOOL, NOW));
    boolean second =
        desk.locked(child, tx -> desk.consents.consume(tx, ask, parcel, AT_SCHOOL, NOW));
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.VERBRUIKT)));
  }

  @Test
  void a_court_replaces_only_what_it_literally_names() throws Exception {
    var child = desk.child("kind-13", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var ask =
        ask(
            desk.recorded(
                sheet(
                    child,
                    says(MOTHER, "gegeven", "papier", SAID),
                    says(FATHER, "geweigerd", "papier", SAID))));
    var court = new CourtDesk(Desk.REGION, TestSeal.SEAL);
    var father = ((Voice.Labelled) FATHER).label();
    var help =
        new CourtDraft(
            father,
            "diagnostiek",
            Desk.SCHOOL.oin().value(),
            List.of("K03"),
            false,
            "2026-11-21",
            "2026-11-21",
            "geen",
            "",
            " ",
            Desk.evidence());
    var sharing =
        new CourtDraft(
            father,
            Desk.PURPOSE.code(),
            Desk.CJG.oin().value(),
            List.of("K01", "K09"),
            true,
            "2026-11-21",
            "2027-01-01",
            Desk.HASH,
            "C/15/366001",
            "het bespreken van de zorgen met het CJG",
            Desk.evidence());

    var safe = CourtReach.ALLEEN_ONDER_TWAALF;
    assertThat(
            fields(desk.locked(child, tx -> court.substitute(tx, ask, help, safe, AT_SCHOOL, NOW))))
        .containsExactlyInAnyOrder(
            "letterlijkeReikwijdte",
            "doel",
            "aan",
            "uitspraakHash",
            "geldigTot",
            "categorieen",
            "bewijs.ecliOfZaaknr",
            "bewijs.letterlijkeReikwijdte");
    var filed = desk.locked(child, tx -> court.substitute(tx, ask, sharing, safe, AT_SCHOOL, NOW));
    assertThat(filed).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, NOW).subject().consent())
        .isInstanceOfSatisfying(
            Given.class,
            given ->
                assertThat(given.categories())
                    .containsExactlyInAnyOrder(DataCategory.K01, DataCategory.K09));
  }

  @Test
  void a_shielded_giver_is_a_hold_until_the_shield_is_lifted() throws Exception {
    var child = desk.child("kind-14", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);

    var shield = Shields.put(desk, child, FATHER, Desk.CJG);
    assertThat(desk.judged(child, NOW).subject().consent())
        .isInstanceOf(ConsentState.ShieldedGiver.class);

    Shields.lift(desk, child, shield);
    assertThat(desk.judged(child, NOW).subject().consent()).isInstanceOf(NotGiven.class);
  }
}
