package nl.sluis.gateway.fsc;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;

/// By which grant a request crosses: the one of the contract that follows from the convenant, the
/// two peers and the key with which one of them calls.
///
/// What was made is remembered, as far as it fits. May be shared between threads.
public final class Grants {
  /// What partners call at Sluis.
  public static final String EXCHANGE = "sluis-uitwisseling";

  /// What Sluis calls at a receiver, or what a receiver has Sluis hold ready for it.
  public static final String RECEIPT = "sluis-ontvangst";

  private static final int MOST = 4_096;

  private final CurrentLaw law;
  private final Oin sluis;
  private final String group;
  private final String key;
  private final Map<Asked, String> known = new ConcurrentHashMap<>();

  private record Asked(String digest, Connection connection) {}

  /// @param law which convenanten there are
  /// @param sluis Sluis' own number
  /// @param group the name of the group of FSC
  /// @param key the SHA-256 of the public key with which Sluis calls others, in hexadecimal
  public Grants(CurrentLaw law, Oin sluis, String group, String key) {
    this.law = law;
    this.sluis = sluis;
    this.group = group;
    this.key = key;
  }

  /// Sluis' own number.
  Oin sluis() {
    return sluis;
  }

  /// The hash of the grant by which a partner calls Sluis.
  ///
  /// @param caller the partner
  /// @param callersKey the SHA-256 of the public key of its certificate, in hexadecimal
  /// @param behalf for whom it acts by mandate; empty when for itself
  /// @param digest the version of the convenant that decided; empty when none did
  String incoming(
      Oin caller, String callersKey, Optional<Oin> behalf, Optional<String> digest, Instant at) {
    var connection = new Connection(caller, callersKey, behalf, sluis, EXCHANGE, Optional.empty());
    return hash(convenant(caller, digest, at), connection);
  }

  /// The hash of the grant by which Sluis hands over what a sender sent.
  ///
  /// @param receiver to whom it is handed
  /// @param behalf for whom that one takes it by mandate; empty when for itself
  String outgoing(
      Oin sender, Oin receiver, Optional<Oin> behalf, Optional<String> digest, Instant at) {
    var connection = new Connection(sluis, key, Optional.of(sender), receiver, RECEIPT, behalf);
    return hash(convenant(receiver, digest, at), connection);
  }

  private String hash(Convenant convenant, Connection connection) {
    var asked = new Asked(convenant.digest(), connection);
    var found = known.get(asked);
    if (found == null) {
      found = Contract.of(convenant, group, connection).grantHashes().getFirst();
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(asked, found);
    }
    return found;
  }

  /// The version that decided; where nothing was decided, the first in force that knows the peer,
  /// or else the first there is.
  private Convenant convenant(Oin peer, Optional<String> digest, Instant at) {
    var now = law.now();
    return digest
        .flatMap(now.shelf()::cited)
        .or(
            () ->
                now.inForce(at).stream().filter(one -> one.parties().containsKey(peer)).findFirst())
        .or(() -> now.inForce(at).stream().findFirst())
        .orElseGet(() -> now.shelf().versions().getFirst());
  }
}
