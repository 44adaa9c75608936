package nl.sluis.gateway.peer;

import static nl.sluis.gateway.peer.PeerFault.Cause.CHAIN_INCOMPLETE;
import static nl.sluis.gateway.peer.PeerFault.Cause.EXPIRED;
import static nl.sluis.gateway.peer.PeerFault.Cause.MISSING;
import static nl.sluis.gateway.peer.PeerFault.Cause.NOT_YET_VALID;
import static nl.sluis.gateway.peer.PeerFault.Cause.UNKNOWN_ISSUER;
import static nl.sluis.gateway.peer.PeerFault.Cause.WITHOUT_OIN;
import static nl.sluis.gateway.peer.PeerFault.Cause.WRONG_USE;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.policies.terms.Oin;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// Decides whether the certificate at the other end of a connection is a partner's (RFC 5280).
///
/// Thread-safe. Runs at the handshake and again at every request, for a connection that stays open
/// or a session that is resumed MUST NOT outlive its certificate. Who signed whom is remembered per
/// certificate, as long as the same authorities count; validity and revocation never are.
public final class PeerCheck {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final int MAX_REMEMBERED = 4096;

  /// @param under the authorities by which the path was found; under others it is looked for again
  private record Known(TrustedPath path, Peer peer, Object under) {}

  private final TrustAnchors anchors;
  private final Revocation revocation;
  private final Map<String, Known> remembered = new ConcurrentHashMap<>();

  /// @param anchors the authorities we trust
  /// @param lists their revocation lists; the ones in force at each check count
  public PeerCheck(TrustAnchors anchors, CrlStore lists) {
    this(anchors, new Revocation(lists, RevocationLine.FILES, lists.clock(), new SecureRandom()));
  }

  /// @param anchors the authorities we trust
  /// @param revocation what they took back; what is known at each check counts
  public PeerCheck(TrustAnchors anchors, Revocation revocation) {
    this.anchors = anchors;
    this.revocation = revocation;
  }

  /// Accepts a certificate that is trusted, valid, not revoked and checked against a fresh list.
  ///
  /// @param chain what the other end presented, its own certificate first; may be empty
  /// @throws PeerFault with the exact cause
  public Peer check(List<? extends Certificate> chain, Instant now) throws PeerFault {
    var acute = checkAcute(chain, now);
    var flagged = acute.flagged();
    if (flagged.isPresent()) {
      throw flagged.get();
    }
    return acute.peer();
  }

  /// Accepts for an acute report also a certificate whose revocation list is stale or missing.
  ///
  /// A child in danger does not wait for a revocation list; a revoked certificate stays refused.
  /// The caller MUST log what was flagged.
  public AcutePeer checkAcute(List<? extends Certificate> chain, Instant now) throws PeerFault {
    return check(chain, CLIENT_AUTH, now, true);
  }

  /// The same in a handshake, which waits for nobody: what a responder was not asked yet is
  /// flagged, and asked at the request that follows.
  AcutePeer checkAtHandshake(List<? extends Certificate> chain, Instant now) throws PeerFault {
    return check(chain, CLIENT_AUTH, now, false);
  }

  /// Accepts the certificate of a server that we call about acute danger, under the same terms.
  public AcutePeer checkServer(List<? extends Certificate> chain, Instant now) throws PeerFault {
    return check(chain, SERVER_AUTH, now, true);
  }

