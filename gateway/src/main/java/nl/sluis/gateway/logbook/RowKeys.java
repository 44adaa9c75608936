package nl.sluis.gateway.logbook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;
import org.jspecify.annotations.Nullable;

/// The keys with which rows are sealed, each made of two that live and die apart (design 10.18,
/// 10.20): that of the month in which the row ends, and that of the person it is about.
///
/// Whoever has one of the two has nothing. Made for one batch or one look, by one thread; the bytes
/// are described in `docs/logboek-formaat.md`.
final class RowKeys {
  private static final String WITH_PERSON = "+betrokkene";
  private static final byte[] PERSON = ascii("sluis logboek rij 2 betrokkene");
  private static final byte[] NOBODY = ascii("sluis logboek rij 2 niemand");

  private final KeyVault keys;
  private final Mac mac;
  private final Map<String, Optional<SecretKey>> months = new HashMap<>();
  private @Nullable UUID last;
  private Optional<SecretKey> keyOfLast = Optional.empty();
  private @Nullable SecretKey keyed;

  /// @param id what stands beside the row: which month, and whether a person's key takes part;
  ///   never whose
  record Named(String id, SecretKey key) {
    String month() {
      return RowKeys.month(id);
    }
  }

  RowKeys(KeyVault keys) {
    this.keys = keys;
    try {
      this.mac = Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// The key for a new row; the key of the month is made at first use.
  ///
  /// @param month from [Term#keyFrom]
  /// @param person the key of the person it is about, if it is about one
  Named make(String month, Optional<SecretKey> person) {
    var ends = months.computeIfAbsent(month, name -> Optional.of(keys.epochKey(name)));
    return new Named(
        person.isPresent() ? month + WITH_PERSON : month, of(ends.orElseThrow(), person));
  }

  /// The key of a row that was written; empty when either of the two was destroyed, or is not
  /// there.
  ///
  /// @param id what stands beside the row
  /// @param subject whom the row is about, as far as that is still known
  Optional<SecretKey> known(String id, Optional<UUID> subject) {
    var withPerson = id.endsWith(WITH_PERSON);
    var ends = months.computeIfAbsent(month(id), this::ends);
    if (ends.isEmpty() || !withPerson) {
      return ends.map(key -> of(key, Optional.empty()));
    }
    return subject.flatMap(this::person).map(person -> of(ends.get(), Optional.of(person)));
  }

  private static String month(String id) {
    return id.endsWith(WITH_PERSON) ? id.substring(0, id.length() - WITH_PERSON.length()) : id;
  }

  private Optional<SecretKey> ends(String name) {
    try {
      return keys.knownEpochKey(name);
    } catch (KeyDestroyed over) {
      return Optional.empty();
    }
  }

  /// Rows about one person often follow each other.
  private Optional<SecretKey> person(UUID subject) {
    if (!subject.equals(last)) {
      last = subject;
      try {
        keyOfLast = keys.knownSubjectKey(subject);
      } catch (KeyDestroyed erased) {
        keyOfLast = Optional.empty();
      }
    }
    return keyOfLast;
  }

  private SecretKey of(SecretKey month, Optional<SecretKey> person) {
    if (!month.equals(keyed)) {
      key(month);
    }
    mac.update(person.isPresent() ? PERSON : NOBODY);
    person.ifPresent(key -> mac.update(key.getEncoded()));
    return new SecretKeySpec(mac.doFinal(), "AES");
  }

  /// Rows that follow each other often end in the same month.
  private void key(SecretKey month) {
    try {
      mac.init(new SecretKeySpec(month.getEncoded(), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("any 32 bytes are a key of HMAC-SHA-256", e);
    }
    keyed = month;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
