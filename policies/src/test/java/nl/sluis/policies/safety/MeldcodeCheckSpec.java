package nl.sluis.policies.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeldcodeCheckSpec {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @Test
  void a_whole_record_is_complete() {
    assertThat(gaps(_ -> {})).isEmpty();
    assertThat(MeldcodeCheck.check(Forms.whole(), Role.SCHOOL_IB, TODAY))
        .isEqualTo(new MeldcodeState.Complete(true));
  }

  @Test
  void five_things_are_enough_in_acute_danger() {
    assertThat(MeldcodeCheck.check(Forms.acute(), Role.SCHOOL_LEERKRACHT, TODAY))
        .isEqualTo(new MeldcodeState.Acute());
  }

  @Test
  void other_fields_never_block_an_acute_report() {
    var form = Forms.acute();
    form.put("onveiligheid", 17);
    form.put("stap1", List.of());

    assertThat(MeldcodeCheck.check(form, Role.HUISARTS, TODAY))
        .isEqualTo(new MeldcodeState.Acute());
  }

  @ParameterizedTest
  @ValueSource(strings = {"melder", "kind", "feit", "gevaar", "gebeld"})
  void an_acute_report_names_what_it_lacks(String field) {
    var form = Forms.acute();
    form.remove(field);

    var state = MeldcodeCheck.check(form, Role.SCHOOL_IB, TODAY);

    assertThat(state).isInstanceOf(MeldcodeState.Incomplete.class);
    assertThat(((MeldcodeState.Incomplete) state).gaps())
        .singleElement()
        .asString()
        .contains(field);
  }

  @Test
  void an_empty_record_names_every_gap_at_once() {
    assertThat(gaps(Map::clear)).hasSize(13).allMatch(gap -> gap.contains("ontbreekt"));
  }

  @Test
  void an_unknown_field_is_a_gap() {
    assertThat(gaps(form -> form.put("score", 8)))
        .containsExactly("het formulier kent het veld `score` niet");
  }

  @Test
  void the_aandachtsfunctionaris_is_somebody_else() {
    var same = Map.of("id", "med-77", "datum", "2026-11-12", "advies", "melden");

    assertThat(gaps(form -> form.put("aandachtsfunctionaris", same)))
        .containsExactly("aandachtsfunctionaris: dit moet iemand anders zijn dan de melder");
  }

  @Test
  void who_treats_adults_does_the_kindcheck() {
    var form = Forms.whole();
    form.put("versieAfwegingskader", "knmg-2019");

    var state = MeldcodeCheck.check(form, Role.HUISARTS, TODAY);

    assertThat(state.toString()).contains("kindcheck");
  }

  @Test
  void consultation_comes_before_the_weighing() {
    assertThat(gaps(form -> form.put("stap2", Map.of("datum", "2026-11-13", "met", "collega"))))
        .containsExactly("stap 2: het overleg hoort vóór de weging van stap 4");
  }

  @Test
  void a_signal_cannot_lie_in_the_future() {
    var later = Map.of("signalen", List.of(Forms.signal("2026-12-01")));

    assertThat(gaps(form -> form.put("stap1", later)))
        .containsExactly("stap 1, signaal 1: de datum ligt in de toekomst (`datum`)");
  }

  @Test
  void no_talk_needs_a_reason_from_the_list() {
    var none = Map.of("nietGesproken", Map.of("reden", "geen tijd", "motivering", "druk"));

    assertThat(gaps(form -> form.put("stap3", none))).singleElement().asString().contains("reden");
  }

  @Test
  void without_a_suspicion_there_is_no_report() {
    assertThat(gaps(form -> form.put("stap4", Forms.weighing("nee", "ja", "nvt", "nvt", "nvt"))))
        .singleElement()
        .asString()
        .contains("vraag 1");
  }

  @Test
  void without_unsafety_only_failing_help_leads_to_a_report() {
    assertThat(
            gaps(
                form -> {
                  form.put("stap4", Forms.weighing("ja", "nee", "ja", "ja", "ja"));
                  form.put("onveiligheid", "geen-maar-hulp-niet-mogelijk");
                }))
        .singleElement()
        .asString()
        .contains("vraag 3, 4 of 5");
  }

  @Test
  void the_kind_of_unsafety_agrees_with_the_second_question() {
    assertThat(gaps(form -> form.put("onveiligheid", "geen-maar-hulp-niet-mogelijk")))
        .singleElement()
        .asString()
        .contains("onveiligheid");
  }

  @Test
  void a_decision_not_to_report_is_no_report() {
    assertThat(gaps(form -> form.put("stap5", Forms.decision(false))))
        .singleElement()
        .asString()
        .contains("niet te melden");
  }

  @Test
  void five_questions_are_answered() {
    assertThat(gaps(form -> form.put("stap4", Forms.weighing("ja", "ja", "nvt"))))
        .containsExactly(
            "stap 4: vraag 4 is niet beantwoord", "stap 4: vraag 5 is niet beantwoord");
  }

  @Test
  void medical_data_needs_a_sentence_more() {
    var medical = List.of(Map.of("code", "K11", "noodzaak", "Het letsel is door de arts gezien."));

    assertThat(gaps(form -> form.put("categorieen", medical)))
        .singleElement()
        .asString()
        .contains("extraZin");
  }

  @Test
  void postponing_is_confirmed_by_another_and_ends_within_four_weeks() {
    var later =
        Map.of(
            "uitstel",
            Map.of("reden", "veiligheid-kind", "tot", "2026-12-31", "bevestigdDoor", "med-77"));

    assertThat(gaps(form -> form.put("gezin", later))).hasSize(2);
  }

  @Test
  void a_family_that_is_told_later_is_not_informed() {
    var form = Forms.whole();
    form.put(
        "gezin",
        Map.of(
            "uitstel",
            Map.of("reden", "veiligheid-kind", "tot", "2026-12-20", "bevestigdDoor", "med-12")));

    assertThat(MeldcodeCheck.check(form, Role.SCHOOL_IB, TODAY))
        .isEqualTo(new MeldcodeState.Complete(false));
  }

  @Test
  void anonymity_needs_a_ground() {
    assertThat(gaps(form -> form.put("anoniemJegensGezin", Map.of("anoniem", true))))
        .singleElement()
        .asString()
        .contains("grond");
  }

  private static List<String> gaps(Consumer<Map<String, Object>> change) {
    var form = Forms.whole();
    change.accept(form);
    return switch (MeldcodeCheck.check(form, Role.SCHOOL_IB, TODAY)) {
      case MeldcodeState.Incomplete(var gaps) -> gaps;
      case MeldcodeState.Complete _, MeldcodeState.Acute _, MeldcodeState.Absent _ -> List.of();
    };
  }
}
