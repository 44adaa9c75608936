package nl.sluis.dev.voorbeeld;

import java.util.Map;
import java.util.function.Function;

/// The steps that concern the gateway itself: restart, housekeeping, checking the logbook.
final class GatewayActions {
  static final ActionKind RESTART =
      simple(
          "herstart",
          Map.of("gateway", "de gateway stopt en start opnieuw"),
          scene -> {
            scene.gateway().restart();
            return Observed.told();
          });
  static final ActionKind HOUSEKEEPING =
      simple(
          "huishouding",
          Map.of("nu", "de gateway ruimt op: termijnen, herinneringen, vervallen"),
          scene -> {
            var done = scene.gateway().runHousekeeping();
            return Observed.told(done ? "opgeruimd" : "de database bevestigde niet")
                .with("huishouding", done ? "gelukt" : "mislukt");
          });
  static final ActionKind BRP =
      new ActionKind(
          "gezagsbron",
          (tree, _) -> {
            boolean connected = Fields.oneOf(tree, Map.of("los", false, "aangesloten", true));
            return new Simple(
                connected
                    ? "de gateway kan de BRP weer vragen wie gezag heeft"
                    : "de gateway kan geen BRP meer vragen wie gezag heeft",
                scene -> {
                  scene.gateway().connectBrp(connected);
                  return Observed.told();
                });
          });
  static final ActionKind LISTS =
      new ActionKind(
          "intrekkingslijst",
          (tree, _) -> {
            boolean comesOut = Fields.oneOf(tree, Map.of("blijft uit", false, "komt weer", true));
            return new Simple(
                comesOut
                    ? "er komt weer een nieuwe intrekkingslijst"
                    : "er komt geen nieuwe intrekkingslijst meer",
                scene -> {
                  scene.gateway().letListsComeOut(comesOut);
                  return Observed.told();
                });
          });
  static final ActionKind CHECK_LOGBOOK =
      simple(
          "controleer",
          Map.of("logboek", "het logboek wordt nagerekend vanaf de rijen"),
          scene -> {
            var faults = scene.gateway().checkLogbook();
            var seen =
                Observed.told(faults.isEmpty() ? "het logboek klopt" : "het logboek klopt niet")
                    .with("logboek", faults.isEmpty() ? "klopt" : "klopt niet")
                    .with("bevindingen", String.join("; ", faults));
            if (faults.isEmpty()) {
              seen = seen.with("nieuwe rijen", String.join(", ", scene.newRows()));
            }
            for (var fault : faults.stream().limit(3).toList()) {
              seen = seen.with("gevonden: " + fault);
            }
            return seen;
          });

  private GatewayActions() {}

  private static ActionKind simple(
      String name, Map<String, String> words, Function<Scene, Observed> play) {
    return new ActionKind(name, (tree, _) -> new Simple(Fields.oneOf(tree, words), play));
  }

  private record Simple(String told, Function<Scene, Observed> deed) implements Action {
    @Override
    public Observed play(Scene scene) {
      return deed.apply(scene);
    }
  }
}
