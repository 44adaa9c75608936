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
/// Thread-safe: readers see one whole set. A file that changed counts from the next [#reload] on;
/// one that is bad never replaces what is in force.
public final class TrustAnchors {
  private final Path file;
  private volatile Trusted trusted;

  private record Trusted(List<X509Certificate> roots, List<X509Certificate> intermediates) {}

  private TrustAnchors(Path file) {
    this.file = file;
    this.trusted = trusted(file);
  }

  /// Reads one PEM file; what is self-signed becomes a root, the rest help to build the path.
  ///
  /// @throws IllegalArgumentException when the file cannot be read, is not PEM, or holds no root
  public static TrustAnchors read(Path pem) {
    return new TrustAnchors(pem);
  }

  /// Reads the file again and takes over what is in it.
  ///
  /// @return whether other authorities count now
  /// @throws IllegalArgumentException when it is bad; the authorities in force stay
  boolean reload() {
    var found = trusted(file);
    if (found.equals(trusted)) {
      return false;
    }
    trusted = found;
    return true;
  }

  /// The set in force, by which somebody can tell whether it is still the same one.
  Object inForce() {
    return trusted;
  }

  /// The name of the file.
  String fileName() {
    return String.valueOf(file.getFileName());
  }

  private static Trusted trusted(Path pem) {
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
    return new Trusted(List.copyOf(roots), List.copyOf(intermediates));
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
    return trusted.roots().stream().map(r -> new TrustAnchor(r, null)).collect(Collectors.toSet());
  }

  List<X509Certificate> intermediates() {
    return trusted.intermediates();
  }

  X509Certificate[] all() {
    var now = trusted;
    var all = new ArrayList<>(now.roots());
    all.addAll(now.intermediates());
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
