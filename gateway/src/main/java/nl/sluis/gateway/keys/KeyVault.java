package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// All keys of one Sluis, in a directory of small files, each wrapped under one key-encryption key.
///
/// May be shared between threads, and its directory between gateways: a key exists once or not at
/// all, and a key that one gateway destroys is gone for the others at their next use of it.
public final class KeyVault {
  private static final String SUBJECT = "betrokkene";
  private static final String EPOCH = "tijdvak";
  private static final String HMAC = "hmac";
  private static final String SIGN = "onderteken";
  private static final String STANDING = "vast";
  private static final Pattern EPOCH_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String PROVIDED = "the algorithm is part of every JDK";

  private final KeyDirectory directory;
  private final SecureRandom random;
  private final Map<String, SecretKey> standing = new ConcurrentHashMap<>();

  private KeyVault(KeyDirectory directory, SecureRandom random) {
    this.directory = directory;
    this.random = random;
  }

  /// Opens the vault, and makes directory and key-encryption key on first use.
  ///
  /// @param root the directory of the wrapped keys; MUST NOT be in the backup of the database
  /// @param kekFile the file of the key-encryption key, mode 0600, on another volume if there is
  ///   one
  /// @throws IllegalStateException when keys are there and the key that wraps them is not
  public static KeyVault open(Path root, Path kekFile, SecureRandom random) throws IOException {
    return open(root, KekSources.file(kekFile), random);
  }

  /// Opens the vault, and makes directory and key-encryption key on first use.
  ///
  /// @param root the directory of the wrapped keys; MUST NOT be in the backup of the database
  /// @param sources where the key-encryption key is
  /// @throws IllegalStateException when keys are there and the key that wraps them is not, or a
  ///   password, PIN or token cannot be used
  public static KeyVault open(Path root, KekSources sources, SecureRandom random)
      throws IOException {
    var folders = List.of(SUBJECT, EPOCH, HMAC, SIGN, STANDING);
    return new KeyVault(KeyDirectory.open(root, sources, folders, random), random);
  }

  /// Replaces the key-encryption key, or moves it to another place.
  public KekChange changeKeyEncryptionKey() {
    return directory.change();
  }

  /// The AES-256 key of one person, made at first use.
  ///
  /// @throws KeyDestroyed when the person was erased
  public SecretKey subjectKey(UUID subject) {
    return secret(SUBJECT + "/" + subject, "AES");
  }

  /// The AES-256 keys of these persons; cheaper than one by one when many of them are new.
  ///
  /// @throws KeyDestroyed when one of them was erased
  public Map<UUID, SecretKey> subjectKeys(Set<UUID> subjects) {
    var names = new LinkedHashMap<UUID, String>();
    subjects.forEach(subject -> names.put(subject, SUBJECT + "/" + subject));
    var found = directory.findOrMake(names.values(), this::fresh);
    var keys = new LinkedHashMap<UUID, SecretKey>();
    found.forEach(
        (name, bytes) ->
            keys.put(
                UUID.fromString(name.substring(SUBJECT.length() + 1)),
                new SecretKeySpec(bytes, "AES")));
    return keys;
  }

  /// The key of one person if there is one; never makes it.
  ///
  /// @throws KeyDestroyed when the person was erased
  public Optional<SecretKey> knownSubjectKey(UUID subject) {
    return directory.find(SUBJECT + "/" + subject).map(bytes -> new SecretKeySpec(bytes, "AES"));
  }

  /// The key with which facts about one person are sealed in the database; made, as the logbook's,
  /// of the key of that person and one that stays, so that neither opens anything alone.
  ///
  /// @throws KeyDestroyed when the person was erased
  public SecretKey factKey(UUID subject) {
    return factKey(subjectKey(subject));
  }

  /// The same key, if the person has one; never makes it.
  ///
  /// @throws KeyDestroyed when the person was erased
  public Optional<SecretKey> knownFactKey(UUID subject) {
    return knownSubjectKey(subject).map(this::factKey);
  }

  private SecretKey factKey(SecretKey subject) {
    return JoinedKey.of(standingKey("gegeven-1"), "sluis gegeven 1", subject);
  }

  /// The key of which everything is made that hides what families see of this child in a month; of
  /// two, as the one above.
  ///
  /// @throws KeyDestroyed when the person was erased
  public SecretKey monthKey(UUID subject) {
    return JoinedKey.of(standingKey("maand-1"), "sluis maand 1", subjectKey(subject));
  }

  /// The key of which everything is made that hides what a case is about; of two, so that neither
  /// half opens anything.
  public SecretKey caseKey() {
    return JoinedKey.of(standingKey("zaak-1a"), "sluis zaak 1", standingKey("zaak-1b"));
  }

  /// Makes everything sealed for one person unreadable, for all gateways and for good.
  public void destroySubjectKey(UUID subject) {
    directory.destroy(SUBJECT + "/" + subject);
  }

  /// Everybody whose key was destroyed, as far as this vault knows.
  public Set<UUID> erasedSubjects() {
    return directory.destroyed(SUBJECT).stream().map(UUID::fromString).collect(Collectors.toSet());
  }

  /// The AES-256 key of a period, such as `pakket-2026112213`, made at first use.
  ///
  /// @throws KeyDestroyed when the period is over and its key destroyed
  public SecretKey epochKey(String name) {
    return secret(epoch(name), "AES");
  }

  /// The key of a period if there is one; never makes it.
  ///
  /// @throws KeyDestroyed when the period is over and its key destroyed
  public Optional<SecretKey> knownEpochKey(String name) {
    return directory.find(epoch(name)).map(bytes -> new SecretKeySpec(bytes, "AES"));
  }

