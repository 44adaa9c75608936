package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/// Key-encryption keys in files: the first under the name itself, later ones with their id behind.
///
/// May be shared between threads.
final class FileKeks implements KekStore {
  private static final int SIZE = 32;
  private static final String WHAT = "key-encryption key";

  private final Path first;
  private final SecureRandom random;

  FileKeks(Path first, SecureRandom random) {
    this.first = first;
    this.random = random;
  }

  @Override
  public Optional<KeyEncryptionKey> find(String id) throws IOException, GeneralSecurityException {
    for (var file : files()) {
      var key = read(file);
      if (key.id().equals(id)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> ids() throws IOException, GeneralSecurityException {
    var ids = new ArrayList<String>();
    for (var file : files()) {
      ids.add(read(file).id());
    }
    return ids;
  }

  @Override
  public KeyEncryptionKey make() throws IOException, GeneralSecurityException {
    var bytes = new byte[SIZE];
    random.nextBytes(bytes);
    var file = Files.notExists(first) ? first : later(id(bytes));
    Files.createDirectories(AtomicFile.directory(file));
    AtomicFile.create(file, file.resolveSibling("." + UUID.randomUUID() + ".tmp"), bytes);
    AtomicFile.sync(AtomicFile.directory(file));
    return read(file);
  }

  @Override
  public void destroy(String id) throws IOException, GeneralSecurityException {
    for (var file : files()) {
      if (read(file).id().equals(id)) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.allocate(SIZE));
          channel.force(true);
        }
        Files.delete(file);
        AtomicFile.sync(AtomicFile.directory(file));
      }
    }
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    if (Files.exists(first)) {
      files.add(first);
    }
    var folder = AtomicFile.directory(first);
    if (Files.isDirectory(folder)) {
      try (var beside = Files.newDirectoryStream(folder, first.getFileName() + ".*")) {
        for (var file : beside) {
          var name = file.getFileName().toString();
          var id = name.substring(first.getFileName().toString().length() + 1);
          if (ID.matcher(id).matches()) {
            files.add(file);
          }
        }
      }
    }
    return files;
  }

  private Path later(String id) {
    return first.resolveSibling(first.getFileName() + "." + id);
  }

  private static KeyEncryptionKey read(Path file) throws IOException, GeneralSecurityException {
    KekStore.requirePrivate(WHAT, file);
    var bytes = Files.readAllBytes(file);
    if (bytes.length != SIZE) {
      throw new IllegalStateException(WHAT + " `" + file + "` must be 32 bytes");
    }
    return new KeyEncryptionKey(id(bytes), new SecretKeySpec(bytes, "AES"), null);
  }

  private static String id(byte[] bytes) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update("sluis kek".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(bytes), 0, KeyEncryptionKey.ID);
  }
}
