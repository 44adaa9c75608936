package nl.sluis.dev.authority;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/// Writes certificates, keys and lists as PEM, each file whole or not at all.
final class Pem {
  private Pem() {}

  static Path write(Path file, List<?> objects) {
    return replace(file, text(objects));
  }

  static String text(List<?> objects) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      for (var object : objects) {
        if (object instanceof PemObjectGenerator generator) {
          writer.writeObject(generator);
        } else {
          writer.writeObject(object);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static Path writeKey(Path file, PrivateKey key) {
    try {
      return write(file, List.of(new JcaPKCS8Generator(key, null)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A reader sees the old file or the new one, never half of either.
  private static Path replace(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      var draft = file.resolveSibling(file.getFileName() + ".nieuw");
      Files.writeString(draft, text);
      return Files.move(
          draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
