package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// One conversation that is on record: how far it is, its form on paper, what somebody said, and a
/// code for who sits beside the professional. What another organisation asked is not there. May be
/// shared between threads.
public final class TalkPages {
  static final String ANSWERS = "antwoorden";
  private static final String ONE = AskPages.HOME + "/:id";
  private static final String ASKED = "/v1/toestemmingsverzoeken/";
  private static final List<String> PAPER = List.of("nl", "en");

  private final Waiting waiting;

  TalkPages(Waiting waiting) {
    this.waiting = waiting;
  }

  /// The form for what one person said.
  ///
  /// @param lacks the keys of what is missing
  /// @param refused what Sluis found wrong with it, in its own sentences
  public record Answering(
      Standing talk, AnswerForm form, List<String> lacks, List<String> refused) {
    /// Copies its lists.
    public Answering {
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
    }
  }

  /// The page after something was done.
  ///
  /// @param key what was done
  /// @param code for the colleague; empty when none signs along
  public record Done(Standing talk, String key, String code) {
    @Override
    public String toString() {
      return key;
    }
  }

  /// The page on which the child is named once more: Sluis does not say which child a number is
  /// about.
  ///
  /// @param child what was typed
  /// @param person what was typed
  /// @param lacks the keys of what is missing
  /// @param refused what Sluis found wrong with it
  /// @param until when the code ends; empty when none was asked
  /// @param custody what the own organisation recorded; empty when that was not asked
  public record People(
      Standing talk,
      AskForm.Child child,
      String person,
      List<String> lacks,
      List<String> refused,
      Optional<Instant> until,
      Optional<List<Custody>> custody) {
    /// Copies its lists.
    public People {
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
      custody = custody.map(List::copyOf);
    }
  }

  /// What the own organisation recorded of gezag.
  ///
  /// @param situation its code
  /// @param since from which day
  /// @param confirmed whether nobody else must look at it first
  /// @param holders those of the words that were named who have it, each with how
  /// @param others how many have something of it who were not named
  public record Custody(
      String situation, String since, boolean confirmed, List<String> holders, int others) {
    /// Copies its list.
    public Custody {
      holders = List.copyOf(holders);
    }
  }

  void add(WorkRoutes routes) {
    routes.get(ONE, AskPages.MAY, this::show);
    routes.get(ONE + "/blad/:taal", AskPages.MAY, this::print);
    routes.get(ONE + "/antwoord", AskPages.MAY, this::form);
    routes.post(ONE + "/antwoord", AskPages.MAY, this::answer);
    routes.get(ONE + "/vastgelegd", AskPages.MAY, this::recorded);
    routes.get(ONE + "/personen", AskPages.MAY, this::people);
    routes.post(ONE + "/personen", AskPages.MAY, this::ask);
  }

  /// The conversation; empty when it is not of this organisation or not there at all.
  private static Optional<Standing> standing(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var answer = who.at().line().get(ASKED + id.get());
    return answer.status() == 404
        ? Optional.empty()
        : Optional.of(Standing.of(Line.answered(answer), Names.of(who.at().line())));
  }

  private View show(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return standing(who, asked)
        .<View>map(talk -> new View.Shown("werkplek/gesprek-stand", talk, AskPages.TITLE))
        .orElseGet(View.Gone::new);
  }

  /// The form that people sign, made by Sluis in the words of their own page.
  private View print(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    var language = asked.path().getOrDefault("taal", "");
    if (id.isEmpty() || !PAPER.contains(language)) {
      return new View.Gone();
    }
    return paper(who, ASKED + id.get() + "/formulier?taal=" + language);
  }

  static View paper(Worker who, String path) throws Stopped, IOException, InterruptedException {
    return who.at()
        .line()
        .file(path)
        .<View>map(bytes -> new View.File("formulier.pdf", "application/pdf", bytes))
        .orElseGet(View.Gone::new);
  }

  private View form(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var now = who.at().line().clock().instant();
    return standing(who, asked)
        .<View>map(talk -> answering(talk, AnswerForm.empty(now), List.of(), List.of()))
        .orElseGet(View.Gone::new);
  }

  private static View.Shown answering(
      Standing talk, AnswerForm form, List<String> lacks, List<String> refused) {
    var keys = lacks.stream().map(key -> "werkplek-gesprek." + key).toList();
    return new View.Shown(
        "werkplek/gesprek-antwoord", new Answering(talk, form, keys, refused), AskPages.TITLE);
  }

  private View answer(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var talk = standing(who, asked);
    if (talk.isEmpty()) {
      return new View.Gone();
    }
    var line = who.at().line();
    var lines = talk.get().kinds();
    var form = AnswerForm.read(asked, lines);
    var lacks = form.lacks(lines, line.clock().instant());
    if (!lacks.isEmpty()) {
      return answering(talk.get(), form, lacks, List.of()).again();
    }
    var json = form.json(who.at().party(), who.pseudonym(), who.function());
    if (form.waitsForColleague()) {
      return left(who, talk.get(), json);
    }
    var answer = line.post(ASKED + talk.get().id() + "/" + ANSWERS, json);
    if (Refused.isMendable(answer)) {
      return answering(talk.get(), form, List.of(), Refused.sentences(answer)).again();
    }
    Line.answered(answer);
    return new View.Moved(AskPages.HOME + "/" + talk.get().id() + "/vastgelegd");
  }

