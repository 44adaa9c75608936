package nl.sluis.gateway.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The TLS of a partner out of PEM files: what it shows, and by whom it recognises Sluis.
public final class PartnerTls {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");
  private static final byte[] PROBE = {1, 2, 3, 4};

  private PartnerTls() {}

  /// A context without remembered sessions.
  ///
  /// @param chain the certificate first, then those above it
  /// @param key its private key, PKCS#8, not encrypted
  /// @param trusted the issuers of the certificate of Sluis
  /// @throws IllegalArgumentException in Dutch, naming the file and what is wrong with it
  public static SSLContext of(Path chain, Path key, Path trusted) {
    var certificates = certificates(chain);
    var own = privateKey(key, certificates.getFirst());
    try {
      var store = empty();
      store.setKeyEntry("ik", own, new char[0], certificates.toArray(X509Certificate[]::new));
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, new char[0]);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust(trusted).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("`" + chain + "` is niet te gebruiken voor TLS.", e);
    }
  }

  /// A context that shows no certificate, for what anybody may read.
  ///
  /// @throws IllegalArgumentException in Dutch, naming the file and what is wrong with it
  public static SSLContext anonymous(Path trusted) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust(trusted).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("`" + trusted + "` is niet te gebruiken voor TLS.", e);
    }
  }

  /// The certificate that is shown: the first of this chain.
  ///
  /// @throws IllegalArgumentException in Dutch, naming the file, when there is none in it
  public static X509Certificate shown(Path chain) {
    return certificates(chain).getFirst();
  }

  private static TrustManagerFactory trust(Path trusted)
      throws GeneralSecurityException, IOException {
    var store = empty();
    int number = 0;
    for (var issuer : certificates(trusted)) {
      store.setCertificateEntry("uitgever-" + number++, issuer);
    }
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return trust;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static List<X509Certificate> certificates(Path file) {
    try {
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
      var found = read.stream().map(X509Certificate.class::cast).toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException | CertificateException _) {
      // Said below.
    }
    throw new IllegalArgumentException("`" + file + "` bevat geen certificaat (PEM).");
  }

  private static PrivateKey privateKey(Path file, X509Certificate certificate) {
    try {
      var pem = KEY.matcher(Files.readString(file));
      if (pem.find()) {
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        var algorithm = certificate.getPublicKey().getAlgorithm();
        var key = KeyFactory.getInstance(algorithm).generatePrivate(spec);
        if (belongs(key, certificate)) {
          return key;
        }
        throw new IllegalArgumentException(
            "`" + file + "` is niet de sleutel van het certificaat ernaast.");
      }
    } catch (IOException | GeneralSecurityException _) {
      // Without the cause: nothing of a private key is told.
    }
    throw new IllegalArgumentException(
        "`"
            + file
            + "` bevat geen sleutel in de vorm PKCS#8 zonder wachtwoord, of een van een ander soort"
            + " dan het certificaat.");
  }

  private static boolean belongs(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    var algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    var signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(PROBE);
    var signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(PROBE);
    return signature.verify(signed);
  }
}
