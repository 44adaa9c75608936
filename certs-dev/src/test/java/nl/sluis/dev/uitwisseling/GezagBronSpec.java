package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.dev.partner.DevBrp;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.gezagsbron.Answer;
import nl.sluis.gateway.gezagsbron.Answer.Trouble;
import nl.sluis.gateway.gezagsbron.Answer.Why;
import nl.sluis.gateway.gezagsbron.BrpPersonen;
import nl.sluis.gateway.gezagsbron.GezagBron;
import nl.sluis.gateway.gezagsbron.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every source of gezag promises, and what the BRP among them makes of each answer: over real
/// mutual TLS, with the stand-in at the other end, and held against the published description.
final class GezagBronSpec {
  private static final Path SCHEMA = Path.of("src/test/resources/brp-personen-gezag.schema.json");
  private static final String MOTHER = "999995339";
  private static final String FATHER = "999995340";
  private static final String GUARDIAN = "999995352";
  private static final String THIRD = "999995364";
  private static final Duration SHORT = Duration.ofMillis(700);

  private static DevSite site;
  private static DevBrp brp;
  private static GezagBron source;

  @BeforeAll
  static void the_stand_in_listens() {
    site = DevSite.temporary(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    brp = DevBrp.start(site);
    source = BrpPersonen.over(brp.line(), site.clock());
  }

  @AfterAll
  static void it_stops() {
    source.close();
    brp.close();
  }

  private static final Map<String, Answer> EXPECTED =
      Map.ofEntries(
          // The BRP does not say whether parents live together: each signs.
          Map.entry("samen", parents(CustodySituation.GEZAMENLIJK_GESCHEIDEN, MOTHER, FATHER)),
          Map.entry("oud-woord", parents(CustodySituation.GEZAMENLIJK_GESCHEIDEN, MOTHER, FATHER)),
          Map.entry("alleen", parents(CustodySituation.EENHOOFDIG, MOTHER)),
          Map.entry("ook-zelf-ouder", parents(CustodySituation.EENHOOFDIG, FATHER)),
          Map.entry("voogd", found(CustodySituation.VOOGDIJ_PERSOON, holder(GUARDIAN, "voogd"))),
          Map.entry(
              "ouder-en-derde",
              found(
                  CustodySituation.GEZAMENLIJK_GEZAG,
                  holder(MOTHER, "ouder-gezag"),
                  holder(THIRD, "derde-gezag"))),
          Map.entry("niet-te-bepalen", new Answer.Unclear(Why.NIET_TE_BEPALEN)),
          Map.entry("tijdelijk", new Answer.Unclear(Why.TIJDELIJK_GEEN_GEZAG)),
          Map.entry("onderzoek", new Answer.Unclear(Why.IN_ONDERZOEK)),
          Map.entry("voogdij-instelling", new Answer.Unclear(Why.HOUDER_ONBEKEND)),
          Map.entry("onbekende-derde", new Answer.Unclear(Why.HOUDER_ONBEKEND)),
          Map.entry("ouder-zonder-nummer", new Answer.Unclear(Why.HOUDER_ONBEKEND)),
          Map.entry("opgeschort", new Answer.Unclear(Why.BIJHOUDING_OPGESCHORT)),
          Map.entry("volwassen", new Answer.Unclear(Why.GEEN_GEZAGSRELATIE)),
          Map.entry("vreemd-woord", new Answer.Unclear(Why.ANTWOORD_ONBEGREPEN)),
          Map.entry("vreemd-lid", new Answer.Unclear(Why.ANTWOORD_ONBEGREPEN)),
          Map.entry("storing", new Answer.Unreachable(Trouble.STORING)),
          Map.entry("geweigerd", new Answer.Unreachable(Trouble.GEWEIGERD)));

  @TestFactory
  Stream<DynamicTest> what_the_brp_says_is_read_as_it_is_and_never_as_more() {
    return DevBrp.recorded().stream()
        .filter(answer -> answer.status() != 0)
        .map(
            answer ->
                DynamicTest.dynamicTest(
                    answer.name(),
                    () ->
                        assertThat(source.ask(about(answer.bsn())))
                            .isEqualTo(EXPECTED.get(answer.name()))));
  }

  @Test
  void of_a_number_that_nobody_has_nothing_is_known() {
    assertThat(source.ask(about("999995224"))).isEqualTo(new Answer.Unclear(Why.NIET_GEVONDEN));
  }

  @Test
  void without_an_answer_in_time_nothing_is_known_and_nothing_waits() {
    // given somebody with little patience
    try (var hasty = BrpPersonen.over(brp.line(), site.clock(), SHORT)) {
      // when the other end takes the question and never answers
      var answer = hasty.ask(about("999995236"));
      // then
      assertThat(answer).isEqualTo(new Answer.Unreachable(Trouble.TE_LAAT));
    }
  }

  @Test
  void nobody_else_is_taken_for_the_brp() {
    // given a line that trusts other authorities
    var own = brp.line();
    var other = site.authority().foreign().trustFile();
    var line = new BrpPersonen.Line(own.address(), own.chain(), own.key(), other);
    try (var wary = BrpPersonen.over(line, site.clock())) {
      // then the child is not named to whoever listens there
      assertThat(wary.ask(about("999995017")))
          .isEqualTo(new Answer.Unreachable(Trouble.GEEN_VERBINDING));
    }
  }

  @Test
  void the_brp_answers_only_to_the_certificate_of_sluis() {
    // given a certificate that the other end does not trust
    var stranger = site.authority().foreign().partner(DevSettings.SLUIS, "Sluis").identity();
    var line =
        new BrpPersonen.Line(
            brp.line().address(), stranger.chainFile(), stranger.keyFile(), brp.line().trust());
    try (var outside = BrpPersonen.over(line, site.clock())) {
      assertThat(outside.ask(about("999995017")))
          .isEqualTo(new Answer.Unreachable(Trouble.GEEN_VERBINDING));
    }
  }

  @Test
  void a_new_certificate_counts_at_the_next_question_and_a_bad_one_never() throws Exception {
    // given one that the other end does not trust
    var own = brp.line();
    var foreign = site.authority().foreign().partner(DevSettings.SLUIS, "Sluis").identity();
    var line =
        new BrpPersonen.Line(own.address(), foreign.chainFile(), foreign.keyFile(), own.trust());
    try (var renewed = BrpPersonen.over(line, site.clock())) {
      assertThat(renewed.ask(about("999995017"))).isInstanceOf(Answer.Unreachable.class);
      // when the operator replaces it
      Files.copy(own.chain(), line.chain(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(own.key(), line.key(), StandardCopyOption.REPLACE_EXISTING);
      // then
      assertThat(renewed.ask(about("999995017"))).isNotInstanceOf(Answer.Unreachable.class);
      Files.writeString(line.key(), "geen sleutel");
      assertThat(renewed.ask(about("999995017"))).isNotInstanceOf(Answer.Unreachable.class);
    }
  }

  @Test
  void a_certificate_that_cannot_be_used_stops_the_start() {
    var own = brp.line();
    var line = new BrpPersonen.Line(own.address(), own.chain(), own.trust(), own.trust());
    assertThatThrownBy(() -> BrpPersonen.over(line, site.clock()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void who_has_gezag_and_was_not_named_stops_and_is_not_told() {
    // given somebody who knows one of two parents
    var question = Question.of("999995005", Map.of(MOTHER, word(MOTHER)));
    // then
    assertThat(source.ask(question)).isEqualTo(new Answer.Unclear(Why.HOUDER_NIET_GENOEMD));
  }

  @Test
  void no_number_can_be_read_in_what_is_printed() {
    assertThat(source.ask(about("999995005")).toString()).doesNotContain("9999");
    assertThat(about("999995005").toString()).doesNotContain("9999");
    assertThat(source.toString()).doesNotContain("9999");
  }

  @Test
  void what_sluis_asks_is_what_the_published_description_lets_it_ask() throws IOException {
    assertThat(faults("vraag", BrpPersonen.body(about("999995005")))).isEmpty();
  }

  @Test
  void every_recorded_answer_has_the_published_shape_and_what_has_not_says_so() throws IOException {
    for (var answer : DevBrp.recorded()) {
      var kind = answer.status() == 200 ? "antwoord" : "fout";
      if (answer.isPublished()) {
        assertThat(faults(kind, answer.body())).as(answer.name()).isEmpty();
      }
    }
    var strange =
        DevBrp.recorded().stream().filter(a -> a.name().equals("vreemd-woord")).findFirst();
    assertThat(faults("antwoord", strange.orElseThrow().body())).isNotEmpty();
  }

  @Test
  void people_are_a_source_too_and_never_answer_at_once() {
    try (var people = GezagBron.of(Optional.empty(), () -> Instant.EPOCH)) {
      for (var answer : DevBrp.recorded()) {
        assertThat(people.ask(about(answer.bsn()))).isEqualTo(new Answer.ByPeople());
      }
      assertThat(people.code()).isEqualTo("vier-ogen");
    }
  }

  private static List<String> faults(String part, JsonNode instance) throws IOException {
    var schema = (ObjectNode) new JsonMapper().readTree(Files.readString(SCHEMA));
    schema.put("$ref", "#/$defs/" + part);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(instance)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static Answer parents(CustodySituation situation, String... numbers) {
    return new Answer.Found(
        situation, Stream.of(numbers).map(number -> holder(number, "ouder-gezag")).toList());
  }

  private static Answer found(CustodySituation situation, Answer.Holder... holders) {
    return new Answer.Found(situation, List.of(holders));
  }

  private static Answer.Holder holder(String number, String capacity) {
    return new Answer.Holder(word(number), capacity);
  }

  /// A question of who knows everybody in these answers.
  private static Question about(String child) {
    return Question.of(
        child,
        Stream.of(MOTHER, FATHER, GUARDIAN, THIRD)
            .collect(Collectors.toMap(number -> number, GezagBronSpec::word)));
  }

  /// Stands for the keyed hash of the asker's word for whoever has this number.
  private static Hmac word(String number) {
    var bytes = new byte[32];
    bytes[0] = (byte) Integer.parseInt(number.substring(6, 8));
    return Hmac.of(bytes);
  }
}
