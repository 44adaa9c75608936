package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of one version: its own, upon those of the model text on which it rests.
///
/// @param own the folder of the version, with a slash at the end
/// @param model the folder of the model text; empty when the version stands alone
/// @param files every text by its path
record Layers(String own, Optional<String> model, SortedMap<String, String> files) {

  /// Every file with this name, that of the model first.
  List<Entry> named(String name, Faults faults) {
    return folders().map(f -> f + name).flatMap(path -> read(path, faults).stream()).toList();
  }

  /// Every file in this folder, those of the model first.
  List<Entry> folder(String name, Faults faults) {
    return folders()
        .flatMap(f -> files.keySet().stream().filter(p -> p.startsWith(f + name)))
        .flatMap(path -> read(path, faults).stream())
        .toList();
  }

  /// The file of this name in the version itself.
  Optional<Entry> ownFile(String name, Faults faults) {
    return read(own + name, faults);
  }

  /// Does this path belong to the model text?
  boolean isModel(String path) {
    return model.filter(path::startsWith).isPresent();
  }

  /// The paths of the model's files and of the own files, in that order.
  Stream<String> folders() {
    return Stream.concat(model.stream(), Stream.of(own));
  }

  /// The digest of both layers. Where the folders stand is no part of it; what the model is called
  /// is.
  String digest(String basis) {
    var relative = new TreeMap<String, String>();
    files.forEach(
        (path, text) -> {
          if (path.startsWith(own)) {
            relative.put(path.substring(own.length()), text);
          } else if (isModel(path)) {
            relative.put(basis + path.substring(model.orElseThrow().length() - 1), text);
          }
        });
    return Digest.of(relative);
  }

  private Optional<Entry> read(String path, Faults faults) {
    return Optional.ofNullable(files.get(path)).flatMap(text -> Yaml.read(path, text, faults));
  }
}
