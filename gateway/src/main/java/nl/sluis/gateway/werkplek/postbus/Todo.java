package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.partner.Letters.Kind;
import nl.sluis.gateway.taak.TaskEnd;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.policies.terms.PartyRole;

/// One thing that waits for a word of this organisation, whatever list of Sluis it stands in. It
/// names no child. Immutable.
///
/// @param sort in which list it stands
/// @param word which of those: the outcome, the wish, or the kind of task
/// @param id by which it is known
/// @param since from when it stands there
/// @param due until when; empty when there is no term
/// @param late whether that day is over
public record Todo(
    Sort sort, String word, UUID id, Instant since, Optional<Instant> due, boolean late) {
  /// Late first by itself: whose term ends first stands on top, and what has none below.
  private static final Comparator<Todo> ORDER =
      Comparator.comparing((Todo one) -> one.due().orElse(Instant.MAX))
          .thenComparing(Todo::since)
          .thenComparing(Todo::id);

  /// In which list of Sluis it stands.
  public enum Sort {
    /// Something to stop (AVG 7(3), 21).
    STOPBERICHT,
    /// Something that should not have come, or not so.
    RECHTZETTING,
    /// Something that its sender mended or erased (AVG 19).
    ONTVANGERSBERICHT,
    /// Something that a receiver gave back.
    RETOUR,
    /// A question that was read and that can be answered (Wmo 2015 5.2.6).
    VRAAG,
    /// Something that ends with the word of a professional.
    TAAK;

    static Sort of(Kind kind) {
      return switch (kind) {
        case STOPBERICHT -> STOPBERICHT;
        case RECHTZETTING -> RECHTZETTING;
        case ONTVANGERSBERICHT -> ONTVANGERSBERICHT;
        case RETOUR -> RETOUR;
      };
    }
  }

  /// Everything that waits, and what waits for somebody else.
  ///
  /// @param todo by term
  /// @param elsewhere how many tasks of each kind end at another place than here, in the order in
  ///   which they came
  record All(List<Todo> todo, Map<TaskKind, Integer> elsewhere) {
    All {
      todo = List.copyOf(todo);
      elsewhere = Collections.unmodifiableMap(new LinkedHashMap<>(elsewhere));
    }
  }

  /// Puts what stands in the lists of Sluis together as one.
  ///
  /// @param letters per kind the line of each letter
  /// @param questions the answer of `GET /v1/vragen`
  /// @param tasks the answer of `GET /v1/taken`
  /// @param self in which role this organisation is here; what is for another role is not shown
  /// @param another whether somebody else works for it under a mandate: no task ends here then
  static All of(
      Map<Kind, List<JsonNode>> letters,
      JsonNode questions,
      JsonNode tasks,
      PartyRole self,
      boolean another) {
    var todo = new ArrayList<Todo>();
    letters.forEach(
        (kind, lines) ->
            lines.stream()
                .filter(line -> line.path("rol").asText().equals(self.role().code()))
                .forEach(line -> letter(kind, line).ifPresent(todo::add)));
    for (var question : questions.path("vragen")) {
      if (question.path("kant").asText().equals("ontvangen")
          && question.path("stand").asText().equals("open")
          && question.path("aan").path("rol").asText().equals(self.role().code())) {
        one(Sort.VRAAG, "", question.path("transactie").asText(), question, "gesteldOp")
            .ifPresent(todo::add);
      }
    }
    var elsewhere = new LinkedHashMap<TaskKind, Integer>();
    for (var task : tasks.path("taken")) {
      TaskKind.of(task.path("soort").asText())
          .ifPresent(kind -> task(kind, task, another, todo, elsewhere));
    }
    todo.sort(ORDER);
    return new All(todo, elsewhere);
  }

  private static void task(
      TaskKind kind,
      JsonNode task,
      boolean another,
      List<Todo> todo,
      Map<TaskKind, Integer> elsewhere) {
    if (isHere(kind)) {
      if (another) {
        elsewhere.merge(kind, 1, Integer::sum);
        return;
      }
      one(Sort.TAAK, kind.code(), task.path("id").asText(), task, "geopendOp").ifPresent(todo::add);
    } else if (!isLetter(kind.end())) {
      elsewhere.merge(kind, 1, Integer::sum);
    }
  }

  /// Does it end with the word of a professional at this desk? What was given back is read and
  /// ended with the letter about it.
  static boolean isHere(TaskKind kind) {
    return kind.end().bySystem() && kind != TaskKind.LOOK_AT_RETURN;
  }

  /// Is what ends it a letter or a question, which stands in the list itself?
  private static boolean isLetter(TaskEnd end) {
    return switch (end) {
      case RECHTZETTING, TERUGROEPING, ONTVANGERSBERICHT, VRAAG, WOORD, VEILIGHEID -> true;
      case FUNCTIONARIS, ANTWOORD, GEBRUIK, NAKIJKING, OORDEEL, ZAAK, TWEEDE -> false;
    };
  }

  private static Optional<Todo> letter(Kind kind, JsonNode line) {
    return switch (kind) {
      case STOPBERICHT -> one(Sort.of(kind), "", line.path("id").asText(), line, "gemaaktOp");
      case RECHTZETTING ->
          one(
              Sort.of(kind),
              line.path("uitkomst").asText(),
              line.path("transactie").asText(),
              line,
              "gemaaktOp");
      case ONTVANGERSBERICHT ->
          one(
              Sort.of(kind),
              line.path("wat").asText(),
              line.path("id").asText(),
              line,
              "gemaaktOp");
      case RETOUR ->
          one(
              Sort.of(kind),
              line.path("reden").asText(),
              line.path("id").asText(),
              line,
              "gemaaktOp");
    };
  }

  /// What is not in form is left out: nobody can do anything with it.
  private static Optional<Todo> one(
      Sort sort, String word, String id, JsonNode line, String since) {
    var moment = SentPages.moment(line.path(since).asText());
    return SentPages.exchange(id)
        .filter(_ -> moment.isPresent())
        .map(
            known ->
                new Todo(
                    sort,
                    word,
                    known,
                    moment.get(),
                    SentPages.moment(line.path("uiterlijk").asText()),
                    line.path("teLaat").asBoolean()));
  }

  /// Where it is done.
  public String path() {
    return switch (sort) {
      case STOPBERICHT, RECHTZETTING, ONTVANGERSBERICHT, RETOUR ->
          LetterPages.HOME + "/" + sort.name().toLowerCase(Locale.ROOT) + "/" + id;
      case VRAAG -> InquiryPages.HOME;
      case TAAK -> TodoPages.HOME + "/taak/" + id;
    };
  }

  /// The key of what it is called.
  public String key() {
    return sort == Sort.TAAK
        ? "toezicht-werk.soort." + word
        : PostbusPart.TEXTS + "brief." + sort.name().toLowerCase(Locale.ROOT);
  }
}
