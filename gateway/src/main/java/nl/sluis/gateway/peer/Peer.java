package nl.sluis.gateway.peer;

import java.time.Instant;
import java.util.Objects;
import nl.sluis.policies.terms.Oin;

/// Proof that a partner's certificate was valid, trusted and not revoked at the instant of the
/// check.
///
/// Only [PeerCheck] makes one. Immutable; may be shared between threads, but is worth one request.
public final class Peer {
  private final Oin oin;
  private final String thumbprint;
  private final String serial;
  private final String issuer;
  private final Instant validUntil;

  Peer(Oin oin, String thumbprint, String serial, String issuer, Instant validUntil) {
    this.oin = oin;
    this.thumbprint = thumbprint;
    this.serial = serial;
    this.issuer = issuer;
    this.validUntil = validUntil;
  }

  /// The organisation named in the certificate's Subject.serialNumber (Digikoppeling PKI001).
  public Oin oin() {
    return oin;
  }

  /// The base64url SHA-256 of the certificate, as tokens carry it in `cnf` (RFC 8705 3.1).
  public String thumbprint() {
    return thumbprint;
  }

  /// The certificate's serial number in lower-case hexadecimal.
  public String serial() {
    return serial;
  }

  /// The distinguished name of the authority that issued the certificate.
  public String issuer() {
    return issuer;
  }

  /// Until when the certificate is valid.
  public Instant validUntil() {
    return validUntil;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Peer that && oin.equals(that.oin) && thumbprint.equals(that.thumbprint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(oin, thumbprint);
  }

  @Override
  public String toString() {
    return "Peer[oin=" + oin + ", serial=" + serial + "]";
  }
}
