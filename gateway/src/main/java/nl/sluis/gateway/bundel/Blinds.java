package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.logbook.CanonicalJson;

/// Everything secret about the tree of one case, made of one key: where each thing stands, the
/// salts that hide its fields, and the leaves that stand for nothing.
///
/// Without that key a leaf of something and a leaf of nothing are 32 random bytes. The same case
/// has the same places and salts every time, so that two bundles of it can be laid side by side.
/// For one thread.
final class Blinds {
  private static final String HMAC = "HmacSHA256";
  private static final int SALT = 16;
  private static final int PSEUDONYM = 8;
  private static final byte[] FIELD = "z1".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;

  /// @param key of cases
  /// @param id of the case
  Blinds(SecretKey key, UUID id) {
    try {
      this.mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
      mac.init(new SecretKeySpec(keyed("zaad\n" + id), HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// Every place, in an order that only the key knows.
  List<Integer> places(int leaves) {
    var order = new ArrayList<byte[]>();
    IntStream.range(0, leaves).forEach(place -> order.add(keyed("plaats\n" + place)));
    return IntStream.range(0, leaves)
        .boxed()
        .sorted((one, other) -> Arrays.compareUnsigned(order.get(one), order.get(other)))
        .toList();
  }

  /// The hash of a leaf here that stands for nothing.
  byte[] nothing(int place) {
    return keyed("vulling\n" + place);
  }

  /// What hides this field of what stands here.
  byte[] salt(int place, Field field) {
    return Arrays.copyOf(keyed("zout\n" + place + "\n" + field.word()), SALT);
  }

  /// What stands for this field of what stands here.
  byte[] digest(int place, Field field, JsonNode value) {
    return digest(salt(place, field), field.word(), value);
  }

  /// A word for this person that says nothing outside this case.
  String pseudonym(UUID subject) {
    return HexFormat.of().formatHex(keyed("betrokkene\n" + subject), 0, PSEUDONYM);
  }

  private byte[] keyed(String text) {
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /// `SHA-256("z1" ‖ salt ‖ ["name",value])`.
  static byte[] digest(byte[] salt, String field, JsonNode value) {
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
