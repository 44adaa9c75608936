package nl.sluis.gateway.message;

import com.nimbusds.jose.jwk.ECKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.keys.SigningKeys;

/// The binding keys of Sluis by the point that messages name; follows what Sluis takes up and lays
/// down. May be shared between threads.
final class BindingKeys {
  private final SigningKeys<ECKey> keys;
  private volatile Seen seen = new Seen(List.of(), List.of(), Map.of(), Map.of());

  private record Seen(
      List<ECKey> ofKnown,
      List<ECKey> ofOpen,
      Map<BindingKey, ECKey> known,
      Map<BindingKey, ECKey> open) {}

  BindingKeys(SigningKeys<ECKey> keys) {
    this.keys = keys;
  }

  /// The key that is not destroyed yet.
  Optional<ECKey> known(BindingKey named) {
    if (!current().known().containsKey(named)) {
      keys.lookAgain();
    }
    return Optional.ofNullable(current().known().get(named));
  }

  /// Whether a message that is handed in now may name it.
  boolean isOpen(BindingKey named) {
    return known(named).isPresent() && current().open().containsKey(named);
  }

  @SuppressWarnings("ReferenceEquality") // the same lists until a key is replaced
  private Seen current() {
    var known = keys.known();
    var open = keys.open();
    var now = seen;
    if (now.ofKnown() != known || now.ofOpen() != open) {
      now = new Seen(known, open, byPoint(known), byPoint(open));
      seen = now;
    }
    return now;
  }

  private static Map<BindingKey, ECKey> byPoint(List<ECKey> keys) {
    var byPoint = new HashMap<BindingKey, ECKey>();
    keys.forEach(key -> byPoint.put(BindingKey.of(key), key));
    return byPoint;
  }
}