  @SuppressWarnings("ReferenceEquality") // the same object until the authorities change
  private AcutePeer check(
      List<? extends Certificate> chain, String use, Instant now, boolean mayAsk) throws PeerFault {
    if (chain.isEmpty() || !(chain.getFirst() instanceof X509Certificate leaf)) {
      throw new PeerFault(MISSING, "no certificate");
    }
    var thumbprint = thumbprint(leaf);
    var known = remembered.get(use + thumbprint);
    if (known == null || known.under() != anchors.inForce()) {
      known = examine(chain, leaf, use, thumbprint);
      if (remembered.size() >= MAX_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(use + thumbprint, known);
    }
    refuseUnlessValid(known.path, now);
    return new AcutePeer(known.peer, revocation(known.path, now, mayAsk));
  }

  /// What is seen of a certificate for clients, also of one that is refused: for whoever shows it.
  public Look look(List<? extends Certificate> chain, Instant now) {
    return look(chain, CLIENT_AUTH, now);
  }

  /// What is seen of the certificate of a server.
  public Look lookAtServer(List<? extends Certificate> chain, Instant now) {
    return look(chain, SERVER_AUTH, now);
  }

  private Look look(List<? extends Certificate> chain, String use, Instant now) {
    var shown = new ArrayList<X509Certificate>();
    chain.stream()
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .forEach(shown::add);
    try {
      var acute = check(chain, use, now, true);
      return new Look(shown, Optional.of(acute.peer()), acute.flagged(), basis(shown, use));
    } catch (PeerFault fault) {
      return new Look(shown, Optional.empty(), Optional.of(fault), basis(shown, use));
    }
  }

  private List<Revocation.Basis> basis(List<X509Certificate> shown, String use) {
    var known = shown.isEmpty() ? null : remembered.get(use + thumbprint(shown.getFirst()));
    return known == null
        ? List.of()
        : known.path.links().stream().flatMap(l -> revocation.about(l).stream()).toList();
  }

  /// What was seen at the other end of a connection.
  ///
  /// @param chain what it showed, its own certificate first
  /// @param peer who it is; empty when the certificate is refused
  /// @param fault what is wrong; also when an acute report would pass all the same
  /// @param basis by what its revocation is known
  public record Look(
      List<X509Certificate> chain,
      Optional<Peer> peer,
      Optional<PeerFault> fault,
      List<Revocation.Basis> basis) {
    /// Copies its lists.
    public Look {
      chain = List.copyOf(chain);
      basis = List.copyOf(basis);
    }

    /// The organisation that the certificate names, also when it is refused; empty when none.
    public Optional<Oin> named() {
      return chain.isEmpty() ? Optional.empty() : PeerCheck.named(chain.getFirst());
    }
  }

  /// A peer as an acute report may use it.
  ///
  /// @param peer the partner
  /// @param flagged what was wrong with the revocation list, if anything
  public record AcutePeer(Peer peer, Optional<PeerFault> flagged) {}

  private Known examine(
      List<? extends Certificate> chain, X509Certificate leaf, String use, String thumbprint)
      throws PeerFault {
    var certificates = new ArrayList<X509Certificate>();
    for (var certificate : chain.subList(0, Math.min(chain.size(), 6))) {
      if (certificate instanceof X509Certificate x509) {
        certificates.add(x509);
      }
    }
    var under = anchors.inForce();
    TrustedPath path;
    try {
      path = TrustedPath.find(certificates, anchors);
    } catch (GeneralSecurityException e) {
      var cause = isAlone(certificates, leaf) ? CHAIN_INCOMPLETE : UNKNOWN_ISSUER;
      throw new PeerFault(cause, Revocation.describe(leaf) + " has no path to a root we trust");
    }
    refuseWrongUse(leaf, use);
    var oin = named(leaf).orElseThrow(() -> new PeerFault(WITHOUT_OIN, Revocation.describe(leaf)));
    var issuer = leaf.getIssuerX500Principal().getName();
    var serial = leaf.getSerialNumber().toString(16);
    var until = leaf.getNotAfter().toInstant();
    return new Known(path, new Peer(oin, thumbprint, serial, issuer, until), under);
  }

  /// Nothing tells who issued it: neither what was sent along nor what we have.
  private boolean isAlone(List<X509Certificate> chain, X509Certificate leaf) {
    var issuer = leaf.getIssuerX500Principal();
    return chain.size() == 1
        && !leaf.getSubjectX500Principal().equals(issuer)
        && anchors.named(issuer).isEmpty();
  }

  private static void refuseWrongUse(X509Certificate leaf, String use) throws PeerFault {
    try {
      var uses = leaf.getExtendedKeyUsage();
      var usage = leaf.getKeyUsage();
      var signs = usage != null && usage[0];
      if (uses == null || !uses.contains(use) || !signs || leaf.getBasicConstraints() >= 0) {
        throw new PeerFault(WRONG_USE, Revocation.describe(leaf) + " allows `" + uses + "`");
      }
    } catch (CertificateParsingException e) {
      throw new PeerFault(WRONG_USE, Revocation.describe(leaf) + " has an unreadable key usage");
    }
  }

  private static void refuseUnlessValid(TrustedPath path, Instant now) throws PeerFault {
    for (var link : path.links()) {
      var certificate = link.certificate();
      if (now.isAfter(certificate.getNotAfter().toInstant())) {
        throw new PeerFault(
            EXPIRED,
            Revocation.describe(certificate)
                + " expired at "
                + certificate.getNotAfter().toInstant());
      }
      if (now.isBefore(certificate.getNotBefore().toInstant())) {
        throw new PeerFault(
            NOT_YET_VALID,
            Revocation.describe(certificate)
                + " starts at "
                + certificate.getNotBefore().toInstant());
      }
    }
  }

  private Optional<PeerFault> revocation(TrustedPath path, Instant now, boolean mayAsk)
      throws PeerFault {
    Optional<PeerFault> flagged = Optional.empty();
    for (var link : path.links()) {
      // All of them: a flag on one MUST NOT hide that another is revoked.
      var wrong = revocation.judge(link, now, mayAsk);
      flagged = flagged.isPresent() ? flagged : wrong;
    }
    return flagged;
  }

  /// The organisation in Subject.serialNumber (Digikoppeling PKI001); empty when there is none.
  public static Optional<Oin> named(X509Certificate certificate) {
    var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    var found = subject.getRDNs(BCStyle.SERIALNUMBER);
    if (found.length != 1 || found[0].isMultiValued()) {
      return Optional.empty();
    }
    var text = IETFUtils.valueToString(found[0].getFirst().getValue());
    return Oin.isOin(text) ? Optional.of(new Oin(text)) : Optional.empty();
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }
}
