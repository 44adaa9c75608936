package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Does something with a vault in a process of its own, because a token is found by way of the
/// environment, and because a process can be killed.
final class TokenSteps {
  private TokenSteps() {}

  public static void main(String[] args) throws IOException {
    var root = Path.of(args[1]);
    var file = new KekSource.OfFile(Path.of(args[2]));
    switch (args[0]) {
      case "traag" -> slowly(root, new KekSources(file, Optional.empty()));
      case "naar-token" -> {
        var change = open(root, new KekSources(token(args), Optional.of(file)));
        change.changeKeyEncryptionKey().begin();
        var rest = open(root, new KekSources(token(args), Optional.of(file)));
        var steps = rest.changeKeyEncryptionKey();
        System.out.println("nieuw: " + steps.begin());
        while (steps.step(2)) {
          System.out.println("stap");
        }
        System.out.println("vernietigd: " + steps.retire());
      }
      case "lees" -> {
        var vault = open(root, new KekSources(token(args), Optional.empty()));
        try {
          var key = vault.knownSubjectKey(UUID.fromString(args[6])).orElseThrow();
          System.out.println(HexFormat.of().formatHex(key.getEncoded()));
        } catch (IllegalStateException e) {
          System.out.println(e.getMessage());
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static KekSource token(String[] args) {
    return new KekSource.OfToken(Path.of(args[3]), Long.parseLong(args[4]), Path.of(args[5]));
  }

  private static KeyVault open(Path root, KekSources sources) throws IOException {
    return KeyVault.open(root, sources, new SecureRandom());
  }

  /// Never ends by itself.
  private static void slowly(Path root, KekSources sources) throws IOException {
    var change = open(root, sources).changeKeyEncryptionKey();
    change.begin();
    change.step(3);
    System.out.write('.');
    System.out.flush();
    while (true) {
      change.step(1);
    }
  }
}
