package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.CJG;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EndDeskSpec {
  private static final String SAID = "2026-11-20T14:05:00Z";
  private static final Recorder AT_CJG = new Recorder.Partner(CJG);
  private static final EndDraft.Why WHY =
      new EndDraft.Why("het gezin verhuist", "med-7", "intern begeleider", Desk.evidence());
  private static final Askable NOW_ASKABLE =
      new Askable(
          Set.of(Regime.SCHOOL_AVG),
          EnumSet.allOf(DataCategory.class),
          Desk.TEXT,
          ConsentParameters.strict());

  private static Desk desk;

  private final EndDesk ends = new EndDesk(Desk.REGION, TestSeal.SEAL);
  private final RenewDesk renewals = new RenewDesk(Desk.REGION, TestSeal.SEAL);

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private ConsentAsk asked(String reference) throws SQLException {
    var child = desk.child(reference, "2018-05-01", "eenhoofdig", MOTHER);
    return ask(desk.recorded(sheet(child, says(MOTHER, "gegeven", "papier", SAID))));
  }

  private ConsentAsk ask(UUID id) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return desk.consents.find(tx, id).orElseThrow();
    }
  }

  private EndDesk.Ended end(ConsentAsk ask, EndDraft draft, Recorder recorder) throws SQLException {
    return desk.locked(
        ask.subject(), tx -> ends.end(tx, ask, draft, recorder, ConsentParameters.strict(), NOW));
  }

  private Filed renew(ConsentAsk ask, String hash, String until, Askable askable)
      throws SQLException {
    var said = says(MOTHER, "gegeven", "papier", "2026-11-22T09:00:00Z");
    return desk.locked(
        ask.subject(),
        tx ->
            renewals.renew(
                tx,
                desk.consents.shown(tx, ask.id()).orElseThrow(),
                new RenewalDraft(said, hash, until),
                AT_SCHOOL,
                askable,
                NOW));
  }

  private Object state(ConsentAsk ask, Instant at) throws SQLException {
    return desk.judged(ask.subject(), at).subject().consent();
  }

  private static NotGiven lacks(Lack lack) {
    return new NotGiven(Set.of(lack));
  }

  @Test
  void the_sender_and_the_receiver_can_each_give_a_consent_up() throws Exception {
    for (var by : List.of(AT_SCHOOL, AT_CJG)) {
      var ask = asked("herroepen-" + by.code());

      var ended = end(ask, new EndDraft.Revocation(WHY), by);

      assertThat(ended.filed()).isEqualTo(new Filed.Done(ask.id()));
      assertThat(state(ask, NOW)).isEqualTo(lacks(Lack.HERROEPEN));
    }
  }

  @Test
  void another_organisation_cannot_and_hears_nothing_else() throws Exception {
    var ask = asked("herroepen-ander");
    var other = new PartyRole(new Oin("00000099000000301000"), Role.CJG_COACH);

    var ended = end(ask, new EndDraft.Revocation(WHY), new Recorder.Partner(other));

    assertThat(fields(ended.filed())).containsExactly("namens");
    assertThat(state(ask, NOW)).isInstanceOf(Given.class);
  }

  @Test
  void every_fault_of_an_end_is_told_at_once() throws Exception {
    var ask = asked("alle-fouten");
    var nobody = new EndDraft.Why("", "", "", Desk.evidence());

    assertThat(fields(end(ask, new EndDraft.Revocation(nobody), AT_SCHOOL).filed()))
        .containsExactly("reden", "door");
    assertThat(
            fields(
                end(ask, new EndDraft.Invalidation("buurman", "2027-01-01", "x", nobody), AT_SCHOOL)
                    .filed()))
        .containsExactlyInAnyOrder("reden", "door", "instantie", "uitspraakHash", "datum");
    assertThat(fields(end(ask, new EndDraft.Suspension("morgen", nobody), AT_SCHOOL).filed()))
        .containsExactlyInAnyOrder("reden", "door", "namens", "tot");
  }

  @Test
  void a_court_sets_a_consent_aside() throws Exception {
    var ask = asked("ongeldig");

    end(ask, new EndDraft.Invalidation("rechter", "2026-11-20", Desk.HASH, WHY), AT_SCHOOL);

    assertThat(state(ask, NOW)).isEqualTo(lacks(Lack.ONGELDIG_VERKLAARD));
  }

  @Test
  void a_suspension_for_safety_lasts_four_weeks_at_most_and_then_ends() throws Exception {
    var ask = asked("opschorten");
    var long5 = new EndDraft.Suspension("2026-12-27T10:00:00Z", WHY);
    var until = Instant.parse("2026-12-06T10:00:00Z");

    assertThat(fields(end(ask, long5, AT_CJG).filed())).containsExactly("tot");
    assertThat(fields(end(ask, new EndDraft.Suspension(until.toString(), WHY), AT_SCHOOL).filed()))
        .containsExactly("namens");
    var ended = end(ask, new EndDraft.Suspension(until.toString(), WHY), AT_CJG);

    assertThat(ended.until()).contains(until);
    assertThat(state(ask, until.minusSeconds(1))).isEqualTo(lacks(Lack.OPGESCHORT));
    assertThat(state(ask, until)).isInstanceOf(Given.class);
  }

  @Test
  void a_renewal_is_to_the_same_text_and_no_longer_than_the_convenant_allows() throws Exception {
    var ask = asked("vernieuwen");
    var changed =
        new Askable(
            NOW_ASKABLE.regimes(),
            NOW_ASKABLE.categories(),
            "een andere tekst",
            NOW_ASKABLE.parameters());

    assertThat(fields(renew(ask, "sha256:" + "cd".repeat(32), "2027-11-23", NOW_ASKABLE)))
        .containsExactly("tekstHash", "geldigTot");
    assertThat(fields(renew(ask, Desk.HASH, "2027-09-01", changed))).containsExactly("tekstHash");
    assertThat(renew(ask, Desk.HASH, "2027-09-01", NOW_ASKABLE)).isInstanceOf(Filed.Done.class);

    assertThat(state(ask, Instant.parse("2027-08-31T10:00:00Z"))).isInstanceOf(Given.class);
    assertThat(state(ask, Instant.parse("2027-09-01T10:00:00Z"))).isEqualTo(lacks(Lack.VERLOPEN));
  }

  @Test
  void a_correction_names_the_wrong_event_and_changes_nothing_of_it() throws Exception {
    var ask = asked("corrigeren");

    end(ask, new EndDraft.Correction(MOTHER, "gegeven", WHY), AT_SCHOOL);

    assertThat(state(ask, NOW.plus(Duration.ofMinutes(1)))).isEqualTo(lacks(Lack.ONVOLLEDIG));
    assertThat(wrong(ask)).isEqualTo("GIVEN");
    assertThat(count(ask, "GIVEN")).isOne();
  }

  @Test
  void who_recorded_nothing_of_it_has_nothing_to_correct() throws Exception {
    var ask = asked("corrigeren-ander");

    assertThat(
            fields(end(ask, new EndDraft.Correction(MOTHER, "geweigerd", WHY), AT_SCHOOL).filed()))
        .containsExactly("uitspraak");
    assertThat(fields(end(ask, new EndDraft.Correction(FATHER, "gegeven", WHY), AT_SCHOOL).filed()))
        .containsExactly("persoon");
    assertThat(
            fields(
                end(ask, new EndDraft.Correction(new Voice.Youth(), "gegeven", WHY), AT_CJG)
                    .filed()))
        .containsExactly("uitspraak");
    assertThat(state(ask, NOW)).isInstanceOf(Given.class);
  }

  private String wrong(ConsentAsk ask) throws SQLException {
    return one(
        """
        select w.type
        from consent_event c join consent_event w on w.seq = c.corrects
        where c.ask_id = '%s'
        """
            .formatted(ask.id()));
  }

  private int count(ConsentAsk ask, String type) throws SQLException {
    return Integer.parseInt(
        one(
            "select count(*) from consent_event where ask_id = '%s' and type = '%s'"
                .formatted(ask.id(), type)));
  }

  private String one(String sql) throws SQLException {
    try (var tx = desk.database.gateway().getConnection();
        var rows = tx.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
