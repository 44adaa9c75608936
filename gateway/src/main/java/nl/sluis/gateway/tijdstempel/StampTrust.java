package nl.sluis.gateway.tijdstempel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may say what time it was: the certificates that are trusted, and what was revoked.
///
/// Judges at the time that is asked about, so what was good then stays good (RFC 3161, 4.3). May be
/// shared between threads.
public final class StampTrust {
  private final List<X509Certificate> issuers;
  private final List<X509CRL> lists;

  private StampTrust(List<X509Certificate> issuers, List<X509CRL> lists) {
    this.issuers = List.copyOf(issuers);
    this.lists = List.copyOf(lists);
  }

  /// Reads it from the files of an operator.
  ///
  /// @throws IllegalStateException when a file holds no certificate or no list
  public static StampTrust read(StampLine line) throws IOException {
    var lists = new StringBuilder();
    for (var file : line.revocationLists()) {
      lists.append(Files.readString(file, StandardCharsets.US_ASCII));
    }
    return of(Files.readString(line.trust(), StandardCharsets.US_ASCII), lists.toString());
  }

  /// The same issuers, and the lists as they were kept beside a stamp.
  StampTrust withLists(String pem) {
    try {
      return new StampTrust(issuers, crls(pem));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the revocation lists beside a stamp cannot be read", e);
    }
  }

  private static StampTrust of(String issuers, String lists) {
    try {
      var certificates = certificates(issuers);
      if (certificates.isEmpty()) {
        throw new IllegalStateException("the file of the issuers of timestamps holds none");
      }
      return new StampTrust(certificates, crls(lists));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the issuers of timestamps cannot be read", e);
    }
  }

  /// The way from a certificate to a trusted one, own certificate first, as it held at a time.
  ///
  /// @throws GeneralSecurityException when there was none
  List<X509Certificate> path(
      X509Certificate signer, Collection<X509Certificate> besides, Instant at)
      throws GeneralSecurityException {
    var target = new X509CertSelector();
    target.setCertificate(signer);
    var parameters = new PKIXBuilderParameters(anchors(), target);
    parameters.setDate(Date.from(at));
    parameters.setRevocationEnabled(!lists.isEmpty());
    var known = new ArrayList<Object>(issuers);
    known.addAll(besides);
    known.addAll(lists);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    var result = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    var path = new ArrayList<X509Certificate>();
    result.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
    path.add(result.getTrustAnchor().getTrustedCert());
    return path;
  }

  /// The roots; without any, every issuer is trusted for itself, as an operator may wish.
  private Set<TrustAnchor> anchors() {
    var roots =
        issuers.stream()
            .filter(one -> one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
            .toList();
    return (roots.isEmpty() ? issuers : roots)
        .stream()
            .map(issuer -> new TrustAnchor(issuer, null))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The revocation lists in PEM, to be kept beside a stamp; empty when there are none.
  String listsPem() throws GeneralSecurityException {
    var pem = new StringBuilder();
    for (var list : lists) {
      pem.append(pem("X509 CRL", list.getEncoded()));
    }
    return pem.toString();
  }

  static String pem(String what, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
  }

  static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
    var factory = CertificateFactory.getInstance("X.509");
    var all = new ArrayList<X509Certificate>();
    for (var one : factory.generateCertificates(bytes(pem))) {
      all.add((X509Certificate) one);
    }
    return all;
  }

  private static List<X509CRL> crls(String pem) throws GeneralSecurityException {
    var all = new ArrayList<X509CRL>();
    for (var one : CertificateFactory.getInstance("X.509").generateCRLs(bytes(pem))) {
      all.add((X509CRL) one);
    }
    return all;
  }

  private static ByteArrayInputStream bytes(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
