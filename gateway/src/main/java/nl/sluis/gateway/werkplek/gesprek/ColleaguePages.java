package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.gesprek.Waiting.Left;

/// A colleague signs along under what somebody said: with a session of their own, after reading all
/// of it. Only then it goes to Sluis, with both in it. May be shared between threads.
public final class ColleaguePages {
  static final Set<Task> MAY = Set.of(Task.TOESTEMMING, Task.MELDCODE);
  private static final String HOME = "/werk/meetekenen";

  private final Waiting waiting;

  ColleaguePages(Waiting waiting) {
    this.waiting = waiting;
  }

  /// The page with one field, for the code.
  ///
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Code(String wrong) {}

  /// What the colleague stands for.
  ///
  /// @param code under which it waits
  /// @param talk how the conversation is
  /// @param function of who wrote it down
  /// @param paper whether it stands on a signed form
  /// @param asked what was asked
  /// @param present who were there
  /// @param lines what was said, line by line
  public record Seen(
      String code,
      Standing talk,
      String function,
      boolean paper,
      String asked,
      String present,
      List<Said> lines) {
    /// Copies its list.
    public Seen {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "what a colleague stands for";
    }
  }

  /// What one person said on one line.
  ///
  /// @param person the word of the organisation for who spoke
  /// @param to who would get it
  /// @param word the code of what was said
  /// @param kinds about which kinds of data; empty for all that was asked
  public record Said(String person, String to, String word, List<String> kinds) {
    /// Copies its list.
    public Said {
      kinds = List.copyOf(kinds);
    }

    @Override
    public String toString() {
      return word;
    }
  }

  void add(WorkRoutes routes) {
    routes.get(HOME, MAY, (_, _) -> code(""));
    routes.post(HOME, MAY, this::look);
    routes.post(HOME + "/teken", MAY, this::sign);
  }

  static View.Shown code(String wrong) {
    return new View.Shown("werkplek/gesprek-meetekenen", new Code(wrong), AskPages.TITLE);
  }

  private View look(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var typed = asked.one("code");
    var left = waiting.look(Waiting.Who.of(who), typed);
    if (left.isEmpty()) {
      return code("werkplek-gesprek.fout.meetekencode").again();
    }
    return left.get().kind().equals(SignPages.KEY)
        ? SignPages.vouching(typed, left.get())
        : new View.Shown("werkplek/gesprek-gezien", seen(who, typed, left.get()), AskPages.TITLE);
  }

  private static Seen seen(Worker who, String typed, Left left)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var path = "/v1/toestemmingsverzoeken/" + left.content().path("verzoek").asText();
    var talk = Standing.of(line.ask(path), Names.of(line));
    var sheet = left.content().path("blad");
    var proof = sheet.path("bewijs");
    var lines = new ArrayList<Said>();
    for (var one : sheet.path("antwoorden")) {
      lines.add(said(one, talk));
    }
    return new Seen(
        typed,
        talk,
        left.function(),
        sheet.path("kanaal").asText().equals("papier"),
        proof.path("gevraagd").asText(""),
        proof.path("aanwezig").asText(""),
        lines);
  }

  private static Said said(JsonNode answer, Standing talk) {
    int number = answer.path("regel").asInt();
    var line = talk.lines().stream().filter(one -> one.number() == number).findFirst();
    var kinds = new ArrayList<String>();
    for (var code : answer.path("categorieen")) {
      kinds.add(line.map(one -> one.kinds().getOrDefault(code.asText(), "")).orElse(code.asText()));
    }
    return new Said(
        answer.path("persoon").asText(),
        line.map(Standing.Line::to).orElse(""),
        answer.path("antwoord").asText(),
        kinds);
  }

  /// One colleague, one time; when Sluis does not answer it is not on record and the first one
  /// starts again.
  private View sign(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var self = Waiting.Who.of(who);
    var code = asked.one("code");
    var left = waiting.look(self, code).filter(one -> one.kind().equals(TalkPages.ANSWERS));
    if (left.isEmpty() || waiting.take(self, code).isEmpty()) {
      return code("werkplek-gesprek.fout.meetekencode").again();
    }
    var id = left.get().content().path("verzoek").asText();
    Answer answer = send(who, id, left.get());
    if (Refused.isMendable(answer)) {
      return code("werkplek-gesprek.fout.niet-vastgelegd").again();
    }
    Line.answered(answer);
    return new View.Moved(AskPages.HOME + "/" + id + "/vastgelegd");
  }

  private static Answer send(Worker who, String id, Left left)
      throws Stopped, IOException, InterruptedException {
    var sheet = left.content().path("blad").<ObjectNode>deepCopy();
    sheet
        .withObject("/bewijs")
        .putObject("tweedePersoon")
        .put("id", who.pseudonym())
        .put("functie", who.function());
    return who.at().line().post("/v1/toestemmingsverzoeken/" + id + "/" + TalkPages.ANSWERS, sheet);
  }
}
