package nl.sluis.gateway.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The key-encryption keys of one vault: one that wraps, named by a file among the wrapped keys,
/// and those before it as long as they are there.
///
/// A key that another process made is found when it is first needed, so no gateway has to be
/// started anew. May be shared between threads.
final class KeyEncryptionKeys {
  private static final String MARK = "hoofdsleutel";

  private final Path mark;
  private final KekSources sources;
  private final List<KekStore> stores;
  private final VaultLock lock;
  private final SecureRandom random;
  private final Map<String, KeyEncryptionKey> known = new ConcurrentHashMap<>();

  private KeyEncryptionKeys(Path root, KekSources sources, VaultLock lock, SecureRandom random) {
    this.mark = root.resolve(MARK);
    this.sources = sources;
    var all = new ArrayList<KekStore>();
    all.add(KekStore.of(sources.current(), random));
    sources.previous().ifPresent(previous -> all.add(KekStore.of(previous, random)));
    this.stores = List.copyOf(all);
    this.lock = lock;
    this.random = random;
  }

  /// @param fresh whether no key is wrapped yet, so that the first key that wraps may be made
  /// @throws IllegalStateException when keys are there and the key that wraps them is not
  static KeyEncryptionKeys open(
      Path root, KekSources sources, boolean fresh, VaultLock lock, SecureRandom random) {
    var keys = new KeyEncryptionKeys(root, sources, lock, random);
    if (Files.notExists(keys.mark)) {
      lock.hold(() -> keys.first(fresh));
    }
    keys.current();
    return keys;
  }

  private void first(boolean fresh) throws IOException {
    if (Files.exists(mark)) {
      return;
    }
    var ids = ids();
    if (ids.isEmpty() && fresh) {
      name(makeIn(stores.getFirst()).id());
    } else if (ids.size() == 1) {
      name(ids.getFirst());
    } else {
      throw new IllegalStateException(
          ids.isEmpty()
              ? "key-encryption key " + sources.current() + " is gone; restore it"
              : "nothing says which key-encryption key wraps; restore `" + mark + "`");
    }
  }

  /// Makes a new key in the current place; from now on every gateway wraps with it.
  void replace() {
    lock.hold(() -> name(makeIn(stores.getFirst()).id()));
  }

  private void name(String id) throws IOException {
    AtomicFile.replace(mark, mark.resolveSibling("." + UUID.randomUUID() + ".tmp"), bytes(id));
  }

  private static byte[] bytes(String id) {
    return id.getBytes(StandardCharsets.US_ASCII);
  }

  /// The key that wraps now, as the directory says, whoever changed it.
  KeyEncryptionKey current() {
    try {
      return find(Files.readString(mark));
    } catch (IOException e) {
      throw new UncheckedIOException("the name of the key-encryption key cannot be read", e);
    }
  }

  /// Whether the key that wraps is where new ones are made, so that nothing has to move.
  boolean inPlace() {
    return in(stores.getFirst(), current().id()).isPresent();
  }

  byte[] wrap(KeyEncryptionKey key, String name, byte[] secret) {
    return key.wrap(name, secret, random);
  }

  byte[] unwrap(String name, byte[] wrapped) {
    return find(KeyEncryptionKey.wrapperOf(wrapped)).unwrap(name, wrapped);
  }

  private KeyEncryptionKey find(String id) {
    var key = known.get(id);
    if (key != null) {
      return key;
    }
    for (var store : stores) {
      var found = in(store, id);
      if (found.isPresent()) {
        known.put(id, found.get());
        return found.get();
      }
    }
    throw new IllegalStateException(
        "key-encryption key "
            + sources.current()
            + " is gone; restore it, or name the place where it is now in the settings");
  }

  private List<String> ids() {
    var ids = new ArrayList<String>();
    try {
      for (var store : stores) {
        ids.addAll(store.ids());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
    return ids;
  }

  /// Destroys all keys but the one that wraps; the caller MUST know that they wrap nothing.
  ///
  /// @return how many
  int destroyOthers() {
    var current = current().id();
    int destroyed = 0;
    try {
      for (var store : stores) {
        for (var id : store.ids()) {
          if (!id.equals(current)) {
            store.destroy(id);
            known.remove(id);
            destroyed++;
          }
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
    return destroyed;
  }

  private Optional<KeyEncryptionKey> in(KekStore store, String id) {
    try {
      return store.find(id);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private KeyEncryptionKey makeIn(KekStore store) {
    try {
      var key = store.make();
      known.put(key.id(), key);
      return key;
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private IllegalStateException unusable(Exception e) {
    return new IllegalStateException(
        "key-encryption key " + sources.current() + " cannot be used; see file, password or PIN",
        e);
  }
}
