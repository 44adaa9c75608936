package nl.sluis.dev.partner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// What a partner here keeps to itself, as files: for curl and openssl, and by the names that the
/// partner's own client knows. A folder per number.
public final class OwnFiles {
  /// The settings of the client.
  public static final String SETTINGS = "partner.yaml";

  private OwnFiles() {}

  /// Writes the keys and the certificate of a partner.
  static void write(Path folder, DevSite.Identity identity) {
    var certificate = identity.partner().identity();
    try {
      copy(certificate.chainFile(), folder.resolve("certificaat.pem"));
      copy(certificate.keyFile(), folder.resolve("certificaat-sleutel.pem"));
      Files.writeString(folder.resolve("ondertekensleutel.pem"), pem(identity.signing()));
      Files.writeString(folder.resolve("kid.txt"), identity.signing().getKeyID() + "\n");
      copy(certificate.chainFile(), folder.resolve("tls.crt.pem"));
      secret(folder.resolve("tls.key.pem"), Files.readString(certificate.keyFile()));
      secret(folder.resolve("ondertekening.jwk.json"), identity.signing().toJSONString());
      secret(folder.resolve("versleuteling.jwk.json"), identity.encryption().toJSONString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the settings with which the client of this partner talks to a gateway in one role.
  ///
  /// @return the file
  public static Path settings(DevGateway gateway, Oin oin, Role role) {
    var door = gateway.doorway();
    var text =
        """
        oin: "%s"
        rol: %s
        handelend: {id: med-77, functie: medewerker}
        sluis:
          adres: %s
          oin: "%s"
          uitgever: %s
          vertrouwen: %s
        logboek:
          adres: %s
          sleutel: %s
        """
            .formatted(
                oin,
                role,
                door.partners(),
                door.sluis(),
                door.issuer(),
                gateway.site().authority().trustFile().toAbsolutePath(),
                door.people().resolve("/logboek"),
                gateway.logbookKey());
    var file = gateway.site().ownFolder().resolve(oin.value()).resolve(SETTINGS);
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void secret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String pem(ECKey key) {
    try {
      var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
      return "-----BEGIN PRIVATE KEY-----\n"
          + encoder.encodeToString(key.toECPrivateKey().getEncoded())
          + "\n-----END PRIVATE KEY-----\n";
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made can be written", e);
    }
  }
}
