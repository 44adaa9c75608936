package nl.sluis.gateway.werkplek.opstellen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.InHand;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Other;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Start;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.StillMissing;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// The pages up to the message: the open roads, and the form of one. May be shared between threads.
final class ComposePages {
  static final String START = "/werk/opstellen";
  private static final String TITLE = "werkplek-opstellen.titel";

  private final Concepts concepts;
  private final Roads roads;
  private final ContentCheck content;

  ComposePages(Concepts concepts, Roads roads, ContentCheck content) {
    this.concepts = concepts;
    this.roads = roads;
    this.content = content;
  }

  /// Where a message in hand goes on.
  static String path(Concept concept) {
    return START + "/" + concept.id();
  }

  /// What is in hand, and every road that is open here.
  View start(Worker who, Asked asked) throws IOException {
    var open = roads.of(who.at());
    var hand = new ArrayList<InHand>();
    for (var concept : concepts.of(who, asked).all()) {
      roads
          .find(who.at(), concept.road())
          .ifPresent(
              road ->
                  hand.add(
                      new InHand(
                          path(concept),
                          ComposeShown.purpose(road),
                          road.to().code(),
                          concept.answer().isObject())));
    }
    var start =
        new Start(hand, hand.size() >= Concepts.PLACES, ComposeShown.groups(open), elsewhere(who));
    return new View.Shown("werkplek/opstellen-begin", start, TITLE);
  }

  private static List<Other> elsewhere(Worker who) {
    var line = who.at().line();
    var day = line.clock().instant().atZone(Age.CALENDAR).toLocalDate();
    var others = new ArrayList<Other>();
    var told = new HashSet<String>();
    for (var convenant : line.check().convenanten()) {
      if (convenant.isInForceOn(day) && convenant.parties().containsKey(who.at().party().oin())) {
        for (var rule : OpenRoad.elsewhere(convenant, who.at().party().role())) {
          var purpose = convenant.purposes().getOrDefault(rule.purpose(), rule.purpose().code());
          if (told.add(purpose)) {
            others.add(new Other(purpose, rule.otherChannel().orElse("")));
          }
        }
      }
    }
    return others;
  }

  /// Begins a message on a road that is open here.
  View begin(Worker who, Asked asked) throws InputFault, IOException, InterruptedException {
    var road =
        roads.find(who.at(), asked.one("weg")).filter(open -> Step.of(open) == Step.OPSTELLEN);
    if (road.isEmpty()) {
      throw new InputFault("weg");
    }
    return concepts
        .of(who, asked)
        .begin(road.get(), Receivers.of(who.at(), road.get()))
        .<View>map(concept -> new View.Moved(path(concept)))
        .orElseGet(() -> new View.Moved(START));
  }

  /// The form, with what is still missing.
  View form(Worker who, Asked asked) throws IOException {
    var concept = concepts.of(who, asked).find(asked);
    var road = concept.flatMap(one -> roads.find(who.at(), one.road()));
    if (concept.isEmpty() || road.isEmpty()) {
      return new View.Gone();
    }
    if (isDone(concept.get())) {
      return new View.Moved(path(concept.get()) + "/antwoord");
    }
    var form =
        ComposeShown.form(
            path(concept.get()),
            road.get(),
            concept.get(),
            missing(who, road.get(), concept.get(), content),
            who.function());
    return new View.Shown("werkplek/opstellen-formulier", form, TITLE);
  }

  /// What passed is not filled in any more.
  private static boolean isDone(Concept concept) {
    return concept.answer().isObject() && !concept.json().has("gesteld");
  }

  /// Keeps what was filled in, and goes where the button says.
  View keep(Worker who, Asked asked) throws InputFault, IOException {
    var mine = concepts.of(who, asked);
    var concept = mine.find(asked);
    var road = concept.flatMap(one -> roads.find(who.at(), one.road()));
    if (concept.isEmpty() || road.isEmpty()) {
      return new View.Gone();
    }
    var one = concept.get();
    if (isDone(one) || one.sent().isPresent()) {
      // What went, or may have gone, is not changed any more.
      return new View.Moved(path(one) + (isDone(one) ? "/antwoord" : "/voorbeeld"));
    }
    one.stated(ComposeForm.read(asked, road.get(), one.stated()));
    var receiver = asked.one("aan");
    road.get().receivers().stream()
        .filter(party -> party.oin().value().equals(receiver))
        .findFirst()
        .ifPresent(party -> one.to(party.oin()));
    mine.keep(one);
    if (asked.has("verder")) {
      return new View.Moved(path(one) + "/voorbeeld");
    }
    var anchor =
        DataCategory.of(asked.one("nog-een"))
            .map(category -> "#blok-" + category.name().toLowerCase(Locale.ROOT))
            .orElse("#ontbreekt");
    return new View.Moved(path(one) + anchor);
  }

  /// Takes a message away that was not sent.
  View away(Worker who, Asked asked) throws IOException {
    var mine = concepts.of(who, asked);
    var concept = mine.find(asked);
    if (concept.isPresent()) {
      mine.drop(concept.get());
    }
    return new View.Moved(START);
  }

  /// What is missing for a *ja*, in sentences.
  static StillMissing missing(Worker who, OpenRoad road, Concept concept, ContentCheck content) {
    var stated = concept.stated();
    var sentences = new ArrayList<String>();
    if (concept.to().isEmpty()) {
      sentences.add("Kies wie dit ontvangt.");
    }
    var to = concept.to().orElse(road.receivers().getFirst().oin());
    var missing =
        Missing.of(
            stated,
            road.convenant(),
            road.rule(),
            who.at().party(),
            new PartyRole(to, road.to()),
            who.at().line().clock().instant(),
            content);
    sentences.addAll(missing.sentences(road.convenant(), road.rule(), stated));
    return new StillMissing(sentences);
  }
}
