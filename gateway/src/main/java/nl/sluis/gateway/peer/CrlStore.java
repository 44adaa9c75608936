package nl.sluis.gateway.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.gateway.peer.RevocationLists.Loaded;
import org.jspecify.annotations.Nullable;

/// Keeps the revocation lists of our authorities and replaces each only by a better one.
///
/// Thread-safe: readers see a complete set of lists, and one reload runs at a time. A list that is
/// unreadable, forged, partial or older MUST NOT replace the one in force (X-Road, Nuts: one bad
/// list stopped all). A stale list replaces nothing but a staler one.
public final class CrlStore {
  private static final long MAX_FILE_BYTES = 20L << 20;
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final String DELTA = "2.5.29.27";
  private static final String DISTRIBUTION_POINT = "2.5.29.28";

  /// What is wrong with one file; the list in force stays.
  ///
  /// @param file the name of the file
  /// @param problem what is wrong, naming issuer and age where they are known
  public record Fault(String file, String problem) {}

  /// What a reload did.
  ///
  /// @param version goes up whenever a list was replaced, so that each of many readers can tell
  /// @param faults what could not be taken over; the lists in force stay for those
  public record Reloaded(long version, List<Fault> faults) {
    /// @param faults what could not be taken over
    public Reloaded {
      faults = List.copyOf(faults);
    }
  }

  /// How fresh one list is.
  ///
  /// @param file the name of the file it came from
  /// @param issuer the authority that signed it
  /// @param thisUpdate when it was made
  /// @param nextUpdate until when it may be believed
  public record Status(String file, String issuer, Instant thisUpdate, Instant nextUpdate) {}

  private final List<Path> files;
  private final TrustAnchors anchors;
  private final InstantSource clock;
  private final Map<Path, byte[]> seen = new ConcurrentHashMap<>();
  private volatile RevocationLists current = RevocationLists.NONE;
  private long version;

  /// @param files one or more lists each, PEM or DER
  /// @param anchors the authorities whose signature on a list is believed
  public CrlStore(List<Path> files, TrustAnchors anchors, InstantSource clock) {
    this.files = List.copyOf(files);
    this.anchors = anchors;
    this.clock = clock;
  }

  /// Reads the files again and takes over what is better than what is in force.
  ///
  /// A file that did not change since it was accepted costs one read.
  public synchronized Reloaded reload() {
    var faults = new ArrayList<Fault>();
    var next = new HashMap<>(current.byIssuerKey());
    for (var file : files) {
      try {
        var bytes = read(file);
        if (!Arrays.equals(bytes, seen.get(file))) {
          take(file, bytes, next);
          seen.put(file, bytes);
        }
      } catch (Unusable e) {
        faults.add(new Fault(file.getFileName().toString(), e.problem));
      }
    }
    var changed = !next.equals(current.byIssuerKey());
    current = new RevocationLists(next);
    if (changed) {
      version++;
    }
    return new Reloaded(version, faults);
  }

  /// Goes up whenever a list was replaced.
  public synchronized long version() {
    return version;
  }

  RevocationLists current() {
    return current;
  }

  /// The lists in force, for the health page.
  public List<Status> status() {
    return current.all().stream()
        .map(l -> new Status(l.file(), l.issuer(), l.thisUpdate(), l.nextUpdate()))
        .toList();
  }

  private static byte[] read(Path file) throws Unusable {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new Unusable("is larger than " + MAX_FILE_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unusable("cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private void take(Path file, byte[] bytes, Map<String, Loaded> next) throws Unusable {
    var lists = new ArrayList<X509CRL>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var item : factory.generateCRLs(new ByteArrayInputStream(bytes))) {
        lists.add((X509CRL) item);
      }
    } catch (GeneralSecurityException e) {
      throw new Unusable("holds no revocation list that can be read");
    }
    if (lists.isEmpty()) {
      throw new Unusable("is empty");
    }
    for (var list : lists) {
      var issuer = signerOf(list);
      var loaded = complete(file, list);
      refuseIfWorse(loaded, next.get(RevocationLists.nameOf(issuer.getPublicKey())));
      next.put(RevocationLists.nameOf(issuer.getPublicKey()), loaded);
    }
  }

  private X509Certificate signerOf(X509CRL list) throws Unusable {
    for (var candidate : anchors.named(list.getIssuerX500Principal())) {
      if (isSignedBy(list, candidate)) {
        return candidate;
      }
    }
    throw new Unusable("is not signed by the authority `" + issuerOf(list) + "` that we trust");
  }

  private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Loaded complete(Path file, X509CRL list) throws Unusable {
    if (list.getNextUpdate() == null) {
      throw new Unusable("of `" + issuerOf(list) + "` does not say until when it is valid");
    }
    if (list.hasUnsupportedCriticalExtension()
        || list.getExtensionValue(DELTA) != null
        || list.getExtensionValue(DISTRIBUTION_POINT) != null) {
      throw new Unusable("of `" + issuerOf(list) + "` is not a complete list");
    }
    var name = file.getFileName().toString();
    var made = list.getThisUpdate().toInstant();
    return new Loaded(name, list, made, list.getNextUpdate().toInstant());
  }

  private void refuseIfWorse(Loaded loaded, @Nullable Loaded old) throws Unusable {
    var now = clock.instant();
    var issuer = "of `" + loaded.issuer() + "` ";
    if (loaded.thisUpdate().isAfter(now.plus(SKEW))) {
      throw new Unusable(issuer + "is dated in the future, " + loaded.thisUpdate());
    }
    if (old == null) {
      return;
    }
    if (loaded.thisUpdate().isBefore(old.thisUpdate())) {
      throw new Unusable(
          issuer
              + "of "
              + loaded.thisUpdate()
              + " is older than the one in force of "
              + old.thisUpdate());
    }
    if (loaded.isStaleAt(now) && !old.isStaleAt(now)) {
      throw new Unusable(
          issuer + "expired at " + loaded.nextUpdate() + ", age " + loaded.ageAt(now));
    }
  }

  private static String issuerOf(X509CRL list) {
    return list.getIssuerX500Principal().getName();
  }

  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String problem;

    Unusable(String problem) {
      super(problem);
      this.problem = problem;
    }
  }
}
