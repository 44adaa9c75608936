package nl.sluis.dev.partner;

import java.time.Instant;
import javax.net.ssl.SSLContext;
import nl.sluis.dev.authority.DevAuthority;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.authority.Validity;
import nl.sluis.policies.terms.Oin;

/// What a partner shows at the door.
public enum Shown {
  /// A new certificate of its own.
  NEW,
  /// Its own, but taken back.
  REVOKED,
  /// Its own, but over.
  EXPIRED,
  /// Its own, but not yet good.
  NOT_YET_VALID,
  /// One of another authority.
  FOREIGN,
  /// One without a number.
  WITHOUT_OIN,
  /// One for servers.
  WRONG_USE,
  /// Nothing.
  NONE;

  /// The TLS context with which this is shown; lists of what was taken back are written anew.
  SSLContext context(DevAuthority authority, SimulatedPartner partner, Instant now) {
    var oin = partner.oin();
    var name = partner.name();
    return switch (this) {
      case NEW -> authority.partner(oin, name).sslContext();
      case EXPIRED -> authority.partner(oin, name, Validity.expiredAt(now)).sslContext();
      case NOT_YET_VALID -> authority.partner(oin, name, Validity.notYetAt(now)).sslContext();
      case WITHOUT_OIN -> authority.partnerWithoutOin(oin, name).sslContext();
      case WRONG_USE -> authority.partnerWithWrongUse(oin, name).sslContext();
      case NONE -> authority.partner(oin, name).anonymousContext();
      case FOREIGN -> foreign(authority, oin, name);
      case REVOKED -> revoked(authority, authority.partner(oin, name));
    };
  }

  /// A certificate of another authority, shown to a gateway whose own authority it trusts.
  private static SSLContext foreign(DevAuthority authority, Oin oin, String name) {
    var stranger = authority.foreign().partner(oin, name);
    return new DevPartner(oin, name, stranger.identity(), authority.rootCertificate()).sslContext();
  }

  private static SSLContext revoked(DevAuthority authority, DevPartner partner) {
    authority.revoke(partner.identity().certificate());
    authority.writeCrls();
    return partner.sslContext();
  }
}
