package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// Every public key that this partner ever saw: of those who signed, by organisation and name, and
/// of Sluis. A name that once stood for a key never stands for another.
///
/// One file, for one process at a time; nothing in it is secret. Thread-safe.
public final class Known {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SIGNERS = "ondertekenaars";
  private static final String SLUIS = "sluis";

  private final Path file;
  private final ObjectNode whole;

  private Known(Path file, ObjectNode whole) {
    this.file = file;
    this.whole = whole;
  }

  /// Reads what was remembered in this file, which need not be there yet.
  public static Known in(Path file) throws IOException {
    return new Known(
        file,
        Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode read
            ? read
            : JSON.createObjectNode());
  }

  /// The key of this signer, whenever it was seen.
  public synchronized Optional<JWK> signer(Oin oin, String kid) {
    return key(whole.path(SIGNERS).path(oin.value()).path(kid));
  }

  /// Remembers a key of a signer.
  ///
  /// @return false when that name stood for another key before; then nothing is remembered
  public synchronized boolean meet(Oin oin, JWK key) {
    var before = signer(oin, key.getKeyID());
    if (before.isPresent()) {
      return same(before.get(), key);
    }
    whole.withObject("/" + SIGNERS).withObject("/" + oin).set(key.getKeyID(), json(key));
    return true;
  }

  /// The keys of Sluis for this use, as they were last published.
  public synchronized List<ECKey> sluis(String use) {
    var keys = new ArrayList<ECKey>();
    for (var each : whole.path(SLUIS)) {
      if (each.path("gebruik").asText().equals(use) && key(each).orElse(null) instanceof ECKey ec) {
        keys.add(ec);
      }
    }
    return keys;
  }

  /// Remembers what Sluis publishes; a key that is published no longer stays, for what is old.
  public synchronized void meetSluis(JsonNode published) {
    var all = JSON.createArrayNode();
    published.forEach(all::add);
    for (var each : whole.path(SLUIS)) {
      boolean named = false;
      for (var other : published) {
        named |= other.path("kid").equals(each.path("kid"));
      }
      if (!named) {
        all.add(each);
      }
    }
    whole.set(SLUIS, all);
  }

  /// Writes down what was learnt.
  public synchronized void save() throws IOException {
    Drawer.replace(file, whole.toPrettyString());
  }

  private static boolean same(JWK one, JWK other) {
    try {
      return one.computeThumbprint().equals(other.computeThumbprint());
    } catch (JOSEException e) {
      return false;
    }
  }

  private static JsonNode json(JWK key) {
    return JSON.valueToTree(key.toPublicJWK().toJSONObject());
  }

  private static Optional<JWK> key(JsonNode node) {
    try {
      return node.isObject() ? Optional.of(JWK.parse(node.toString())) : Optional.empty();
    } catch (ParseException _) {
      return Optional.empty();
    }
  }
}
