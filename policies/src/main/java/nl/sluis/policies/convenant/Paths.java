package nl.sluis.policies.convenant;

import java.util.List;
import java.util.stream.Stream;

/// Which files a version and its model text have, and which they must not have.
final class Paths {
  private static final List<String> OWN = List.of("convenant.yaml", "partijen.yaml");
  private static final List<String> TEXT =
      List.of(
          "wetten.yaml",
          "doelen.yaml",
          "categorieen.yaml",
          "voorwaarden.yaml",
          "geheimhouding.yaml",
          "juridisch.yaml",
          "bewaartermijnen.yaml");

  /// Every file of a text besides its folders; what was arranged may be absent.
  private static final List<String> WHOLE =
      Stream.concat(TEXT.stream(), ArrangementReader.FILES.stream()).toList();

  /// What a version may add to its model text.
  private static final List<String> ADDED =
      List.of("wetten.yaml", "doelen.yaml", "voorwaarden.yaml", "bewaartermijnen.yaml");

  private final Faults faults;

  Paths(Faults faults) {
    this.faults = faults;
  }

  void check(Layers layers) {
    required(layers, layers.own(), OWN);
    required(layers, layers.model().orElse(layers.own()), TEXT);
    var added = layers.model().isPresent() ? ADDED : WHOLE;
    for (var path : layers.files().keySet()) {
      boolean known =
          layers.isModel(path)
              ? isText(path.substring(layers.model().orElseThrow().length()), WHOLE)
              : path.startsWith(layers.own())
                  && isOwn(path.substring(layers.own().length()), added);
      if (!known) {
        faults.add(
            new Spot(path, 0), "Dit bestand hoort niet in de map van een versie; haal het weg.");
      }
    }
  }

  private void required(Layers layers, String folder, List<String> names) {
    for (var name : names) {
      if (!layers.files().containsKey(folder + name)) {
        faults.add(
            new Spot(folder + name, 0),
            "Dit bestand ontbreekt; zet het terug of kopieer het uit een vorige versie.");
      }
    }
  }

  private static boolean isOwn(String name, List<String> added) {
    return OWN.contains(name) || isText(name, added);
  }

  private static boolean isText(String name, List<String> fixed) {
    return fixed.contains(name)
        || name.matches("(regels|voorbeelden)/[a-z0-9-]+\\.yaml")
        || name.matches("gegevens/K[0-9]{2}(-[a-z]+)?\\.schema\\.json");
  }
}
