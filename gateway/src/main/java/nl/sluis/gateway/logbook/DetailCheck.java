package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;

/// The verifier's look inside: opens every sealed row and asks whether the leaf commits to it.
///
/// Remembers one text per accepted message, to find a `verstrekt` without its `aangenomen`. For one
/// thread.
final class DetailCheck {
  private static final Pattern KEY_ID = Pattern.compile("(bewaar-[0-9]{6})(\\+betrokkene)?");

  private final String region;
  private final KeyVault keys;
  private final HistoryCheck history;
  private final Findings findings;
  private final PartyCheck parties;
  private final boolean whole;
  private final Set<String> accepted = new HashSet<>();
  private final ErasureCheck erasures;
  private long opened;
  private long epoch;

  /// @param span of a part it cannot be said what the rows before and after it account for
  DetailCheck(String region, KeyVault keys, HistoryCheck history, Findings findings, Span span) {
    this.whole = span.isAll();
    this.region = region;
    this.keys = keys;
    this.history = history;
    this.findings = findings;
    this.parties = new PartyCheck(keys);
    this.erasures = new ErasureCheck(keys, findings);
  }

  void row(
      long index,
      byte[] leaf,
      byte[] leafHash,
      String keyId,
      byte[] sealed,
      Optional<UUID> whom,
      Set<Long> who) {
    var named = KEY_ID.matcher(keyId);
    if (!named.matches()) {
      findings.row(index, "noemt een sleutel die niet kan bestaan.");
      return;
    }
    if (whom.isPresent() && named.group(2) == null) {
      findings.row(index, "gaat over niemand, maar staat bij een persoon.");
      return;
    }
    var key = key(index, named.group(1), named.group(2) != null, whom);
    if (key.isEmpty()) {
      return;
    }
    var opening = open(index, leafHash, sealed, key.get());
    if (opening.isEmpty()) {
      findings.row(
          index, "de versleutelde gegevens, hun sleutel of de plaats van de rij zijn veranderd.");
    } else if (!commits(index, leaf, opening.get(), key.get())) {
      findings.row(index, "het blad legt iets anders vast dan de gegevens of de persoon.");
    } else {
      opened++;
      content(index, Arrays.copyOfRange(opening.get(), 32, opening.get().length), who);
    }
  }

  /// What no `gewist` row accounts for is a finding; to be called after the last row.
  void finish(long headEpoch) {
    erasures.finish();
    if (headEpoch != epoch) {
      findings.from(0, "Het tijdperk in de kop is niet dat van de laatste rij `tijdperk`.");
    }
  }

  long opened() {
    return opened;
  }

  long erased() {
    return erasures.erased();
  }

  /// Two keys make the one of a row; when either is destroyed the row is unreadable.
  private Optional<SecretKey> key(
      long index, String month, boolean aboutPerson, Optional<UUID> whom) {
    if (aboutPerson && whom.isEmpty()) {
      erasures.unreadable(index);
      return Optional.empty();
    }
    try {
      var ends = found(index, keys.knownEpochKey(month));
      if (whom.isEmpty()) {
        return ends.map(key -> combined(key, "sluis logboek rij 2 niemand", new byte[0]));
      }
      var person = found(index, keys.knownSubjectKey(whom.get()));
      return ends.flatMap(
          key ->
              person.map(own -> combined(key, "sluis logboek rij 2 betrokkene", own.getEncoded())));
    } catch (KeyDestroyed e) {
      erasures.unreadable(index);
      return Optional.empty();
    }
  }

  private static SecretKey combined(SecretKey month, String label, byte[] person) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(month.getEncoded(), "HmacSHA256"));
      mac.update(label.getBytes(StandardCharsets.US_ASCII));
      return new SecretKeySpec(mac.doFinal(person), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  private Optional<SecretKey> found(long index, Optional<SecretKey> key) {
    if (key.isEmpty()) {
      findings.row(index, "de sleutel is er niet en is nooit vernietigd.");
    }
    return key;
  }

  private Optional<byte[]> open(long index, byte[] leafHash, byte[] sealed, SecretKey key) {
    if (sealed.length < 12 + 32 + 16) {
      return Optional.empty();
    }
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
      cipher.updateAAD(place(index));
      cipher.updateAAD(leafHash);
      return Optional.of(cipher.doFinal(sealed, 12, sealed.length - 12));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private boolean commits(long index, byte[] leaf, byte[] opening, SecretKey key) {
    if (leaf.length != 65 || leaf[0] != 2) {
      return false;
    }
    try {
      var details = MessageDigest.getInstance("SHA-256");
      details.update(new byte[] {'d', '1'});
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      var label = "sluis logboek betrokkene 2".getBytes(StandardCharsets.US_ASCII);
      mac.init(new SecretKeySpec(mac.doFinal(label), "HmacSHA256"));
      mac.update(new byte[] {'s', '1'});
      mac.update(place(index));
      return Arrays.equals(leaf, 1, 33, details.digest(opening), 0, 32)
          && Arrays.equals(leaf, 33, 65, mac.doFinal(), 0, 32);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private byte[] place(long index) {
    var name = region.getBytes(StandardCharsets.US_ASCII);
    var place = ByteBuffer.allocate(10 + name.length);
    return place.putShort((short) name.length).put(name).putLong(index).array();
  }

  private void content(long index, byte[] bytes, Set<Long> who) {
    var read = CanonicalCheck.read(bytes);
    if (read.isEmpty()) {
      findings.row(index, "de gegevens staan niet in hun enige vorm (RFC 8785).");
      return;
    }
    var detail = read.get();
    if (!parties.agrees(detail, who)) {
      findings.row(index, "staat bij andere organisaties dan die eraan deelnamen.");
    }
    var kind = EntryKind.of(detail.path("soort").asText());
    if (kind.isEmpty() || !isInstant(detail.path("tijd").asText())) {
      findings.row(index, "de soort of de tijd is onbekend.");
    } else {
      meaning(index, kind.get(), detail);
    }
  }

  private void meaning(long index, EntryKind kind, JsonNode detail) {
    var transaction = detail.path("transactie").asText();
    if (kind == EntryKind.ACCEPTED) {
      accepted.add(transaction);
    } else if (kind == EntryKind.DISCLOSED
        && whole
        && !accepted.contains(transaction)
        && !erasures.isUnreadable(detail.path("aangenomenInRij").asLong(-1))) {
      findings.row(index, "`verstrekt` zonder dat het bericht eerder was aangenomen.");
    } else if (kind == EntryKind.ERASURE) {
      erasures.account(index, detail);
    } else if (kind == EntryKind.EPOCH) {
      epoch = detail.path("tijdperk").asLong();
    } else if (kind == EntryKind.KEY && detail.has("gebruik")) {
      history.row(index, detail.path("gebruik").asText(), detail.path("verklaring").asText());
    }
  }

  private static boolean isInstant(String text) {
    try {
      return Instant.parse(text).isAfter(Instant.EPOCH);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
