package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SheetFaultsSpec {
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

  @Test
  void every_fault_of_a_sheet_is_told_at_once_and_nothing_is_recorded() throws Exception {
    var child = desk.child("kind-5", "2018-05-01", "eenhoofdig", MOTHER);
    var stranger = new Voice.Labelled(Desk.label("stiefvader"));
    var proof = new StatementDraft.Proof("", "", "", "", "");
    var statement =
        new StatementDraft(
            stranger,
            "ja",
            "telefoon",
            "2026-12-24T10:00:00Z",
            false,
            false,
            false,
            proof,
            Desk.evidence());
    var draft =
        new ConsentDraft(
            child,
            List.of("signaal-bespreken-cjg", "leerplicht"),
            new PartyDraft(Desk.SCHOOL.oin().value(), "school-ib"),
            new PartyDraft("*", "iedereen"),
            List.of("*", "K18", "K99"),
            "mag-wel",
            "2029-01-01",
            false,
            new ConsentDraft.Text("", "geen", "Nederlands"),
            List.of(statement));

    var fields = fields(desk.record(draft));

    assertThat(fields)
        .contains(
            "doel",
            "aan.oin",
            "aan.rol",
            "categorieen[0]",
            "categorieen[1]",
            "categorieen[2]",
            "juridischeFunctie",
            "geldigTot",
            "tekst.versie",
            "tekst.hash",
            "tekst.taal",
            "verklaringen[0].uitspraak",
            "verklaringen[0].kanaal",
            "verklaringen[0].tijdstip",
            "verklaringen[0].persoon");
    assertThat(desk.judged(child, NOW).subject().consent())
        .isEqualTo(new NotGiven(Set.of(Lack.NOOIT_GEVRAAGD)));
  }

  @Test
  void a_yes_without_proof_or_explanation_is_refused() throws Exception {
    var child = desk.child("kind-6", "2018-05-01", "eenhoofdig", MOTHER);
    var proof = new StatementDraft.Proof("", "", "", "", "");
    var statement =
        new StatementDraft(
            MOTHER, "gegeven", "mondeling", SAID, true, false, false, proof, Desk.evidence());

    assertThat(fields(desk.record(sheet(child, statement))))
        .containsExactlyInAnyOrder(
            "verklaringen[0].gevolgenVanNeeUitgelegd",
            "verklaringen[0].intrekkenUitgelegd",
            "verklaringen[0].akkoordAndereOuder",
            "verklaringen[0].bewijs.tweedePersoon",
            "verklaringen[0].bewijs.vastgelegdDoor",
            "verklaringen[0].bewijs.gevraagd",
            "verklaringen[0].bewijs.aanwezig");
  }

  @Test
  void nobody_alone_writes_down_the_yes_of_another_and_a_no_needs_no_second_pair_of_eyes()
      throws Exception {
    var child = desk.child("kind-vier-ogen", "2018-05-01", "eenhoofdig", MOTHER);
    var alone = new StatementDraft.Proof("med-77", "ib", "mag ik", "moeder", Desk.HASH, "med-77");

    var yes = desk.record(sheet(child, by(alone, "gegeven")));
    var no = desk.record(sheet(child, by(alone, "geweigerd")));

    assertThat(fields(yes)).containsExactly("verklaringen[0].bewijs.tweedePersoon");
    assertThat(no).isInstanceOf(Filed.Done.class);
  }

  private static StatementDraft by(StatementDraft.Proof proof, String utterance) {
    return new StatementDraft(
        MOTHER, utterance, "papier", SAID, false, true, true, proof, Desk.evidence());
  }

  @Test
  void a_spoken_yes_opens_no_medical_data() throws Exception {
    var child = desk.child("kind-7", "2018-05-01", "eenhoofdig", MOTHER);
    var order = sheet(child, says(MOTHER, "gegeven", "mondeling", SAID));
    var medical =
        new ConsentDraft(
            child,
            order.purposes(),
            order.sender(),
            order.receiver(),
            List.of("K11"),
            order.legalFunction(),
            order.validUntil(),
            false,
            order.text(),
            order.statements());

    assertThat(fields(desk.record(medical))).containsExactly("verklaringen[0].kanaal");
  }

  @Test
  void who_has_no_gezag_or_is_too_young_gives_no_consent() throws Exception {
    var child = desk.child("kind-8", "2018-05-01", "gezamenlijk-samen", MOTHER, FATHER);
    var sole = Desk.family("2018-05-01", "eenhoofdig", MOTHER);
    var later = NOW.plus(Duration.ofDays(1));
    desk.locked(
        child,
        tx ->
            desk.families.register(
                tx,
                child,
                new FamilyDraft("", obtained(sole, "2026-11-21"), null),
                AT_SCHOOL,
                1,
                later));
    var youth = new Voice.Youth();

    assertThat(
            fields(
                desk.record(
                    sheet(
                        child,
                        says(FATHER, "gegeven", "papier", SAID),
                        says(youth, "gegeven", "papier", SAID)))))
        .containsExactly("verklaringen[0].persoon", "verklaringen[1].persoon");
  }

  @Test
  void a_partner_does_not_speak_through_the_portal_nor_for_other_parties() throws Exception {
    var child = desk.child("kind-10", "2018-05-01", "eenhoofdig", MOTHER);
    var other = new Recorder.Partner(new PartyRole(new Oin("00000099000000999000"), Role.SWV));
    var draft = sheet(child, says(new Voice.Youth(), "geweigerd", "papier", SAID));

    assertThat(fields(desk.record(sheet(child, says(MOTHER, "gegeven", "portaal", SAID)))))
        .containsExactly("verklaringen[0].kanaal");
    assertThat(
            fields(
                desk.locked(child, tx -> desk.consents.record(tx, draft, other, Desk.RULES, NOW))))
        .containsExactly("namens");
  }

  @Test
  void where_the_law_orders_the_exchange_nobody_is_asked() throws Exception {
    var child = desk.child("kind-11", "2018-05-01", "eenhoofdig", MOTHER);
    var draft = sheet(child, says(MOTHER, "gegeven", "papier", SAID));
    Askable.Rules none = (purpose, sender, receiver) -> Askable.nothing();

    assertThat(
            fields(desk.locked(child, tx -> desk.consents.record(tx, draft, AT_SCHOOL, none, NOW))))
        .containsExactly("doel");
  }

  private static FamilyDraft.Custody obtained(FamilyDraft family, String on) {
    var custody = Objects.requireNonNull(family.custody());
    return new FamilyDraft.Custody(
        custody.situation(), custody.source(), custody.validFrom(), on, custody.holders());
  }
}
