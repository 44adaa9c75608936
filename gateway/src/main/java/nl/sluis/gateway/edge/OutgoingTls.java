package nl.sluis.gateway.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

/// How Sluis speaks TLS to a register that it asks something: it shows its own certificate, trusts
/// nobody but who is in the given file, and uses what the doors use.
public final class OutgoingTls {
  private static final int PASSWORD = 16;

  private OutgoingTls() {}

  /// A context for connections that Sluis makes, or that a stand-in for that register takes.
  ///
  /// @param identity what is shown
  /// @param trust the authorities of the other end, in one PEM file
  /// @throws IllegalArgumentException when the files cannot be used
  public static SSLContext context(ServerIdentity identity, Path trust) {
    return context(identity, trust(trust));
  }

  /// Trusts the authorities in one PEM file and nobody else.
  ///
  /// @throws IllegalArgumentException when the file cannot be used
  public static X509TrustManager trust(Path trust) {
    try {
      var trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(authorities(trust));
      for (var manager : trusted.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          return x509;
        }
      }
      throw new GeneralSecurityException("PKIX trusts X.509");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("`" + trust.getFileName() + "` cannot be used", e);
    }
  }

  /// A context for connections at which Sluis shows no certificate.
  ///
  /// @param trust the authorities of the other end, in one PEM file
  /// @throws IllegalArgumentException when the file cannot be used
  public static SSLContext anonymous(Path trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust(trust)}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every JDK", e);
    }
  }

  /// A context for connections that Sluis makes to whom these managers trust.
  public static SSLContext context(ServerIdentity identity, TrustManager... trusted) {
    return context(managers(identity), trusted);
  }

  /// The same, and shows that certificate also to who says beforehand that it will refuse it: to
  /// hear why.
  public static SSLContext stubborn(ServerIdentity identity, TrustManager... trusted) {
    var stubborn =
        Arrays.stream(managers(identity))
            .filter(X509ExtendedKeyManager.class::isInstance)
            .map(keys -> new StubbornKeys((X509ExtendedKeyManager) keys, identity.keyType()))
            .toArray(KeyManager[]::new);
    return context(stubborn, trusted);
  }

  private static SSLContext context(KeyManager[] keys, TrustManager... trusted) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys, trusted, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the certificate of Sluis cannot be used", e);
    }
  }

  private static KeyManager[] managers(ServerIdentity identity) {
    try {
      var random = new SecureRandom();
      var bytes = new byte[PASSWORD];
      random.nextBytes(bytes);
      // It never leaves this memory; PKCS#12 asks for one.
      var password = HexFormat.of().formatHex(bytes).toCharArray();
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(identity.keyStore(password), password);
      return keys.getKeyManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("the certificate of Sluis cannot be used", e);
    }
  }

  /// Which versions and suites are spoken.
  public static SSLParameters parameters() {
    return new SSLParameters(
        Tls.SUITES.toArray(String[]::new), Tls.PROTOCOLS.toArray(String[]::new));
  }

  private static KeyStore authorities(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var read =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
    int number = 0;
    for (var authority : read) {
      store.setCertificateEntry("uitgever-" + number, authority);
      number++;
    }
    if (number == 0) {
      throw new IllegalArgumentException("`" + file.getFileName() + "` holds no certificate");
    }
    return store;
  }
}
