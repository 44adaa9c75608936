package nl.sluis.gateway.werkplek.postbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.desk.StopAnswers;
import nl.sluis.gateway.partner.Letters.Kind;
import nl.sluis.gateway.stopbericht.Answered;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Everything that waits for a word, from whatever list of Sluis, as one list by term.
final class TodoSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);

  @Test
  void letters_questions_and_tasks_stand_in_one_list_and_what_ends_first_is_on_top()
      throws IOException {
    var all =
        Todo.of(
            Map.of(
                Kind.STOPBERICHT,
                lines(letter("id", 1, "2026-12-03", "")),
                Kind.RECHTZETTING,
                lines(letter("transactie", 2, "2026-12-01", ", \"uitkomst\": \"teruggeroepen\""))),
            JSON.readTree(
                """
                {"vragen": [
                  {"transactie": "00000000-0000-4000-8000-000000000003", "kant": "ontvangen", "stand": "open",
                   "aan": {"oin": "00000099000000201000", "rol": "school-ib"},
                   "gesteldOp": "2026-11-23T09:00:00Z", "uiterlijk": "2026-12-02T23:00:00Z"},
                  {"transactie": "00000000-0000-4000-8000-000000000004", "kant": "gesteld", "stand": "open",
                   "aan": {"oin": "00000099000000201000", "rol": "school-ib"},
                   "gesteldOp": "2026-11-23T09:00:00Z", "uiterlijk": "2026-12-02T23:00:00Z"}
                ]}
                """),
            tasks(
                task(5, TaskKind.TALK_DISPUTED, "2026-11-30"),
                task(6, TaskKind.LOOK_BACK, "2026-11-29")),
            SCHOOL,
            false);

    assertThat(all.todo())
        .extracting(one -> one.id().toString().charAt(35))
        .as("a question of one's own is nothing to do, and looking back is for another")
        .containsExactly('5', '2', '3', '1');
    assertThat(all.todo().get(1).word()).isEqualTo("teruggeroepen");
    assertThat(all.elsewhere()).containsExactly(Map.entry(TaskKind.LOOK_BACK, 1));
  }

  @Test
  void what_ends_with_a_letter_or_a_question_is_not_there_a_second_time_as_a_task()
      throws IOException {
    var all =
        Todo.of(
            Map.of(),
            MissingNode.getInstance(),
            tasks(
                task(1, TaskKind.UNDO_AS_SENDER_ASKS, "2026-12-01"),
                task(2, TaskKind.MEND_AS_SENDER_DID, "2026-12-01"),
                task(3, TaskKind.REPORT_UNJUSTIFIED, "2026-12-01"),
                task(4, TaskKind.ANSWER_QUESTION, "2026-12-01"),
                task(5, TaskKind.LOOK_AT_RETURN, "2026-12-01")),
            SCHOOL,
            false);

    assertThat(all.todo()).isEmpty();
    assertThat(all.elsewhere()).isEmpty();
  }

  @Test
  void every_kind_of_task_is_done_here_or_elsewhere_or_stands_there_as_a_letter()
      throws IOException {
    var lines = new ArrayList<String>();
    Arrays.stream(TaskKind.values()).forEach(kind -> lines.add(task(7, kind, "2026-12-01")));

    var all =
        Todo.of(
            Map.of(),
            MissingNode.getInstance(),
            tasks(lines.toArray(String[]::new)),
            SCHOOL,
            false);

    var here = all.todo().stream().map(Todo::word).toList();
    assertThat(here)
        .isEqualTo(
            Arrays.stream(TaskKind.values())
                .filter(kind -> kind.end().bySystem() && kind != TaskKind.LOOK_AT_RETURN)
                .map(TaskKind::code)
                .toList());
    assertThat(here.size() + all.elsewhere().size())
        .as("the other five stand in the list as letters and questions")
        .isEqualTo(TaskKind.values().length - 5);
  }

  @Test
  void under_a_mandate_no_task_ends_here_and_how_many_there_are_is_seen() throws IOException {
    var all =
        Todo.of(
            Map.of(Kind.RECHTZETTING, lines(letter("transactie", 2, "2026-12-01", ""))),
            MissingNode.getInstance(),
            tasks(
                task(5, TaskKind.RECALL_UNANSWERED, "2026-11-30"),
                task(6, TaskKind.LOOK_AT_RETURN, "2026-11-30")),
            SCHOOL,
            true);

    assertThat(all.todo()).extracting(Todo::sort).containsExactly(Todo.Sort.RECHTZETTING);
    assertThat(all.elsewhere()).containsExactly(Map.entry(TaskKind.RECALL_UNANSWERED, 1));
  }

  @Test
  void what_is_for_another_role_of_the_same_organisation_is_not_shown() throws IOException {
    var letters =
        Map.of(
            Kind.STOPBERICHT,
            lines(
                letter("id", 1, "2026-12-03", "").replace("school-ib", "school-directeur"),
                letter("id", 2, "2026-12-03", "")));

    var all = Todo.of(letters, MissingNode.getInstance(), MissingNode.getInstance(), SCHOOL, false);

    assertThat(all.todo()).hasSize(1);
    assertThat(all.todo().getFirst().path())
        .isEqualTo("/werk/taken/brief/stopbericht/00000000-0000-4000-8000-000000000002");
  }

  @Test
  void the_laws_that_can_be_named_for_keeping_are_those_that_sluis_takes() {
    assertThat(StopAnswers.NAME_THE_LAW).contains(String.join(", ", Answered.LAWS));
  }

  private static List<JsonNode> lines(String... lines) throws IOException {
    var read = new ArrayList<JsonNode>();
    for (var line : lines) {
      read.add(JSON.readTree(line));
    }
    return read;
  }

  private static JsonNode tasks(String... tasks) throws IOException {
    return JSON.readTree("{\"taken\": [" + String.join(",", List.of(tasks)) + "]}");
  }

  private static String letter(String name, int number, String due, String more) {
    return """
    {"%s": "00000000-0000-4000-8000-00000000000%d", "rol": "school-ib",
     "gemaaktOp": "2026-11-23T09:00:00Z", "uiterlijk": "%sT23:00:00Z", "teLaat": false%s}
    """
        .formatted(name, number, due, more);
  }

  private static String task(int number, TaskKind kind, String due) {
    return """
    {"id": "00000000-0000-4000-8000-00000000000%d", "soort": "%s",
     "over": "00000000-0000-4000-8000-0000000000ff", "geopendOp": "2026-11-23T09:00:00Z",
     "uiterlijk": "%sT23:00:00Z", "teLaat": false}
    """
        .formatted(number, kind.code(), due);
  }
}
