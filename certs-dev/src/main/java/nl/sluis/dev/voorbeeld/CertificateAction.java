package nl.sluis.dev.voorbeeld;

import java.util.Map;
import java.util.TreeMap;
import nl.sluis.dev.partner.Shown;

/// From now on a party shows another certificate at the door, or none.
///
/// @param party whose
/// @param becomes what it shows
record CertificateAction(String party, Shown becomes) implements Action {
  private static final Map<String, Shown> WORDS =
      new TreeMap<>(
          Map.of(
              "nieuw", Shown.NEW,
              "ingetrokken", Shown.REVOKED,
              "verlopen", Shown.EXPIRED,
              "nog-niet-geldig", Shown.NOT_YET_VALID,
              "vreemd", Shown.FOREIGN,
              "zonder-oin", Shown.WITHOUT_OIN,
              "verkeerd-gebruik", Shown.WRONG_USE,
              "geen", Shown.NONE));

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
