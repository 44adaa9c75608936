package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.StillMissing;
import nl.sluis.policies.hypothesis.OpenRoad;

/// The pages from the message on: what goes and what stays, sending, and what came of it. May be
/// shared between threads.
///
/// The bytes stand in the draft before they go, so that after a broken line exactly those go again:
/// Sluis answers them once.
final class SendPages {
  private static final String TITLE = "werkplek-opstellen.titel";

  /// Two clicks on one message are one message; two messages do not wait for each other.
  private static final int LOCKS = 32;

  private final Concepts concepts;
  private final Roads roads;
  private final ContentCheck content;
  private final List<Object> signing;

  SendPages(Concepts concepts, Roads roads, ContentCheck content) {
    this.concepts = concepts;
    this.roads = roads;
    this.content = content;
    this.signing = Stream.generate(Object::new).limit(LOCKS).toList();
  }

  /// A message in hand with its road.
  private record Held(Concepts.Mine mine, Concept concept, OpenRoad road) {
    boolean isStated() {
      return concept.json().has("gesteld");
    }

    String path() {
      return ComposePages.path(concept);
    }
  }

  private Optional<Held> held(Worker who, Asked asked) throws IOException {
    var mine = concepts.of(who, asked);
    return mine.find(asked)
        .flatMap(one -> roads.find(who.at(), one.road()).map(road -> new Held(mine, one, road)));
  }

  /// What goes and what stays.
  View preview(Worker who, Asked asked) throws IOException {
    var held = held(who, asked);
    if (held.isEmpty()) {
      return new View.Gone();
    }
    var one = held.get();
    if (!one.isStated()) {
      return new View.Moved(one.path() + "/antwoord");
    }
    return shown(who, one);
  }

  private View.Shown shown(Worker who, Held one) {
    var preview =
        PreviewShown.of(
            one.path(),
            one.road(),
            one.concept(),
            Sending.disclosed(who, one.concept().stated()),
            missing(who, one));
    return new View.Shown("werkplek/opstellen-voorbeeld", preview, TITLE);
  }

  private StillMissing missing(Worker who, Held one) {
    return ComposePages.missing(who, one.road(), one.concept(), content);
  }

  /// Sends what was looked at, or exactly the same once more.
  View send(Worker who, Asked asked) throws InputFault, Stopped, IOException, InterruptedException {
    Held one;
    Sent sent;
    synchronized (signing.get(Math.floorMod(asked.id().hashCode(), LOCKS))) {
      var held = held(who, asked);
      if (held.isEmpty()) {
        return new View.Gone();
      }
      one = held.get();
      if (!one.isStated()) {
        return new View.Moved(one.path() + "/antwoord");
      }
      if (!one.concept().seen().equals(asked.one("gelezen"))
          || (one.concept().sent().isEmpty() && !missing(who, one).sentences().isEmpty())) {
        return shown(who, one).again();
      }
      sent = kept(who, one);
    }
    var answer = sent(who, sent);
    if (answer.isEmpty()) {
      return new View.Moved(one.path() + "/voorbeeld");
    }
    settle(who, one, answer.get());
    return new View.Moved(one.path() + "/antwoord");
  }

  /// What Sluis said; empty when nobody knows whether it got the message.
  private static Optional<Answer> sent(Worker who, Sent sent) throws Stopped, InterruptedException {
    try {
      var answer = who.at().line().send(sent);
      if (answer.status() == 401) {
        throw Stopped.by(answer);
      }
      return isSettled(answer) ? Optional.of(answer) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The bytes that go: those that went before, or new ones, which are kept first.
  private Sent kept(Worker who, Held one) throws Stopped, IOException, InterruptedException {
    var before = one.concept().sent();
    if (before.isPresent()) {
      return before.get();
    }
    var to = one.concept().to().orElseThrow();
    var message = Sending.message(who, one.road(), to, one.concept().stated());
    var spoken = new Spoken(one.road().convenant(), one.road().rule());
    var faults = who.at().line().check().faults(message, spoken);
    if (!faults.isEmpty()) {
      throw new Stopped(
          Ending.NIET_DOORGELATEN, "Er is niets gestuurd: " + String.join("; ", faults) + ".");
    }
    var sent = Sending.sign(who, message, spoken);
    one.concept().sent(sent);
    one.mine().keep(one.concept());
    return sent;
  }

  /// Did Sluis say something that settles this message? Busy and broken do not.
  private static boolean isSettled(Answer answer) {
    return switch (answer.status()) {
      case 200, 400, 403, 409, 413, 415 -> true;
      default -> false;
    };
  }

  private static void settle(Worker who, Held one, Answer answer) throws Stopped, IOException {
    boolean passed = answer.isOk();
    var kept = answer.body() instanceof ObjectNode body ? body.deepCopy() : empty();
    var receipt = kept.path("ontvangstbewijs").asText("");
    if (!receipt.isEmpty()) {
      var row = who.at().line().prove(receipt);
      kept.put("rij", row.index() + " van " + row.size());
    }
    var jti = one.concept().sent().map(Sent::jti);
    one.concept().answered(kept, passed);
    if (!passed && "AANHOUDEN".equals(kept.path("uitkomst").asText())) {
      jti.ifPresent(held -> one.concept().stated(one.concept().stated().following(held)));
    }
    one.mine().keep(one.concept());
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// What came of it.
  View answer(Worker who, Asked asked) throws IOException {
    var held = held(who, asked);
    if (held.isEmpty()) {
      return new View.Gone();
    }
    var one = held.get();
    return one.concept().answer().isObject()
        ? new View.Shown(
            "werkplek/opstellen-antwoord",
            EndedShown.of(one.path(), one.road(), one.concept().answer(), one.isStated()),
            TITLE)
        : new View.Moved(one.path());
  }

  /// The receipt as a file: it proves the row and tells nothing of what went.
  View receipt(Worker who, Asked asked) throws IOException {
    var receipt =
        held(who, asked)
            .map(one -> one.concept().answer())
            .map((JsonNode answer) -> answer.path("ontvangstbewijs").asText(""))
            .orElse("");
    return receipt.isEmpty()
        ? new View.Gone()
        : new View.File(
            "ontvangstbewijs.txt", "text/plain", receipt.getBytes(StandardCharsets.UTF_8));
  }
}
