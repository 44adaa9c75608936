package nl.sluis.dev.wissel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import nl.sluis.gateway.keys.KeyUse;

/// What two gateways publish of the keys with which Sluis signs. Used by one thread.
///
/// @param school who looks it up
record Published(PartnerSystem school) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Whether both gateways know so many keys for each use.
  boolean areKnown(int each) {
    for (int gateway = 0; gateway < 2; gateway++) {
      var keys = keys(gateway);
      for (var use : KeyUse.values()) {
        int count = 0;
        for (var key : keys) {
          count += key.path("gebruik").asText().equals(use.word()) ? 1 : 0;
        }
        if (count != each) {
          return false;
        }
      }
    }
    return true;
  }

  /// When the next key for this use signs.
  Instant since(KeyUse use) {
    return since(List.of(use));
  }

  /// When the next keys sign that are known for a day before.
  Instant daySince() {
    return since(List.of(KeyUse.BINDING, KeyUse.STATEMENT, KeyUse.RECEIPT, KeyUse.LOGIN));
  }

  private Instant since(List<KeyUse> uses) {
    var words = uses.stream().map(KeyUse::word).toList();
    var since = Instant.EPOCH;
    for (var key : keys(0)) {
      if (words.contains(key.path("gebruik").asText())) {
        var from = Instant.parse(key.path("vanaf").asText());
        since = from.isAfter(since) ? from : since;
      }
    }
    return since;
  }

  /// Whether both gateways know that a key for this use has ended.
  boolean isEnded(KeyUse use) {
    for (int gateway = 0; gateway < 2; gateway++) {
      boolean ended = false;
      for (var key : keys(gateway)) {
        ended |= key.path("gebruik").asText().equals(use.word()) && key.has("tot");
      }
      if (!ended) {
        return false;
      }
    }
    return true;
  }

  private JsonNode keys(int gateway) {
    try {
      return JSON.readTree(school.at(gateway).get("/v1/sleutels").join().body()).path("keys");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("er kwam geen JSON", e);
    }
  }
}
