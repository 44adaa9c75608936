package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.sluis.dev.partner.PassingFolder;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;

/// A folder of convenanten as an operator keeps it, that starts as this release has them.
///
/// Two organisations at the border are party to two convenanten, so that where a child lives
/// matters. For one thread.
final class Texts {
  static final String ZUID = "zuid-kennemerland";
  static final String IJMOND = "ijmond";
  static final String FIRST = "2026-09";
  private static final String BORDER =
      """

        - sleutel: school-aan-de-grens
          oin: "00000099000000298000"
          naam: Basisschool Aan de Grens
          soort: school-po
          rollen: [school-leerkracht, school-ib, school-directeur, school-administratie]
          toetreding: 2026-09-01
          fg: fg@grens.example
          aandachtsfunctionaris: aandachtsfunctionaris@grens.example
          gemeenten: [GEMEENTE]
          vasteOntvanger:
            cjg-coach: cjg-aan-de-grens
          bsn: ja

        - sleutel: cjg-aan-de-grens
          oin: "00000099000000198000"
          naam: CJG Aan de Grens
          soort: cjg
          rollen: [cjg-coach, cjg-ia]
          toetreding: 2026-09-01
          fg: fg@grens.example
          aandachtsfunctionaris: aandachtsfunctionaris@grens.example
          gemeenten: [GEMEENTE]
          bsn: ja
      """;

  private final Path folder;
  private final Map<String, Convenant> whole = new TreeMap<>();

  Texts() throws IOException {
    this.folder = PassingFolder.of("convenanten");
    for (var file : ConvenantTexts.of(Optional.empty()).read().entrySet()) {
      write(file.getKey().substring(ConvenantTexts.ROOT.length()), file.getValue());
    }
    edit(ZUID + "/" + FIRST + "/partijen.yaml", t -> t + BORDER.replace("GEMEENTE", "Haarlem"));
    edit(IJMOND + "/" + FIRST + "/partijen.yaml", t -> t + BORDER.replace("GEMEENTE", "Velsen"));
  }

  Path folder() {
    return folder;
  }

  void write(String name, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void edit(String name, UnaryOperator<String> change) throws IOException {
    var before = Files.readString(folder.resolve(name));
    var after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalStateException("nothing changed in `" + name + "`");
    }
    write(name, after);
  }

  /// Copies everything under one folder into another.
  void copy(String from, String to) throws IOException {
    try (var paths = Files.walk(folder.resolve(from))) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var name = folder.resolve(from).relativize(path).toString();
        write(to + "/" + name, Files.readString(path));
      }
    }
  }

  /// A next version of a convenant that begins on this day.
  void nextVersion(String convenant, String version, String day) throws IOException {
    copy(convenant + "/" + FIRST, convenant + "/" + version);
    edit(
        head(convenant, version),
        t ->
            t.replace("versie: " + FIRST, "versie: " + version)
                .replaceFirst("geldigVan: \\S+", "geldigVan: " + day)
                .replaceFirst("geldigTot: \\S+", "geldigTot: 2029-09-01"));
  }

  /// Takes a whole folder away.
  void remove(String name) throws IOException {
    try (var paths = Files.walk(folder.resolve(name))) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Leaves a rule of the model text out of a version.
  void leaveOut(String convenant, String version, String rule) throws IOException {
    var line = "  - {regel: " + rule + ", want: dit is een proef}\n";
    edit(
        head(convenant, version),
        t ->
            t.contains("zonderRegels:\n")
                ? t.replace("zonderRegels:\n", "zonderRegels:\n" + line)
                : t.replace("schoolvakanties:\n", "zonderRegels:\n" + line + "schoolvakanties:\n"));
  }

  static String head(String convenant, String version) {
    return convenant + "/" + version + "/convenant.yaml";
  }

  /// The parties adopted this version.
  void adopt(String convenant, String version) throws IOException {
    edit(head(convenant, version), t -> t.replace("status: voorbeeld", "status: vastgesteld"));
  }

  /// A lawyer decided every point as the text has it.
  void decideEveryPoint() throws IOException {
    edit(
        "model-kennemerland/" + FIRST + "/juridisch.yaml",
        t ->
            t.replaceAll(
                "(?m)^    gekozen: (.*)$",
                "    gekozen: $1\n    besluit: $1\n    door: een jurist\n    datum: 2026-08-01"));
  }

  /// Every version, as it was when it was last whole.
  Map<String, Convenant> read() throws IOException {
    ConvenantFiles.perVersion(ConvenantTexts.of(Optional.of(folder)).read())
        .forEach(
            (name, files) -> {
              switch (ConvenantReader.read(files)) {
                case ConvenantReader.Result.Whole(Convenant convenant) ->
                    whole.put(name, convenant);
                case ConvenantReader.Result.Broken broken -> {
                  if (!whole.containsKey(name)) {
                    throw new IllegalStateException(String.valueOf(broken.faults()));
                  }
                }
              }
            });
    return whole;
  }

  Convenant version(String convenant, String version) throws IOException {
    return read().values().stream()
        .filter(c -> c.id().equals(convenant) && c.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  List<Convenant> all() throws IOException {
    return List.copyOf(read().values());
  }
}
