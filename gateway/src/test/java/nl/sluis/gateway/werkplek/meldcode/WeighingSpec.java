package nl.sluis.gateway.werkplek.meldcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class WeighingSpec {
  private static final List<String> WORDS = List.of("", "ja", "nee", "twijfel", "nvt");

  private final Frameworks frameworks = Frameworks.ofThisRelease();

  @Test
  void every_profession_can_come_to_a_report_to_help_and_to_nothing_more() {
    for (var version : frameworks.versions()) {
      var seen = new HashSet<Class<?>>();
      for (var answers : all()) {
        seen.add(Weighing.of(frameworks.of(version), answers).getClass());
      }

      assertThat(seen)
          .as(version)
          .contains(Weighing.Report.class, Weighing.Help.class, Weighing.Nothing.class);
    }
  }

  @Test
  void nobody_comes_to_a_report_without_a_suspicion_and_nobody_past_clear_danger() {
    for (var version : frameworks.versions()) {
      for (var answers : all()) {
        var said = Weighing.of(frameworks.of(version), answers);

        if ("nee".equals(answers.get(1))) {
          assertThat(said).as(version).isEqualTo(new Weighing.Nothing());
        }
        if ("ja".equals(answers.get(1)) && "ja".equals(answers.get(2))) {
          assertThat(said).as(version).isEqualTo(new Weighing.Report(2));
        }
      }
    }
  }

  @Test
  void a_school_reports_when_it_doubts_about_danger_and_a_doctor_asks_first() {
    var doubt = Map.of(1, "ja", 2, "twijfel");

    assertThat(Weighing.of(frameworks.of("onderwijs-2019"), doubt))
        .isEqualTo(new Weighing.Report(2));
    assertThat(Weighing.of(frameworks.of("knmg-2019"), doubt)).isEqualTo(new Weighing.Consult(2));
  }

  @Test
  void each_report_that_a_kader_leads_to_is_a_whole_record_for_every_role_and_help_never_is() {
    for (var role : Role.values()) {
      for (var framework : frameworks.of(role)) {
        for (var answers : all()) {
          var said = Weighing.of(framework, answers);
          boolean report = said instanceof Weighing.Report;
          if (!report && !(said instanceof Weighing.Help)) {
            continue;
          }
          var filled = FilledIn.decided(whole(answers), report);
          var record = RecordForm.of(filled, FilledIn.reporter(role), framework.version());

          var gaps = RecordForm.gaps(record, role, FilledIn.NOW);

          assertThat(gaps.isEmpty()).as("%s %s %s", role, answers, gaps).isEqualTo(report);
        }
      }
    }
  }

  @Test
  void a_kader_with_a_question_that_leads_nowhere_is_not_read() {
    var question =
        Map.of(
            "vraag", "a",
            "uitleg", "b",
            "wegen", Map.of("ja", "ergens", "nee", "sluiten", "twijfel", "verder"));
    var kader =
        Map.of(
            "naam",
            "Proef",
            "bron",
            "Proef",
            "begrippen",
            Map.of("acuut", "a", "structureel", "b", "disclosure", "c"),
            "vragen",
            List.of(question));
    var whole = Map.of("later", "Later.", "kaders", Map.of("proef-2027", kader));

    assertThatThrownBy(() -> Frameworks.read(whole)).hasMessageContaining("ergens");
  }

  /// What is left open after a report is left for later.
  private static Map<Integer, String> whole(Map<Integer, String> answers) {
    var filled = new TreeMap<>(answers);
    for (int number = 1; number <= Framework.QUESTIONS; number++) {
      filled.putIfAbsent(number, "nvt");
    }
    return filled;
  }

  private static List<Map<Integer, String>> all() {
    List<Map<Integer, String>> found = List.of(Map.of());
    for (int number = 1; number <= Framework.QUESTIONS; number++) {
      var longer = new ArrayList<Map<Integer, String>>();
      for (var before : found) {
        for (var word : WORDS) {
          if (number > 2 || !word.equals("nvt")) {
            var answers = new TreeMap<>(before);
            if (!word.isEmpty()) {
              answers.put(number, word);
            }
            longer.add(answers);
          }
        }
      }
      found = longer;
    }
    return found;
  }
}
