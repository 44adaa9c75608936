package nl.sluis.gateway.peer;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// A certificate with the authorities above it, each proven to have signed the one below (RFC 5280
/// 6.1).
///
/// Says nothing about today: validity and revocation are asked again at every use.
///
/// @param links from the partner's certificate up, each with its issuer; the root itself is not a
///   link
record TrustedPath(List<Link> links) {
  /// One certificate and the authority that signed it.
  record Link(X509Certificate certificate, X509Certificate issuer) {}

  /// Finds the way from this chain's first certificate to one of our roots.
  ///
  /// @throws GeneralSecurityException when there is none
  static TrustedPath find(List<X509Certificate> chain, TrustAnchors anchors)
      throws GeneralSecurityException {
    var leaf = chain.getFirst();
    var target = new X509CertSelector();
    target.setCertificate(leaf);
    var parameters = new PKIXBuilderParameters(anchors.anchors(), target);
    parameters.setRevocationEnabled(false);
    // Judged at the first day of the certificate, so that an expired one is called expired and not
    // unknown; whether it is valid now is asked separately.
    parameters.setDate(leaf.getNotBefore());
    parameters.setMaxPathLength(4);
    var helpers = new ArrayList<>(chain);
    helpers.addAll(anchors.intermediates());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(helpers)));
    var found = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    var path = found.getCertPath().getCertificates();
    var links = new ArrayList<Link>();
    for (int i = 0; i < path.size(); i++) {
      var issuer = i + 1 < path.size() ? path.get(i + 1) : found.getTrustAnchor().getTrustedCert();
      links.add(new Link((X509Certificate) path.get(i), (X509Certificate) issuer));
    }
    return new TrustedPath(List.copyOf(links));
  }
}
