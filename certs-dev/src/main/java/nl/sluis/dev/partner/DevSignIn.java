package nl.sluis.dev.partner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.gateway.person.PersonCheck;

/// A sign-in service that believes whoever asks; development only.
///
/// Its tokens have the form of those of a real one, and the gateway checks them as it would those.
/// May be shared between threads.
public final class DevSignIn {
  /// How sure a person of a play is known.
  public static final String SUBSTANTIAL = "http://eidas.europa.eu/LoA/substantial";

  private static final String ISSUER = "https://aanmelden.example";
  private static final String AUDIENCE = "sluis";
  private static final String CLAIM = "urn:nl-eid-gdi:1.0:id:BSN";
  private static final Duration LIFE = Duration.ofMinutes(10);

  private volatile ECKey key;
  private final Path keys;
  private final InstantSource clock;

  private DevSignIn(ECKey key, Path keys, InstantSource clock) {
    this.key = key;
    this.keys = keys;
    this.clock = clock;
  }

  static DevSignIn in(Path folder, InstantSource clock) {
    var key = PartnerKeys.newKey("aanmelding", JWSAlgorithm.ES256);
    var made = new DevSignIn(key, folder.resolve("sleutels.json"), clock);
    made.write(key);
    return made;
  }

  /// The file is whole at every moment, as an operator replaces it with `mv`.
  private void write(ECKey... counting) {
    var set = new JWKSet(Stream.of(counting).map(one -> (JWK) one.toPublicJWK()).toList());
    try {
      var draft = keys.resolveSibling(keys.getFileName() + ".nieuw");
      Files.writeString(draft, set.toString());
      Files.move(draft, keys, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Signs with another key from now on; the one before stays in the file.
  public void changeKey() {
    var before = key;
    key = PartnerKeys.newKey("aanmelding-" + UUID.randomUUID(), JWSAlgorithm.ES256);
    write(before, key);
  }

  /// Leaves only the key with which it signs in the file.
  public void forgetOlderKeys() {
    write(key);
  }

  /// As the gateway knows it.
  public PersonCheck.Service service() {
    return new PersonCheck.Service(ISSUER, AUDIENCE, keys, CLAIM);
  }

  /// A token for whoever has this number, good for ten minutes.
  public String token(String number) {
    return token(number, SUBSTANTIAL);
  }

  /// A token with another level.
  public String token(String number, String level) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim("acr", level)
            .claim(CLAIM, number)
            .build();
    return signed(claims, key);
  }

  /// A token with any claims, signed with its own key.
  public String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  /// A token with any claims, signed with any key.
  public static String signed(JWTClaimsSet claims, ECKey with) {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(with.getKeyID()).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(with));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
    return jwt.serialize();
  }
}
