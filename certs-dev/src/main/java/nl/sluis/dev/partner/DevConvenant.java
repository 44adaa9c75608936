package nl.sluis.dev.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;

/// The convenant by which simulated partners and scenarios know words and forms.
///
/// It is read once: what a release carries stays as it is while it runs. May be used by any thread.
public final class DevConvenant {
  private static final class Release {
    static final List<Convenant> NEWEST = readAll();
  }

  private DevConvenant() {}

  /// The version by which scenarios are read that name none.
  public static Convenant newest() {
    return all().getLast();
  }

  /// The newest version of every convenant that this release carries, by name.
  public static List<Convenant> all() {
    return Release.NEWEST;
  }

  private static List<Convenant> readAll() {
    var files = new TreeMap<String, String>();
    ConvenantFiles.paths(read(ConvenantFiles.INDEX)).forEach(path -> files.put(path, read(path)));
    var newest = new TreeMap<String, Convenant>();
    for (var version : ConvenantFiles.perVersion(files).values()) {
      switch (ConvenantReader.read(version)) {
        case ConvenantReader.Result.Whole(Convenant convenant) ->
            newest.put(convenant.id(), convenant);
        case ConvenantReader.Result.Broken broken ->
            throw new IllegalStateException("a convenant is not whole: " + broken.faults());
      }
    }
    return List.copyOf(newest.values());
  }

  private static String read(String path) {
    try (InputStream in = DevConvenant.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("`" + path + "` is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
