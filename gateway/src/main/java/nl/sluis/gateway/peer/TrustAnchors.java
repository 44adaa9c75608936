package nl.sluis.gateway.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/// The authorities whose certificates we believe: self-signed roots, and intermediates on the way
/// to them.
///
/// Immutable; may be shared between threads.
public final class TrustAnchors {
  private final List<X509Certificate> roots;
  private final List<X509Certificate> intermediates;

  private TrustAnchors(List<X509Certificate> roots, List<X509Certificate> intermediates) {
    this.roots = roots;
    this.intermediates = intermediates;
  }

  /// Reads one PEM file; what is self-signed becomes a root, the rest help to build the path.
  ///
  /// @throws IllegalArgumentException when the file cannot be read, is not PEM, or holds no root
  public static TrustAnchors read(Path pem) {
    var roots = new ArrayList<X509Certificate>();
    var intermediates = new ArrayList<X509Certificate>();
    for (var certificate : readCertificates(pem)) {
      if (certificate.getBasicConstraints() < 0) {
        throw new IllegalArgumentException(
            "`" + pem.getFileName() + "` holds `" + name(certificate) + "`, which is no authority");
      }
      (isSelfSigned(certificate) ? roots : intermediates).add(certificate);
    }
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("`" + pem.getFileName() + "` holds no root certificate");
    }
    return new TrustAnchors(List.copyOf(roots), List.copyOf(intermediates));
  }

  static List<X509Certificate> readCertificates(Path pem) {
    try {
      var bytes = new ByteArrayInputStream(Files.readAllBytes(pem));
      var certificates = new ArrayList<X509Certificate>();
      for (var item : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        certificates.add((X509Certificate) item);
      }
      return certificates;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "`" + pem.getFileName() + "` cannot be read as PEM certificates", e);
    }
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  Set<TrustAnchor> anchors() {
    return roots.stream().map(r -> new TrustAnchor(r, null)).collect(Collectors.toSet());
  }

  List<X509Certificate> intermediates() {
    return intermediates;
  }

  X509Certificate[] all() {
    var all = new ArrayList<>(roots);
    all.addAll(intermediates);
    return all.toArray(X509Certificate[]::new);
  }

  /// The authorities that carry this name; more than one while a key is being renewed.
  List<X509Certificate> named(X500Principal name) {
    var found = new ArrayList<X509Certificate>();
    for (var certificate : all()) {
      if (certificate.getSubjectX500Principal().equals(name)) {
        found.add(certificate);
      }
    }
    return found;
  }
}
