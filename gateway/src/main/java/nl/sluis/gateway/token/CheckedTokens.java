package nl.sluis.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tokens that passed every gate, by hash and certificate, so that a busy partner is checked once.
///
/// Thread-safe and bounded. Holds no token, only hashes; time is asked again at every use.
final class CheckedTokens {
  private final int limit;
  private final Map<String, Instant> expiryById = new ConcurrentHashMap<>();

  CheckedTokens(int limit) {
    this.limit = limit;
  }

  /// What stands for this token on a connection with this certificate, and for nothing else.
  static String id(String token, String thumbprint) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return thumbprint + "." + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  @Nullable Instant expiryOf(String id) {
    return expiryById.get(id);
  }

  void remember(String id, Instant expiry, Instant now) {
    if (expiryById.size() >= limit) {
      expiryById.values().removeIf(e -> !e.isAfter(now));
    }
    if (expiryById.size() < limit) {
      expiryById.put(id, expiry);
    }
  }

  void clear() {
    expiryById.clear();
  }
}