  /// Makes everything sealed in a period unreadable, for all gateways and for good.
  public void destroyEpochKey(String name) {
    directory.destroy(epoch(name));
  }

  /// The names of the periods whose keys are not destroyed.
  public List<String> epochKeyNames() {
    return directory.names(EPOCH).stream().filter(EPOCH_NAME.asMatchPredicate()).toList();
  }

  /// One of the two keys with which references to people are turned into aliases, by version; the
  /// other is [#standingKey]. [ReferenceKeys] alone uses it.
  SecretKey hmacKey(int version) {
    if (version < 1) {
      throw new IllegalArgumentException("versions of the alias key start at 1");
    }
    return secret(HMAC + "/" + version, "HmacSHA256");
  }

  /// A key that stays, and opens nothing by itself: it is one half of a [JoinedKey] of which the
  /// other half belongs to one person or one hour.
  ///
  /// Read once: it is never destroyed, so nobody has to look whether it is still there.
  ///
  /// @param use what it is for, with its version
  SecretKey standingKey(String use) {
    return standing.computeIfAbsent(use, name -> secret(STANDING + "/" + name, "AES"));
  }

  /// The key under which an organisation becomes a number; made of two, so that neither says which
  /// organisation took part in a row.
  public SecretKey partyKey() {
    return JoinedKey.of(standingKey("partij-1a"), "sluis partij 1", standingKey("partij-1b"));
  }

  /// The pair of this number, from 1 on, that signs for this use; made at first use.
  ///
  /// @throws KeyDestroyed when everything that it signed has ended
  public KeyPair signingKey(KeyUse use, int number) {
    return pair(signingKeyName(use.word(), number), use.algorithm());
  }

  /// The numbers of the keys for this use that are there, lowest first; none is made.
  public List<Integer> signingKeyNumbers(KeyUse use) {
    return numbers(use.word());
  }

  /// Destroys a key when everything that it signed has ended: nobody signs as it ever again.
  public void destroySigningKey(KeyUse use, int number) {
    directory.destroy(signingKeyName(use.word(), number));
  }

  /// The key with which a gateway knows what it wrote in its own waiting room; it never leaves the
  /// vault, and only gateways on this vault can check what it marks.
  public SecretKey waitingRoomKey() {
    return standingKey("wachtkamer-1");
  }

  /// The newest Ed25519 pair that signs the checkpoints of the logbook.
  public KeyPair logKey() {
    return logKey(numbers("logboek").stream().reduce((_, later) -> later).orElse(1));
  }

  /// The Ed25519 pair of this number, from 1 on, that signs the checkpoints of the logbook; made at
  /// first use.
  ///
  /// @throws KeyDestroyed when it has signed its last
  public KeyPair logKey(int number) {
    return pair(logKeyName(number), "Ed25519");
  }

  /// The numbers of the log keys that are there, lowest first; none is made.
  public List<Integer> logKeyNumbers() {
    return numbers("logboek");
  }

  /// Says whether the log key of this number is there; never makes it.
  public boolean hasLogKey(int number) {
    return directory.names(SIGN).contains(logKeyName(number).substring(SIGN.length() + 1));
  }

  /// Destroys a log key that has signed its last, so that nobody signs as it ever again.
  public void destroyLogKey(int number) {
    directory.destroy(logKeyName(number));
  }

  private List<Integer> numbers(String use) {
    var numbers = new ArrayList<Integer>();
    for (var name : directory.names(SIGN)) {
      if (name.equals(use)) {
        numbers.add(1);
      } else if (name.startsWith(use + "-")) {
        numbers.add(Integer.parseInt(name.substring(use.length() + 1)));
      }
    }
    return numbers.stream().sorted().toList();
  }

  private static String logKeyName(int number) {
    return signingKeyName("logboek", number);
  }

  private static String signingKeyName(String use, int number) {
    if (number < 1) {
      throw new IllegalArgumentException("numbers of signing keys start at 1");
    }
    return SIGN + "/" + (number == 1 ? use : use + "-" + number);
  }

  private static String epoch(String name) {
    if (!EPOCH_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("`" + name + "` is not the name of a period");
    }
    return EPOCH + "/" + name;
  }

  private SecretKey secret(String name, String algorithm) {
    return new SecretKeySpec(one(name, this::fresh), algorithm);
  }

  private byte[] one(String name, Supplier<byte[]> maker) {
    return directory.findOrMake(List.of(name), maker).values().iterator().next();
  }

  private byte[] fresh() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  private KeyPair pair(String name, String algorithm) {
    var stored = ByteBuffer.wrap(one(name, () -> freshPair(algorithm)));
    var secret = new byte[stored.getInt()];
    stored.get(secret);
    var open = new byte[stored.remaining()];
    stored.get(open);
    try {
      var factory = KeyFactory.getInstance(algorithm);
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(open)),
          factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing key `" + name + "` cannot be read", e);
    }
  }

  /// Both halves, because the JDK cannot make the public half from an Ed25519 secret.
  private static byte[] freshPair(String algorithm) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if ("EC".equals(algorithm)) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      var pair = generator.generateKeyPair();
      var secret = pair.getPrivate().getEncoded();
      var open = pair.getPublic().getEncoded();
      return ByteBuffer.allocate(Integer.BYTES + secret.length + open.length)
          .putInt(secret.length)
          .put(secret)
          .put(open)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(PROVIDED, e);
    }
  }
}
