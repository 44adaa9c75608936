package nl.sluis.gateway.edge;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate and key that Sluis shows when it calls somebody, read again at each call: a new
/// one counts at once.
///
/// A bad file never replaces a good one: while the two files do not fit, as between the moment that
/// one is replaced and the moment that the other is, what was good before is shown, for as long as
/// it is valid. Thread-safe.
public final class OwnIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(OwnIdentity.class);

  private final Path chainFile;
  private final Path keyFile;
  private final InstantSource clock;
  private @Nullable ServerIdentity good;
  private String said = "";

  /// Reads nothing yet.
  ///
  /// @param chainFile PEM, own certificate first
  /// @param keyFile PEM, PKCS#8
  public OwnIdentity(Path chainFile, Path keyFile, InstantSource clock) {
    this.chainFile = chainFile;
    this.keyFile = keyFile;
    this.clock = clock;
  }

  /// What is shown now.
  ///
  /// @throws IllegalArgumentException when the files cannot be used and nothing good was read
  ///   before that is still valid
  public synchronized ServerIdentity now() {
    var now = clock.instant();
    try {
      var read = ServerIdentity.read(chainFile, keyFile, now);
      good = read;
      said = "";
      return read;
    } catch (IllegalArgumentException e) {
      var before = good;
      if (before == null || !now.isBefore(before.validUntil())) {
        throw e;
      }
      var problem = String.valueOf(e.getMessage());
      if (!problem.equals(said)) {
        LOG.warn("not taken over: {}; the certificate in force stays", problem);
        said = problem;
      }
      return before;
    }
  }
}
