package nl.sluis.gateway.tijdstempel;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.gateway.tijdstempel.StampFault.Reason;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Believes a timestamp or says why not (RFC 3161, 2.2 and 2.3).
///
/// Asks whether the certificate was good at the time of the stamp, never whether it is now. May be
/// shared between threads.
public final class StampCheck {
  private final StampTrust trust;
  private final Optional<String> policy;

  /// @param trust who may give timestamps
  /// @param policy the policy under which they are agreed on; empty when any will do
  public StampCheck(StampTrust trust, Optional<String> policy) {
    this.trust = trust;
    this.policy = policy;
  }

  /// Checks an answer of the authority.
  Stamp fresh(TimeStampResponse response, byte[] data) throws StampFault {
    var token = token(response);
    try {
      var path = path(token, data, trust);
      var chain = new StringBuilder();
      for (var certificate : path) {
        chain.append(StampTrust.pem("CERTIFICATE", certificate.getEncoded()));
      }
      return new Stamp(response.getEncoded(), time(token), chain.toString(), trust.listsPem());
    } catch (GeneralSecurityException | IOException e) {
      throw new StampFault(Reason.NOT_SIGNED, e);
    }
  }

  /// Checks a stamp that was kept, with the revocation lists that were kept beside it.
  ///
  /// @param data the bytes that were stamped
  /// @return the time that it proves
  public Instant kept(Stamp stamp, byte[] data) throws StampFault {
    try {
      var response = new TimeStampResponse(stamp.response());
      var token = token(response);
      var by = trust.withLists(stamp.lists());
      var _ = path(token, data, by);
      if (!Arrays.equals(response.getEncoded(), stamp.response())
          || !by.listsPem().equals(stamp.lists())
          || !isChain(stamp.chain(), token)) {
        throw new StampFault(Reason.NOT_AS_KEPT);
      }
      return time(token);
    } catch (TSPException | IOException | IllegalStateException | GeneralSecurityException e) {
      throw new StampFault(Reason.NOT_SIGNED, e);
    }
  }

  /// Does it begin with the certificate that signed, does each following one sign the one before,
  /// and does nothing else stand there?
  private static boolean isChain(String pem, TimeStampToken token)
      throws GeneralSecurityException, StampFault {
    var again = new StringBuilder();
    var below = convert(signer(token));
    for (var certificate : StampTrust.certificates(pem)) {
      if (!again.isEmpty()) {
        below.verify(certificate.getPublicKey());
      } else if (!below.equals(certificate)) {
        return false;
      }
      again.append(StampTrust.pem("CERTIFICATE", certificate.getEncoded()));
      below = certificate;
    }
    return again.toString().equals(pem) && !pem.isEmpty();
  }

  private static TimeStampToken token(TimeStampResponse response) throws StampFault {
    var token = response.getTimeStampToken();
    if (token == null) {
      throw new StampFault(Reason.REFUSED);
    }
    return token;
  }

  static Instant time(TimeStampToken token) {
    return token.getTimeStampInfo().getGenTime().toInstant();
  }

  private List<X509Certificate> path(TimeStampToken token, byte[] data, StampTrust by)
      throws StampFault {
    var info = token.getTimeStampInfo();
    if (!NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID())
        || !Arrays.equals(info.getMessageImprintDigest(), sha256(data))) {
      throw new StampFault(Reason.OTHER_BYTES);
    }
    if (policy.isPresent() && !policy.get().equals(info.getPolicy().getId())) {
      throw new StampFault(Reason.OTHER_POLICY);
    }
    var holder = signer(token);
    forStampsOnly(holder);
    signed(token, holder);
    try {
      var path = by.path(convert(holder), all(token), time(token));
      if (!isWhole(all(token), path)) {
        throw new StampFault(Reason.NOT_AS_KEPT);
      }
      return path;
    } catch (GeneralSecurityException e) {
      throw new StampFault(Reason.NOT_TRUSTED, e);
    }
  }

  /// Is every certificate that came along signed by another, or by one of the path? Not all of them
  /// are needed to believe the stamp, and one that is not needed can be changed unnoticed.
  private static boolean isWhole(List<X509Certificate> along, List<X509Certificate> path) {
    return along.stream()
        .allMatch(
            one -> Stream.concat(along.stream(), path.stream()).anyMatch(by -> signs(by, one)));
  }

  private static boolean signs(X509Certificate by, X509Certificate one) {
    try {
      one.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static X509CertificateHolder signer(TimeStampToken token) throws StampFault {
    var found =
        token.getCertificates().getMatches(null).stream().filter(token.getSID()::match).toList();
    if (found.size() != 1) {
      throw new StampFault(Reason.NOT_SIGNED);
    }
    return found.getFirst();
  }

  /// One extended use, `timeStamping`, and critical (RFC 3161, 2.3).
  private static void forStampsOnly(X509CertificateHolder holder) throws StampFault {
    try {
      TSPUtil.validateCertificate(holder);
    } catch (TSPValidationException e) {
      throw new StampFault(Reason.NOT_FOR_STAMPS, e);
    }
  }

  /// The signature, that it names this very certificate, and that the certificate held at the time.
  private static void signed(TimeStampToken token, X509CertificateHolder holder) throws StampFault {
    if (!holder.isValidOn(token.getTimeStampInfo().getGenTime())) {
      throw new StampFault(Reason.NOT_TRUSTED);
    }
    try {
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new StampFault(Reason.NOT_SIGNED, e);
    }
  }

  private static List<X509Certificate> all(TimeStampToken token) throws GeneralSecurityException {
    var all = new ArrayList<X509Certificate>();
    for (var holder : token.getCertificates().getMatches(null)) {
      all.add(convert(holder));
    }
    return all;
  }

  private static X509Certificate convert(X509CertificateHolder holder)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }

  static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
