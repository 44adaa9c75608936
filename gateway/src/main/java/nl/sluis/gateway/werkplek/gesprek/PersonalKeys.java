package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.werkplek.gesprek.Waiting.Who;

/// The own keys with which people at the desk sign as a second person (design 10.13).
///
/// Each is a file that opens with a phrase that only that person knows (PBKDF2 with HMAC-SHA-256,
/// AES-256 in GCM), bound to the person and the organisation. After five wrong phrases nothing is
/// tried for a quarter of an hour. May be shared between threads.
public final class PersonalKeys {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int ROUNDS = 600_000;
  private static final int BITS = 256;
  private static final int TAG_BITS = 128;
  private static final int MOST_WRONG = 5;
  private static final Duration REST = Duration.ofMinutes(15);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final SecureRandom random;
  private final InstantSource clock;
  private final int rounds;
  private final Map<String, Wrong> wrong = new HashMap<>();

  private record Wrong(int times, Instant since) {}

  /// @param folder in which the keys are kept
  public PersonalKeys(Path folder, SecureRandom random, InstantSource clock) {
    this(folder, random, clock, ROUNDS);
  }

  /// @param rounds how dear each try is
  PersonalKeys(Path folder, SecureRandom random, InstantSource clock, int rounds) {
    this.folder = folder;
    this.random = random;
    this.clock = clock;
    this.rounds = rounds;
  }

  /// Has this person a key here?
  boolean has(Who who) {
    return Files.exists(file(who));
  }

  /// Makes a key in the place of the one that was there.
  synchronized ECKey make(Who who, String phrase) throws IOException {
    try {
      var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
      var salt = bytes(16);
      var nonce = bytes(12);
      var cipher = cipher(Cipher.ENCRYPT_MODE, phrase, salt, nonce, who);
      var sealed = cipher.doFinal(key.toJSONString().getBytes(StandardCharsets.UTF_8));
      var whole = JSON.createObjectNode().put("zout", text(salt)).put("nonce", text(nonce));
      whole.put("sleutel", text(sealed));
      Drawer.replace(file(who), whole.toString());
      wrong.remove(name(who));
      return key;
    } catch (JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException("P-256 and AES are part of every JDK", e);
    }
  }

  /// The key of this person.
  ///
  /// @return empty when there is none, the phrase is another, or too many were tried
  synchronized Optional<ECKey> open(Who who, String phrase) throws IOException {
    if (!has(who) || rests(who)) {
      return Optional.empty();
    }
    try {
      var whole = JSON.readTree(Files.readString(file(who)));
      var cipher =
          cipher(Cipher.DECRYPT_MODE, phrase, bytes(whole, "zout"), bytes(whole, "nonce"), who);
      var opened = new String(cipher.doFinal(bytes(whole, "sleutel")), StandardCharsets.UTF_8);
      wrong.remove(name(who));
      return Optional.of(ECKey.parse(opened));
    } catch (AEADBadTagException _) {
      var before = wrong.getOrDefault(name(who), new Wrong(0, clock.instant()));
      wrong.put(name(who), new Wrong(before.times() + 1, clock.instant()));
      return Optional.empty();
    } catch (GeneralSecurityException | ParseException e) {
      throw new IOException("a key of a person cannot be read", e);
    }
  }

  private boolean rests(Who who) {
    var before = wrong.get(name(who));
    if (before != null && !clock.instant().isBefore(before.since().plus(REST))) {
      wrong.remove(name(who));
      return false;
    }
    return before != null && before.times() >= MOST_WRONG;
  }

  private Path file(Who who) {
    return folder.resolve(name(who) + ".json");
  }

  private static String name(Who who) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(bound(who)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] bound(Who who) {
    return (who.organisation() + "\n" + who.pseudonym()).getBytes(StandardCharsets.UTF_8);
  }

  private Cipher cipher(int mode, String phrase, byte[] salt, byte[] nonce, Who who)
      throws GeneralSecurityException {
    var spec = new PBEKeySpec(phrase.toCharArray(), salt, rounds, BITS);
    var secret = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
    spec.clearPassword();
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(secret.getEncoded(), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound(who));
    return cipher;
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(JsonNode node, String name) {
    return Base64.getUrlDecoder().decode(node.path(name).asText());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
