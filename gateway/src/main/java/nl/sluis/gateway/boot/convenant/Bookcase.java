package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.inspection.Inspection;

/// The texts that somebody points at: the convenanten of this release, or a folder that is being
/// edited.
///
/// A model text that the folder does not have is taken from this release, so that a copy of one
/// convenant is enough to work on.
///
/// @param files every text, by a path that starts with `convenant/`
/// @param top the folder that stands for `convenant/`, as it was typed; empty for this release
/// @param only the folder of the one version that was pointed at; empty when all are
record Bookcase(Map<String, String> files, Optional<Path> top, Optional<String> only) {
  private static final String ROOT = "convenant/";
  private static final String HEAD = "convenant.yaml";
  private static final int DEEPEST = 5;
  private static final Pattern BASIS = Pattern.compile("(?m)^basis: *([A-Za-z0-9./-]+) *$");

  /// The convenanten of this release.
  static Bookcase shipped() {
    return new Bookcase(resources(), Optional.empty(), Optional.empty());
  }

  /// A folder, or a version of this release such as `ijmond/2026-09`.
  static Bookcase of(String what) throws WrongUse, IOException {
    return of(what, Optional.empty());
  }

  /// A folder, or a version of this operator or else of this release.
  ///
  /// @param own the folder of the operator; empty when it works with the texts of this release
  static Bookcase of(String what, Optional<Path> own) throws WrongUse, IOException {
    var path = Path.of(what);
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve(HEAD)) ? version(path) : folder(path, Optional.empty());
    }
    var here = own.map(top -> top.resolve(what)).filter(p -> Files.exists(p.resolve(HEAD)));
    if (here.isPresent()) {
      return version(here.get());
    }
    var shipped = shipped();
    var folder = ROOT + what.replaceAll("/+$", "") + "/";
    if (!shipped.files().containsKey(folder + HEAD)) {
      throw new WrongUse(
          "`"
              + what
              + "` is geen map en geen versie van deze uitgave. Kies een map, of "
              + shipped.names()
              + ".");
    }
    return new Bookcase(shipped.files(), Optional.empty(), Optional.of(folder));
  }

  /// Everything that this operator works with.
  static Bookcase ofOperator(Optional<Path> own) throws IOException {
    return own.isPresent() ? folder(own.get(), Optional.empty()) : shipped();
  }

  private static Bookcase version(Path path) throws IOException {
    var whole = path.toAbsolutePath().normalize();
    var id = whole.getParent();
    var top = id == null ? null : id.getParent();
    if (id == null || top == null) {
      throw new IOException("een versie staat in een map <naam>/<versie>");
    }
    var folder = ROOT + top.relativize(whole).toString().replace('\\', '/') + "/";
    var typed = path.resolve("..").resolve("..").normalize();
    return folder(typed.toString().isEmpty() ? Path.of(".") : typed, Optional.of(folder));
  }

  private static Bookcase folder(Path top, Optional<String> only) throws IOException {
    var files = new TreeMap<String, String>();
    if (only.isPresent()) {
      read(top, top.resolve(only.get().substring(ROOT.length())), files);
      model(files.getOrDefault(only.get() + HEAD, ""))
          .map(top::resolve)
          .filter(Files::isDirectory)
          .ifPresent(model -> readUnchecked(top, model, files));
    } else {
      read(top, top, files);
    }
    borrowModels(files);
    return new Bookcase(files, Optional.of(top), only);
  }

  private static void readUnchecked(Path top, Path folder, Map<String, String> into) {
    try {
      read(top, folder, into);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path top, Path folder, Map<String, String> into) throws IOException {
    try (var paths = Files.walk(folder, DEEPEST)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var name = top.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(".yaml") || name.endsWith(".json")) {
          into.put(ROOT + name, Files.readString(path));
        }
      }
    }
  }

  private static void borrowModels(Map<String, String> files) {
    var shipped = resources();
    for (var path : List.copyOf(files.keySet())) {
      if (path.endsWith("/" + HEAD)) {
        model(files.getOrDefault(path, ""))
            .map(model -> ROOT + model + "/")
            .filter(model -> files.keySet().stream().noneMatch(p -> p.startsWith(model)))
            .ifPresent(
                model ->
                    shipped.forEach(
                        (name, text) -> {
                          if (name.startsWith(model)) {
                            files.put(name, text);
                          }
                        }));
      }
    }
  }

  private static Optional<String> model(String head) {
    var basis = BASIS.matcher(head);
    return basis.find() ? Optional.of(basis.group(1)) : Optional.empty();
  }

  /// The texts that were pointed at, with the models on which they rest.
  Map<String, String> chosen() {
    return only.map(folder -> ConvenantFiles.perVersion(files).getOrDefault(folder, Map.of()))
        .orElse(files);
  }

  /// The one version that is here.
  ///
  /// @throws WrongUse naming the faults, or the versions when there are more
  Convenant one() throws WrongUse {
    var found = Inspection.of(chosen(), Optional.empty());
    if (found.whole().isEmpty()) {
      throw new WrongUse(
          found.faults().isEmpty()
              ? "Hier staat geen convenant."
              : found.faults().stream().map(this::told).collect(Collectors.joining("\n")));
    }
    if (found.whole().size() > 1) {
      throw new WrongUse("Hier staat meer dan één versie. Kies " + names() + ".");
    }
    return found.whole().values().iterator().next();
  }

  /// A fault with the path as its reader knows it.
  String told(ConvenantFault fault) {
    var borrowed = top.isEmpty() || (fault.line() > 0 && !Files.exists(onDisk(fault.file())));
    var file = borrowed ? fault.file() : onDisk(fault.file()).toString();
    return file + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.sentence();
  }

  private Path onDisk(String file) {
    return top.orElse(Path.of(".")).resolve(file.substring(ROOT.length())).normalize();
  }

  /// The versions that are here, in words.
  String names() {
    return files.keySet().stream()
        .filter(path -> path.endsWith("/" + HEAD))
        .map(path -> "`" + path.substring(ROOT.length(), path.length() - HEAD.length() - 1) + "`")
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> resources() {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(resource(ConvenantFiles.INDEX))) {
      files.put(path, resource(path));
    }
    return files;
  }

  private static String resource(String path) {
    try (InputStream in = Bookcase.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("`" + path + "` is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
