package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.message.FaultCode;
import nl.sluis.gateway.message.HandedOver;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SealedCheck;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.message.StrictJson;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;

/// Opens what Sluis hands over, and believes nothing of it before all of it is proved.
///
/// May be shared between threads.
public final class Opener {
  private static final StrictJson CONTENT = StrictJson.BODIES;

  private final Oin receiver;
  private final List<ECKey> keys;
  private final MessageVerifier verifier;
  private final SealedCheck sealedCheck;
  private final SenderKeys senders;
  private final InstantSource clock;

  /// @param receiver who opens
  /// @param keys the private keys for which senders seal, with their `kid`; empty when none do
  /// @param sluis who released the message
  /// @param bindingKeys the public keys with which Sluis binds what it releases
  /// @param senders the keys of the senders
  public Opener(
      Oin receiver,
      List<ECKey> keys,
      Oin sluis,
      List<ECKey> bindingKeys,
      SenderKeys senders,
      InstantSource clock) {
    this(receiver, keys, sluis, SigningKeys.of(bindingKeys), senders, clock);
  }

  /// @param receiver who opens
  /// @param keys the private keys for which senders seal, with their `kid`; empty when none do
  /// @param sluis who released the message
  /// @param bindingKeys the keys with which Sluis binds what it releases, such as [SluisKeys]
  /// @param senders the keys of the senders
  public Opener(
      Oin receiver,
      List<ECKey> keys,
      Oin sluis,
      SigningKeys<ECKey> bindingKeys,
      SenderKeys senders,
      InstantSource clock) {
    this.receiver = receiver;
    this.keys = List.copyOf(keys);
    this.verifier = new MessageVerifier(sluis, bindingKeys);
    this.sealedCheck = new SealedCheck((oin, kid) -> key(kid));
    this.senders = senders;
    this.clock = clock;
  }

  /// What was received, in the clear.
  ///
  /// @param proved the proved message, sealed categories still sealed
  /// @param categories every category, opened
  public record Opened(HandedOver proved, Map<DataCategory, ObjectNode> categories) {
    /// The message as its sender signed it.
    public SignedMessage message() {
      return proved.message();
    }

    /// Tells which categories, never what is in them.
    @Override
    public String toString() {
      return "Opened" + categories.keySet();
    }
  }

  /// Opens a hand-over.
  ///
  /// @param inLogbook says whether a leaf is proved to stand in the logbook, by the receipt
  public Opened open(String handOver, Predicate<byte[]> inLogbook) throws MessageFault {
    return open(
        verifier.verifyHandOver(bytes(handOver), senders, receiver, clock.instant()), inLogbook);
  }

  /// Opens a hand-over that was kept, whenever it was bound.
  ///
  /// @param inLogbook says whether a leaf is proved to stand in the logbook, by the receipt
  public Opened openKept(String handOver, Predicate<byte[]> inLogbook) throws MessageFault {
    return open(verifier.verifyHandOverAtAnyTime(bytes(handOver), senders, receiver), inLogbook);
  }

  private static byte[] bytes(String handOver) {
    return handOver.getBytes(StandardCharsets.UTF_8);
  }

  private Opened open(HandedOver proved, Predicate<byte[]> inLogbook) throws MessageFault {
    if (!inLogbook.test(proved.leafHash())) {
      throw new MessageFault(FaultCode.SLEUTELBINDING_NIET_IN_LOGBOEK);
    }
    var message = proved.message();
    sealedCheck.check(message);
    var categories = new LinkedHashMap<DataCategory, ObjectNode>();
    for (var disclosed : message.disclosed().entrySet()) {
      var category = DataCategory.of(disclosed.getKey());
      if (category.isEmpty()) {
        continue;
      }
      categories.put(
          category.get(),
          disclosed.getValue() instanceof ObjectNode readable
              ? readable
              : unseal(category.get(), disclosed.getValue().asText()));
    }
    return new Opened(proved, categories);
  }

  private ObjectNode unseal(DataCategory category, String jwe) throws MessageFault {
    try {
      var parsed = JWEObject.parse(jwe);
      var key = key(parsed.getHeader().getKeyID());
      if (key.isPresent()) {
        parsed.decrypt(decrypter(key.get()));
        return CONTENT.object(parsed.getPayload().toBytes());
      }
    } catch (ParseException | JOSEException e) {
      throw new MessageFault(FaultCode.VERZEGELING_NIET_TE_OPENEN, category.name());
    }
    throw new MessageFault(FaultCode.VERZEGELING_SLEUTEL_ONBEKEND, category.name());
  }

  /// A key that never leaves its token agrees there (PKCS#11, `CKM_ECDH1_DERIVE`).
  private static ECDHDecrypter decrypter(ECKey key) throws JOSEException {
    return key.getD() == null
        ? new ECDHDecrypter(key.toPrivateKey(), Set.of(), key.getCurve())
        : new ECDHDecrypter(key);
  }

  private Optional<ECKey> key(String kid) {
    return keys.stream().filter(key -> kid.equals(key.getKeyID())).findFirst();
  }
}
