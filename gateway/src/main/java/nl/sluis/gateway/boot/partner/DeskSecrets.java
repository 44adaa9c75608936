package nl.sluis.gateway.boot.partner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.partner.Drawer;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Stopped;

/// The two secrets of a desk itself, made at its first start in its own folder: the key of its
/// pseudonyms, and the key with which it makes itself known to the identity provider. Neither opens
/// a message or signs one.
final class DeskSecrets {
  private static final String PSEUDONYMS = "pseudoniemen.sleutel";
  private static final String LOGIN = "inloggen.jwk.json";
  private static final int BYTES = 32;

  private DeskSecrets() {}

  /// The key of the pseudonyms; with another one the same person is somebody else from then on.
  static SecretKey pseudonyms(Path folder, SecureRandom random) throws Stopped, IOException {
    var file = folder.resolve(PSEUDONYMS);
    if (!Files.exists(file)) {
      Drawer.replace(file, HexFormat.of().formatHex(fresh(random)) + "\n");
    }
    try {
      var bytes = HexFormat.of().parseHex(Files.readString(file).strip());
      if (bytes.length == BYTES) {
        return new SecretKeySpec(bytes, "HmacSHA256");
      }
    } catch (IllegalArgumentException _) {
      // Without the cause: its text quotes the file.
    }
    throw unusable(PSEUDONYMS);
  }

  /// The key by which the provider knows this desk.
  static ECKey login(Path folder) throws Stopped, IOException {
    var file = folder.resolve(LOGIN);
    try {
      if (!Files.exists(file)) {
        var made = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        Drawer.replace(file, made.toJSONString());
      }
      var read = ECKey.parse(Files.readString(file));
      if (read.isPrivate() && read.getKeyID() != null) {
        return read;
      }
    } catch (ParseException | JOSEException _) {
      // Without the cause: its text may quote a private key.
    }
    throw unusable(LOGIN);
  }

  /// HMAC-SHA-256 of this text.
  static byte[] keyed(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  static byte[] fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Stopped unusable(String name) {
    return new Stopped(
        Ending.NIET_BEGREPEN, "`" + name + "` in de map van de werkplek is niet te gebruiken.");
  }
}
