package nl.sluis.gateway.edge;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows its one certificate whatever issuers the other end asks for.
///
/// JSSE rather shows none than one that will be refused, and then nobody hears why it would be.
final class StubbornKeys extends X509ExtendedKeyManager {
  private final X509ExtendedKeyManager keys;
  private final String keyType;

  /// @param keys with one certificate
  /// @param keyType of its key, such as `EC`
  StubbornKeys(X509ExtendedKeyManager keys, String keyType) {
    this.keys = keys;
    this.keyType = keyType;
  }

  @Override
  public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
    var aliases = keys.getClientAliases(keyType, null);
    return aliases == null || aliases.length == 0 ? null : aliases[0];
  }

  @Override
  public String[] getClientAliases(String type, Principal[] issuers) {
    return keys.getClientAliases(type, null);
  }

  @Override
  public String[] getServerAliases(String type, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    // Never a server; JSSE is told so with nothing.
    return null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return keys.getCertificateChain(alias);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return keys.getPrivateKey(alias);
  }
}
