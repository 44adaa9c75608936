package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From whom a report to Veilig Thuis is hidden, that person gets the answers of somebody about
/// whose child nobody ever reported, byte for byte (domain 2.8).
///
/// At the child of the one father there is a report with the whole record, one of acute danger, and
/// a question and a talk that are hidden too; at that of the other there is nothing of the kind.
/// The day on which somebody must look again comes and goes.
final class EmbargoTwinSpec {
  private static final String AT_ONCE = "kijk na de melding";
  private static final String AFTERWARDS = "kijk na de herbeoordeling";

  private static final int ROUNDS = 15;

  private static final List<List<Long>> HIDDEN_TOOK = new ArrayList<>();
  private static final List<List<Long>> NEVER_TOOK = new ArrayList<>();
  private static final List<String> HIDDEN_PAGES = new ArrayList<>();
  private static final List<String> NEVER_PAGES = new ArrayList<>();
  private static TwinStory story;
  private static TwinStory.Searched searched = new TwinStory.Searched(0, Set.of());

  @BeforeAll
  static void both_families_live_through_the_story() throws IOException, SQLException {
    story = TwinStory.play("embargo.yaml", EmbargoTwinSpec::further);
  }

  private static void further(String moment, Scene scene, DevGateway gateway) {
    if (moment.equals(AFTERWARDS)) {
      HIDDEN_PAGES.addAll(TwinDecider.does(gateway, scene, "sami"));
      NEVER_PAGES.addAll(TwinDecider.does(gateway, scene, "lena"));
    }
    if (moment.equals(AT_ONCE)) {
      var exchanges = new TreeSet<String>();
      for (var step : Set.of("melding", "met moeder", "acuut", "cjg gestuurd")) {
        exchanges.add(scene.seen(step).text("transactie"));
      }
      searched = TwinStory.searched(scene, exchanges);
      var sami = TwinStory.father(scene);
      var lena = TwinStory.twin(scene);
      for (int i = 0; i < ROUNDS; i++) {
        HIDDEN_TOOK.add(sami.nanosPerList());
        NEVER_TOOK.add(lena.nanosPerList());
      }
    }
  }

  @Test
  void both_fathers_read_and_decide_the_same_on_every_page() {
    assertThat(NEVER_PAGES).hasSizeGreaterThan(10);
    assertThat(HIDDEN_PAGES).isEqualTo(NEVER_PAGES);
  }

  @Test
  void the_story_is_told_whole() {
    assertThat(story.wrong()).isEmpty();
    assertThat(story.moments()).isEqualTo(2);
  }

  @Test
  void every_path_for_people_is_tried_by_both_fathers() {
    story.everyPathWasTried();
  }

  @Test
  void the_father_from_whom_a_report_is_hidden_gets_the_answers_of_one_without_a_report() {
    story.bothHeardTheSame();
  }

  /// In turn, and by the median: a class of time, no measurement.
  @Test
  void no_list_takes_twice_as_long_for_the_one_as_for_the_other() {
    for (int list = 0; list < HIDDEN_TOOK.getFirst().size(); list++) {
      double one = median(HIDDEN_TOOK, list);
      double other = median(NEVER_TOOK, list);

      assertThat(Math.max(one, other) / Math.min(one, other)).as("list " + list).isLessThan(2);
    }
  }

  private static double median(List<List<Long>> took, int list) {
    return took.stream().map(round -> round.get(list)).sorted().toList().get(ROUNDS / 2);
  }

  @Test
  void what_both_fathers_see_is_not_nothing() {
    assertThat(story.heard())
        .contains("Socius", "akkoord-genoemd", "besproken-met-ouders", "vt-melding")
        .doesNotContain("CJG", "vt-informatie-antwoord", "laterGetoond");
  }

  @Test
  void what_is_hidden_answers_as_what_is_not_there() {
    assertThat(searched.ids()).isGreaterThan(5);
    assertThat(searched.answers()).hasSize(1).allMatch(answer -> answer.startsWith("404 "));
  }
}
