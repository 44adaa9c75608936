package nl.sluis.gateway.signaal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.toezicht.ControlPolicies;

/// The control policies of this release. Pure but for reading them; may be shared between threads.
public final class PolicyTexts {
  private PolicyTexts() {}

  /// Reads them.
  ///
  /// @throws IllegalStateException when one is broken; the build does not let that pass
  public static ControlPolicies ofThisRelease() {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(text(ControlPolicies.INDEX))) {
      files.put(path, text(path));
    }
    var read = ControlPolicies.read(files);
    if (!read.faults().isEmpty()) {
      throw new IllegalStateException("the control policy is broken: " + read.faults().getFirst());
    }
    return read.policies();
  }

  private static String text(String path) {
    try (var in = PolicyTexts.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource `" + path + "`");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
