package nl.sluis.gateway.zaakdossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the answers about the risk of a breach come to (AVG 33(1), 34(1), 34(3)).
class RiskQuestionsSpec {
  private static final RiskQuestions QUESTIONS = RiskQuestions.ofThisRelease();

  private static Map<String, String> mild(String... otherwise) {
    var answers = new HashMap<String, String>();
    answers.put("aard", "weg");
    answers.put("gegevens", "gewoon");
    answers.put("herkenbaar", "met-moeite");
    answers.put("gevolgen", "niets");
    answers.put("omvang", "een");
    answers.put("ontvanger", "vertrouwd");
    for (int i = 0; i < otherwise.length; i += 2) {
      answers.put(otherwise[i], otherwise[i + 1]);
    }
    return answers;
  }

  @Test
  void nobody_is_told_when_no_answer_says_that_there_is_a_risk() {
    assertThat(QUESTIONS.advice(mild())).isEqualTo(CaseOutcome.NIET_MELDEN);
  }

  @Test
  void one_answer_that_says_so_is_enough_to_tell_the_authority() {
    assertThat(QUESTIONS.advice(mild("herkenbaar", "direct"))).isEqualTo(CaseOutcome.ALLEEN_AP);
  }

  @Test
  void a_high_risk_is_told_to_families_unless_a_trusted_receiver_erased_it() {
    assertThat(QUESTIONS.advice(mild("gegevens", "bijzonder", "ontvanger", "bekend")))
        .isEqualTo(CaseOutcome.AP_EN_GEZIN);
    assertThat(QUESTIONS.advice(mild("gegevens", "bijzonder"))).isEqualTo(CaseOutcome.ALLEEN_AP);
  }

  @Test
  void what_nobody_can_read_is_no_risk_whatever_else() {
    assertThat(QUESTIONS.advice(mild("gegevens", "bijzonder", "herkenbaar", "nee")))
        .isEqualTo(CaseOutcome.NIET_MELDEN);
  }

  @Test
  void every_question_needs_one_of_its_own_answers() {
    assertThat(QUESTIONS.isAnswered(mild())).isTrue();
    assertThat(QUESTIONS.isAnswered(mild("omvang", "direct"))).isFalse();
    assertThat(QUESTIONS.isAnswered(mild("nog-een", "ja"))).isFalse();
    assertThat(QUESTIONS.isAnswered(Map.of())).isFalse();
  }

  @Test
  void a_key_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> RiskQuestions.read("versie: 1\nvragen: []\nnog-iets: 1\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nog-iets");
  }
}
