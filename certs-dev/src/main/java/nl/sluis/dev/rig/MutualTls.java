package nl.sluis.dev.rig;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.partner.DevSite;

/// How a door of the rig shows who it is, and demands the same.
final class MutualTls {
  private MutualTls() {}

  /// @param own the certificate that is shown; whoever the authority of this site signed may call
  static HttpsConfigurator of(DevSite site, DevCertificate own) {
    return new HttpsConfigurator(context(site, own)) {
      @Override
      public void configure(HttpsParameters parameters) {
        var tls = getSSLContext().getDefaultSSLParameters();
        tls.setNeedClientAuth(true);
        parameters.setSSLParameters(tls);
      }
    };
  }

  private static SSLContext context(DevSite site, DevCertificate own) {
    try {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry("deur", own.key(), new char[0], own.chain().toArray(Certificate[]::new));
      var managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(keys, new char[0]);
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", site.authority().rootCertificate());
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a context is built from keys we just made", e);
    }
  }
}
