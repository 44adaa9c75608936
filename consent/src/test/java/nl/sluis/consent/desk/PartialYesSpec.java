package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.REGION;
import static nl.sluis.consent.desk.Desk.fields;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.policies.terms.DataCategory.K01;
import static nl.sluis.policies.terms.DataCategory.K05;
import static nl.sluis.policies.terms.DataCategory.K09;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.facts.OneVoice;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A yes to some of what was asked, and a no to the rest (domain 2.5; AVG 4(11), 7(3)).
class PartialYesSpec {
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(10));
  private static final ConsentDraft.Text READ =
      new ConsentDraft.Text("ef".repeat(32), "cd".repeat(32), "nl");

  private static Desk desk;
  private static Requests requests;
  private static DecideDesk decisions;

  @BeforeAll
  static void open() {
    desk = new Desk();
    requests = new Requests(REGION, TestSeal.SEAL, desk.consents);
    decisions = new DecideDesk(REGION, TestSeal.SEAL, desk.parameters);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void a_yes_to_some_and_a_no_to_the_rest_shares_some_and_the_rest_is_on_record_as_refused()
      throws Exception {
    var child = desk.child("deel-1", "2018-05-01", "eenhoofdig", MOTHER);
    var request = asked(child, NOW, "K01", "K05", "K09");

    var filed = answer(request, NOW, part(MOTHER, "gegeven", "K01", "K05"), no(MOTHER, "K09"));

    assertThat(filed).isInstanceOf(Filed.Done.class);
    assertThat(shared(child, NOW)).containsExactly(K01);
    assertThat(happened(request)).contains("GIVEN K01,K05", "REFUSED K09");
  }

  @Test
  void who_answers_in_parts_says_something_of_every_part_once() throws Exception {
    var child = desk.child("deel-2", "2018-05-01", "eenhoofdig", MOTHER);
    var request = asked(child, NOW, "K01", "K05", "K09");

    assertThat(fields(answer(request, NOW, part(MOTHER, "gegeven", "K01"))))
        .containsExactly("antwoorden[0].categorieen");
    assertThat(
            fields(
                answer(
                    request, NOW, part(MOTHER, "gegeven", "K01", "K09"), no(MOTHER, "K05", "K09"))))
        .containsExactly("antwoorden[1].categorieen");
    assertThat(fields(answer(request, NOW, part(MOTHER, "gegeven", "K11"), no(MOTHER, "K01"))))
        .contains("antwoorden[0].categorieen[0]");
    assertThat(happened(request)).containsExactly("ASKED ");
  }

  @Test
  void the_other_parent_still_has_to_say_yes_to_each_part() throws Exception {
    var child = desk.child("deel-3", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var request = asked(child, NOW, "K01", "K05", "K09");

    answer(request, NOW, says(MOTHER, "gegeven", "papier", said(NOW)));
    assertThat(shared(child, NOW)).isEmpty();
    answer(request, NOW, part(FATHER, "gegeven", "K01", "K05"), no(FATHER, "K09"));

    assertThat(shared(child, NOW)).containsExactly(K01);
  }

  @Test
  void what_was_refused_is_not_asked_again_for_three_months_and_what_was_not_may_be()
      throws Exception {
    var child = desk.child("deel-4", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var mother = own(child, MOTHER);
    var request = asked(child, NOW, "K01", "K09");
    decide(request, mother, NOW, Map.of(K01, Answer.JA, K09, Answer.NEE));

    assertThat(asked(child, LATER, "K01").line(1).orElseThrow().isPutBefore(mother, LATER))
        .isTrue();
    assertThat(asked(child, LATER, "K01", "K09").line(1).orElseThrow().rests().keySet())
        .containsExactly(mother);
    decide(request, mother, LATER, Map.of(K01, Answer.NEE, K09, Answer.NEE));
    assertThat(asked(child, LATER, "K05").line(1).orElseThrow().rests().keySet())
        .as("who said no to all of it is not asked for something else either")
        .containsExactly(mother);
  }

  @Test
  void only_what_changes_is_put_on_record_with_the_text_that_was_on_the_screen() throws Exception {
    var child = desk.child("deel-5", "2018-05-01", "eenhoofdig", MOTHER);
    var mother = own(child, MOTHER);
    var request = asked(child, NOW, "K01", "K05", "K09");

    decide(request, mother, NOW, Map.of(K01, Answer.JA, K05, Answer.LATER, K09, Answer.NEE));
    decide(request, mother, LATER, Map.of(K01, Answer.NEE, K05, Answer.JA, K09, Answer.NEE));

    assertThat(happened(request))
        .containsExactly(
            "ASKED ", "DEFERRED K05", "GIVEN K01", "REFUSED K09", "GIVEN K05", "WITHDRAWN K01");
    assertThat(reads(request))
        .containsExactly("", READ.hash(), READ.hash(), READ.hash(), READ.hash(), READ.hash());
    assertThat(answers(request, mother, LATER))
        .isEqualTo(Map.of(K01, Answer.NEE, K05, Answer.JA, K09, Answer.NEE));
  }

  @Test
  void whoever_decides_the_same_again_changes_nothing() {
    var now = Map.of(K01, Answer.JA, K09, Answer.NEE);

    assertThat(DecideDesk.changes(now, now)).isEmpty();
    assertThat(DecideDesk.changes(Map.of(), now))
        .isEqualTo(Map.of(EventType.GIVEN, Set.of(K01), EventType.REFUSED, Set.of(K09)));
  }

  @Test
  void to_say_it_again_for_a_new_term_says_nothing_of_what_was_refused() throws Exception {
    var child = desk.child("deel-6", "2018-05-01", "eenhoofdig", MOTHER);
    var request = asked(child, NOW, "K01", "K05", "K09");
    answer(request, NOW, part(MOTHER, "gegeven", "K01", "K05"), no(MOTHER, "K09"));
    var mother = own(child, MOTHER);
    var ask = ask(request);
    var renewal =
        new RenewalDraft(
            says(new Voice.Own(mother), "gegeven", "portaal", said(LATER)),
            Desk.HASH,
            "2027-09-30");
    var askable = Desk.RULES.find(ask.purpose(), ask.sender(), ask.receiver());
    Filed filed =
        desk.locked(
            child,
            tx ->
                new RenewDesk(REGION, TestSeal.SEAL)
                    .renew(
                        tx,
                        desk.consents.shown(tx, ask.id()).orElseThrow(),
                        renewal,
                        new Recorder.Portal(mother),
                        askable,
                        LATER));
    assertThat(filed).isInstanceOf(Filed.Done.class);

    var afterTheFirstTerm = Instant.parse("2027-08-01T10:00:00Z");

    assertThat(happened(request)).contains("RENEWED K01,K05");
    assertThat(shared(child, afterTheFirstTerm)).containsExactly(K01);
  }

  private static Request asked(UUID child, Instant now, String... categories) throws SQLException {
    var draft =
        new RequestDraft(
            child,
            List.of(Desk.PURPOSE.code()),
            new PartyDraft(Desk.SCHOOL.oin().value(), Desk.SCHOOL.role().code()),
            List.of(
                new RequestDraft.Line(
                    new PartyDraft(Desk.CJG.oin().value(), Desk.CJG.role().code()),
                    List.of(categories),
                    false,
                    "")),
            "doorbreking-geheimhouding",
            "2027-06-30",
            false,
            new ConsentDraft.Text("nl-b1-12", Desk.HASH, "nl"),
            false,
            "wat heeft dit kind nodig",
            "",
            Desk.evidence());
    var filed = desk.locked(child, tx -> requests.put(tx, draft, AT_SCHOOL, Desk.RULES, now));
    assertThat(filed).isInstanceOf(Filed.Done.class);
    var id = ((Filed.Done) filed).id();
    return desk.locked(child, tx -> requests.find(tx, id).orElseThrow());
  }

  private static Filed answer(Request request, Instant now, StatementDraft... said)
      throws SQLException {
    var answers = new ArrayList<Requests.LineAnswer>();
    for (var draft : said) {
      answers.add(new Requests.LineAnswer("antwoorden[" + answers.size() + "].", 1, draft));
    }
    return desk.locked(
        request.subject(), tx -> requests.answer(tx, request, answers, AT_SCHOOL, now));
  }

  private static void decide(
      Request request, UUID person, Instant now, Map<DataCategory, Answer> chosen)
      throws SQLException {
    var as = says(new Voice.Own(person), "", "portaal", now.toString()).saying("", List.of(), READ);
    var changes = DecideDesk.changes(answers(request, person, now), chosen);
    var ask = ask(request);
    Filed filed =
        desk.locked(
            request.subject(),
            tx -> decisions.decide(tx, ask, as, changes, new Recorder.Portal(person), now));
    assertThat(filed).isInstanceOf(Filed.Done.class);
  }

  private static StatementDraft part(Voice voice, String word, String... categories) {
    return says(voice, word, "papier", said(NOW)).saying(word, List.of(categories), null);
  }

  private static StatementDraft no(Voice voice, String... categories) {
    return part(voice, "geweigerd", categories);
  }

  private static String said(Instant now) {
    return now.minus(Duration.ofMinutes(1)).toString();
  }

  private static Map<DataCategory, Answer> answers(Request request, UUID person, Instant now)
      throws SQLException {
    var ask = ask(request);
    var query = Desk.RULES.find(ask.purpose(), ask.sender(), ask.receiver()).query(ask);
    return desk.locked(
        request.subject(),
        tx ->
            new OneVoice(desk.parameters)
                .answers(
                    query,
                    desk.facts.records(tx, List.of(query), now).getFirst(),
                    ask,
                    person,
                    now));
  }

  private static Set<DataCategory> shared(UUID child, Instant at) throws SQLException {
    ConsentState state = desk.judged(child, at).subject().consent();
    return state instanceof Given given ? given.categories() : EnumSet.noneOf(DataCategory.class);
  }

  private static ConsentAsk ask(Request request) throws SQLException {
    var id = request.line(1).orElseThrow().askId().orElseThrow();
    return desk.locked(request.subject(), tx -> desk.consents.find(tx, id).orElseThrow());
  }

  private static AskRecord record(Request request) throws SQLException {
    var id = request.line(1).orElseThrow().askId().orElseThrow();
    return desk.locked(request.subject(), tx -> new AskRecords(REGION).find(tx, id)).orElseThrow();
  }

  private static List<String> happened(Request request) throws SQLException {
    return record(request).events().stream()
        .map(
            one ->
                one.event().type()
                    + " "
                    + String.join(
                        ",", one.event().categories().stream().sorted().map(Enum::name).toList()))
        .toList();
  }

  private static List<String> reads(Request request) throws SQLException {
    return record(request).events().stream()
        .map(one -> one.read().map(ConsentDraft.Text::hash).orElse(""))
        .toList();
  }

  private static UUID own(UUID child, Voice voice) throws SQLException {
    var word = ((Voice.Labelled) voice).label();
    var found =
        desk.locked(
            child,
            tx -> new PersonRegister(REGION).find(tx, child, Desk.SCHOOL.oin(), Set.of(word)));
    return Objects.requireNonNull(found.get(word));
  }
}
