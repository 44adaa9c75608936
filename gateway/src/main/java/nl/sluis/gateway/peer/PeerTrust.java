package nl.sluis.gateway.peer;

import io.netty.handler.ssl.OpenSslCertificateException;
import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts [PeerCheck] into the TLS handshake, on our clock and with the revocation lists of this
/// moment.
///
/// Thread-safe. A stale list does not stop the handshake, for an acute report must come through;
/// the request that follows is refused unless it is one. TLS only says "no"; why is one line in our
/// log.
public final class PeerTrust extends X509ExtendedTrustManager {
  // The error numbers of OpenSSL that become `unknown_ca`, `unsupported_certificate` and
  // `bad_certificate` on the line; without one BoringSSL says `internal_error`, as if it were our
  // fault.
  private static final int NO_ISSUER = 20;
  private static final int INVALID_PURPOSE = 26;
  private static final int REJECTED = 28;

  private static final Logger LOG = LoggerFactory.getLogger(PeerTrust.class);

  private final PeerCheck check;
  private final TrustAnchors anchors;
  private final InstantSource clock;
  private final Sightings sightings;

  /// Without noting who came.
  ///
  /// @param anchors whose names are sent to the partner, so that it can choose its certificate
  public PeerTrust(PeerCheck check, TrustAnchors anchors, InstantSource clock) {
    this(check, anchors, clock, new Sightings(_ -> false));
  }

  /// @param anchors whose names are sent to the partner, so that it can choose its certificate
  /// @param sightings where it is noted who came and who was turned away
  public PeerTrust(
      PeerCheck check, TrustAnchors anchors, InstantSource clock, Sightings sightings) {
    this.check = check;
    this.anchors = anchors;
    this.clock = clock;
    this.sightings = sightings;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    var now = clock.instant();
    try {
      sightings.came(check.checkAtHandshake(List.of(chain), now).peer().oin(), now);
    } catch (PeerFault fault) {
      if (chain.length > 0) {
        PeerCheck.named(chain[0]).ifPresent(oin -> sightings.refused(oin, now, fault.reason()));
      }
      LOG.warn("handshake refused, `{}`: {}", fault.code(), fault.detail());
      throw alertFor(fault);
    }
  }

  /// The exception from which the TLS engine makes the alert that fits.
  private static CertificateException alertFor(PeerFault fault) {
    var text = fault.detail();
    return switch (fault.reason()) {
      case EXPIRED -> new CertificateExpiredException(text);
      case NOT_YET_VALID -> new CertificateNotYetValidException(text);
      case REVOKED -> because(text, BasicReason.REVOKED);
      case UNKNOWN_ISSUER, CHAIN_INCOMPLETE -> new OpenSslCertificateException(text, NO_ISSUER);
      case WRONG_USE -> new OpenSslCertificateException(text, INVALID_PURPOSE);
      case MISSING,
          WITHOUT_OIN,
          LIST_MISSING,
          LIST_STALE,
          OCSP_MISSING,
          OCSP_STALE,
          OCSP_INVALID,
          OCSP_UNKNOWN ->
          new OpenSslCertificateException(text, REJECTED);
    };
  }

  private static CertificateException because(String text, BasicReason reason) {
    return new CertificateException(
        text, new CertPathValidatorException(text, null, null, -1, reason));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this side only judges clients");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return anchors.all();
  }
}
