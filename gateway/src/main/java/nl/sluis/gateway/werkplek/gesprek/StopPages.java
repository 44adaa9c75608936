package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// Taking a yes back in the name of who said it (AVG 7 lid 3): no reason, no proof, no second
/// person, and it holds from the answer. May be shared between threads.
public final class StopPages {
  private static final String HOME = "/werk/toestemming";
  private static final String ONE = HOME + "/:id";
  private static final String CONSENT = "/v1/toestemmingen/";

  /// The form.
  ///
  /// @param consent which one
  /// @param to who may not get it any more
  /// @param kinds what it is about, by code
  /// @param goesOn what goes on without it, in the words of the convenant
  /// @param told what the convenant says of stopping
  /// @param person what was typed
  /// @param chosen which kinds were ticked; none is all of them
  /// @param paper whether it stands on a form
  /// @param moment when it was said
  /// @param lacks the keys of what is missing
  /// @param refused what Sluis found wrong
  public record Stopping(
      UUID consent,
      String to,
      Map<String, String> kinds,
      List<String> goesOn,
      String told,
      String person,
      List<String> chosen,
      boolean paper,
      String moment,
      List<String> lacks,
      List<String> refused) {
    /// Copies its parts.
    public Stopping {
      kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
      goesOn = List.copyOf(goesOn);
      chosen = List.copyOf(chosen);
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
    }

    @Override
    public String toString() {
      return "stopping";
    }
  }

  void add(WorkRoutes routes) {
    routes.get(ONE, AskPages.MAY, this::page);
    routes.get(ONE + "/stopblad/:taal", AskPages.MAY, this::print);
    routes.post(ONE + "/stoppen", AskPages.MAY, this::stop);
    routes.get(ONE + "/gestopt", AskPages.MAY, (_, _) -> stopped());
  }

  private static View stopped() {
    return new View.Shown("werkplek/gesprek-gestopt", "", AskPages.TITLE);
  }

  private View print(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    var language = asked.path().getOrDefault("taal", "");
    return id.isEmpty() || !List.of("nl", "en").contains(language)
        ? new View.Gone()
        : TalkPages.paper(who, CONSENT + id.get() + "/stopformulier?taal=" + language);
  }

  private View page(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var now = AnswerForm.empty(who.at().line().clock().instant()).moment();
    return shown(who, asked, "", List.of(), false, now)
        .<View>map(model -> new View.Shown("werkplek/gesprek-stoppen", model, AskPages.TITLE))
        .orElseGet(View.Gone::new);
  }

  private static Optional<Stopping> shown(
      Worker who, Asked asked, String person, List<String> chosen, boolean paper, String moment)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var line = who.at().line();
    var answer = line.get(CONSENT + id.get());
    var follows = line.post(CONSENT + id.get() + "/intrekkingsgevolgen", inName(who));
    if (answer.status() == 404 || follows.status() == 404) {
      return Optional.empty();
    }
    var names = Names.of(line);
    var consent = Line.answered(answer);
    var effect = Line.answered(follows);
    var kinds = new LinkedHashMap<String, String>();
    consent.path("categorieen").forEach(c -> kinds.put(c.asText(), names.kind(c.asText())));
    return Optional.of(
        new Stopping(
            id.get(),
            names.party(consent.path("aan")),
            kinds,
            goesOn(effect),
            effect.path("tekst").asText(""),
            person,
            chosen,
            paper,
            moment,
            List.of(),
            List.of()));
  }

  private static List<String> goesOn(JsonNode effect) {
    var sentences = new ArrayList<String>();
    effect.path("gaatDoor").forEach(one -> sentences.add(one.path("zin").asText()));
    return sentences.stream().filter(one -> !one.isEmpty()).distinct().toList();
  }

  private static ObjectNode inName(Worker who) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("namens", AskForm.party(who.at().party()));
    return json;
  }

  private View stop(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var person = asked.one("persoon");
    var at = AnswerForm.moment(asked.one("tijdstip")).map(AnswerForm::instant);
    boolean paper = asked.one("kanaal").equals("papier");
    var chosen = asked.many("soort-gegevens");
    var shown = shown(who, asked, person, chosen, paper, asked.one("tijdstip"));
    if (shown.isEmpty()) {
      return new View.Gone();
    }
    var model = shown.get();
    var lacks = lacks(person, at, who.at().line().clock().instant());
    if (!lacks.isEmpty()) {
      return again(model, lacks, List.of());
    }
    var json = inName(who).put("persoon", person).put("kanaal", paper ? "papier" : "mondeling");
    json.put("tijdstip", at.orElseThrow().toString());
    var part = chosen.stream().filter(model.kinds()::containsKey).toList();
    if (!part.isEmpty() && part.size() < model.kinds().size()) {
      part.forEach(json.putArray("categorieen")::add);
    }
    var answer = who.at().line().post(CONSENT + model.consent() + "/intrekkingen", json);
    if (Refused.isMendable(answer)) {
      return again(model, List.of(), Refused.sentences(answer));
    }
    Line.answered(answer);
    return new View.Moved(HOME + "/" + model.consent() + "/gestopt");
  }

  private static List<String> lacks(String person, Optional<Instant> at, Instant now) {
    var lacks = new ArrayList<String>();
    if (person.isEmpty() || person.length() > 64) {
      lacks.add("werkplek-gesprek.fout.persoon");
    }
    if (at.filter(moment -> !moment.isAfter(now)).isEmpty()) {
      lacks.add("werkplek-gesprek.fout.tijdstip");
    }
    return lacks;
  }

  private static View again(Stopping of, List<String> lacks, List<String> refused) {
    var model =
        new Stopping(
            of.consent(),
            of.to(),
            of.kinds(),
            of.goesOn(),
            of.told(),
            of.person(),
            of.chosen(),
            of.paper(),
            of.moment(),
            lacks,
            refused);
    return new View.Shown("werkplek/gesprek-stoppen", model, AskPages.TITLE).again();
  }
}
