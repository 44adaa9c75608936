package nl.sluis.gateway.peer;

import static nl.sluis.gateway.peer.PeerFault.Cause.OCSP_INVALID;
import static nl.sluis.gateway.peer.PeerFault.Cause.OCSP_MISSING;
import static nl.sluis.gateway.peer.PeerFault.Cause.OCSP_STALE;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.peer.TrustedPath.Link;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/// Writes the question whether one certificate is good, and reads the answer (RFC 6960).
///
/// Believes nothing that is not signed by the authority itself, or by whom that authority named for
/// this with `id-kp-OCSPSigning`. Immutable; may be shared between threads.
final class OcspReading {
  private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
  private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
  private static final Duration SKEW = Duration.ofSeconds(60);
  // An authority that does not say until when an answer counts has newer ones at all times.
  private static final Duration WITHOUT_END = Duration.ofMinutes(5);
  private static final Set<String> STRONG =
      Set.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA512.getId(),
          PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.id_RSASSA_PSS.getId(),
          NISTObjectIdentifiers.id_ecdsa_with_sha3_256.getId());

  /// What a certificate is, says the responder.
  enum Standing {
    GOOD,
    REVOKED,
    UNKNOWN
  }

  /// One answer that is believed.
  ///
  /// @param standing what it says
  /// @param thisUpdate as of when
  /// @param nextUpdate until when
  record Said(Standing standing, Instant thisUpdate, Instant nextUpdate) {}

  private final Link link;
  private final byte[] nonce;
  private final CertificateID id;

  /// @param link about which certificate, and of which authority
  /// @param nonce bytes that nobody could guess, 32 of them (RFC 9654)
  OcspReading(Link link, byte[] nonce) {
    this.link = link;
    this.nonce = nonce.clone();
    try {
      this.id =
          new CertificateID(
              digests(CertificateID.HASH_SHA1),
              new JcaX509CertificateHolder(link.issuer()),
              link.certificate().getSerialNumber());
    } catch (GeneralSecurityException | OperatorCreationException | OCSPException e) {
      throw new IllegalStateException("a certificate that was read can be named", e);
    }
  }

  // SHA-1 only names the authority here, as every responder understands; nothing rests on it.
  private static DigestCalculator digests(AlgorithmIdentifier algorithm)
      throws OperatorCreationException {
    return new JcaDigestCalculatorProviderBuilder().build().get(algorithm);
  }

  /// The question.
  byte[] question() {
    try {
      var inner = new DEROctetString(new DEROctetString(nonce).getEncoded());
      var asked = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, inner);
      return new OCSPReqBuilder()
          .addRequest(id)
          .setRequestExtensions(new Extensions(asked))
          .build()
          .getEncoded();
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException("a question that holds one number can be written", e);
    }
  }

  /// Reads what came back.
  ///
  /// @param nonceRequired whether it must repeat our nonce; another one is never believed
  /// @param lists by which a responder without `id-pkix-ocsp-nocheck` is itself known to be good
  /// @throws OcspFault when it is not believed
  Said read(byte[] bytes, boolean nonceRequired, RevocationLists lists, Instant now)
      throws OcspFault {
    var basic = basic(bytes);
    refuseOtherSigner(basic, lists, now);
    refuseOtherNonce(basic, nonceRequired);
    var single =
        Arrays.stream(basic.getResponses())
            .filter(response -> isAboutOurs(response.getCertID()))
            .findFirst()
            .orElseThrow(() -> new OcspFault(OCSP_INVALID, "is about another certificate"));
    return said(single, now);
  }

  private static BasicOCSPResp basic(byte[] bytes) throws OcspFault {
    try {
      var response = new OCSPResp(bytes);
      if (response.getStatus() != OCSPResp.SUCCESSFUL) {
        throw new OcspFault(OCSP_MISSING, "answered with OCSP status " + response.getStatus());
      }
      if (response.getResponseObject() instanceof BasicOCSPResp basic) {
        return basic;
      }
      throw new OcspFault(OCSP_INVALID, "is of another kind than id-pkix-ocsp-basic");
    } catch (IOException | OCSPException | RuntimeException e) {
      // Bouncy Castle throws what it likes at bytes that are no DER.
      throw new OcspFault(OCSP_INVALID, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private void refuseOtherSigner(BasicOCSPResp basic, RevocationLists lists, Instant now)
      throws OcspFault {
    if (!STRONG.contains(basic.getSignatureAlgOID().getId())) {
      throw new OcspFault(
          OCSP_INVALID, "is signed with `" + basic.getSignatureAlgOID() + "`, which is too weak");
    }
    if (isSignedWith(basic, link.issuer())) {
      return;
    }
    for (var holder : basic.getCerts()) {
      var signer = certificate(holder);
      if (signer != null && isSignedWith(basic, signer)) {
        refuseUnlessNamed(signer, lists, now);
        return;
      }
    }
    throw new OcspFault(OCSP_INVALID, "is signed by somebody we cannot tell");
  }

  private static @Nullable X509Certificate certificate(X509CertificateHolder holder) {
    try {
      return new JcaX509CertificateConverter().getCertificate(holder);
    } catch (GeneralSecurityException _) {
      return null;
    }
  }

  private static boolean isSignedWith(BasicOCSPResp basic, X509Certificate signer) {
    try {
      return basic.isSignatureValid(
          new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
    } catch (OCSPException | OperatorCreationException _) {
      return false;
    }
  }

  /// The authority itself must have named this signer, for this (RFC 6960, 4.2.2.2).
  private void refuseUnlessNamed(X509Certificate signer, RevocationLists lists, Instant now)
      throws OcspFault {
    var who = "is signed by `" + signer.getSubjectX500Principal().getName() + "`, ";
    try {
      signer.verify(link.issuer().getPublicKey());
    } catch (GeneralSecurityException _) {
      throw new OcspFault(OCSP_INVALID, who + "which the authority did not name");
    }
    try {
      var uses = signer.getExtendedKeyUsage();
      if (uses == null || !uses.contains(OCSP_SIGNING)) {
        throw new OcspFault(OCSP_INVALID, who + "which may not sign answers");
      }
      signer.checkValidity(Date.from(now));
    } catch (GeneralSecurityException _) {
      throw new OcspFault(OCSP_INVALID, who + "whose certificate is not valid now");
    }
    if (signer.getExtensionValue(NO_CHECK) == null) {
      var list = lists.of(link.issuer());
      if (list.isEmpty() || list.get().isStaleAt(now)) {
        throw new OcspFault(OCSP_INVALID, who + "of which nobody can tell whether it is revoked");
      }
      if (list.get().list().isRevoked(signer)) {
        throw new OcspFault(OCSP_INVALID, who + "which is revoked");
      }
    }
  }

  private void refuseOtherNonce(BasicOCSPResp basic, boolean required) throws OcspFault {
    var repeated = nonceIn(basic);
    if (repeated.isEmpty() && required) {
      throw new OcspFault(OCSP_INVALID, "repeats no nonce, and must");
    }
    if (repeated.isPresent() && !Arrays.equals(repeated.get(), nonce)) {
      throw new OcspFault(OCSP_INVALID, "answers a question that was not asked now");
    }
  }

  private static Optional<byte[]> nonceIn(BasicOCSPResp basic) throws OcspFault {
    var extension = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (extension == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ASN1OctetString.getInstance(extension.getExtnValue().getOctets()).getOctets());
    } catch (IllegalArgumentException _) {
      throw new OcspFault(OCSP_INVALID, "holds a nonce that cannot be read");
    }
  }

  /// Whatever hash the responder names the authority with.
  private boolean isAboutOurs(CertificateID other) {
    if (!other.getSerialNumber().equals(link.certificate().getSerialNumber())) {
      return false;
    }
    try {
      var issuer = new JcaX509CertificateHolder(link.issuer());
      var known =
          Set.of(OIWObjectIdentifiers.idSHA1.getId(), NISTObjectIdentifiers.id_sha256.getId());
      return known.contains(other.getHashAlgOID().getId())
          && other.matchesIssuer(issuer, new JcaDigestCalculatorProviderBuilder().build());
    } catch (GeneralSecurityException | OperatorCreationException | OCSPException _) {
      return false;
    }
  }

  private static Said said(SingleResp single, Instant now) throws OcspFault {
    var made = single.getThisUpdate().toInstant();
    var end = single.getNextUpdate();
    var until = end == null ? made.plus(WITHOUT_END) : end.toInstant();
    if (made.isAfter(now.plus(SKEW))) {
      throw new OcspFault(OCSP_INVALID, "is dated in the future, " + made);
    }
    var said = new Said(standing(single.getCertStatus()), made, until);
    // A revocation stays one, however old the answer.
    if (now.isAfter(until.plus(SKEW)) && said.standing() != Standing.REVOKED) {
      throw new OcspFault(
          OCSP_STALE,
          "is of %s, valid until %s, age %s".formatted(made, until, Duration.between(made, now)));
    }
    return said;
  }

  // Bouncy Castle says "good" with nothing.
  private static Standing standing(@Nullable CertificateStatus status) {
    if (status == null) {
      return Standing.GOOD;
    }
    return status instanceof RevokedStatus ? Standing.REVOKED : Standing.UNKNOWN;
  }
}
