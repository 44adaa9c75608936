package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.terms.NonEmpty;

/// Reads the convenants that this release carries.
public final class ConvenantLoader {
  private ConvenantLoader() {}

  /// The convenants of this release.
  ///
  /// @throws IllegalStateException naming every fault, when one of them is not whole
  public static ConvenantShelf load() {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(read(ConvenantFiles.INDEX))) {
      files.put(path, read(path));
    }
    var versions = new ArrayList<Convenant>();
    for (var version : ConvenantFiles.perVersion(files).values()) {
      switch (ConvenantReader.read(version)) {
        case ConvenantReader.Result.Whole whole -> versions.add(whole.convenant());
        case ConvenantReader.Result.Broken broken ->
            throw new IllegalStateException(
                String.join("\n", broken.faults().stream().map(ConvenantFault::toString).toList()));
      }
    }
    return new ConvenantShelf(new NonEmpty<>(versions));
  }

  private static String read(String path) {
    try (InputStream in = ConvenantLoader.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("`" + path + "` is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
