package nl.sluis.gateway.peer;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import nl.sluis.gateway.peer.RevocationLists.Loaded;

/// Keeps the revocation lists of our authorities and replaces each only by a better one.
///
/// Thread-safe: readers see a complete set of lists, and one reload runs at a time. A list that is
/// unreadable, forged, partial or older MUST NOT replace the one in force (X-Road, Nuts: one bad
/// list stopped all). A stale list replaces nothing but a staler one.
public final class CrlStore {
  private static final long MAX_FILE_BYTES = 20L << 20;

  /// What is wrong with one file, or with what came from one address; the list in force stays.
  ///
  /// @param file the name of the file, or the address
  /// @param problem what is wrong, naming issuer and age where they are known
  public record Fault(String file, String problem) {}

  /// What a reload did.
  ///
  /// @param version goes up whenever a list or an authority was replaced, so that each of many
  ///   readers can tell
  /// @param faults what could not be taken over; the lists in force stay for those
  public record Reloaded(long version, List<Fault> faults) {
    /// @param faults what could not be taken over
    public Reloaded {
      faults = List.copyOf(faults);
    }
  }

  /// How fresh one list is.
  ///
  /// @param file the name of the file, or the address, it came from
  /// @param issuer the authority that signed it
  /// @param thisUpdate when it was made
  /// @param nextUpdate until when it may be believed
  public record Status(String file, String issuer, Instant thisUpdate, Instant nextUpdate) {}

  /// A list that is fetched, and where it is kept for the next start.
  ///
  /// @param address where it comes from
  /// @param issuer whose list it must be
  /// @param file where it is kept
  record Kept(URI address, X500Principal issuer, Path file) {}

  private final List<Path> files;
  private final List<Kept> kept;
  private final InstantSource clock;
  private final TrustAnchors anchors;
  private final ListReading reading;
  private final Map<Path, byte[]> seen = new ConcurrentHashMap<>();
  private volatile RevocationLists current = RevocationLists.NONE;
  private long version;

  /// @param files one or more lists each, PEM or DER
  /// @param anchors the authorities whose signature on a list is believed
  public CrlStore(List<Path> files, TrustAnchors anchors, InstantSource clock) {
    this(files, RevocationLine.FILES, anchors, clock);
  }

  /// @param files one or more lists each, PEM or DER
  /// @param line which lists are fetched besides; see [ListFetcher]
  /// @param anchors the authorities whose signature on a list is believed
  public CrlStore(
      List<Path> files, RevocationLine line, TrustAnchors anchors, InstantSource clock) {
    this.files = List.copyOf(files);
    this.kept = kept(line);
    this.clock = clock;
    this.anchors = anchors;
    this.reading = new ListReading(anchors, clock);
  }

  private static List<Kept> kept(RevocationLine line) {
    var kept = new ArrayList<Kept>();
    for (var rule : line.rules()) {
      if (rule.list().isPresent() && line.folder().isPresent()) {
        var address = rule.list().get();
        var name = UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
        var file = line.folder().get().resolve(name + ".crl");
        kept.add(new Kept(address, rule.issuer(), file));
      }
    }
    return List.copyOf(kept);
  }

  InstantSource clock() {
    return clock;
  }

  /// The lists that are fetched.
  List<Kept> kept() {
    return kept;
  }

  /// Reads the files again and takes over what is better than what is in force; whose certificates
  /// count first of all, for a list of an authority that came counts only with it.
  ///
  /// A file that did not change since it was accepted costs one read.
  public synchronized Reloaded reload() {
    var faults = new ArrayList<Fault>();
    reloadAnchors().ifPresent(faults::add);
    var next = new HashMap<>(current.byIssuerKey());
    for (var file : files) {
      read(file, file.getFileName().toString(), Optional.empty(), next).ifPresent(faults::add);
    }
    for (var one : kept) {
      // One that was never fetched is told by who fetches.
      if (Files.exists(one.file())) {
        read(one.file(), one.address().toString(), Optional.of(one.issuer()), next)
            .ifPresent(faults::add);
      }
    }
    use(next);
    return new Reloaded(version, faults);
  }

  private Optional<Fault> reloadAnchors() {
    try {
      if (anchors.reload()) {
        // Lists that were refused for want of their authority are looked at again.
        seen.clear();
        version++;
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new Fault(anchors.fileName(), e.getMessage() + "; the authorities in force stay"));
    }
  }

  private Optional<Fault> read(
      Path file, String source, Optional<X500Principal> of, Map<String, Loaded> next) {
    try {
      var bytes = read(file);
      if (!Arrays.equals(bytes, seen.get(file))) {
        reading.take(source, of, bytes, next);
        seen.put(file, bytes);
      }
      return Optional.empty();
    } catch (ListReading.Unusable e) {
      return Optional.of(new Fault(source, e.problem()));
    }
  }

  private void use(Map<String, Loaded> next) {
    var changed = !next.equals(current.byIssuerKey());
    current = new RevocationLists(next);
    if (changed) {
      version++;
    }
  }

  /// Takes over what was fetched, if it is better than what is in force, and keeps it on disk.
  ///
  /// @return what is wrong with it, or with the disk; empty when all is well
  synchronized Optional<Fault> offer(Kept one, byte[] bytes) {
    var next = new HashMap<>(current.byIssuerKey());
    try {
      reading.take(one.address().toString(), Optional.of(one.issuer()), bytes, next);
    } catch (ListReading.Unusable e) {
      return Optional.of(new Fault(one.address().toString(), e.problem()));
    }
    use(next);
    try {
      keep(one.file(), bytes);
      seen.put(one.file(), bytes);
      return Optional.empty();
    } catch (IOException e) {
      // It counts all the same; only a restart will have to fetch it again.
      return Optional.of(
          new Fault(
              one.address().toString(),
              "counts, and could not be kept: " + e.getClass().getSimpleName()));
    }
  }

  /// A reader finds the old list or the new one, never half of either.
  private static void keep(Path file, byte[] bytes) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".nieuw");
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /// Goes up whenever a list or an authority was replaced.
  public synchronized long version() {
    return version;
  }

  RevocationLists current() {
    return current;
  }

  /// The lists in force, for the health page.
  public List<Status> status() {
    return current.all().stream()
        .map(l -> new Status(l.source(), l.issuer(), l.thisUpdate(), l.nextUpdate()))
        .toList();
  }

  private static byte[] read(Path file) throws ListReading.Unusable {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new ListReading.Unusable("is larger than " + MAX_FILE_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ListReading.Unusable("cannot be read: " + e.getClass().getSimpleName());
    }
  }
}
