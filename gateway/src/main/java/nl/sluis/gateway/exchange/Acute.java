package nl.sluis.gateway.exchange;

import nl.sluis.gateway.message.SignedMessage;

/// Whether a message says that a child is in danger now: then no form may stand in its way (P5).
final class Acute {
  private Acute() {}

  static boolean isAcute(SignedMessage message) {
    return message
        .meldcode()
        .map(record -> record.path("acuut"))
        .filter(acute -> acute.asBoolean(false) || acute.asText().equals("ja"))
        .isPresent();
  }
}
