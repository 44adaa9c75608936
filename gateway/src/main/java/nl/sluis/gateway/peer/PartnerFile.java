package nl.sluis.gateway.peer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// Reads `partners/<oin>.json`: `naam`, `oin`, `sleutels` (a JWK set) and perhaps `pushEndpoint`
/// and `aflevering` (`wijze`: `pull` or `push`, and for push `adres` and perhaps `bij`).
///
/// Strict, because a misread key is a forged signature: unknown names, private keys, weak keys and
/// keys without an algorithm are faults.
final class PartnerFile {
  private static final Set<String> NAMES =
      Set.of("naam", "oin", "sleutels", "pushEndpoint", "aflevering");
  private static final Set<String> OF_DELIVERY = Set.of("wijze", "adres", "bij");
  private static final int MAX_KEYS = 20;
  private static final int MIN_RSA_BITS = 2048;
  private static final long MAX_BYTES = 64L << 10;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PartnerFile() {}

  /// @throws IllegalArgumentException naming what is wrong in the file
  static Partner read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException("larger than " + MAX_BYTES + " bytes");
      }
      var partner = partner(JSON.readTree(Files.readAllBytes(file)));
      if (!file.getFileName().toString().equals(partner.oin() + ".json")) {
        throw new IllegalArgumentException("`oin` is not the name of the file");
      }
      return partner;
    } catch (IOException e) {
      throw new IllegalArgumentException("not readable as JSON", e);
    }
  }

  /// The same from a text that stands in no file.
  ///
  /// @throws IllegalArgumentException naming what is wrong in the text
  static Partner parse(String text) {
    if (text.length() > MAX_BYTES) {
      throw new IllegalArgumentException("larger than " + MAX_BYTES + " bytes");
    }
    try {
      return partner(JSON.readTree(text));
    } catch (IOException e) {
      throw new IllegalArgumentException("not readable as JSON", e);
    }
  }

  private static Partner partner(JsonNode root) {
    refuseUnknown(root, NAMES);
    var oin = text(root, "oin");
    if (!Oin.isOin(oin)) {
      throw new IllegalArgumentException("`oin` is not an OIN");
    }
    var push =
        Optional.ofNullable(root.get("pushEndpoint")).map(n -> https("pushEndpoint", n.asText()));
    return new Partner(
        new Oin(oin),
        text(root, "naam"),
        keys(root.path("sleutels")),
        push,
        delivery(new Oin(oin), root.get("aflevering")));
  }

  private static void refuseUnknown(JsonNode root, Set<String> known) {
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown name `" + name + "`");
              }
            });
  }

  private static Delivery delivery(Oin own, @Nullable JsonNode said) {
    if (said == null) {
      return new Delivery.Pull();
    }
    refuseUnknown(said, OF_DELIVERY);
    return switch (text(said, "wijze")) {
      case "pull" -> {
        if (said.size() > 1) {
          throw new IllegalArgumentException("`aflevering` by `pull` has no address");
        }
        yield new Delivery.Pull();
      }
      case "push" ->
          new Delivery.Push(
              https("aflevering.adres", text(said, "adres")),
              said.has("bij") ? at(text(said, "bij")) : own);
      default -> throw new IllegalArgumentException("`wijze` is neither `pull` nor `push`");
    };
  }

  private static Oin at(String text) {
    if (!Oin.isOin(text)) {
      throw new IllegalArgumentException("`aflevering.bij` is not an OIN");
    }
    return new Oin(text);
  }

  private static String text(JsonNode root, String name) {
    var value = root.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException("`" + name + "` is missing");
    }
    return value.asText();
  }

  private static URI https(String name, String text) {
    var uri = URI.create(text);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException("`" + name + "` is not an https address");
    }
    return uri;
  }

  private static Map<String, JWK> keys(JsonNode set) {
    try {
      var keys = new HashMap<String, JWK>();
      for (var key : JWKSet.parse(set.toString()).getKeys()) {
        if (key.getKeyID() == null || keys.put(key.getKeyID(), accepted(key)) != null) {
          throw new IllegalArgumentException("a key has no `kid`, or two keys have the same");
        }
      }
      if (keys.isEmpty() || keys.size() > MAX_KEYS) {
        throw new IllegalArgumentException("`sleutels` holds no key, or more than " + MAX_KEYS);
      }
      return keys;
    } catch (ParseException e) {
      throw new IllegalArgumentException("`sleutels` is not a JWK set", e);
    }
  }

  /// A public key with which an organisation may sign.
  ///
  /// @throws IllegalArgumentException when it is a private one, weak, or without algorithm
  static JWK accepted(JWK key) {
    if (key.isPrivate()) {
      throw new IllegalArgumentException("`" + key.getKeyID() + "` is a private key; remove it");
    }
    var fits =
        switch (key) {
          case ECKey ec ->
              JWSAlgorithm.ES256.equals(ec.getAlgorithm()) && Curve.P_256.equals(ec.getCurve());
          case RSAKey rsa ->
              JWSAlgorithm.PS256.equals(rsa.getAlgorithm()) && rsa.size() >= MIN_RSA_BITS;
          default -> false;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "`" + key.getKeyID() + "` is neither ES256 on P-256 nor PS256 of 2048 bits and more");
    }
    return key;
  }
}
