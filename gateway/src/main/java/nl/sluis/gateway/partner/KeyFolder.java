package nl.sluis.gateway.partner;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.client.PartnerTls;

/// The keys of a partner as they stand in a folder: `ondertekening.jwk.json`,
/// `versleuteling.jwk.json`, `tls.key.pem` and `tls.crt.pem`.
///
/// A private key that others on this machine can read is not used. A file holds one JWK or a JWK
/// Set; of a set the last one signs, and all of them open. Immutable.
public record KeyFolder(Path folder) implements OwnKeys {
  private static final String CHAIN = "tls.crt.pem";

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public JWK signing() throws Stopped {
    var keys = keys("ondertekening.jwk.json");
    return keys.getLast();
  }

  @Override
  public List<ECKey> opening() throws Stopped {
    return Files.exists(folder.resolve("versleuteling.jwk.json"))
        ? keys("versleuteling.jwk.json").stream()
            .filter(ECKey.class::isInstance)
            .map(ECKey.class::cast)
            .toList()
        : List.of();
  }

  @Override
  public X509Certificate shown() throws Stopped {
    try {
      return PartnerTls.shown(folder.resolve(CHAIN));
    } catch (IllegalArgumentException e) {
      throw new Stopped(Ending.NIET_BEGREPEN, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public SSLContext tls(Path trusted) throws Stopped {
    try {
      return PartnerTls.of(folder.resolve(CHAIN), secret(folder.resolve("tls.key.pem")), trusted);
    } catch (IllegalArgumentException e) {
      throw new Stopped(Ending.NIET_BEGREPEN, String.valueOf(e.getMessage()));
    }
  }

  private List<JWK> keys(String name) throws Stopped {
    try {
      var text = Files.readString(secret(folder.resolve(name)));
      var keys =
          text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
      if (!keys.isEmpty()
          && keys.stream().allMatch(key -> key.isPrivate() && key.getKeyID() != null)) {
        return keys;
      }
    } catch (IOException | ParseException _) {
      // Without the cause: its text may quote a private key.
    }
    throw new Stopped(
        Ending.NIET_BEGREPEN,
        "`%s` is geen eigen sleutel met een `kid` (JWK).".formatted(folder.resolve(name)));
  }

  /// A file that nobody else on this machine reads.
  static Path secret(Path file) throws Stopped {
    try {
      if (!Files.exists(file)) {
        throw new Stopped(Ending.NIET_BEGREPEN, "`%s` is er niet.".formatted(file));
      }
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        throw new Stopped(
            Ending.NIET_BEGREPEN,
            "`%s` is te lezen voor anderen op deze machine; doe: chmod 600".formatted(file));
      }
      return file;
    } catch (IOException _) {
      throw new Stopped(Ending.NIET_BEGREPEN, "`%s` kan niet worden gelezen.".formatted(file));
    }
  }
}
