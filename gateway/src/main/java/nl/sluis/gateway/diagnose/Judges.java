package nl.sluis.gateway.diagnose;

import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault.Cause;
import nl.sluis.policies.terms.Oin;

/// Who may be at the other end, as the gateway itself decides that.
public final class Judges {
  private Judges() {}

  /// The server of one organisation and of no other, by its number.
  ///
  /// @param peers judges certificates
  /// @param expected whose server this must be
  public static Probe.Judge organisation(PeerCheck peers, InstantSource clock, Oin expected) {
    return (chain, _, _) -> {
      var seen = peers.lookAtServer(List.of(chain), clock.instant());
      if (seen.fault().isPresent()) {
        return Optional.of(new Diagnose.OfCertificate(seen.fault().get().reason()));
      }
      return seen.named().equals(Optional.of(expected))
          ? Optional.empty()
          : Optional.of(new Diagnose.OtherOrganisation(expected, seen.named()));
    };
  }

  /// A server of these authorities, under the name that was called.
  ///
  /// @param trust the authorities, in one PEM file
  /// @throws IllegalArgumentException when the file cannot be used
  public static Probe.Judge authorities(Path trust) {
    if (OutgoingTls.trust(trust) instanceof X509ExtendedTrustManager manager) {
      return (chain, type, socket) -> judge(manager, chain, type, socket);
    }
    throw new IllegalStateException("PKIX judges connections");
  }

  private static Optional<Diagnose> judge(
      X509ExtendedTrustManager manager, X509Certificate[] chain, String type, Socket socket) {
    try {
      manager.checkServerTrusted(chain, type, socket);
      return Optional.empty();
    } catch (CertificateException e) {
      return Optional.of(diagnose(e, chain, manager));
    }
  }

  private static Diagnose diagnose(
      CertificateException e, X509Certificate[] chain, X509ExtendedTrustManager manager) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof CertificateExpiredException || has(t, BasicReason.EXPIRED)) {
        return new Diagnose.OfCertificate(Cause.EXPIRED);
      }
      if (t instanceof CertificateNotYetValidException || has(t, BasicReason.NOT_YET_VALID)) {
        return new Diagnose.OfCertificate(Cause.NOT_YET_VALID);
      }
      if (String.valueOf(t.getMessage()).startsWith("No subject alternative")
          || String.valueOf(t.getMessage()).startsWith("No name matching")) {
        return new Diagnose.OtherName(chain[0].getSubjectX500Principal().getName());
      }
    }
    var issuer = chain[0].getIssuerX500Principal();
    var isAlone =
        chain.length == 1
            && !issuer.equals(chain[0].getSubjectX500Principal())
            && Arrays.stream(manager.getAcceptedIssuers())
                .noneMatch(a -> a.getSubjectX500Principal().equals(issuer));
    return new Diagnose.OfCertificate(isAlone ? Cause.CHAIN_INCOMPLETE : Cause.UNKNOWN_ISSUER);
  }

  private static boolean has(Throwable t, BasicReason reason) {
    return t instanceof CertPathValidatorException invalid && invalid.getReason() == reason;
  }
}
