package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import nl.sluis.gateway.keys.KeyVault;

/// The verifier's look inside: opens every sealed row and asks whether the leaf commits to it.
///
/// Remembers one text per accepted message, to find a `verstrekt` without its `aangenomen`. For one
/// thread.
final class DetailCheck {
  private static final Pattern KEY_ID = Pattern.compile("(bewaar-[0-9]{6})(\\+betrokkene)?");

  private static final byte[] DETAILS = {'d', '1'};
  private static final byte[] SUBJECT = {'s', '1'};

  private final byte[] name;
  private final RowKeyCheck rowKeys;
  private final Cipher cipher;
  private final MessageDigest digest;
  private final Mac mac;
  private final HistoryCheck history;
  private final Findings findings;
  private final PartyCheck parties;
  private final boolean whole;
  private final Set<String> accepted = new HashSet<>();
  private final ErasureCheck erasures;
  private final Map<String, Optional<Named>> named = new HashMap<>();
  private String instant = "";
  private boolean isInstant;
  private long opened;
  private long epoch;

  /// What stands beside a row: until which month it can be read, and whether it is about somebody.
  private record Named(String month, boolean aboutPerson) {}

  /// @param span of a part it cannot be said what the rows before and after it account for
  DetailCheck(String region, KeyVault keys, HistoryCheck history, Findings findings, Span span) {
    this.whole = span.isAll();
    this.name = region.getBytes(StandardCharsets.US_ASCII);
    this.rowKeys = new RowKeyCheck(keys);
    this.history = history;
    this.findings = findings;
    this.parties = new PartyCheck(keys);
    this.erasures = new ErasureCheck(keys, findings);
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
      this.digest = MessageDigest.getInstance("SHA-256");
      this.mac = Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("these are part of every JDK", e);
    }
  }

  void row(
      long index,
      byte[] leaf,
      byte[] leafHash,
      String keyId,
      byte[] sealed,
      Optional<UUID> whom,
      Set<Long> who) {
    var found = named.computeIfAbsent(keyId, DetailCheck::named);
    if (found.isEmpty()) {
      findings.row(index, "noemt een sleutel die niet kan bestaan.");
      return;
    }
    var id = found.get();
    if (whom.isPresent() && !id.aboutPerson()) {
      findings.row(index, "gaat over niemand, maar staat bij een persoon.");
      return;
    }
    if (id.aboutPerson() && whom.isEmpty()) {
      erasures.unreadable(index);
      return;
    }
    switch (rowKeys.of(id.month(), whom)) {
      case RowKeyCheck.Missing _ ->
          findings.row(index, "de sleutel is er niet en is nooit vernietigd.");
      case RowKeyCheck.Destroyed _ -> erasures.unreadable(index);
      case RowKeyCheck.Known key -> sealed(index, leaf, leafHash, sealed, key, who);
    }
  }

  private static Optional<Named> named(String keyId) {
    return Optional.of(KEY_ID.matcher(keyId))
        .filter(Matcher::matches)
        .map(id -> new Named(id.group(1), id.group(2) != null));
  }

  private void sealed(
      long index,
      byte[] leaf,
      byte[] leafHash,
      byte[] sealed,
      RowKeyCheck.Known key,
      Set<Long> who) {
    var place = place(index);
    var opening = open(place, leafHash, sealed, key.opens());
    if (opening.isEmpty()) {
      findings.row(
          index, "de versleutelde gegevens, hun sleutel of de plaats van de rij zijn veranderd.");
    } else if (!commits(place, leaf, opening.get(), key.whom())) {
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

  private Optional<byte[]> open(byte[] place, byte[] leafHash, byte[] sealed, SecretKey key) {
    if (sealed.length < 12 + 32 + 16) {
      return Optional.empty();
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
      cipher.updateAAD(place);
      cipher.updateAAD(leafHash);
      return Optional.of(cipher.doFinal(sealed, 12, sealed.length - 12));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private boolean commits(byte[] place, byte[] leaf, byte[] opening, SecretKey whom) {
    if (leaf.length != 65 || leaf[0] != 2) {
      return false;
    }
    try {
      digest.update(DETAILS);
      mac.init(whom);
      mac.update(SUBJECT);
      return Arrays.equals(leaf, 1, 33, digest.digest(opening), 0, 32)
          && Arrays.equals(leaf, 33, 65, mac.doFinal(place), 0, 32);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("any 32 bytes are a key of HMAC-SHA-256", e);
    }
  }

  private byte[] place(long index) {
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
    } else if ((kind == EntryKind.KEY && detail.has("gebruik"))
        || (kind == EntryKind.RESTORED && detail.has("verklaring"))) {
      // A restore replaces the key of the logbook, whatever else it says.
      var use = detail.path("gebruik").asText("logboek");
      history.row(index, use, detail.path("verklaring").asText());
    }
  }

  /// Rows of one batch have one instant, so the last answer is often the next.
  private boolean isInstant(String text) {
    if (!text.equals(instant)) {
      try {
        isInstant = Instant.parse(text).isAfter(Instant.EPOCH);
      } catch (DateTimeException e) {
        isInstant = false;
      }
      instant = text;
    }
    return isInstant;
  }
}