  /// Nothing is on record yet: it waits for the colleague who was there.
  private View left(Worker who, Standing talk, ObjectNode json) {
    var content = JsonNodeFactory.instance.objectNode();
    content.put("verzoek", talk.id().toString()).set("blad", json);
    var code = waiting.leave(Waiting.Who.of(who), ANSWERS, content);
    return new View.Shown(
        "werkplek/gesprek-gedaan", new Done(talk, "werkplek-gesprek.wacht", code), AskPages.TITLE);
  }

  private View recorded(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return standing(who, asked)
        .<View>map(
            talk ->
                new View.Shown(
                    "werkplek/gesprek-gedaan",
                    new Done(talk, "werkplek-gesprek.vastgelegd", ""),
                    AskPages.TITLE))
        .orElseGet(View.Gone::new);
  }

  private View people(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return standing(who, asked)
        .<View>map(
            talk ->
                people(
                    new People(
                        talk,
                        new AskForm.Child(AskForm.Child.OWN, ""),
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())))
        .orElseGet(View.Gone::new);
  }

  private static View.Shown people(People people) {
    return new View.Shown("werkplek/gesprek-personen", people, AskPages.TITLE);
  }

  private View ask(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var talk = standing(who, asked);
    if (talk.isEmpty()) {
      return new View.Gone();
    }
    var child = AskForm.Child.read(asked);
    var person = asked.one("persoon");
    var lacks = new ArrayList<String>();
    if (child.value().isEmpty()) {
      lacks.add("werkplek-gesprek.fout.kind");
    }
    if (person.isEmpty()) {
      lacks.add("werkplek-gesprek.fout.persoon");
    }
    var plain =
        new People(talk.get(), child, person, lacks, List.of(), Optional.empty(), Optional.empty());
    if (!lacks.isEmpty()) {
      return people(plain).again();
    }
    return asked.one("doe").equals("gezag") ? custody(who, plain) : code(who, plain);
  }

  /// Whether the code arrived is not told: it would say whether somebody ever logged in.
  private static View code(Worker who, People of)
      throws Stopped, IOException, InterruptedException {
    var json = about(who, of.child()).put("persoon", of.person());
    json.put("doel", of.talk().purpose());
    var receivers = json.putArray("ontvangers");
    of.talk().open().stream().map(Standing.Line::oin).distinct().forEach(receivers::add);
    var answer = who.at().line().post("/v1/aanwezigheidscodes", json);
    if (Refused.isMendable(answer)) {
      return people(refused(of, Refused.sentences(answer))).again();
    }
    var until = Instant.parse(Line.answered(answer).path("geldigTot").asText());
    return people(
        new People(
            of.talk(),
            of.child(),
            of.person(),
            List.of(),
            List.of(),
            Optional.of(until),
            Optional.empty()));
  }

  private static ObjectNode about(Worker who, AskForm.Child child) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("namens", AskForm.party(who.at().party()));
    json.set("betrokkene", child.json());
    return json;
  }

  private static People refused(People of, List<String> sentences) {
    return new People(
        of.talk(),
        of.child(),
        of.person(),
        List.of(),
        sentences,
        Optional.empty(),
        Optional.empty());
  }

  /// What the own organisation recorded; what another did, it does not hear.
  private static View custody(Worker who, People of)
      throws Stopped, IOException, InterruptedException {
    var json = about(who, of.child());
    var words = json.putArray("personen");
    Stream.of(of.person().split("[,;]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    var answer = who.at().line().post("/v1/gezagsgegevens/raadplegingen", json);
    if (Refused.isMendable(answer)) {
      return people(refused(of, Refused.sentences(answer))).again();
    }
    var found = new ArrayList<Custody>();
    for (var one : Line.answered(answer).path("gegevens")) {
      var holders = new ArrayList<String>();
      int others = 0;
      for (var holder : one.path("houders")) {
        if (holder.hasNonNull("persoon")) {
          holders.add(
              holder.path("persoon").asText() + " (" + holder.path("hoedanigheid").asText() + ")");
        } else {
          others++;
        }
      }
      found.add(
          new Custody(
              one.path("situatie").asText(one.path("domein").asText()),
              one.path("geldigVanaf").asText(),
              !one.path("voorlopig").asBoolean(),
              holders,
              others));
    }
    return people(
        new People(
            of.talk(),
            of.child(),
            of.person(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(found)));
  }

  /// The number of a conversation in an address.
  static String path(UUID id) {
    return AskPages.HOME + "/" + id;
  }
}
