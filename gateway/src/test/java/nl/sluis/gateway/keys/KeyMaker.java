package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;

/// Makes keys until it is killed.
final class KeyMaker {
  private KeyMaker() {}

  public static void main(String[] args) throws IOException {
    var vault = KeyVault.open(Path.of(args[0]), Path.of(args[1]), new SecureRandom());
    while (true) {
      vault.subjectKey(UUID.randomUUID());
      System.out.write('.');
      System.out.flush();
    }
  }
}
