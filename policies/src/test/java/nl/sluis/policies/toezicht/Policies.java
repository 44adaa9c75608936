package nl.sluis.policies.toezicht;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The control policy that is shipped, for specs.
final class Policies {
  static final String FOLDER = "controlebeleid/model-kennemerland/2026-09/";

  private Policies() {}

  /// Its texts, by path.
  static Map<String, String> files() {
    var files = new TreeMap<String, String>();
    text(ControlPolicies.INDEX).lines().forEach(path -> files.put(path, text(path)));
    return files;
  }

  static ControlPolicy shipped() {
    var read = ControlPolicies.read(files());
    if (!read.faults().isEmpty()) {
      throw new AssertionError(read.faults().toString());
    }
    return read.policies().find("model-kennemerland", "2026-09").orElseThrow();
  }

  private static String text(String path) {
    try (var in = Policies.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new AssertionError("no resource `" + path + "`");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
