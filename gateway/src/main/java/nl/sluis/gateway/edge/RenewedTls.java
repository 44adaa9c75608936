package nl.sluis.gateway.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How Sluis reaches one service by mutual TLS, from three files that are looked at again at each
/// call: a new certificate, or another authority of the other end, counts from the next call on.
///
/// What is bad never replaces what is good. Thread-safe.
public final class RenewedTls {
  private static final Logger LOG = LoggerFactory.getLogger(RenewedTls.class);

  private final OwnIdentity identity;
  private final Path trustFile;
  private @Nullable ServerIdentity shown;
  private byte[] trusted = {};
  private @Nullable Tls tls;

  /// What a client is made of.
  ///
  /// @param context shows the certificate of Sluis
  /// @param trust knows the other end
  public record Tls(SSLContext context, X509TrustManager trust) {}

  /// @param chain the certificate of Sluis for this service, PEM, own certificate first
  /// @param key its key, PEM, PKCS#8
  /// @param trust the authorities of the other end, in one PEM file
  /// @throws IllegalArgumentException when the files cannot be used now
  public RenewedTls(Path chain, Path key, Path trust, InstantSource clock) {
    this.identity = new OwnIdentity(chain, key, clock);
    this.trustFile = trust;
    var _ = now();
  }

  /// What counts now: the same object for as long as nothing changed.
  @SuppressWarnings("ReferenceEquality") // the same object until the authorities change
  public synchronized Tls now() {
    var own = identity.now();
    var authorities = authorities();
    var before = tls;
    var sameOwn = shown != null && own.isSameAs(shown);
    var sameTrust = Arrays.equals(authorities, trusted);
    if (before != null && sameOwn && sameTrust) {
      return before;
    }
    var trust = before != null && sameTrust ? before.trust() : trust(before);
    // Also when they are bad: said once, and not tried again until they change.
    trusted = authorities;
    if (before != null && sameOwn && trust == before.trust()) {
      return before;
    }
    var made = new Tls(OutgoingTls.context(own, trust), trust);
    shown = own;
    tls = made;
    return made;
  }

  private byte[] authorities() {
    try {
      return Files.readAllBytes(trustFile);
    } catch (IOException _) {
      return trusted;
    }
  }

  private X509TrustManager trust(@Nullable Tls before) {
    try {
      return OutgoingTls.trust(trustFile);
    } catch (IllegalArgumentException e) {
      if (before == null) {
        throw e;
      }
      LOG.warn("not taken over: {}; the authorities in force stay", e.getMessage());
      return before.trust();
    }
  }
}
