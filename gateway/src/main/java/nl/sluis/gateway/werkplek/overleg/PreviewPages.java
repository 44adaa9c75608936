package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.gateway.werkplek.overleg.Laws.ReadLaw;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Choice;
import nl.sluis.gateway.werkplek.overleg.PreviewModels.Block;
import nl.sluis.gateway.werkplek.overleg.PreviewModels.Stand;
import nl.sluis.gateway.werkplek.overleg.PreviewModels.Start;
import nl.sluis.gateway.werkplek.overleg.PreviewModels.Text;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.terms.Purpose;

/// The text that a family reads before it goes (BW 7:457, 7:464): laying it ready, and following
/// what those who must read say of it. Who read and who said what is not shown to who wrote it.
///
/// May be shared between threads.
final class PreviewPages {
  static final String PATH = "/werk/inzage";

  /// What lies ready, and for which road a text can be laid ready.
  View start(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var texts = new ArrayList<Text>();
    for (var one : who.at().line().alone("/v1/leesstukken").path("leesstukken")) {
      if (one.path("rol").asText().equals(who.at().party().role().code())) {
        texts.add(
            new Text(
                PATH + "/" + one.path("id").asText(),
                purpose(who, one.path("doel").asText()),
                OverlegPages.partyName(who, one.path("aan")),
                CategoryForm.shown(one.path("klaargelegdOp").asText()),
                CategoryForm.shown(one.path("lezenTot").asText())));
      }
    }
    var roads = new ArrayList<Choice>();
    for (var law : Laws.readFirst(who.at())) {
      roads.add(
          new Choice(
              law.word(),
              purpose(who, law.rule().purpose().code())
                  + " "
                  + MinutesShown.name(who, law.receiver()),
              false));
    }
    return new View.Shown("werkplek/overleg-inzage", new Start(texts, roads), OverlegPages.TITLE);
  }

  static String purpose(Worker who, String code) {
    if (!Purpose.isPurpose(code)) {
      return code;
    }
    return Laws.inForce(who.at()).stream()
        .flatMap(one -> Optional.ofNullable(one.purposes().get(new Purpose(code))).stream())
        .findFirst()
        .orElse(code);
  }

  /// An empty form for the road that was chosen; of what is no road nothing.
  View begin(Worker who, Asked asked) throws InputFault {
    var word = asked.one("weg");
    return law(who, word).isEmpty()
        ? new View.Moved(PATH)
        : new View.Moved(PATH + "/nieuw/" + word);
  }

  static Optional<ReadLaw> law(Worker who, String word) {
    return Laws.readFirst(who.at()).stream().filter(one -> one.word().equals(word)).findFirst();
  }

  /// The form of a text.
  View form(Worker who, Asked asked) throws InputFault {
    var law = law(who, asked.path().getOrDefault("weg", ""));
    return law.isEmpty() ? new View.Gone() : form(who, asked, law.get(), List.of());
  }

  private static View.Shown form(Worker who, Asked asked, ReadLaw law, List<String> faults)
      throws InputFault {
    var share = share(law);
    var blocks = new ArrayList<Block>();
    for (var part : share.parts().entrySet()) {
      var form = CategoryForm.of(law.convenant(), part.getValue().form()).orElseThrow();
      blocks.add(
          new Block(
              MinutesShown.label(law.convenant(), part.getKey()),
              form.description(),
              share.required().contains(part.getKey()),
              form.inputs(form.read(asked.form()))));
    }
    var model =
        new PreviewModels.Write(
            PATH + "/nieuw/" + law.word(),
            purpose(who, law.rule().purpose().code()),
            MinutesShown.name(who, law.receiver()),
            reads(law),
            asked.one("kenmerk"),
            asked.one("soort").equals("koppelcode"),
            blocks,
            faults);
    return new View.Shown("werkplek/overleg-leesstuk", model, OverlegPages.TITLE);
  }

  static Share.Some share(ReadLaw law) {
    return Share.of(law.convenant(), law.rule(), law.receiver());
  }

