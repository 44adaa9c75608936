package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Letters.Kind;
import nl.sluis.gateway.partner.Letters.Letter;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.stopbericht.Answered;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.DataCategory;

/// One letter: what Sluis or a receiver asks or tells, proved to be theirs, and what this
/// organisation says that it did.
public final class LetterPages {
  static final String HOME = TodoPages.HOME + "/brief";
  private static final String ONE = HOME + "/:soort/:id";
  private static final String DONE = "gedaan";
  private static final String KEEPS = "bewaard-om-wettelijke-plicht";
  private static final String LAW = "wet";
  private static final String ARTICLE = "artikel";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}([.:]\\d{1,3}){0,2}[a-z]?");

  /// What can be said to have been done, for which there are words.
  static final Set<String> ANSWERS =
      Set.of("gestopt", "gewist", "gerectificeerd", "aangetekend", "niet-meer-aanwezig", KEEPS);

  /// What a letter can say of itself, for which there are words.
  private static final Set<String> WORDS =
      Set.of(
          "onterecht",
          "teruggehaald",
          "teruggeroepen",
          "vervangen",
          "rectificatie",
          "wissing",
          "verkeerd-geadresseerd",
          "niet-nodig",
          "onleesbaar");

  private static final int NOT_THERE = 404;

  /// One letter as it is read.
  ///
  /// @param kind which
  /// @param id by which it is known
  /// @param word the outcome, the wish or the reason; empty when there is none
  /// @param due until when
  /// @param late whether that day is over
  /// @param asked what is asked, in the words that were signed; empty when nothing is
  /// @param exchanges the numbers of what it is about, which stand in the own file
  /// @param replacedBy the number of what comes in its place; empty when nothing does
  /// @param categories the codes of the categories it is about; empty when it is about all
  /// @param answers what can be said; empty when nothing is waited for
  /// @param task the task that ends with having read what was given back; empty for any other
  ///   letter
  /// @param form what was filled in
  public record Read(
      Kind kind,
      UUID id,
      String word,
      Optional<Instant> due,
      boolean late,
      String asked,
      List<String> exchanges,
      String replacedBy,
      List<String> categories,
      List<String> answers,
      String task,
      Form form) {
    /// Copies its lists.
    public Read {
      exchanges = List.copyOf(exchanges);
      categories = List.copyOf(categories);
      answers = List.copyOf(answers);
    }

    /// Where the answer goes.
    public String path() {
      return HOME + "/" + kind.field() + "/" + id;
    }

    /// Can the answer be that it is kept because the law says so?
    public boolean keeps() {
      return answers.contains(KEEPS);
    }

    /// The laws that can be named for that.
    public List<String> laws() {
      return Answered.LAWS;
    }

    Read with(Form filled) {
      return new Read(
          kind,
          id,
          word,
          due,
          late,
          asked,
          exchanges,
          replacedBy,
          categories,
          answers,
          task,
          filled);
    }

    Read with(String found) {
      return new Read(
          kind,
          id,
          word,
          due,
          late,
          asked,
          exchanges,
          replacedBy,
          categories,
          answers,
          found,
          form);
    }
  }

  void add(WorkRoutes routes) {
    routes.get(ONE, PostbusPart.MAY, this::read);
    routes.post(ONE, PostbusPart.MAY, this::answer);
  }

  private View read(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    try {
      var found = find(who, asked);
      if (found.isEmpty()) {
        return Calm.gone(TodoPages.HOME);
      }
      var letter = found.get();
      // Under a mandate the task is of the organisation itself.
      return shown(
          letter.kind() == Kind.RETOUR && !who.at().isNamens()
              ? letter.with(task(who, letter))
              : letter);
    } catch (Stopped stopped) {
      return distrusted(stopped);
    }
  }

  /// The open task about what was given back.
  private static String task(Worker who, Read letter)
      throws Stopped, IOException, InterruptedException {
    for (var task : who.at().line().ask("/v1/taken").path("taken")) {
      if (task.path("soort").asText().equals(TaskKind.LOOK_AT_RETURN.code())
          && letter.exchanges().contains(task.path("over").asText())) {
        return task.path("id").asText();
      }
    }
    return "";
  }

  private static View distrusted(Stopped stopped) throws Stopped {
    if (stopped.ending() != Ending.NIET_TE_VERTROUWEN) {
      throw stopped;
    }
    return Calm.distrusted(String.valueOf(stopped.getMessage()), TodoPages.HOME);
  }

  private static Optional<Read> find(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var word = asked.path().getOrDefault("soort", "");
    var kind = Arrays.stream(Kind.values()).filter(one -> one.field().equals(word)).findFirst();
    var id = asked.id();
    if (kind.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    var line = who.at().line();
    var book = line.book();
    var found = new ArrayList<Letter>();
    var unread = line.letters().fetch(kind.get(), book, found::add);
    var role = who.at().party().role().code();
    for (var one : unread) {
      // The others of this kind are what they are; of this one nothing is shown but why.
      if (one.id().equals(id.get().toString()) && one.role().equals(role)) {
        throw new Stopped(Ending.NIET_TE_VERTROUWEN, one.why());
      }
    }
    return found.stream()
        .filter(letter -> letter.id().equals(id.get().toString()))
        .filter(letter -> letter.entry().path("rol").asText().equals(role))
        .findFirst()
        .map(letter -> read(letter, id.get()));
  }

  private static Read read(Letter letter, UUID id) {
    var claims = letter.claims();
    var exchanges = texts(claims.path("transacties"));
    var one = claims.path("transactie").asText(letter.entry().path("transactie").asText());
    var categories = new ArrayList<String>();
    for (var code : texts(claims.path("categorieen"))) {
      DataCategory.of(code).ifPresent(known -> categories.add(known.name()));
    }
    return new Read(
        letter.kind(),
        id,
        WORDS.contains(word(letter)) ? word(letter) : "",
        SentPages.moment(letter.entry().path("uiterlijk").asText()),
        letter.entry().path("teLaat").asBoolean(),
        claims.path("gevraagd").asText(),
        exchanges.isEmpty() && !one.isEmpty() ? List.of(one) : exchanges,
        claims.path("vervangenDoor").asText(),
        categories,
        letter.kind().isAnswered()
            ? texts(claims.path("antwoorden")).stream().filter(ANSWERS::contains).toList()
            : List.of(),
        "",
        Form.empty());
  }

  private static String word(Letter letter) {
    return switch (letter.kind()) {
      case STOPBERICHT -> "";
      case RECHTZETTING -> letter.claims().path("uitkomst").asText();
      case ONTVANGERSBERICHT -> letter.entry().path("wat").asText();
      case RETOUR -> letter.claims().path("reden").asText();
    };
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private View answer(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var form = Form.of(asked, DONE, LAW, ARTICLE);
    Optional<Read> found;
    try {
      found = find(who, asked).filter(letter -> letter.kind().isAnswered());
    } catch (Stopped stopped) {
      return distrusted(stopped);
    }
    if (found.isEmpty()) {
      return Calm.gone(TodoPages.HOME);
    }
    var letter = found.get();
    var wrong = wrong(form, letter.answers());
    if (!wrong.isEmpty()) {
      return shown(letter.with(form.wrong(PostbusPart.TEXTS + "fout." + wrong))).again();
    }
    var path = "/v1/" + letter.kind().list() + "/" + letter.id() + "/bevestigingen";
    var answer = who.at().line().post(path, body(who, letter.kind(), form));
    if (answer.status() == NOT_THERE) {
      return Calm.gone(TodoPages.HOME);
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    return new View.Moved(TodoPages.HOME + "?gedaan=beantwoord");
  }

  /// What a person still has to fill in; empty when nothing.
  static String wrong(Form form, List<String> answers) {
    if (!answers.contains(form.value(DONE))) {
      return DONE;
    }
    boolean named =
        Answered.LAWS.contains(form.value(LAW)) && NUMBER.matcher(form.value(ARTICLE)).matches();
    return form.is(DONE, KEEPS) && !named ? "grond" : "";
  }

  private static ObjectNode body(Worker who, Kind kind, Form form) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("namens")
        .put("oin", who.at().party().oin().value())
        .put("rol", who.at().party().role().code());
    body.put(DONE, form.value(DONE));
    if (form.is(DONE, KEEPS)) {
      body.putObject("grond").put(LAW, form.value(LAW)).put(ARTICLE, form.value(ARTICLE));
    }
    // A message to stop asks what was done and not by whom.
    if (kind != Kind.STOPBERICHT) {
      body.put("functie", who.function());
    }
    return body;
  }

  private static View.Shown shown(Read letter) {
    return new View.Shown(PostbusPart.PAGES + "brief", letter, PostbusPart.TITLE);
  }
}
