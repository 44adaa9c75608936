package nl.sluis.gateway.aansluiting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of a partner: its keys, which nobody else may read, and what it sends in.
///
/// A key is never overwritten: whoever loses one by a command has lost what was sealed for it. For
/// one thread.
///
/// @param folder made when it is not there
public record PartnerFiles(Path folder) {
  /// The private key with which it signs, as a JWK.
  public static final String SIGNING = "ondertekening.jwk.json";

  /// The private key with which it opens what others sealed, as a JWK.
  public static final String ENCRYPTION = "versleuteling.jwk.json";

  /// The private key of its connection, PKCS#8 in PEM.
  public static final String TLS_KEY = "tls.key.pem";

  /// What it asks of its authority, PKCS#10 in PEM.
  public static final String TLS_REQUEST = "tls.csr.pem";

  /// What its authority gave: its certificate and those above it, in PEM.
  public static final String TLS_CERTIFICATE = "tls.crt.pem";

  /// The statement by which it vouches for its encryption key, for `POST /v1/encryptiesleutels`.
  public static final String VOUCHED = "versleuteling.jws";

  /// The private key with which it will sign next, as a JWK.
  public static final String NEXT = "ondertekening.nieuw.jwk.json";

  /// The statement by which it announces that key, for `POST /v1/ondertekensleutels`.
  public static final String ANNOUNCEMENT = "ondertekensleutel.jws";

  /// What it sends to the operator of Sluis.
  public static final String APPLICATION = "aanmelding.jws";

  /// Makes the folder, for its owner only, when it is not there.
  static PartnerFiles in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }
    return new PartnerFiles(folder);
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /// What stands in this file.
  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  /// Writes a secret that was not there.
  ///
  /// @throws FileAlreadyExistsException when it was
  void writeNew(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createFile(file, ownerOnly(folder, "rw-------"));
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// Writes what may be made again, whole or not at all.
  void replace(String name, String text) throws IOException {
    var draft = folder.resolve(name + ".nieuw");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder, String rights) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
