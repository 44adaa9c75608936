package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.EncryptionKey;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.Oin;

/// The address book of Sluis as this partner believes it: a key that it knows by another value is
/// not given, and a key to seal for is only one that its owner signed. One thread.
public final class AddressBook implements SenderKeys {
  private final Map<Oin, Map<String, JWK>> signing;
  private final JsonNode sealing;
  private final Known known;
  private final List<String> changed = new ArrayList<>();

  private AddressBook(Map<Oin, Map<String, JWK>> signing, JsonNode sealing, Known known) {
    this.signing = signing;
    this.sealing = sealing;
    this.known = known;
  }

  /// @param listed the answer of `GET /v1/adresboek`
  /// @param known what was seen before
  public static AddressBook of(JsonNode listed, Known known) {
    var signing = new HashMap<Oin, Map<String, JWK>>();
    for (var each : listed.path("ondertekensleutels")) {
      var oin = each.path("oin").asText();
      try {
        if (Oin.isOin(oin)) {
          var key = JWK.parse(each.path("sleutel").toString());
          signing
              .computeIfAbsent(new Oin(oin), _ -> new HashMap<>())
              .put(each.path("kid").asText(), key);
        }
      } catch (ParseException _) {
        // A key of a kind that this client cannot read signs nothing for it.
      }
    }
    return new AddressBook(signing, listed.path("sleutels"), known);
  }

  @Override
  public Optional<JWK> key(Oin signer, String kid) {
    var key = signing.getOrDefault(signer, Map.of()).get(kid);
    if (key == null || !kid.equals(key.getKeyID())) {
      return Optional.empty();
    }
    if (!known.meet(signer, key)) {
      changed.add(
          "Sluis noemt voor sleutel `%s` van %s een andere sleutel dan eerder."
                  .formatted(kid, signer)
              + " Bel die organisatie, en gebruik tot dan niets dat ermee is getekend.");
      return Optional.empty();
    }
    return Optional.of(key);
  }

  /// What was not believed because it is not what it was; empty when all was.
  public List<String> changed() {
    return List.copyOf(changed);
  }

  /// The key to seal for: of those that the receiver signed, the one in force that started last.
  public Optional<ECKey> sealing(Oin receiver, Instant now) {
    var found = new ArrayList<EncryptionKey>();
    for (var each : sealing) {
      if (each.path("oin").asText().equals(receiver.value())) {
        try {
          found.add(EncryptionKeyDirectory.read(each.path("verklaring").asText(), this));
        } catch (JwsFault _) {
          // Whoever wrote this, it was not the receiver.
        }
      }
    }
    return found.stream()
        .filter(key -> key.owner().equals(receiver) && key.isInForceAt(now))
        .max(Comparator.comparing(EncryptionKey::from))
        .map(EncryptionKey::key);
  }
}
