package nl.sluis.dev.voorbeeld;

import java.util.Map;
import java.util.TreeMap;
import nl.sluis.dev.partner.DevGateway;

/// From now on a party shows another certificate at the door, or none.
///
/// @param party whose
/// @param becomes what it shows
record CertificateAction(String party, DevGateway.Shown becomes) implements Action {
  private static final Map<String, DevGateway.Shown> WORDS =
      new TreeMap<>(
          Map.of(
              "nieuw", DevGateway.Shown.NEW,
              "ingetrokken", DevGateway.Shown.REVOKED,
              "verlopen", DevGateway.Shown.EXPIRED,
              "nog-niet-geldig", DevGateway.Shown.NOT_YET_VALID,
              "vreemd", DevGateway.Shown.FOREIGN,
              "zonder-oin", DevGateway.Shown.WITHOUT_OIN,
              "verkeerd-gebruik", DevGateway.Shown.WRONG_USE,
              "geen", DevGateway.Shown.NONE));

  static final ActionKind KIND =
      ActionKind.ofBlock(
          "certificaat",
          (fields, names) ->
              new CertificateAction(
                  names.party(fields.need("van")), Fields.oneOf(fields.need("wordt"), WORDS)));

  @Override
  public String told() {
    var word =
        WORDS.entrySet().stream()
            .filter(entry -> entry.getValue() == becomes)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return "het certificaat van %s is voortaan: %s".formatted(party, word);
  }

  @Override
  public Observed play(Scene scene) {
    scene.gateway().show(scene.partner(party), becomes);
    return Observed.told();
  }
}
