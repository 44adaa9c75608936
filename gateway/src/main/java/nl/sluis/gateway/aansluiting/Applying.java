package nl.sluis.gateway.aansluiting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.message.Base64Url;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.Oin;

/// Makes the keys of a partner to be, and the application that it sends to the operator of Sluis.
///
/// What is there already is used and never overwritten: somebody whose key lies in a token puts its
/// own `tls.csr.pem` in the folder first. For one thread.
public final class Applying {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration ENCRYPTION_LIFE = Duration.ofDays(730);

  private final SecureRandom random;
  private final InstantSource clock;

  /// @param clock what time it is at the partner
  public Applying(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /// What somebody wants to apply with.
  ///
  /// @param oin the number of the organisation
  /// @param name its name, as it will stand in its certificate
  /// @param roles the codes of the roles in which it wants to act, or `leverancier`
  /// @param push where reports of acute danger can be brought, if there is such an address
  /// @param contact whom to reach there
  public record Wish(
      Oin oin, String name, List<String> roles, Optional<URI> push, Contact contact) {
    /// Copies its list.
    public Wish {
      roles = List.copyOf(roles);
    }
  }

  /// Makes what is missing in this folder, and the application.
  ///
  /// @return the application, as Sluis will read it
  /// @throws ApplicationFault with everything for which Sluis would not take it; keys that were
  ///   made stay
  /// @throws IOException when the folder cannot be read or written
  public Application make(Path folder, Wish wish) throws IOException, ApplicationFault {
    var files = PartnerFiles.in(folder);
    var request = request(files, wish);
    var signing = key(files, PartnerFiles.SIGNING, JWSAlgorithm.ES256, KeyUse.SIGNATURE);
    var encryption =
        key(files, PartnerFiles.ENCRYPTION, JWEAlgorithm.ECDH_ES_A256KW, KeyUse.ENCRYPTION);
    var now = clock.instant();
    var text = application(wish, signing, encryption, request, now);
    var made = Application.read(text, now);
    files.replace(PartnerFiles.VOUCHED, made.encryption() + "\n");
    files.replace(PartnerFiles.APPLICATION, text + "\n");
    return made;
  }

  /// Makes the next signing key beside the one in this folder, and the statement that announces it.
  ///
  /// @param overlap how long both count, at least
  /// @throws ApplicationFault when there is no signing key here, or a next one was made before
  /// @throws IOException when the folder cannot be read or written
  public Announced next(Path folder, Oin oin, Duration overlap)
      throws IOException, ApplicationFault {
    var files = PartnerFiles.in(folder);
    if (!files.has(PartnerFiles.SIGNING) || files.has(PartnerFiles.NEXT)) {
      throw new ApplicationFault(
          List.of(
              files.has(PartnerFiles.NEXT)
                  ? "`ondertekening.nieuw.jwk.json` is er al. Neem hem eerst in gebruik: zet hem op"
                      + " de plaats van `ondertekening.jwk.json` zodra Sluis hem kent."
                  : "`ondertekening.jwk.json` is er niet. Doe eerst `./sluis partner aanmelden`."));
    }
    var old = key(files, PartnerFiles.SIGNING, JWSAlgorithm.ES256, KeyUse.SIGNATURE);
    var next = newKey(JWSAlgorithm.ES256, KeyUse.SIGNATURE);
    var now = clock.instant();
    var text = announcement(oin, old, next, now, overlap);
    try {
      var made = Announced.read(text, (_, _) -> Optional.of(old.toPublicJWK()), now);
      files.writeNew(PartnerFiles.NEXT, next.toJSONString() + "\n");
      files.replace(PartnerFiles.ANNOUNCEMENT, text + "\n");
      return made;
    } catch (JwsFault fault) {
      throw new ApplicationFault(
          List.of("Zo neemt Sluis de nieuwe sleutel niet aan: " + fault.getMessage() + "."));
    }
  }

  private String announcement(Oin oin, ECKey old, ECKey next, Instant now, Duration overlap) {
    var jti = fresh();
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", oin.value()).put("jti", jti);
    claims.set("sleutel", publicHalf(next));
    claims.put("geldigVanaf", seconds(now)).put("vervangt", old.getKeyID());
    claims.put("vervangtTot", seconds(now.plus(overlap)));
    claims.put("bezit", possessed(oin, next, jti));
    return sign(old, Announced.TYP, claims);
  }

  private String application(
      Wish wish, ECKey signing, ECKey encryption, CertificateRequest request, Instant now) {
    var jti = fresh();
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", wish.oin().value()).put("jti", jti).put("op", seconds(now));
    var partner = claims.putObject("partner");
    partner.put("naam", wish.name()).put("oin", wish.oin().value());
    partner.putObject("sleutels").putArray("keys").add(publicHalf(signing));
    wish.push().ifPresent(address -> partner.put("pushEndpoint", address.toString()));
    var roles = claims.putArray("rollen");
    wish.roles().forEach(roles::add);
    claims.set("contact", wish.contact().json());
    claims.put("versleuteling", vouched(wish.oin(), signing, encryption, now));
    claims.put("bezit", possessed(wish.oin(), encryption, jti));
    claims.put("certificaatverzoek", request.base64());
    return sign(signing, Application.TYP, claims);
  }

  private String vouched(Oin oin, ECKey signing, ECKey encryption, Instant now) {
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", oin.value()).put("jti", fresh());
    claims.set("sleutel", publicHalf(encryption));
    claims.put("geldigVanaf", seconds(now)).put("geldigTot", seconds(now.plus(ENCRYPTION_LIFE)));
    return sign(signing, EncryptionKeyDirectory.TYP, claims);
  }

  /// That its owner has this key. Of a key that opens what is sealed it is all that it ever signs.
  private static String possessed(Oin oin, ECKey encryption, String jti) {
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", oin.value()).put("jti", jti).put("kid", encryption.getKeyID());
    return sign(
        new ECKey.Builder(encryption).keyUse(null).algorithm(JWSAlgorithm.ES256).build(),
        Application.PROOF_TYP,
        claims);
  }

  private static CertificateRequest request(PartnerFiles files, Wish wish)
      throws IOException, ApplicationFault {
    if (files.has(PartnerFiles.TLS_REQUEST)) {
      return CertificateRequest.read(
          files.read(PartnerFiles.TLS_REQUEST).replaceAll("-----[^-]*-----|\\s", ""));
    }
    if (files.has(PartnerFiles.TLS_KEY)) {
      throw new ApplicationFault(
          List.of(
              "`tls.key.pem` is er al en `tls.csr.pem` niet. Maak de aanvraag zelf, met `openssl"
                  + " req -new -key tls.key.pem -out tls.csr.pem`, of kies een lege map."));
    }
    var key = newKey(JWSAlgorithm.ES256, KeyUse.SIGNATURE);
    var request = CertificateRequest.of(wish.oin(), wish.name(), pair(key));
    files.writeNew(PartnerFiles.TLS_KEY, pem(key));
    files.replace(PartnerFiles.TLS_REQUEST, request.pem());
    return request;
  }

  private static ECKey key(PartnerFiles files, String name, Algorithm algorithm, KeyUse use)
      throws IOException, ApplicationFault {
    if (!files.has(name)) {
      var made = newKey(algorithm, use);
      files.writeNew(name, made.toJSONString() + "\n");
      return made;
    }
    try {
      var key = ECKey.parse(files.read(name));
      if (key.isPrivate() && key.getKeyID() != null && algorithm.equals(key.getAlgorithm())) {
        return key;
      }
    } catch (ParseException _) {
      // Told below: what is in the file is a secret.
    }
    throw new ApplicationFault(
        List.of(
            "`"
                + name
                + "` is er al en is geen private sleutel (P-256) met `kid` en `alg`. Zet hem zelf"
                + " weg, of kies een lege map."));
  }

  private static ECKey newKey(Algorithm algorithm, KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .algorithm(algorithm)
          .keyUse(use)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  private static KeyPair pair(ECKey key) {
    try {
      return key.toKeyPair();
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made is whole", e);
    }
  }

  private static String pem(ECKey key) {
    var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PRIVATE KEY-----\n"
        + encoder.encodeToString(pair(key).getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static ObjectNode publicHalf(ECKey key) {
    try {
      return (ObjectNode) JSON.readTree(key.toPublicJWK().toJSONString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JWK is JSON", e);
    }
  }

  private static String sign(ECKey key, String type, ObjectNode claims) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    var jws = new JWSObject(header, new Payload(claims.toString()));
    try {
      jws.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a private key on P-256 signs", e);
    }
    return jws.serialize();
  }

  private String fresh() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  private static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