  private static String reads(ReadLaw law) {
    return law.rule().conditions().stream()
        .map(law.convenant().conditions()::get)
        .flatMap(one -> Optional.ofNullable(one).flatMap(Condition::readFirst).stream())
        .map(first -> first.kind().code())
        .findFirst()
        .orElse("inzage");
  }

  /// Lays it ready: from here on those who must read see it, and nothing went yet.
  View lay(Worker who, Asked asked) throws InputFault, Stopped, IOException, InterruptedException {
    var found = law(who, asked.path().getOrDefault("weg", ""));
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var law = found.get();
    if (asked.has("nog-een")) {
      return form(who, asked, law, List.of());
    }
    var body = Asking.body(who);
    var kind = asked.one("soort").equals("koppelcode") ? "koppelcode" : "eigen-kenmerk";
    body.set("betrokkene", Asking.reference(kind, asked.one("kenmerk")));
    body.put("doel", law.rule().purpose().code()).set("aan", Asking.party(law.receiver()));
    var content = body.putObject("categorieen");
    for (var part : share(law).parts().entrySet()) {
      var form = CategoryForm.of(law.convenant(), part.getValue().form()).orElseThrow();
      var written = form.read(asked.form());
      if (!written.isEmpty()) {
        content.set(part.getKey().name(), written);
      }
    }
    var answer = who.at().line().post("/v1/leesstukken", body);
    var faults = Asking.faults(answer);
    return faults.isEmpty()
        ? new View.Moved(PATH + "/" + answer.body().path("id").asText())
        : form(who, asked, law, faults).again();
  }

  /// How it stands: what was said, by when, and whether it may go.
  View stand(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return stand(who, asked, List.of()).<View>map(shown -> shown).orElseGet(View.Gone::new);
  }

  private static Optional<View.Shown> stand(Worker who, Asked asked, List<String> faults)
      throws Stopped, IOException, InterruptedException {
    return find(who, asked)
        .map(
            one ->
                new View.Shown(
                    "werkplek/overleg-stand",
                    new Stand(
                        PATH + "/" + one.path("id").asText(),
                        purpose(who, one.path("doel").asText()),
                        CategoryForm.shown(one.path("klaargelegdOp").asText()),
                        CategoryForm.shown(one.path("lezenTot").asText()),
                        CategoryForm.shown(one.path("geldigTot").asText()),
                        one.path("stand").asText(),
                        one.path("uitleg").asText(),
                        remarks(one),
                        faults),
                    OverlegPages.TITLE));
  }

  private static List<String> remarks(JsonNode one) {
    var remarks = new ArrayList<String>();
    one.path("opmerkingen").forEach(remark -> remarks.add(remark.asText()));
    return remarks;
  }

  static Optional<JsonNode> find(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var answer = who.at().line().get("/v1/leesstukken/" + id.get());
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    return Optional.of(answer.body());
  }

  /// What somebody did with it on paper, with the second pair of eyes that saw the sheet.
  View paper(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var body = Asking.body(who);
    body.put("persoon", asked.one("persoon")).put("woord", asked.one("woord"));
    body.put("tijdstip", asked.at().toString());
    if (!asked.one("opmerking").isEmpty()) {
      body.put("opmerking", asked.one("opmerking"));
    }
    var proof = body.putObject("bewijs");
    proof.set("vastgelegdDoor", Outbox.acting(who));
    proof
        .putObject("tweedePersoon")
        .put("id", asked.one("tweede"))
        .put("functie", asked.one("tweede-functie"));
    proof.put("documentHash", asked.one("hash"));
    Answer answer = who.at().line().post("/v1/leesstukken/" + id.get() + "/papier", body);
    if (answer.status() == 404) {
      return new View.Gone();
    }
    var faults = Asking.faults(answer);
    return faults.isEmpty()
        ? new View.Moved(PATH + "/" + id.get())
        : stand(who, asked, faults).<View>map(View.Shown::again).orElseGet(View.Gone::new);
  }
}
