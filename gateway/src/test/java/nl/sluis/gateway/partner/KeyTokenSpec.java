package nl.sluis.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.sluis.gateway.keys.SoftToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTokenSpec {
  @TempDir private Path folder;

  @Test
  void an_organisation_signs_and_opens_with_keys_that_never_leave_its_token() throws Exception {
    var token = SoftToken.in(folder);
    makeKeys(token);

    var said = steps(token);

    assertThat(said)
        .contains("getekend: een organisatie")
        .contains("d: false")
        .contains("geopend: {\"situatie\":\"druk\"}");
  }

  @Test
  void a_pin_that_others_can_read_opens_no_token() throws Exception {
    var token = SoftToken.in(folder);
    makeKeys(token);
    var open = PosixFilePermissions.fromString("rw-r--r--");
    Files.setPosixFilePermissions(Path.of(token.arguments()[2]), open);

    assertThat(steps(token)).contains("chmod 600").doesNotContain("getekend");
  }

  private void makeKeys(SoftToken token) throws Exception {
    var arguments = token.arguments();
    var settings =
        Files.writeString(
            folder.resolve("token.cfg"),
            """
            name = proef
            library = %s
            slot = %s
            attributes(*, CKO_PRIVATE_KEY, CKK_EC) = {
              CKA_SIGN = true
              CKA_DERIVE = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
            }
            """
                .formatted(arguments[0], arguments[1]));
    for (var label : List.of("tekenen", "openen")) {
      var _ =
          token.run(
              new String[] {
                program("keytool"),
                "-genkeypair",
                "-storetype",
                "PKCS11",
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                settings.toString(),
                "-storepass",
                Files.readString(Path.of(arguments[2])).strip(),
                "-alias",
                label,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + label
              },
              folder);
    }
  }

  private String steps(SoftToken token) throws Exception {
    var arguments = token.arguments();
    return token.run(
        new String[] {
          program("java"),
          "--enable-native-access=ALL-UNNAMED",
          "-cp",
          System.getProperty("java.class.path"),
          TokenKeySteps.class.getName(),
          arguments[0],
          arguments[1],
          arguments[2],
          folder.toString()
        },
        folder);
  }

  private static String program(String name) {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + name;
  }
}
