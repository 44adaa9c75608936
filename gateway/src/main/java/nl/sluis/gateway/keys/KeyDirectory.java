package nl.sluis.gateway.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Wrapped secrets by name, one small file each; a destroyed one leaves a tombstone under its name.
///
/// The tombstone takes the name itself, in one rename, so no process can ever make the key anew.
/// May be shared between threads, and the directory between processes.
final class KeyDirectory {
  private static final byte[] TOMBSTONE = {'S', 'L', 'K', '0'};
  private static final String UNDERWAY = "onderweg";
  private static final int AT_ONCE = 16;
  private static final int CACHED = 20_000;

  private final Path root;
  private final List<String> folders;
  private final VaultLock lock;
  private final KeyEncryptionKeys keks;
  private final Map<String, Cached> cache =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
          return size() > CACHED;
        }
      };

  @SuppressWarnings("ArrayRecordComponent") // the bytes of one key file, never compared
  private record Cached(byte[] secret, long size) {}

  private KeyDirectory(Path root, List<String> folders, VaultLock lock, KeyEncryptionKeys keks) {
    this.root = root;
    this.folders = folders;
    this.lock = lock;
    this.keks = keks;
  }

  static KeyDirectory open(Path root, KekSources sources, List<String> folders, SecureRandom random)
      throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var fresh = true;
    for (var folder : folders) {
      Files.createDirectories(root.resolve(folder), mode);
      try (var files = Files.newDirectoryStream(root.resolve(folder))) {
        fresh &= !files.iterator().hasNext();
      }
    }
    Files.createDirectories(root.resolve(UNDERWAY), mode);
    AtomicFile.sync(root);
    var lock = new VaultLock(root);
    var keks = KeyEncryptionKeys.open(root, sources, fresh, lock, random);
    return new KeyDirectory(root, folders, lock, keks);
  }

  /// The secret under a name, or nothing when it was never made.
  ///
  /// @throws KeyDestroyed when it was made and destroyed
  Optional<byte[]> find(String name) {
    var file = root.resolve(name);
    try {
      var known = cached(name);
      if (known.isPresent() && Files.size(file) == known.get().size()) {
        return Optional.of(known.get().secret());
      }
      var content = Files.readAllBytes(file);
      if (content.length == TOMBSTONE.length) {
        forget(name);
        throw new KeyDestroyed();
      }
      var secret = keks.unwrap(name, content);
      remember(name, new Cached(secret, content.length));
      return Optional.of(secret);
    } catch (NoSuchFileException e) {
      forget(name);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a key file cannot be read", e);
    }
  }

  /// The secrets under these names, each made when it is not there yet.
  ///
  /// @throws KeyDestroyed when one of them was made and destroyed
  Map<String, byte[]> findOrMake(Collection<String> names, Supplier<byte[]> maker) {
    var found = new LinkedHashMap<String, byte[]>();
    var missing = new ArrayList<String>();
    var touched = new HashSet<Path>();
    for (var name : names) {
      // A key that another process just made is on disk only once its directory is.
      if (cached(name).isEmpty()) {
        touched.add(AtomicFile.directory(root.resolve(name)));
      }
      var known = find(name);
      known.ifPresent(secret -> found.put(name, secret));
      if (known.isEmpty()) {
        missing.add(name);
      }
    }
    make(missing, maker);
    touched.forEach(KeyDirectory::sync);
    for (var name : missing) {
      found.put(name, find(name).orElseThrow(KeyDestroyed::new));
    }
    return found;
  }

  /// The names in one folder whose secrets are not destroyed, without the folder.
  List<String> names(String folder) {
    return names(folder, false);
  }

  /// The names in one folder whose secrets are destroyed, without the folder.
  List<String> destroyed(String folder) {
    return names(folder, true);
  }

  private List<String> names(String folder, boolean destroyed) {
    var names = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(root.resolve(folder))) {
      for (var file : files) {
        if (destroyed == (Files.size(file) == TOMBSTONE.length)) {
          names.add(file.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a folder of keys cannot be read", e);
    }
    return names;
  }

  private void make(List<String> names, Supplier<byte[]> maker) {
    together(names, name -> make(name, maker));
  }

  /// Many at once, because the file system then writes them to disk together.
  private static void together(Collection<String> names, Consumer<String> writer) {
    if (names.size() < 2) {
      names.forEach(writer);
      return;
    }
    try (var threads = Executors.newFixedThreadPool(Math.min(names.size(), AT_ONCE))) {
      var running = names.stream().map(name -> threads.submit(() -> writer.accept(name))).toList();
      for (var one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a key file cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keys were written", e);
    }
  }

  private void make(String name, Supplier<byte[]> maker) {
    var kek = keks.current();
    try {
      AtomicFile.create(root.resolve(name), underway(name), keks.wrap(kek, name, maker.get()));
      if (!keks.current().id().equals(kek.id())) {
        wrapAnew(List.of(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a key file cannot be written", e);
    }
  }

  private static void sync(Path directory) {
    try {
      AtomicFile.sync(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("a key directory cannot be written", e);
    }
  }

  void destroy(String name) {
    lock.hold(() -> bury(name));
    forget(name);
  }

  private void bury(String name) throws IOException {
    AtomicFile.replace(root.resolve(name), underway(name), TOMBSTONE);
    // A process that died while it made this key may have left a second name for its bytes.
    try (var copies = Files.newDirectoryStream(root.resolve(UNDERWAY), flat(name) + ".*")) {
      for (var copy : copies) {
        Files.deleteIfExists(copy);
      }
    }
    AtomicFile.sync(root.resolve(UNDERWAY));
  }

  /// The names of the keys that are not wrapped by the key that wraps now.
  List<String> wrappedByOthers() {
    var current = keks.current().id();
    var others = new ArrayList<String>();
    for (var folder : folders) {
      for (var name : names(folder)) {
        var content = content(folder + "/" + name);
        if (content.isPresent() && !KeyEncryptionKey.wrapperOf(content.get()).equals(current)) {
          others.add(folder + "/" + name);
        }
      }
    }
    return others;
  }

  /// Wraps these keys by the key that wraps now; passes over what was destroyed meanwhile.
  void wrapAnew(Collection<String> names) {
    lock.hold(
        () -> {
          together(names, this::wrapAnew);
          names.stream()
              .map(name -> AtomicFile.directory(root.resolve(name)))
              .distinct()
              .forEach(KeyDirectory::sync);
        });
  }

  private void wrapAnew(String name) {
    var content = content(name);
    if (content.isPresent()) {
      var secret = keks.unwrap(name, content.get());
      try {
        var wrapped = keks.wrap(keks.current(), name, secret);
        AtomicFile.swap(root.resolve(name), underway(name), wrapped);
      } catch (IOException e) {
        throw new UncheckedIOException("a key file cannot be written", e);
      }
    }
  }

  /// What stands in the file of a key; nothing when it was never made or is destroyed.
  private Optional<byte[]> content(String name) {
    try {
      var content = Files.readAllBytes(root.resolve(name));
      return content.length == TOMBSTONE.length ? Optional.empty() : Optional.of(content);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a key file cannot be read", e);
    }
  }

  /// The change of the key that wraps these.
  KekChange change() {
    return new KekChange(this, keks);
  }

  private Path underway(String name) {
    return root.resolve(UNDERWAY).resolve(flat(name) + "." + UUID.randomUUID());
  }

  private static String flat(String name) {
    return name.replace('/', '_');
  }

  private Optional<Cached> cached(String name) {
    synchronized (cache) {
      return Optional.ofNullable(cache.get(name));
    }
  }

  private void remember(String name, Cached secret) {
    synchronized (cache) {
      cache.put(name, secret);
    }
  }

  private void forget(String name) {
    synchronized (cache) {
      cache.remove(name);
    }
  }
}
