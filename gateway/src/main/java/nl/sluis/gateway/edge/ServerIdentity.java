package nl.sluis.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// The certificate and key with which Sluis makes itself known, read once and proven to fit.
///
/// Immutable; may be shared between threads. What was checked is what is used: the files are not
/// read again by anybody else.
public final class ServerIdentity {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final byte[] chain;
  private final byte[] key;
  private final X509Certificate certificate;

  private ServerIdentity(byte[] chain, byte[] key, X509Certificate certificate) {
    this.chain = chain;
    this.key = key;
    this.certificate = certificate;
  }

  /// Reads a chain (PEM, own certificate first) and its key (PEM, PKCS#8).
  ///
  /// @throws IllegalArgumentException when they cannot be read, do not fit, or are not valid now
  public static ServerIdentity read(Path chainFile, Path keyFile, Instant now) {
    try {
      var chain = Files.readAllBytes(chainFile);
      var key = Files.readAllBytes(keyFile);
      var certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(chain));
      refuseUnlessFitting(certificate, key);
      if (now.isBefore(certificate.getNotBefore().toInstant())
          || now.isAfter(certificate.getNotAfter().toInstant())) {
        throw new IllegalArgumentException(
            "`"
                + chainFile.getFileName()
                + "` is valid from "
                + certificate.getNotBefore().toInstant()
                + " until "
                + certificate.getNotAfter().toInstant());
      }
      return new ServerIdentity(chain, key, certificate);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "`" + chainFile.getFileName() + "` or `" + keyFile.getFileName() + "` cannot be used", e);
    }
  }

  private static void refuseUnlessFitting(X509Certificate certificate, byte[] pem)
      throws GeneralSecurityException {
    var algorithm = certificate.getPublicKey().getAlgorithm();
    var signing = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    var probe = new byte[] {1, 2, 3};
    var signature = Signature.getInstance(signing);
    signature.initSign(privateKey(algorithm, pem));
    signature.update(probe);
    var signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(probe);
    if (!signature.verify(signed)) {
      throw new OtherKey();
    }
  }

  private static PrivateKey privateKey(String algorithm, byte[] pem)
      throws GeneralSecurityException {
    var text = new String(pem, StandardCharsets.US_ASCII);
    int from = text.indexOf(BEGIN);
    int until = text.indexOf(END);
    if (from < 0 || until < from) {
      throw new IllegalArgumentException("the key is not PEM, PKCS#8, without a pass phrase");
    }
    var bytes = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), until));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /// The key is not the one of the certificate.
  public static final class OtherKey extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OtherKey() {
      super("the key is not the one of the certificate");
    }
  }

  /// Until when the certificate is valid, for the health page.
  public Instant validUntil() {
    return certificate.getNotAfter().toInstant();
  }

  /// The kind of its key, such as `EC`.
  String keyType() {
    return certificate.getPublicKey().getAlgorithm();
  }

  /// Whether both are the same certificate with the same key.
  public boolean isSameAs(ServerIdentity other) {
    return Arrays.equals(chain, other.chain) && Arrays.equals(key, other.key);
  }

  /// The certificate and key for whoever makes a connection itself, in memory only.
  KeyStore keyStore(char[] password) throws GeneralSecurityException, IOException {
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(chain))
            .toArray(Certificate[]::new);
    var own = privateKey(certificate.getPublicKey().getAlgorithm(), key);
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry("sluis", own, password, certificates);
    return store;
  }

  PemKeyCertOptions options() {
    return new PemKeyCertOptions()
        .addCertValue(Buffer.buffer(chain))
        .addKeyValue(Buffer.buffer(key));
  }
}
