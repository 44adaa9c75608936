package nl.sluis.gateway.logbook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;

/// The verifier's own making of the keys of rows, apart from [RowKeys].
///
/// The vault looks on disk for every key that it is asked, so a month is asked for once, and a
/// person once a month until there are too many to remember. A check is one look at one moment: a
/// key that is destroyed meanwhile may still open rows in it. For one thread.
final class RowKeyCheck {
  private static final int REMEMBERED = 50_000;
  private static final byte[] PERSON = ascii("sluis logboek rij 2 betrokkene");
  private static final byte[] NOBODY = ascii("sluis logboek rij 2 niemand");
  private static final byte[] WHOM = ascii("sluis logboek betrokkene 2");
  private static final byte[] NO_KEY = {};

  private final KeyVault vault;
  private final Mac mac;
  private final Map<String, Month> months = new HashMap<>();

  /// The key of a month, and those of the people of whom rows end in it.
  private record Month(Key key, Map<UUID, Key> persons) {}

  /// What there is of a key.
  sealed interface Key {}

  /// The key itself.
  ///
  /// @param opens what is sealed with it
  /// @param whom what commits to the person
  record Known(SecretKey opens, SecretKey whom) implements Key {}

  /// A key that was destroyed: what it sealed is unreadable for good.
  record Destroyed() implements Key {}

  /// A key that should be there and is not.
  record Missing() implements Key {}

  RowKeyCheck(KeyVault vault) {
    this.vault = vault;
    try {
      this.mac = Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// The key of a row.
  ///
  /// @param month as it stands beside the row
  /// @param person whom the row is about, if it is about somebody
  Key of(String month, Optional<UUID> person) {
    var ends = months.computeIfAbsent(month, this::month);
    if (person.isEmpty() || !(ends.key() instanceof Known key)) {
      return ends.key() instanceof Known key ? joined(key, NOBODY, NO_KEY) : ends.key();
    }
    if (ends.persons().size() == REMEMBERED) {
      ends.persons().clear();
    }
    return ends.persons().computeIfAbsent(person.get(), whom -> ofPerson(key, whom));
  }

  private Month month(String name) {
    return new Month(found(() -> vault.knownEpochKey(name)), new HashMap<>());
  }

  private Key ofPerson(Known month, UUID whom) {
    var own = found(() -> vault.knownSubjectKey(whom));
    return own instanceof Known key ? joined(month, PERSON, key.opens().getEncoded()) : own;
  }

  private static Key found(Supplier<Optional<SecretKey>> look) {
    try {
      return look.get().<Key>map(key -> new Known(key, key)).orElseGet(Missing::new);
    } catch (KeyDestroyed over) {
      return new Destroyed();
    }
  }

  private Known joined(Known month, byte[] label, byte[] person) {
    var key = hmac(month.opens().getEncoded(), label, person);
    var whom = hmac(key, WHOM, NO_KEY);
    return new Known(new SecretKeySpec(key, "AES"), new SecretKeySpec(whom, "HmacSHA256"));
  }

  private byte[] hmac(byte[] key, byte[] label, byte[] rest) {
    try {
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(label);
      return mac.doFinal(rest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("any 32 bytes are a key of HMAC-SHA-256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
