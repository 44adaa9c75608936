package nl.sluis.gateway.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The keys for one use as the vault has them, of which the published history says which one signs.
///
/// What comes in is held against every key in the vault, and only what goes out waits for the
/// history: a gateway that cannot see the database knows a new key as soon as others make it, and
/// signs with no key of which others cannot know. Thread-safe.
///
/// @param <K> a key, or what signs with it
public final class UseKeys<K> implements SigningKeys<K> {
  private final KeyVault vault;
  private final KeyUse use;
  private final InstantSource clock;
  private final Function<KeyPair, K> maker;
  private final Function<K, String> kid;
  private volatile Seen<K> seen;

  private record Held<K>(int number, K key) {}

  private record Seen<K>(
      List<UsePeriod> periods, List<Held<K>> held, List<K> known, List<K> open) {}

  /// @param maker makes a key of a pair
  /// @param kid the thumbprint of a key
  public UseKeys(
      KeyVault vault,
      KeyUse use,
      InstantSource clock,
      Function<KeyPair, K> maker,
      Function<K, String> kid) {
    this.vault = vault;
    this.use = use;
    this.clock = clock;
    this.maker = maker;
    this.kid = kid;
    this.seen = new Seen<>(List.of(), List.of(), List.of(), List.of());
    if (vault.signingKeyNumbers(use).isEmpty()) {
      var _ = vault.signingKey(use, 1);
    }
    follow(List.of());
  }

  /// P-256 keys of a use, named by their thumbprints (RFC 7638).
  public static UseKeys<ECKey> ec(KeyVault vault, KeyUse use, InstantSource clock) {
    return new UseKeys<>(vault, use, clock, UseKeys::jwk, ECKey::getKeyID);
  }

  /// A P-256 pair as a key that is named by its thumbprint.
  public static ECKey jwk(KeyPair pair) {
    try {
      return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("a P-256 key has a thumbprint", e);
    }
  }

  /// Takes over what the history says, and what the vault has.
  public synchronized void follow(List<UsePeriod> periods) {
    var before = seen;
    var numbers = vault.signingKeyNumbers(use);
    if (periods.equals(before.periods())
        && numbers.equals(before.held().stream().map(Held::number).toList())) {
      return;
    }
    var held = new ArrayList<Held<K>>();
    for (var number : numbers) {
      held.add(held(number, before));
    }
    var known = held.stream().map(Held::key).toList();
    var open = held.stream().filter(one -> !isEnded(one.number(), periods)).map(Held::key).toList();
    seen = new Seen<>(List.copyOf(periods), List.copyOf(held), known, open);
  }

  private Held<K> held(int number, Seen<K> before) {
    return before.held().stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseGet(() -> new Held<>(number, maker.apply(vault.signingKey(use, number))));
  }

  private static boolean isEnded(int number, List<UsePeriod> periods) {
    return periods.stream()
        .anyMatch(period -> period.number() == number && period.until().isPresent());
  }

  @Override
  public K current() {
    var now = clock.instant();
    var all = seen;
    if (all.periods().isEmpty()) {
      return all.held().getFirst().key();
    }
    var due =
        all.periods().stream()
            .filter(period -> !period.since().isAfter(now))
            .reduce((_, later) -> later)
            .orElse(all.periods().getFirst());
    return all.held().stream()
        .filter(one -> one.number() == due.number())
        .map(Held::key)
        .filter(key -> kid.apply(key).equals(due.key().getKeyID()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "sleutel %d voor %s is niet in de kluis van deze gateway"
                        .formatted(due.number(), use.word())));
  }

  @Override
  public List<K> known() {
    return seen.known();
  }

  @Override
  public List<K> open() {
    return seen.open();
  }

  @Override
  public void lookAgain() {
    follow(seen.periods());
  }
}
