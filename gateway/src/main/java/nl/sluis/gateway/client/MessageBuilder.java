package nl.sluis.gateway.client;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.message.Base64Url;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Makes messages in the profile of Sluis for one signer (RFC 9901 section 4).
///
/// May be shared between threads; a [Draft] may not.
public final class MessageBuilder {
  private final Oin signer;
  private final Signer key;
  private final Oin sluis;
  private final SigningKeys<ECKey> bindingKeys;
  private final SecureRandom random;
  private final InstantSource clock;

  /// @param signer who signs: the sender itself, or the supplier that acts for it
  /// @param key the signer's private key, with its registered `kid`; P-256 or RSA
  /// @param sluis to whom messages are addressed
  /// @param bindingKey the public key with which Sluis binds what it releases
  public MessageBuilder(
      Oin signer, JWK key, Oin sluis, ECKey bindingKey, SecureRandom random, InstantSource clock) {
    this(signer, key, sluis, SigningKeys.of(List.of(bindingKey)), random, clock);
  }

  /// @param signer who signs: the sender itself, or the supplier that acts for it
  /// @param key the signer's private key, with its registered `kid`; P-256 or RSA
  /// @param sluis to whom messages are addressed
  /// @param bindingKeys the keys with which Sluis binds what it releases, such as [SluisKeys]
  public MessageBuilder(
      Oin signer,
      JWK key,
      Oin sluis,
      SigningKeys<ECKey> bindingKeys,
      SecureRandom random,
      InstantSource clock) {
    this.signer = signer;
    this.key = new Signer(key);
    this.sluis = sluis;
    this.bindingKeys = bindingKeys;
    this.random = random;
    this.clock = clock;
  }

  /// Starts a message; nothing is disclosed until it is added.
  public Draft draft(Purpose purpose, PartyRole from, PartyRole to) {
    return new Draft(this, purpose, from, to);
  }

  String fresh() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  String decoy() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  Oin signer() {
    return signer;
  }

  Signer key() {
    return key;
  }

  Oin sluis() {
    return sluis;
  }

  ECKey bindingKey() {
    return bindingKeys.current().toPublicJWK();
  }

  InstantSource clock() {
    return clock;
  }
}
