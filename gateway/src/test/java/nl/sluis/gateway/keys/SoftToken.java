package nl.sluis.gateway.keys;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/// A token of SoftHSM in a folder; where SoftHSM is absent that is said, and the test is skipped.
public final class SoftToken {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));
  private static final Pattern SLOT = Pattern.compile("slot ([0-9]+)");
  private static final String PIN = "482913";

  private final Path library;
  private final Path configuration;
  private final Path pinFile;
  private final String slot;

  private SoftToken(Path library, Path configuration, Path pinFile, String slot) {
    this.library = library;
    this.configuration = configuration;
    this.pinFile = pinFile;
    this.slot = slot;
  }

  /// Makes one.
  public static SoftToken in(Path folder) throws Exception {
    var library = LIBRARIES.stream().filter(Files::exists).findFirst();
    if (library.isEmpty()) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("in de pijplijn moet SoftHSM er zijn: softhsm2");
      }
      return abort("SoftHSM afwezig: het pakket softhsm2 is niet geïnstalleerd");
    }
    var tokens = Files.createDirectories(folder.resolve("token"));
    var configuration =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = "
                + tokens
                + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var pinFile = Files.writeString(Files.createFile(folder.resolve("pin"), mode), PIN + "\n");
    var made =
        run(
            configuration,
            folder,
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "sluis",
            "--pin",
            PIN,
            "--so-pin",
            "71930482");
    var slot = SLOT.matcher(made.substring(made.indexOf("reassigned")));
    if (!slot.find()) {
      throw new IllegalStateException("softhsm2-util names no slot: " + made);
    }
    return new SoftToken(library.get(), configuration, pinFile, slot.group(1));
  }

  /// Library, slot and file of the PIN.
  public String[] arguments() {
    return new String[] {library.toString(), slot, pinFile.toString()};
  }

  /// What a process says that can find this token.
  public String run(String[] command, Path folder) throws Exception {
    return run(configuration, folder, command);
  }

  private static String run(Path configuration, Path folder, String... command) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", configuration.toString());
    var process = builder.start();
    try (var out = process.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("`" + command[0] + "` failed: " + said);
      }
      return said;
    }
  }
}
