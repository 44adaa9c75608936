package nl.sluis.gateway.logbook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.keys.KeyVault;

/// Turns entries into commitments and ciphertext; the bytes are described in
/// `docs/logboek-formaat.md`.
///
/// What needs no index is prepared before the head of the logbook is locked. May be shared between
/// threads.
final class Sealer {
  private static final byte VERSION = 2;
  private static final int RANDOM = 32;
  private static final int NONCE = 12;
  private static final int MOST_DETAIL = 65_536;
  private static final byte[] DETAILS = ascii("d1");
  private static final byte[] SUBJECT = ascii("s1");
  private static final byte[] SUBJECT_LABEL = ascii("sluis logboek betrokkene 2");

  private final byte[] region;
  private final KeyVault keys;
  private final SecureRandom random;

  /// An entry with its key and commitment, waiting for its place in the sequence.
  @SuppressWarnings("ArrayRecordComponent") // lives within one batch, never compared
  record Prepared(
      Entry entry, RowKeys.Named key, byte[] opening, byte[] commitment, Set<Long> parties) {}

  Sealer(String region, KeyVault keys, SecureRandom random) {
    this.region = ascii(region);
    this.keys = keys;
    this.random = random;
  }

  List<Prepared> prepare(List<Entry> entries, Instant at) {
    var subjects = new HashSet<UUID>();
    entries.forEach(entry -> entry.subject().ifPresent(subjects::add));
    var subjectKeys = keys.subjectKeys(subjects);
    var rowKeys = new RowKeys(keys);
    var parties = new Parties(keys);
    var time = DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.MILLIS));
    var prepared = new ArrayList<Prepared>(entries.size());
    for (var entry : entries) {
      var person = entry.subject().map(subjectKeys::get);
      var key = rowKeys.make(entry.term().keyFrom(at), person);
      var opening = opening(entry, time);
      prepared.add(new Prepared(entry, key, opening, commit(opening), parties.of(entry)));
    }
    return prepared;
  }

  /// Gives each entry its index, from `first` on.
  List<SealedRow> seal(List<Prepared> prepared, long first) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var hash = new TreeHash();
      var nonces = new byte[NONCE * prepared.size()];
      random.nextBytes(nonces);
      var rows = new ArrayList<SealedRow>(prepared.size());
      for (var at = 0; at < prepared.size(); at++) {
        var one = prepared.get(at);
        var index = first + at;
        var leaf =
            ByteBuffer.allocate(1 + 2 * TreeHash.LENGTH)
                .put(VERSION)
                .put(one.commitment())
                .put(subject(mac, one.key().key(), index))
                .array();
        var leafHash = hash.leaf(leaf);
        cipher.init(
            Cipher.ENCRYPT_MODE,
            one.key().key(),
            new GCMParameterSpec(128, nonces, NONCE * at, NONCE));
        cipher.updateAAD(place(index));
        cipher.updateAAD(leafHash);
        var sealed = new byte[NONCE + cipher.getOutputSize(one.opening().length)];
        System.arraycopy(nonces, NONCE * at, sealed, 0, NONCE);
        cipher.doFinal(one.opening(), 0, one.opening().length, sealed, NONCE);
        rows.add(
            new SealedRow(
                leaf, leafHash, one.key().id(), sealed, one.entry().subject(), one.parties()));
      }
      return rows;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the details cannot be sealed", e);
    }
  }

  /// The canonical details of a row, from what is sealed beside its leaf.
  ///
  /// @throws IllegalStateException when they do not belong to this key, row or leaf
  byte[] open(long index, byte[] leaf, byte[] sealed, SecretKey key) {
    return opener().open(index, leaf, sealed, key);
  }

  /// The same, with the 32 random bytes that hide them before them: with both, anybody computes
  /// what the leaf commits to.
  byte[] openWhole(long index, byte[] leaf, byte[] sealed, SecretKey key) {
    return opener().openWhole(index, leaf, sealed, key);
  }

  /// Opens many rows: to look up an algorithm takes longer than to open a row with it.
  Opener opener() {
    return new Opener();
  }

  /// Opens one row after another, each with its own key. For one thread.
  final class Opener {
    private final TreeHash hash = new TreeHash();
    private final Cipher cipher;

    private Opener() {
      try {
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM is part of every JDK", e);
      }
    }

    /// As [Sealer#open].
    byte[] open(long index, byte[] leaf, byte[] sealed, SecretKey key) {
      var opening = openWhole(index, leaf, sealed, key);
      return Arrays.copyOfRange(opening, RANDOM, opening.length);
    }

    private byte[] openWhole(long index, byte[] leaf, byte[] sealed, SecretKey key) {
      try {
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, NONCE));
        cipher.updateAAD(place(index));
        cipher.updateAAD(hash.leaf(leaf));
        return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
      } catch (GeneralSecurityException e) {
        throw new BrokenRow(index, e);
      }
    }
  }

  private byte[] opening(Entry entry, String time) {
    var detail = entry.detail().deepCopy();
    detail.put(Entry.KIND, entry.kind().code());
    detail.put(Entry.TIME, time);
    var canonical = CanonicalJson.encode(detail);
    if (canonical.length > MOST_DETAIL) {
      throw new IllegalArgumentException("the details of one row are at most 64 KiB");
    }
    var hiding = new byte[RANDOM];
    random.nextBytes(hiding);
    return ByteBuffer.allocate(RANDOM + canonical.length).put(hiding).put(canonical).array();
  }

  private static byte[] commit(byte[] opening) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(DETAILS);
      return digest.digest(opening);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// Looks random to everybody who has not both keys of the row; proves to who has them whose row
  /// it is.
  private byte[] subject(Mac mac, SecretKey key, long index) throws GeneralSecurityException {
    mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
    mac.init(new SecretKeySpec(mac.doFinal(SUBJECT_LABEL), "HmacSHA256"));
    mac.update(SUBJECT);
    return mac.doFinal(place(index));
  }

  /// Region and index: binds what is sealed to its place in the sequence.
  private byte[] place(long index) {
    return ByteBuffer.allocate(Short.BYTES + region.length + Long.BYTES)
        .putShort((short) region.length)
        .put(region)
        .putLong(index)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
