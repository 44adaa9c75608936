package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.inzicht.Thing;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.logbook.TreeHash;

/// Everything secret about the tree of one viewer and one period, made of one key that goes with
/// the child: the salts that hide each field, and the leaves that stand for nothing.
///
/// Without that key a leaf of something and a leaf of nothing are 32 random bytes. For one thread.
final class Blinding {
  /// How many bytes hide one field.
  static final int SALT = 16;

  private static final String HMAC = "HmacSHA256";
  private static final byte[] FIELD = "m1".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;
  private final TreeHash hash = new TreeHash();

  /// @param key of the months of the child
  /// @param viewer as in the table
  Blinding(SecretKey key, byte[] viewer, Period period) {
    try {
      this.mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
      var seed =
          keyed(
              "zaad\n%s\n%s\n%s"
                  .formatted(HexFormat.of().formatHex(viewer), period.month(), period.until()));
      mac.init(new SecretKeySpec(seed, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// The hash of a leaf here that stands for nothing.
  byte[] nothing(int place) {
    return keyed("vulling\n" + place);
  }

  /// What hides this field of what stands here.
  byte[] salt(int place, String field) {
    return Arrays.copyOf(keyed("zout\n" + place + "\n" + field), SALT);
  }

  /// What stands for this field of what stands here.
  byte[] digest(int place, String field, JsonNode value) {
    return digest(salt(place, field), field, value);
  }

  /// The hash of a leaf here that stands for this.
  byte[] leaf(int place, Thing thing) {
    var digests = ByteBuffer.allocate(Thing.FIELDS.size() * TreeHash.LENGTH);
    for (var field : Thing.FIELDS) {
      digests.put(digest(place, field, thing.value(field)));
    }
    return hash.leaf(digests.array());
  }

  private byte[] keyed(String text) {
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(byte[] salt, String field, JsonNode value) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(FIELD);
      sha.update(salt);
      return sha.digest(
          CanonicalJson.encode(JsonNodeFactory.instance.arrayNode().add(field).add(value)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
