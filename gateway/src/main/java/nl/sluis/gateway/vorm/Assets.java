package nl.sluis.gateway.vorm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The style, the script and the pictograms of the pages: all of them our own, in the jar.
///
/// The path of each holds the beginning of its SHA-256, so that a browser may keep it for ever and
/// asks for another when it changes. Names tell nothing. Immutable; may be shared between threads.
public final class Assets {
  private static final List<String> PICTOGRAMS =
      List.of(
          "beeld-begin",
          "beeld-bericht",
          "beeld-bewijs",
          "beeld-binnen",
          "beeld-buiten",
          "beeld-dag",
          "beeld-deel",
          "beeld-hulp",
          "beeld-ja",
          "beeld-kiezen",
          "beeld-kijken",
          "beeld-kind",
          "beeld-kring",
          "beeld-later",
          "beeld-let-op",
          "beeld-lezen",
          "beeld-makkelijk",
          "beeld-nee",
          "beeld-schrijven",
          "beeld-stop",
          "beeld-taal",
          "beeld-terug",
          "beeld-uzelf",
          "beeld-verder",
          "beeld-voorlezen",
          "beeld-vraag",
          "beeld-weg",
          "beeld-wet");

  private static final String LOOK = "huisstijl.css";
  private static final int HASH_LETTERS = 16;

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Asset> files = new HashMap<>();

  /// One file.
  ///
  /// @param mediaType its type
  /// @param bytes its content
  @SuppressWarnings("ArrayRecordComponent") // bytes for the wire; compared by nobody
  public record Asset(String mediaType, byte[] bytes) {}

  /// @param look the CSS file of a municipality, which comes after our own
  /// @throws UncheckedIOException when that cannot be read
  public Assets(Optional<Path> look) {
    add("sluis.css", "text/css; charset=utf-8", resource("sluis.css"));
    add("sluis.js", "text/javascript; charset=utf-8", resource("sluis.js"));
    add("opstellen.js", "text/javascript; charset=utf-8", resource("opstellen.js"));
    add("acuut.js", "text/javascript; charset=utf-8", resource("acuut.js"));
    for (var name : PICTOGRAMS) {
      add(name + ".svg", "image/svg+xml", resource(name + ".svg"));
    }
    look.ifPresent(file -> add(LOOK, "text/css; charset=utf-8", read(file)));
  }

  /// Its path, under which [#at] finds it.
  ///
  /// @throws IllegalArgumentException when there is no such file
  public String path(String name) {
    var path = paths.get(name);
    if (path == null) {
      throw new IllegalArgumentException("no style, script or picture `" + name + "`");
    }
    return path;
  }

  /// The file at the end of this path; empty when it is not, or not any more.
  public Optional<Asset> at(String file) {
    return Optional.ofNullable(files.get(file));
  }

  /// Does the municipality have a look of its own?
  public boolean hasLook() {
    return paths.containsKey(LOOK);
  }

  private void add(String name, String type, byte[] bytes) {
    var dot = name.lastIndexOf('.');
    var file = name.substring(0, dot) + "." + hash(bytes) + name.substring(dot);
    paths.put(name, "/stijl/" + file);
    files.put(file, new Asset(type, bytes));
  }

  private static String hash(byte[] bytes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha).substring(0, HASH_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] resource(String name) {
    try (var in = Assets.class.getResourceAsStream("/stijl/" + name)) {
      if (in == null) {
        throw new IllegalStateException("`" + name + "` is not beside the code");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("`mensen.huisstijl` cannot be read", e);
    }
  }
}
