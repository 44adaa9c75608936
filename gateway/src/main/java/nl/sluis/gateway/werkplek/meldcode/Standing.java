package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.JsonNode;
import nl.sluis.gateway.client.Answer;

/// How far a report of acute danger came. Nothing of it is guessed: what is not known to have
/// arrived has not (promise P5).
public sealed interface Standing {
  /// Its word in texts and in the draft.
  String word();

  /// Is there nothing left to try or to wait for?
  default boolean isOver() {
    return this instanceof Confirmed || this instanceof Refused;
  }

  /// Sluis gave no answer; exactly the same goes again.
  record NotArrived() implements Standing {
    @Override
    public String word() {
      return "niet-aangekomen";
    }
  }

  /// Sluis has it; nobody at Veilig Thuis is known to have read it.
  ///
  /// @param transaction under which Sluis knows it
  /// @param delivered whether the system of Veilig Thuis has it
  /// @param logged whether it stands in the logbook; before that the same goes again, so that a
  ///   proof of it comes
  /// @param call whether it takes so long that somebody must phone
  record Unconfirmed(String transaction, boolean delivered, boolean logged, boolean call)
      implements Standing {
    @Override
    public String word() {
      return call ? "bel-nu" : delivered ? "onbevestigd" : "onderweg";
    }
  }

  /// A person at Veilig Thuis has it.
  record Confirmed() implements Standing {
    @Override
    public String word() {
      return "bevestigd";
    }
  }

  /// Sluis will never take it this way.
  record Refused() implements Standing {
    @Override
    public String word() {
      return "geweigerd";
    }
  }

  /// What an answer to handing it in says.
  static Standing ofSending(Answer answer) {
    return switch (answer.status()) {
      case 200, 201, 202 -> {
        var told = answer.body().path("melding");
        yield new Unconfirmed(
            answer.body().path("transactie").asText(),
            told.path("bezorgd").asBoolean(),
            told.path("bewaardIn").asText().equals("logboek"),
            false);
      }
      case 400, 403, 404, 409, 413, 415 -> new Refused();
      default -> new NotArrived();
    };
  }

  /// What an answer to asking how it stands says.
  ///
  /// @param before what was known
  static Standing ofLooking(Answer answer, Unconfirmed before) {
    if (!answer.isOk()) {
      return before;
    }
    JsonNode body = answer.body();
    return body.path("toestand").asText().equals("bevestigd")
        ? new Confirmed()
        : new Unconfirmed(
            before.transaction(), body.has("bezorgdOp"), true, body.path("belNu").asBoolean());
  }
}
