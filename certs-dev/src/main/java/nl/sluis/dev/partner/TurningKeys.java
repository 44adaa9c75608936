package nl.sluis.dev.partner;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.sluis.dev.authority.DevCertificate;
import org.jspecify.annotations.Nullable;

/// The certificate of a door, which is replaced while the door stays open: whoever is shaking hands
/// goes on with the one that it began with. Thread-safe.
final class TurningKeys extends X509ExtendedKeyManager {
  private final Map<String, DevCertificate> all = new ConcurrentHashMap<>();
  private volatile DevCertificate own;

  TurningKeys(DevCertificate own) {
    this.own = own;
    all.put(name(own), own);
  }

  /// Shows this one from now on.
  void turn(DevCertificate next) {
    all.put(name(next), next);
    own = next;
  }

  private static String name(DevCertificate one) {
    return one.certificate().getSerialNumber().toString(16);
  }

  /// A context that shows what this says, and trusts these.
  SSLContext context(TrustManager trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {this}, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every JDK", e);
    }
  }

  private @Nullable String alias(String keyType) {
    var now = own;
    return keyType.equals(now.key().getAlgorithm()) ? name(now) : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal[] issuers, SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return alias(keyType);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return new String[] {name(own)};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return known(alias).chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return known(alias).key();
  }

  private DevCertificate known(String alias) {
    return Objects.requireNonNull(all.get(alias), "an alias comes from here");
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
    // This door calls nobody; that there is no key for it, JSSE is told with nothing.
    return null;
  }
}
