package nl.sluis.policies.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.hypothesis.Advice;
import nl.sluis.policies.hypothesis.AdviceText;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rule may be for some ages, and goes by the age that is known.
class AgesSpec {
  private static final String PLAN = Shipped.MODEL + "regels/gezinsplan.yaml";
  private static final String AGE = "    leeftijdVanaf: 17\n    leeftijdTot: 23\n";

  private final Convenant convenant = Shipped.convenant();
  private final Decider decider = new Decider(convenant);

  @Test
  void a_claim_makes_nobody_older() {
    var asked = transition();

    assertThat(decide(asked, Optional.of(17))).isInstanceOf(Permit.class);
    assertThat(reasons(decide(asked, Optional.of(14)))).containsExactly(Reason.LEEFTIJD_PAST_NIET);
    assertThat(decide(asked, Optional.of(22))).isInstanceOf(Permit.class);
    assertThat(reasons(decide(asked, Optional.of(23)))).containsExactly(Reason.LEEFTIJD_PAST_NIET);
    assertThat(decide(asked, Optional.of(16))).isInstanceOf(Refusal.class);
  }

  @Test
  void as_long_as_the_birth_date_is_not_known_the_message_waits() {
    var decision = decide(transition(), Optional.empty());

    assertThat(decision).isInstanceOf(Hold.class);
    assertThat(reasons(decision)).containsExactly(Reason.LEEFTIJD_ONBEKEND);
  }

  @Test
  void whoever_asks_beforehand_reads_from_which_age_it_may() {
    assertThat(advice(Optional.of(14))).contains("Wacht tot de jongere 17 jaar is.");
    assertThat(advice(Optional.empty())).contains("Leg de geboortedatum vast");
  }

  @ParameterizedTest
  @CsvSource({"14, false", "15, true", "23, true", "24, false"})
  void the_first_age_counts_and_the_last_does_not(int years, boolean fits) {
    assertThat(new Ages(15, Optional.of(24)).hold(new Age(years))).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "17, false, true",
    "17, true, true",
    "18, false, false",
    "18, true, true",
    "22, true, true",
    "23, true, false"
  })
  void from_eighteen_the_jeugdwet_is_for_whose_help_was_extended_and_from_twenty_three_for_nobody(
      int years, boolean extended, boolean met) {
    var jeugdige = Objects.requireNonNull(convenant.conditions().get("jeugdige-jeugdwet"));

    assertThat(jeugdige.isMetAt(Optional.of(new Age(years)), extended)).isEqualTo(met);
    assertThat(jeugdige.isMetAt(Optional.empty(), extended)).isFalse();
  }

  @Test
  void who_does_not_give_the_birth_date_does_not_hear_whether_the_jeugdwet_still_applies() {
    assertThat(
            faults(
                "    voorwaarden: [gezin-koos-zelf, privacy",
                "    voorwaarden: [jeugdige-jeugdwet, gezin-koos-zelf, privacy"))
        .anyMatch(sentence -> sentence.contains("vraagt K01 bij `verplicht`"));
  }

  @Test
  void ages_that_nobody_has_are_a_fault() {
    assertThat(faults(AGE, "    leeftijdVanaf: 17\n    leeftijdTot: 17\n"))
        .anyMatch(sentence -> sentence.contains("hoger dan `leeftijdVanaf`"));
  }

  @Test
  void who_does_not_give_the_birth_date_does_not_hear_whether_it_fits() {
    assertThat(
            faults(
                "    voorwaarden: [gezin-koos-zelf, privacy",
                AGE + "    voorwaarden: [gezin-koos-zelf, privacy"))
        .anyMatch(sentence -> sentence.contains("vraagt K01 bij `verplicht`"));
  }

  @Test
  void whoever_sits_at_a_table_may_share_or_receive_something_there() {
    var files = new TreeMap<>(Shipped.files());
    files.computeIfPresent(
        Shipped.MODEL + "overleggen.yaml",
        (_, text) -> text.replace("ouder-gezag, voogd, jongere]", "swv, voogd, jongere]"));

    assertThat(faults(ConvenantReader.read(files)))
        .anyMatch(sentence -> sentence.contains("`swv` zit aan deze tafel"));
  }

  @Test
  void where_somebody_must_live_is_said_with_the_municipality() {
    var files = new TreeMap<>(Shipped.files());
    files.computeIfPresent(
        Shipped.MODEL + "voorwaarden.yaml",
        (_, text) -> text.replace("    gemeente: Bloemendaal\n", ""));

    assertThat(faults(ConvenantReader.read(files)))
        .anyMatch(sentence -> sentence.contains("`bron: woonplaats`"));
  }

  private Question transition() {
    return convenant.examples().stream()
        .filter(e -> e.ruleId().equals("X49") && e.yes())
        .findFirst()
        .orElseThrow()
        .question();
  }

  private Decision decide(Question asked, Optional<Integer> years) {
    var question = aged(asked, years);
    var decision = decider.decide(question);
    assertThat(decision).isEqualTo(decider.interpret(question));
    return decision;
  }

  private static Question aged(Question asked, Optional<Integer> years) {
    var facts = asked.facts();
    return asked.with(
        asked.at(),
        new SubjectFacts(
            years.map(Age::new), facts.consent(), facts.restrictions(), facts.municipality()));
  }

  private String advice(Optional<Integer> years) {
    return AdviceText.of(Advice.on(aged(transition(), years), convenant), Optional.empty());
  }

  private static List<Reason> reasons(Decision decision) {
    return switch (decision) {
      case Permit _ -> List.of();
      case Hold hold -> hold.reasons().items().stream().map(Reason.Told::reason).toList();
      case Refusal refusal -> refusal.reasons().items().stream().map(Reason.Told::reason).toList();
    };
  }

  private static List<String> faults(String from, String becomes) {
    var files = new TreeMap<>(Shipped.files());
    files.computeIfPresent(PLAN, (_, text) -> text.replace(from, becomes));
    return faults(ConvenantReader.read(files));
  }

  private static List<String> faults(Result result) {
    return result instanceof Result.Broken(var faults)
        ? faults.stream().map(ConvenantFault::sentence).toList()
        : List.of();
  }
}
