package nl.sluis.gateway.peer;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import nl.sluis.gateway.peer.RevocationLists.Loaded;
import org.jspecify.annotations.Nullable;

/// Reads revocation lists (RFC 5280, 5) and takes over only what is better than what there is.
///
/// Immutable; may be shared between threads.
final class ListReading {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final String DELTA = "2.5.29.27";
  private static final String DISTRIBUTION_POINT = "2.5.29.28";

  private final TrustAnchors anchors;
  private final InstantSource clock;

  ListReading(TrustAnchors anchors, InstantSource clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /// Reads one or more lists, PEM or DER, and puts each in the place of an older one.
  ///
  /// @param of whose lists these must be; empty when anybody's we trust will do
  void take(String source, Optional<X500Principal> of, byte[] bytes, Map<String, Loaded> next)
      throws Unusable {
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
      var named = list.getIssuerX500Principal();
      if (!of.orElse(named).equals(named)) {
        throw new Unusable("is of `" + issuerOf(list) + "` and not of `" + of.get() + "`");
      }
      var issuer = signerOf(list);
      var loaded = complete(source, list);
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

  private static Loaded complete(String source, X509CRL list) throws Unusable {
    if (list.getNextUpdate() == null) {
      throw new Unusable("of `" + issuerOf(list) + "` does not say until when it is valid");
    }
    if (list.hasUnsupportedCriticalExtension()
        || list.getExtensionValue(DELTA) != null
        || list.getExtensionValue(DISTRIBUTION_POINT) != null) {
      throw new Unusable("of `" + issuerOf(list) + "` is not a complete list");
    }
    var made = list.getThisUpdate().toInstant();
    return new Loaded(source, list, made, list.getNextUpdate().toInstant());
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
    var number = loaded.number();
    if (number.isPresent() && old.number().filter(n -> n.compareTo(number.get()) > 0).isPresent()) {
      throw new Unusable(
          issuer + "has number " + number.get() + ", below that of the one in force");
    }
    if (loaded.isStaleAt(now) && !old.isStaleAt(now)) {
      throw new Unusable(
          issuer + "expired at " + loaded.nextUpdate() + ", age " + loaded.ageAt(now));
    }
  }

  private static String issuerOf(X509CRL list) {
    return list.getIssuerX500Principal().getName();
  }

  /// Why a list is not taken over.
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String problem;

    Unusable(String problem) {
      super(problem);
      this.problem = problem;
    }

    /// What is wrong, naming issuer and age where they are known.
    String problem() {
      return problem;
    }
  }
}
