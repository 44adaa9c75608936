package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.partner.Letters.Kind;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// Everything that waits for a word of this organisation as one list by term, and a task that ends
/// with that word.
public final class TodoPages {
  static final String HOME = "/werk/taken";
  private static final String ONE = HOME + "/taak/:id";
  private static final String TASKS = "/v1/taken";
  private static final String OUTCOME = "uitkomst";
  private static final String REMARK = "toelichting";
  private static final int LONGEST = 1000;
  private static final int NOT_THERE = 404;
  private static final Set<String> OUTCOMES = Set.of("gedaan", "niet-nodig");
  private static final Set<String> DONE = Set.of("beantwoord", "afgehandeld");

  /// The list.
  ///
  /// @param todo by term
  /// @param elsewhere how many end somewhere else, by kind
  /// @param forAnother whether this desk works for another organisation under a mandate: then what
  ///   belongs to no purpose of it is not here, and a task ends with that organisation
  /// @param done the key of what was just done; empty when nothing was
  public record Listed(
      List<Todo> todo, Map<TaskKind, Integer> elsewhere, boolean forAnother, String done) {
    /// Copies its parts, in their order.
    public Listed {
      todo = List.copyOf(todo);
      elsewhere = Collections.unmodifiableMap(new LinkedHashMap<>(elsewhere));
    }
  }

  /// One task.
  ///
  /// @param id of the task
  /// @param kind which
  /// @param about the number of what it is about
  /// @param since from when it is open
  /// @param due until when
  /// @param late whether that day is over
  /// @param form what was filled in
  public record Job(
      UUID id, TaskKind kind, UUID about, Instant since, Instant due, boolean late, Form form) {
    /// Is it the whole meldcode record, which is filled in elsewhere at this desk?
    public boolean isRecord() {
      return kind == TaskKind.RECORD_AFTERWARDS;
    }
  }

  void add(WorkRoutes routes) {
    routes.get(HOME, PostbusPart.MAY, this::all);
    routes.get(ONE, PostbusPart.MAY, this::one);
    routes.post(ONE, PostbusPart.MAY, this::finish);
  }

  private View all(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var letters = new EnumMap<Kind, List<JsonNode>>(Kind.class);
    for (var kind : Kind.values()) {
      letters.put(kind, list(answered(who, "/v1/" + kind.list()), kind.list()));
    }
    boolean another = who.at().isNamens();
    var all =
        Todo.of(
            letters,
            answered(who, InquiryPages.ROAD),
            answered(who, TASKS),
            who.at().party(),
            another);
    var done = asked.query().getOrDefault("gedaan", "");
    return new View.Shown(
        PostbusPart.PAGES + "taken",
        new Listed(
            all.todo(),
            all.elsewhere(),
            another,
            DONE.contains(done) ? PostbusPart.TEXTS + "gedaan." + done : ""),
        PostbusPart.TITLE);
  }

  static JsonNode answered(Worker who, String path)
      throws Stopped, IOException, InterruptedException {
    var answer = who.at().line().own(path);
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    return answer.body();
  }

  private static List<JsonNode> list(JsonNode body, String name) {
    var lines = new ArrayList<JsonNode>();
    body.path(name).forEach(lines::add);
    return lines;
  }

  private View one(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return find(who, asked.id(), Form.empty())
        .<View>map(TodoPages::shown)
        .orElseGet(() -> Calm.gone(HOME));
  }

  private static Optional<Job> find(Worker who, Optional<UUID> id, Form form)
      throws Stopped, IOException, InterruptedException {
    if (id.isEmpty() || who.at().isNamens()) {
      return Optional.empty();
    }
    for (var task : who.at().line().ask(TASKS).path("taken")) {
      if (task.path("id").asText().equals(id.get().toString())) {
        return job(id.get(), task, form);
      }
    }
    return Optional.empty();
  }

  private static Optional<Job> job(UUID id, JsonNode task, Form form) {
    var kind = TaskKind.of(task.path("soort").asText()).filter(one -> one.end().bySystem());
    var about = SentPages.exchange(task.path("over").asText());
    var since = SentPages.moment(task.path("geopendOp").asText());
    var due = SentPages.moment(task.path("uiterlijk").asText());
    return kind.isEmpty() || about.isEmpty() || since.isEmpty() || due.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Job(
                id,
                kind.get(),
                about.get(),
                since.get(),
                due.get(),
                task.path("teLaat").asBoolean(),
                form));
  }

  private View finish(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var form = Form.of(asked, OUTCOME, REMARK);
    var found = find(who, asked.id(), wrong(form));
    if (found.isEmpty()) {
      return Calm.gone(HOME);
    }
    if (!found.get().form().wrong().isEmpty()) {
      return shown(found.get()).again();
    }
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("namens")
        .put("oin", who.at().party().oin().value())
        .put("rol", who.at().party().role().code());
    body.put(OUTCOME, form.value(OUTCOME)).put(REMARK, form.value(REMARK));
    var answer = who.at().line().post(TASKS + "/" + found.get().id() + "/afhandelingen", body);
    if (answer.status() == NOT_THERE) {
      return Calm.gone(HOME);
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    return new View.Moved(HOME + "?gedaan=afgehandeld");
  }

  private static Form wrong(Form form) {
    if (!OUTCOMES.contains(form.value(OUTCOME))) {
      return form.wrong(PostbusPart.TEXTS + "fout.uitkomst");
    }
    var remark = form.value(REMARK);
    return remark.isEmpty() || remark.length() > LONGEST
        ? form.wrong(PostbusPart.TEXTS + "fout.toelichting")
        : form;
  }

  private static View.Shown shown(Job job) {
    return new View.Shown(PostbusPart.PAGES + "taak", job, PostbusPart.TITLE);
  }
}
