package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.Oin;

/// What lies ready for a colleague who signs along, for one hour and in memory only.
///
/// It is sealed (AES-256 in GCM) with a key that is in the code alone: the desk itself cannot read
/// what waits, and nobody finds it without the code that the first one told the second. A code is
/// good once, within one organisation, and never for who gave it: one person is not two. May be
/// shared between threads.
public final class Waiting {
  static final Duration TERM = Duration.ofHours(1);
  private static final int MOST = 1000;
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<String, Kept> kept = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // sealed bytes; compared by nobody
  private record Kept(Instant until, byte[] nonce, byte[] sealed) {}

  /// @param random for codes
  /// @param clock for how long they are good
  public Waiting(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /// Somebody at the desk, as far as it matters here.
  ///
  /// @param organisation for which
  /// @param pseudonym of the person
  /// @param function in which
  public record Who(Oin organisation, String pseudonym, String function) {
    static Who of(Worker worker) {
      return new Who(worker.at().party().oin(), worker.pseudonym(), worker.function());
    }

    @Override
    public String toString() {
      return function;
    }
  }

  /// What a colleague is asked to stand for.
  ///
  /// @param kind of what it is
  /// @param first who asks, by pseudonym
  /// @param function of who asks
  /// @param content what it is
  public record Left(String kind, String first, String function, ObjectNode content) {
    @Override
    public String toString() {
      return kind;
    }
  }

  /// Leaves something for a colleague.
  ///
  /// @return the code to tell that colleague, written in groups of four
  public String leave(Who first, String kind, ObjectNode content) {
    var whole = JSON.createObjectNode().put("soort", kind).put("eerste", first.pseudonym());
    whole.put("functie", first.function()).set("inhoud", content);
    return keep(first, whole);
  }

  private synchronized String keep(Who first, ObjectNode whole) {
    sweep();
    if (kept.size() >= MOST) {
      throw new IllegalStateException("too much waits for colleagues; `" + MOST + "` is the most");
    }
    var code = fresh();
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, code, first, nonce);
      var sealed = cipher.doFinal(JSON.writeValueAsBytes(whole));
      kept.put(name(code, first), new Kept(clock.instant().plus(TERM), nonce, sealed));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("AES in GCM is part of every JDK", e);
    }
    return code.replaceAll("(.{4})(?!$)", "$1-");
  }

  /// What lies ready under this code; it stays.
  ///
  /// @return empty when there is no such code here, it is over, or this is who gave it: all alike
  public synchronized Optional<Left> look(Who second, String code) {
    sweep();
    var plain = plain(code);
    var found = Optional.ofNullable(kept.get(name(plain, second)));
    return found
        .map(one -> open(one, plain, second))
        .filter(left -> !left.first().equals(second.pseudonym()));
  }

  /// The same, and it is gone.
  public synchronized Optional<Left> take(Who second, String code) {
    var left = look(second, code);
    left.ifPresent(_ -> kept.remove(name(plain(code), second)));
    return left;
  }

  /// How many things wait; nothing of what.
  synchronized int count() {
    sweep();
    return kept.size();
  }

  private void sweep() {
    var now = clock.instant();
    for (Iterator<Kept> each = kept.values().iterator(); each.hasNext(); ) {
      if (!now.isBefore(each.next().until())) {
        each.remove();
      }
    }
  }

  private Left open(Kept one, String code, Who second) {
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, code, second, one.nonce());
      var whole = JSON.readTree(cipher.doFinal(one.sealed()));
      var content = whole.path("inhoud") instanceof ObjectNode object ? object : empty();
      return new Left(text(whole, "soort"), text(whole, "eerste"), text(whole, "functie"), content);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("what was sealed here opens here", e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static ObjectNode empty() {
    return JSON.createObjectNode();
  }

  private String fresh() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /// As people read it aloud: small letters, spaces and hyphens do not matter, nor O for nought and
  /// I or L for one.
  private static String plain(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  private static Cipher cipher(int mode, String code, Who who, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(digest("sluis-meetekenen-sleutel", code), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(who.organisation().value().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static String name(String code, Who who) {
    return who.organisation() + HexFormat.of().formatHex(digest("sluis-meetekenen-naam", code));
  }

  private static byte[] digest(String use, String code) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update((use + ":").getBytes(StandardCharsets.US_ASCII));
      return sha.digest(code.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
