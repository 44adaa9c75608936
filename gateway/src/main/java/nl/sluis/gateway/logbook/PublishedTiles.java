package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The tiles and the checkpoint of a logbook as anybody can fetch them: a folder or an address with
/// the layout of C2SP tlog-tiles.
///
/// Reads no more than a tile or a note may hold. For one thread.
public final class PublishedTiles implements TileSource {
  /// How many hashes a full tile holds.
  public static final int WIDTH = TileTree.WIDTH;

  private static final int MOST_NOTE = 64 * 1024;
  private static final int FULL = TileTree.WIDTH * TreeHash.LENGTH;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Fetch fetch;

  /// One file of the layout.
  private interface Fetch {
    /// @return at most `most + 1` bytes, or nothing when there is no such file
    Optional<byte[]> file(String path, int most) throws IOException;
  }

  private PublishedTiles(Fetch fetch) {
    this.fetch = fetch;
  }

  /// A copy in a folder, with `checkpoint` and `tile/` in it.
  public static PublishedTiles in(Path folder) {
    return new PublishedTiles((path, most) -> read(folder.resolve(path), most));
  }

  /// An address under which `checkpoint` and `tile/` are served; redirects are not followed.
  public static PublishedTiles at(URI prefix) {
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    var base = prefix.toString().endsWith("/") ? prefix.toString() : prefix + "/";
    return new PublishedTiles((path, most) -> get(client, URI.create(base + path), most));
  }

  @Override
  public Optional<String> checkpoint() throws IOException {
    return fetch
        .file("checkpoint", MOST_NOTE)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// A partial tile may have become a full one since; then that one holds its hashes too.
  @Override
  public Optional<byte[]> tile(int level, long n, int width) throws IOException {
    var asked = fetch.file(path(level, n, width), FULL);
    return asked.isPresent() || width == WIDTH ? asked : fetch.file(path(level, n, WIDTH), FULL);
  }

  /// Where a tile stands below the folder or address.
  ///
  /// @param width how many hashes it holds; 256 for a full one
  public static String path(int level, long n, int width) {
    return "tile/" + level + "/" + place(n) + (width < WIDTH ? ".p/" + width : "");
  }

  /// The number in groups of three digits, all but the last announced by an `x`.
  private static String place(long n) {
    var path = new StringBuilder("%03d".formatted(n % 1000));
    for (var rest = n / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return path.toString();
  }

  private static Optional<byte[]> read(Path file, int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Optional.of(limited(in, most));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> get(HttpClient client, URI address, int most) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        return switch (response.statusCode()) {
          case OK -> Optional.of(limited(body, most));
          case NOT_FOUND, GONE -> Optional.empty();
          default ->
              throw new IOException("`" + address + "` antwoordt " + response.statusCode() + ".");
        };
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("ophalen is afgebroken");
    }
  }

  private static byte[] limited(InputStream in, int most) throws IOException {
    var bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new IOException("een tegel of checkpoint is langer dan mag");
    }
    return bytes;
  }
}
