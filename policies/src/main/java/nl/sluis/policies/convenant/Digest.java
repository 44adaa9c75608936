package nl.sluis.policies.convenant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The fingerprint of the files of one version: SHA-256 over path, length and bytes, by path.
///
/// Pure; may be shared between threads.
public final class Digest {
  private Digest() {}

  /// The fingerprint, in hexadecimal.
  ///
  /// @param files text by path, relative to the folder of the version
  public static String of(Map<String, String> files) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(files)
          .forEach(
              (path, text) -> {
                update(sha, path);
                update(sha, text);
              });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static void update(MessageDigest sha, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
    sha.update(bytes);
  }
}
