package nl.sluis.gateway.edge;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManager;

/// How both doors speak TLS: only what NCSC calls good (ICT-beveiligingsrichtlijnen voor TLS).
///
/// Forward secrecy, authenticated encryption, 1.3 and 1.2. The hybrid group comes first where
/// BoringSSL runs; the JDK's own TLS does not know it and passes over it.
public final class Tls {
  static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
  static final List<String> SUITES =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
  // Each engine has its own names for the same groups, and BoringSSL refuses all when one is
  // unknown.
  private static final String HYBRID = "X25519MLKEM768";
  private static final List<String> BORINGSSL_GROUPS = List.of("X25519", "P-256", "P-384");
  private static final List<String> JDK_GROUPS = List.of("x25519", "secp256r1", "secp384r1");

  private Tls() {}

  /// One line for the log at start-up: which engine runs and what it offers.
  public static String description() {
    return (OpenSSLEngineOptions.isAvailable() ? "BoringSSL" : "JDK")
        + ", "
        + String.join(" and ", PROTOCOLS)
        + ", key exchange "
        + String.join(", ", groups());
  }

  static SSLEngineOptions engine() {
    return OpenSSLEngineOptions.isAvailable()
        ? new OpenSSLEngineOptions()
        : new JdkSSLEngineOptions();
  }

  static List<String> groups() {
    if (!OpenSSLEngineOptions.isAvailable()) {
      return JDK_GROUPS;
    }
    var groups = new ArrayList<String>();
    if (OpenSSLEngineOptions.isPqcAvailable()) {
      groups.add(HYBRID);
    }
    groups.addAll(BORINGSSL_GROUPS);
    return List.copyOf(groups);
  }

  static ServerSSLOptions withClientCertificate(
      ServerIdentity identity, Limits limits, TrustManager trust) {
    var options = withoutClientCertificate(identity, limits);
    options.setClientAuth(ClientAuth.REQUIRED);
    options.setTrustOptions(TrustOptions.wrap(trust));
    return options;
  }

  static ServerSSLOptions withoutClientCertificate(ServerIdentity identity, Limits limits) {
    var options = new ServerSSLOptions();
    options.setKeyCertOptions(identity.options());
    options.setUseAlpn(true);
    options.setEnabledSecureTransportProtocols(new LinkedHashSet<>(PROTOCOLS));
    SUITES.forEach(options::addEnabledCipherSuite);
    options.setKeyExchangeGroups(groups());
    options.setSslHandshakeTimeout(limits.handshake().toMillis());
    options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setClientAuth(ClientAuth.NONE);
    return options;
  }
}
