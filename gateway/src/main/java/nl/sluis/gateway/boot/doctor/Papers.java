package nl.sluis.gateway.boot.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.PeerFault.Cause;

/// Looks at a certificate and its key as they stand in files. One thread.
///
/// @param now when they must be good
record Papers(Instant now) {
  private static final Duration SOON = Duration.ofDays(30);
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /// A chain with its key: there, fitting, whole and valid.
  List<Finding> identity(String about, Path chainFile, Path keyFile) {
    var findings = new ArrayList<Finding>();
    findings.addAll(secret(about + ", sleutel", keyFile));
    var chain = chain(about, chainFile, findings);
    if (chain.isEmpty() || findings.stream().anyMatch(Finding::isFault)) {
      return findings;
    }
    var own = chain.getFirst();
    try {
      // As of its first day, so that only the key can be what is wrong.
      var _ = ServerIdentity.read(chainFile, keyFile, own.getNotBefore().toInstant());
    } catch (ServerIdentity.OtherKey _) {
      return List.of(Finding.wrong(about, new Diagnose.OtherKey(name(keyFile))));
    } catch (IllegalArgumentException _) {
      var file = new Diagnose.OfFile(name(keyFile), "is geen sleutel in PEM (PKCS#8)");
      return List.of(Finding.wrong(about, file));
    }
    findings.addAll(validity(about, chain));
    return findings;
  }

  private List<Finding> validity(String about, List<X509Certificate> chain) {
    for (int i = 0; i + 1 < chain.size(); i++) {
      var above = chain.get(i + 1).getSubjectX500Principal();
      if (!chain.get(i).getIssuerX500Principal().equals(above)) {
        return List.of(Finding.wrong(about, new Diagnose.OfCertificate(Cause.CHAIN_INCOMPLETE)));
      }
    }
    var seen = subject(chain.getFirst()) + ", geldig tot " + until(chain.getFirst());
    for (var each : chain) {
      if (now.isAfter(until(each))) {
        return List.of(Finding.wrong(about, new Diagnose.OfCertificate(Cause.EXPIRED)));
      }
      if (now.isBefore(each.getNotBefore().toInstant())) {
        return List.of(Finding.wrong(about, new Diagnose.OfCertificate(Cause.NOT_YET_VALID)));
      }
      if (now.plus(SOON).isAfter(until(each))) {
        return List.of(Finding.wrong(about, new Diagnose.Ending(subject(each), until(each))));
      }
    }
    return List.of(Finding.good(about, seen));
  }

  /// A file that only Sluis may read.
  List<Finding> secret(String about, Path file) {
    if (!Files.isReadable(file)) {
      return List.of(Finding.wrong(about, missing(file)));
    }
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        return List.of(Finding.wrong(about, new Diagnose.OpenToOthers(name(file))));
      }
      return List.of();
    } catch (IOException _) {
      return List.of(Finding.wrong(about, missing(file)));
    }
  }

  /// The certificates in a file; none, and a finding, when they cannot be read.
  List<X509Certificate> chain(String about, Path file, List<Finding> findings) {
    if (!Files.isReadable(file)) {
      findings.add(Finding.wrong(about, missing(file)));
      return List.of();
    }
    var chain = new ArrayList<X509Certificate>();
    try {
      var bytes = new ByteArrayInputStream(Files.readAllBytes(file));
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        if (each instanceof X509Certificate certificate) {
          chain.add(certificate);
        }
      }
    } catch (IOException | CertificateException _) {
      // Said below.
    }
    if (chain.isEmpty()) {
      var wrong = new Diagnose.OfFile(name(file), "bevat geen certificaat in PEM");
      findings.add(Finding.wrong(about, wrong));
    }
    return chain;
  }

  private static Diagnose missing(Path file) {
    return new Diagnose.OfFile(
        name(file), Files.exists(file) ? "mag niet worden gelezen" : "bestaat niet");
  }

  private static String name(Path file) {
    return file.toString();
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static Instant until(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }
}
