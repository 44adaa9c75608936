package nl.sluis.gateway.partner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLContext;

/// Keys of an organisation in a PKCS#11 token (OASIS PKCS#11 v3.0): what is signed and opened goes
/// in, and no private key ever comes out.
///
/// Beside each key stands a certificate in the token, which may be signed by the key itself; it is
/// how the public half is found. The `kid` is the thumbprint of that half (RFC 7638). The key of
/// TLS stands in the folder, as it does without a token. May be shared between threads.
public final class KeyToken implements OwnKeys {
  /// One per token: a second login by the same process would be refused.
  private static final ConcurrentMap<Place, Provider> PROVIDERS = new ConcurrentHashMap<>();

  private final Place place;
  private final String signingLabel;
  private final List<String> openingLabels;
  private final KeyFolder tls;

  /// A token in a slot.
  ///
  /// @param library the module of its maker
  /// @param slot its number
  /// @param pinFile one line, for the own user only
  public record Place(Path library, int slot, Path pinFile) {}

  /// @param place which token, and the file with its PIN
  /// @param signing under which label the key to sign with stands
  /// @param opening under which labels the keys stand for which others seal, the newest last
  /// @param tls the folder with `tls.crt.pem` and `tls.key.pem`
  public KeyToken(Place place, String signing, List<String> opening, KeyFolder tls) {
    this.place = place;
    this.signingLabel = signing;
    this.openingLabels = List.copyOf(opening);
    this.tls = tls;
  }

  @Override
  public JWK signing() throws Stopped {
    return key(signingLabel);
  }

  @Override
  public List<ECKey> opening() throws Stopped {
    var keys = new ArrayList<ECKey>();
    for (var label : openingLabels) {
      if (key(label) instanceof ECKey ec) {
        keys.add(ec);
      } else {
        throw unusable("de sleutel `" + label + "` is geen P-256");
      }
    }
    return List.copyOf(keys);
  }

  @Override
  public X509Certificate shown() throws Stopped {
    return tls.shown();
  }

  @Override
  public SSLContext tls(Path trusted) throws Stopped {
    return tls.tls(trusted);
  }

  private JWK key(String label) throws Stopped {
    try {
      var store = KeyStore.getInstance("PKCS11", provider());
      store.load(null, pin());
      var certificate = store.getCertificate(label);
      if (certificate != null && store.getKey(label, null) instanceof PrivateKey key) {
        return jwk(certificate.getPublicKey(), key);
      }
      throw unusable("daarin staat geen sleutel met certificaat onder `" + label + "`");
    } catch (GeneralSecurityException | IOException | JOSEException _) {
      // Without the cause: it may tell of the PIN.
      throw unusable("de module, het slot of de PIN klopt niet");
    }
  }

  private static JWK jwk(PublicKey half, PrivateKey key) throws JOSEException {
    return switch (half) {
      case ECPublicKey ec ->
          new ECKey.Builder(Curve.P_256, ec).privateKey(key).keyIDFromThumbprint().build();
      case RSAPublicKey rsa ->
          new RSAKey.Builder(rsa).privateKey(key).keyIDFromThumbprint().build();
      default -> throw new JOSEException("neither P-256 nor RSA");
    };
  }

  private char[] pin() throws IOException, Stopped {
    return Files.readString(KeyFolder.secret(place.pinFile())).strip().toCharArray();
  }

  private Stopped unusable(String why) {
    return new Stopped(
        Ending.NIET_BEGREPEN,
        "Het token in slot %d van `%s` is niet te gebruiken: %s."
            .formatted(place.slot(), place.library(), why));
  }

  private Provider provider() {
    return PROVIDERS.computeIfAbsent(
        place,
        token -> {
          var made =
              Security.getProvider("SunPKCS11")
                  .configure(
                      """
                      --name = partner%d
                      library = %s
                      slot = %d
                      attributes(generate, CKO_SECRET_KEY, CKK_GENERIC_SECRET) = {
                        CKA_SENSITIVE = false
                        CKA_EXTRACTABLE = true
                      }
                      """
                          .formatted(PROVIDERS.size(), token.library(), token.slot()));
          // Behind all others: it is used for its own keys, which no other provider takes.
          Security.addProvider(made);
          return made;
        });
  }
}
