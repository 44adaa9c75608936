package nl.sluis.dev.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;

/// The convenant by which simulated partners and scenarios know words and forms.
public final class DevConvenant {
  private DevConvenant() {}

  /// The newest version that this release carries.
  public static Convenant newest() {
    var files = new TreeMap<String, String>();
    ConvenantFiles.paths(read(ConvenantFiles.INDEX)).forEach(path -> files.put(path, read(path)));
    var versions = ConvenantFiles.perVersion(files);
    return switch (ConvenantReader.read(versions.sequencedValues().getLast())) {
      case ConvenantReader.Result.Whole whole -> whole.convenant();
      case ConvenantReader.Result.Broken broken ->
          throw new IllegalStateException("the convenant is not whole: " + broken.faults());
    };
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
