package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// Documenting afterwards what was told or given without consent: after acute danger within a day
/// (domain 3.6), when a record fell short, and when the family must still hear of it. It closes the
/// task at Sluis; the record itself is the organisation's own. May be shared between threads.
public final class AfterPages {
  static final String HOME = "/werk/nadocumentatie";
  static final Set<Task> MAY = Set.of(Task.MELDCODE, Task.TOESTEMMING);
  private static final String TASKS = "/v1/taken";
  private static final Set<String> KINDS =
      Set.of("nadocumentatie", "dossier-aanvullen", "gezin-informeren");
  private static final int SHORTEST = 10;
  private static final int LONGEST = 180;

  /// What is asked, in the order in which it stands in the record.
  static final List<String> QUESTIONS = List.of("wat", "aan-wie", "wanneer", "waarom", "gezin");

  AfterPages() {}

  /// What waits to be documented.
  ///
  /// @param id of the task
  /// @param kind its word at Sluis
  /// @param over the number of what went out
  /// @param until when it must be done
  /// @param late whether that is past
  public record Due(String id, String kind, String over, Instant until, boolean late) {
    /// Is it the whole meldcode record, which is filled in elsewhere at this desk?
    public boolean isRecord() {
      return kind.equals(TaskKind.RECORD_AFTERWARDS.code());
    }
  }

  /// The list.
  public record Dues(List<Due> due) {
    /// Copies its list.
    public Dues {
      due = List.copyOf(due);
    }
  }

  /// The form.
  ///
  /// @param phone whether Sluis says that one must phone now
  /// @param said what was typed, by question
  /// @param lacks the keys of what is missing
  /// @param refused what Sluis found wrong
  public record Documenting(
      Due due, boolean phone, Map<String, String> said, List<String> lacks, List<String> refused) {
    /// Copies its parts.
    public Documenting {
      said = Map.copyOf(said);
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
    }

    /// The questions in their order.
    public List<String> questions() {
      return QUESTIONS;
    }

    @Override
    public String toString() {
      return "documenting";
    }
  }

  void add(WorkRoutes routes) {
    routes.get(HOME, MAY, (who, _) -> list(who));
    routes.get(HOME + "/:id", MAY, this::form);
    routes.post(HOME + "/:id", MAY, this::close);
  }

  private static View list(Worker who) throws Stopped, IOException, InterruptedException {
    return new View.Shown("werkplek/gesprek-nadocumentatie", new Dues(due(who)), AskPages.TITLE);
  }

  private static List<Due> due(Worker who) throws Stopped, IOException, InterruptedException {
    return due(who.at().line().alone(TASKS));
  }

  /// What of these tasks is for documenting.
  static List<Due> due(JsonNode tasks) {
    var due = new ArrayList<Due>();
    for (var one : tasks.path("taken")) {
      if (KINDS.contains(one.path("soort").asText())) {
        due.add(
            new Due(
                one.path("id").asText(),
                one.path("soort").asText(),
                one.path("over").asText(),
                Instant.parse(one.path("uiterlijk").asText()),
                one.path("teLaat").asBoolean()));
      }
    }
    return due;
  }

  private static Optional<Due> one(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    return due(who).stream()
        .filter(one -> id.isPresent() && one.id().equals(id.get().toString()))
        .findFirst();
  }

  private View form(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var due = one(who, asked);
    return due.isEmpty()
        ? new View.Gone()
        : shown(who.at().line(), due.get(), Map.of(), List.of(), List.of());
  }

  private static View.Shown shown(
      OwnLine line, Due due, Map<String, String> said, List<String> lacks, List<String> refused)
      throws Stopped, IOException, InterruptedException {
    boolean phone =
        due.kind().equals("nadocumentatie")
            && line.get("/v1/acute-meldingen/" + due.over()).body().path("belNu").asBoolean();
    return new View.Shown(
        "werkplek/gesprek-documenteren",
        new Documenting(due, phone, said, lacks, refused),
        AskPages.TITLE);
  }

  private View close(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var due = one(who, asked);
    if (due.isEmpty()) {
      return new View.Gone();
    }
    var line = who.at().line();
    var said = new LinkedHashMap<String, String>();
    for (var question : QUESTIONS) {
      said.put(question, asked.one(question));
    }
    var lacks = lacks(said);
    if (!lacks.isEmpty()) {
      return shown(line, due.get(), said, lacks, List.of()).again();
    }
    var json = JsonNodeFactory.instance.objectNode().put("uitkomst", "gedaan");
    json.put("toelichting", told(said)).set("namens", AskForm.party(who.at().party()));
    var answer = line.post(TASKS + "/" + due.get().id() + "/afhandelingen", json);
    if (Refused.isMendable(answer)) {
      return shown(line, due.get(), said, List.of(), Refused.sentences(answer)).again();
    }
    if (answer.status() == 403) {
      var why = answer.body().path("detail").asText(answer.body().path("title").asText());
      return shown(line, due.get(), said, List.of(), List.of(why)).again();
    }
    Line.answered(answer);
    return new View.Moved(HOME);
  }

  /// The keys of what was left open, or is too long for what Sluis keeps of it.
  static List<String> lacks(Map<String, String> said) {
    return QUESTIONS.stream()
        .filter(
            question -> {
              var length = said.getOrDefault(question, "").length();
              return length < SHORTEST || length > LONGEST;
            })
        .map(question -> "werkplek-gesprek.fout.na." + question)
        .toList();
  }

  /// The record in one text, each answer behind its own word.
  static String told(Map<String, String> said) {
    var told = new ArrayList<String>();
    for (var question : QUESTIONS) {
      told.add(question.replace('-', ' ') + ": " + said.getOrDefault(question, ""));
    }
    return String.join("\n", told);
  }
}
