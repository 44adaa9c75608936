package nl.sluis.dev.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.gateway.convenant.ConvenantTexts;

/// What an operator has ready besides the convenanten of this release: a next version of one of
/// them that nobody signed yet, for officers to compare and to object to.
public final class Proposal {
  private static final String CONVENANT = ConvenantTexts.ROOT + "zuid-kennemerland/";
  private static final String NOW = CONVENANT + "2026-09/";
  private static final String NEXT = CONVENANT + "2027-09/";
  private static final String HEAD = NEXT + "convenant.yaml";

  private Proposal() {}

  /// Writes all of it.
  ///
  /// @param folder where; what stands there already is written anew
  /// @return that folder
  public static Path in(Path folder) throws IOException {
    for (var file : texts().entrySet()) {
      var path = folder.resolve(file.getKey().substring(ConvenantTexts.ROOT.length()));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  private static Map<String, String> texts() throws IOException {
    var all = new TreeMap<>(ConvenantTexts.of(Optional.empty()).read());
    var next = new TreeMap<String, String>();
    all.forEach(
        (path, text) -> {
          if (path.startsWith(NOW)) {
            next.put(NEXT + path.substring(NOW.length()), text);
          }
        });
    next.computeIfPresent(HEAD, (_, text) -> changed(text));
    all.putAll(next);
    return all;
  }

  /// A year later, and schools and the CJG no longer discuss a worry about a child.
  private static String changed(String head) {
    return head.replace("versie: 2026-09", "versie: 2027-09")
        .replaceFirst("geldigVan: \\S+", "geldigVan: 2027-09-01")
        .replaceFirst("geldigTot: \\S+", "geldigTot: 2029-09-01")
        .replaceFirst(
            "toelichting: .*", "toelichting: Voorstel. Geen partij heeft haar ondertekend.")
        .replace(
            "zonderRegels:\n",
            """
            zonderRegels:
              - {regel: X02, want: voorgesteld is dat school en ouders dit zelf doen}
            """);
  }
}
