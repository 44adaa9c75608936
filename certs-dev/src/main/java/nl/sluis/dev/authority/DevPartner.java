package nl.sluis.dev.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// A partner of the toy authority: who it is, and what it shows at the door.
///
/// Immutable; may be shared between threads.
///
/// @param oin the organisation
/// @param name its name, in Subject.organizationName
/// @param identity its client certificate and key
/// @param root the authority by which it recognises Sluis
public record DevPartner(Oin oin, String name, DevCertificate identity, X509Certificate root) {

  /// A fresh TLS context that shows this partner's certificate and trusts the toy root.
  ///
  /// Each call gives a context without remembered sessions.
  public SSLContext sslContext() {
    return context(identity, root);
  }

  /// A TLS context that trusts the toy root and shows no certificate.
  public SSLContext anonymousContext() {
    return context(null, root);
  }

  private static SSLContext context(@Nullable DevCertificate identity, X509Certificate root) {
    try {
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", root);
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      var keys = identity == null ? new KeyManager[0] : identity.keyManagers();
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a context is built from keys we just made", e);
    }
  }
}
