package nl.sluis.gateway.acuut;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLEngine;
import nl.sluis.gateway.peer.JudgesServers;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.policies.terms.Oin;

/// Trusts the server of one organisation and no other: by its number and not by its host name.
///
/// As with whoever calls us about acute danger a stale revocation list is accepted for a report of
/// that, and for nothing else; a revoked certificate never is. Thread-safe.
public final class ReceiverTrust extends JudgesServers {
  private final PeerCheck peers;
  private final InstantSource clock;
  private final Oin receiver;
  private final boolean acute;

  /// For a report of acute danger.
  ///
  /// @param peers judges certificates
  /// @param clock what time it is
  /// @param receiver whose server this must be
  public ReceiverTrust(PeerCheck peers, InstantSource clock, Oin receiver) {
    this(peers, clock, receiver, true);
  }

  private ReceiverTrust(PeerCheck peers, InstantSource clock, Oin receiver, boolean acute) {
    this.peers = peers;
    this.clock = clock;
    this.receiver = receiver;
    this.acute = acute;
  }

  /// For anything else: without a fresh revocation list nobody is trusted.
  ///
  /// @param peers judges certificates
  /// @param clock what time it is
  /// @param receiver whose server this must be
  public static ReceiverTrust withFreshLists(PeerCheck peers, InstantSource clock, Oin receiver) {
    return new ReceiverTrust(peers, clock, receiver, false);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      var found = peers.checkServer(List.of(chain), clock.instant());
      if (!found.peer().oin().equals(receiver)) {
        throw new CertificateException("this is the certificate of another organisation");
      }
      if (!acute && found.flagged().isPresent()) {
        throw found.flagged().get();
      }
    } catch (PeerFault fault) {
      throw new CertificateException(fault.code(), fault);
    }
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
}
