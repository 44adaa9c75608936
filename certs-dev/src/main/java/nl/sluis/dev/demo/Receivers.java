package nl.sluis.dev.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Receivers who read the stop messages that wait for them and say what they did: they erased it.
/// So whoever stops a consent after the story sees that it was heard.
///
/// Answers on a thread of its own, until it is closed; the partners are used by no other.
public final class Receivers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final JsonMapper JSON = new JsonMapper();

  /// In which role parties of the story receive what rests on a consent.
  private static final Role ROLE = Role.CJG_COACH;

  private final List<SimulatedPartner> partners;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private Receivers(List<SimulatedPartner> partners) {
    this.partners = partners;
    this.thread = Thread.ofVirtual().name("ontvangers").unstarted(this::answerAll);
  }

  /// From now on every party of the convenant that is a coach of a CJG answers.
  public static Receivers answering(DevGateway gateway) {
    var partners =
        gateway.convenant().parties().values().stream()
            .filter(party -> party.roles().stream().anyMatch(held -> held.role() == ROLE))
            .map(party -> gateway.partner(party.oin(), party.name()))
            .toList();
    var receivers = new Receivers(partners);
    receivers.thread.start();
    return receivers;
  }

  private void answerAll() {
    try {
      do {
        partners.forEach(Receivers::answer);
      } while (!closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      partners.forEach(SimulatedPartner::close);
    }
  }

  /// What cannot be answered now, because the gateway starts anew or a token is over, is answered
  /// the next time.
  private static void answer(SimulatedPartner partner) {
    var waiting = partner.get("/v1/stopberichten?rol=" + ROLE.code());
    if (waiting.status() != 200) {
      partner.freshToken();
      return;
    }
    for (var line : read(waiting)) {
      var path = "/v1/stopberichten/" + line;
      if (partner.get(path).status() == 200) {
        partner.postJson(path + "/bevestigingen", erased(new PartyRole(partner.oin(), ROLE)));
      }
    }
  }

  private static List<String> read(Answer waiting) {
    try {
      return JSON.readTree(waiting.body()).path("stopberichten").findValuesAsText("id");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway answers in JSON", e);
    }
  }

  private static String erased(PartyRole who) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("namens").put("oin", who.oin().value()).put("rol", who.role().code());
    return body.put("gedaan", "gewist").toString();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
