package nl.sluis.gateway.controlebeleid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.toezicht.ControlPolicies;
import nl.sluis.policies.toezicht.ControlPolicy;

/// The versions of control policies that can be adopted here, with their texts: those of this
/// release, and those in a folder of the operator. A version that is not whole, or weaker than the
/// law, is not on it.
///
/// Immutable; may be shared between threads.
public final class PolicyShelf {
  private static final String ROOT = "controlebeleid/";
  private static final String SUFFIX = ".yaml";
  private static final int DEPTH = 3;

  private final ControlPolicies released;
  private final ControlPolicies policies;
  private final Map<String, String> files;

  private PolicyShelf(Map<String, String> shipped, Map<String, String> files) {
    this.released = read(shipped);
    this.policies = read(files);
    this.files = Map.copyOf(files);
  }

  private static ControlPolicies read(Map<String, String> files) {
    var read = ControlPolicies.read(files);
    if (!read.faults().isEmpty()) {
      throw new IllegalStateException("a control policy is broken: " + read.faults().getFirst());
    }
    return read.policies();
  }

  /// Reads them.
  ///
  /// @param folder of the operator, with `<naam>/<versie>/` in it; empty when there is none
  /// @throws IllegalStateException when one of them is broken or cannot be read: nothing may start
  ///   with a text that somebody meant to bind
  public static PolicyShelf of(Optional<Path> folder) {
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(shipped(ControlPolicies.INDEX))) {
      files.put(path, shipped(path));
    }
    var all = new TreeMap<>(files);
    folder.ifPresent(own -> all.putAll(in(own)));
    return new PolicyShelf(files, all);
  }

  private static Map<String, String> in(Path folder) {
    var files = new TreeMap<String, String>();
    try (var paths = Files.walk(folder, DEPTH)) {
      for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(SUFFIX)) {
          files.put(ROOT + name, Files.readString(path));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("the control policies cannot be read", e);
    }
    return files;
  }

  private static String shipped(String path) {
    try (var in = PolicyShelf.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource `" + path + "`");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The examples of this release: what an operator laid beside them binds only who adopts it.
  ControlPolicies released() {
    return released;
  }

  /// Every version.
  public ControlPolicies policies() {
    return policies;
  }

  /// The files of a version on this shelf, by path.
  Map<String, String> texts(ControlPolicy policy) {
    var folder = ROOT + policy.id() + "/" + policy.version() + "/";
    var texts = new TreeMap<String, String>();
    files.forEach(
        (path, text) -> {
          if (path.startsWith(folder)) {
            texts.put(path, text);
          }
        });
    return texts;
  }
}
