package nl.sluis.gateway.beeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An authority for time stamps (RFC 3161) that is openssl.
final class OpensslAuthority {
  private OpensslAuthority() {}

  /// Stamps a note: `antwoord` is the stamp, and `tsa.pem` the certificate.
  static void stamp(Path directory, String note) throws Exception {
    Files.writeString(directory.resolve("note"), note);
    Files.writeString(
        directory.resolve("tsa.cnf"),
        """
        [tsa]
        default_tsa = een
        [een]
        serial = serial
        default_policy = 1.2.3.4
        digests = sha256
        signer_digest = sha256
        [req]
        distinguished_name = naam
        [naam]
        """);
    for (var command :
        List.of(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -config"
                + " tsa.cnf -subj /CN=tsa.example -addext extendedKeyUsage=critical,timeStamping"
                + " -keyout tsa.key -out tsa.pem",
            "openssl ts -query -data note -sha256 -cert -out vraag",
            "openssl ts -reply -config tsa.cnf -queryfile vraag -signer tsa.pem -inkey tsa.key -out"
                + " antwoord")) {
      var process =
          new ProcessBuilder(command.split(" "))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(told).isZero();
    }
  }
}
