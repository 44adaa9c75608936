package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.gateway.werkplek.overleg.Laws.ReadLaw;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Line;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Part;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.terms.DataCategory;

/// Sends a text that was read, letter for letter as it was read: it is taken back from Sluis, which
/// is a row, because nothing of it is kept here. May be shared between threads.
final class PreviewSending {
  private static final String SEAT = "lezer";

  private final Drafts drafts;

  /// @param drafts where the bytes of what goes lie until Sluis answered
  PreviewSending(Drafts drafts) {
    this.drafts = drafts;
  }

  /// A text of this organisation that may go.
  private record Ready(JsonNode stand, ReadLaw law, Map<DataCategory, ObjectNode> content) {}

  private static Optional<Ready> ready(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    var listed = id.isEmpty() ? Optional.<JsonNode>empty() : listed(who, id.get().toString());
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    var to = listed.get().path("aan");
    var law =
        Laws.readFirst(who.at()).stream()
            .filter(one -> one.rule().purpose().code().equals(listed.get().path("doel").asText()))
            .filter(one -> one.to().oin().value().equals(to.path("oin").asText()))
            .filter(one -> one.role().code().equals(to.path("rol").asText()))
            .findFirst();
    var stand = PreviewPages.find(who, asked);
    if (law.isEmpty() || stand.filter(PreviewSending::mayGo).isEmpty()) {
      return Optional.empty();
    }
    var answer =
        who.at().line().post("/v1/leesstukken/" + id.orElseThrow() + "/teksten", Asking.body(who));
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    var content = new LinkedHashMap<DataCategory, ObjectNode>();
    answer
        .body()
        .path("categorieen")
        .properties()
        .forEach(
            one -> {
              if (one.getValue() instanceof ObjectNode object) {
                DataCategory.of(one.getKey()).ifPresent(known -> content.put(known, object));
              }
            });
    return Optional.of(new Ready(stand.get(), law.get(), content));
  }

  private static boolean mayGo(JsonNode stand) {
    return stand.path("stand").asText().equals("mag-weg");
  }

  /// The line of the own list, which says for whom it is; the role must be the own.
  private static Optional<JsonNode> listed(Worker who, String id)
      throws Stopped, IOException, InterruptedException {
    for (var one : who.at().line().alone("/v1/leesstukken").path("leesstukken")) {
      if (one.path("id").asText().equals(id)
          && one.path("rol").asText().equals(who.at().party().role().code())) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private Drafts.Own own(Worker who, Asked asked) {
    return drafts.of(
        asked, who.at().party() + " " + who.function() + " " + who.pseudonym() + " inzage");
  }

  private static String draft(Asked asked) {
    return "inzage-" + asked.id().map(Object::toString).orElse("");
  }

  private Writing writing(Worker who, Asked asked) throws IOException {
    return own(who, asked).read(draft(asked)).map(Writing::new).orElseGet(Writing::fresh);
  }

  /// What goes, as it was read, with what the sender has to say besides.
  View preview(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var writing = writing(who, asked);
    var ready = ready(who, asked);
    return ready.isEmpty() ? stop(asked) : shown(who, asked, ready.get(), writing, List.of());
  }

  private static View stop(Asked asked) {
    return asked
        .id()
        .<View>map(id -> new View.Moved(PreviewPages.PATH + "/" + id))
        .orElseGet(View.Gone::new);
  }

  private static View.Shown shown(
      Worker who, Asked asked, Ready ready, Writing writing, List<String> faults) {
    var law = ready.law();
    var share = PreviewPages.share(law);
    var parts = new ArrayList<Part>();
    ready
        .content()
        .forEach(
            (category, content) -> {
              var says = share.parts().get(category);
              parts.add(
                  new Part(
                      MinutesShown.label(law.convenant(), category),
                      says != null && says.handling() == Handling.VERZEGELD,
                      CategoryForm.lines(content).stream()
                          .map(line -> new Line(line.getKey(), line.getValue()))
                          .toList()));
            });
    var answer = writing.answer(SEAT);
    var model =
        new PreviewModels.Send(
            PreviewPages.PATH + "/" + asked.id().map(Object::toString).orElse(""),
            MinutesShown.name(who, law.receiver()),
            parts,
            writing.text("kenmerk"),
            writing.text("soort").equals("koppelcode"),
            MinutesShown.claims(List.of(share), writing),
            MinutesShown.whys(List.of(share), writing),
            faults,
            MinutesShown.done(answer),
            MinutesShown.reasons(answer));
    return new View.Shown("werkplek/overleg-wegsturen", model, OverlegPages.TITLE);
  }

  /// Sends it, once.
  View send(Worker who, Asked asked) throws InputFault, Stopped, IOException, InterruptedException {
    var found = ready(who, asked);
    if (found.isEmpty()) {
      return stop(asked);
    }
    var ready = found.get();
    var law = ready.law();
    var share = PreviewPages.share(law);
    var writing = writing(who, asked);
    writing.forgetRefused();
    var again = new View.Moved(PreviewPages.PATH + "/" + asked.id().orElseThrow() + "/versturen");
    if (!writing.answer(SEAT).isMissingNode()) {
      return again;
    }
    var own = own(who, asked);
    if (writing.sent(SEAT).isEmpty()) {
      writing.take(asked, List.of(share), false);
      var message = message(who, share, writing, ready.content());
      var faults = new ArrayList<String>();
      if (writing.text("kenmerk").isEmpty()) {
        faults.add("Vul in over welk kind het gaat, met uw eigen kenmerk of de koppelcode.");
      }
      faults.addAll(Outbox.faults(who, share, message));
      if (!faults.isEmpty()) {
        return shown(who, asked, ready, writing, faults).again();
      }
      writing.sent(SEAT, Outbox.sign(who, share, message));
      own.keep(draft(asked), writing.json());
    }
    var answer = Outbox.send(who, writing.sent(SEAT).orElseThrow());
    if (answer.isPresent()) {
      writing.answered(SEAT, answer.get().status(), answer.get().body());
      own.keep(draft(asked), writing.json());
    }
    return again;
  }

  private static OutgoingMessage message(
      Worker who, Share.Some share, Writing writing, Map<DataCategory, ObjectNode> content) {
    var disclosed = writing.disclosed(Outbox.acting(who), share, content.keySet(), "");
    return Outbox.message(who, share, disclosed, content);
  }
}
