package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One secret of a Sluis, as somebody has it who should not.
///
/// @param name where it lives, such as `tijdvak/bewaar-203111`
/// @param bytes what it is
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared
public record Stolen(String name, byte[] bytes) {
  /// Every secret there is, whatever its folder; a folder that nobody can read here is a fault.
  ///
  /// @param root the folder of the vault
  /// @param kek the file of the key that wraps all others
  public static List<Stolen> all(KeyVault vault, Path root, Path kek) throws IOException {
    var found = new ArrayList<Stolen>();
    found.add(new Stolen("kek", Files.readAllBytes(kek)));
    try (var folders = Files.list(root)) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        try (var files = Files.list(folder)) {
          for (var file : files.sorted().toList()) {
            found.addAll(read(vault, root.relativize(file).toString(), Files.size(file)));
          }
        }
      }
    }
    return found;
  }

  private static List<Stolen> read(KeyVault vault, String name, long size) {
    int slash = name.indexOf('/');
    var word = name.substring(slash + 1);
    if (size <= 4) {
      return List.of(); // Destroyed: there is nothing left to steal.
    }
    return switch (name.substring(0, slash)) {
      case "betrokkene" -> one(name, vault.subjectKey(UUID.fromString(word)).getEncoded());
      case "tijdvak" -> one(name, vault.epochKey(word).getEncoded());
      case "hmac" -> one(name, vault.hmacKey(Integer.parseInt(word)).getEncoded());
      case "vast" -> one(name, vault.standingKey(word).getEncoded());
      case "onderteken" -> one(name, pair(vault, word).getPrivate().getEncoded());
      case "onderweg" -> List.of();
      default -> throw new IllegalStateException("a secret of a new kind: " + name);
    };
  }

  private static KeyPair pair(KeyVault vault, String word) {
    return switch (word) {
      case "logboek" -> vault.logKey();
      default ->
          KeyUse.of(word)
              .map(use -> vault.signingKey(use, 1))
              .orElseThrow(() -> new IllegalStateException("a signing key of a new kind: " + word));
    };
  }

  private static List<Stolen> one(String name, byte[] bytes) {
    return List.of(new Stolen(name, bytes));
  }
}
