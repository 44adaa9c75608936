package nl.sluis.gateway.exchange;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.message.FaultCode;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SealedCheck;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.meting.Road;
import nl.sluis.gateway.meting.Stage;
import nl.sluis.gateway.meting.Watch;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.postbus.HandedOver;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// The life of one exchange. Read it from top to bottom; there is no other road to the data.
///
/// Each step returns what it proved, as a type that only that step can make, and the next step
/// cannot begin without it. The numbers are those of `docs/levensloop.md`. May be shared between
/// threads.
public final class Exchange {
  private final MessageVerifier signatures;
  private final SenderKeys senderKeys;
  private final SealedCheck seals;
  private final Identification identification;
  private final Admission admission;
  private final Acceptance acceptance;
  private final AcuteLane acute;
  private final Postbus postbus;
  private final Sequencer sequencer;
  private final Shares shares;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /// @param shares what each partner may ask
  /// @param ids random identifiers of transactions
  public Exchange(
      MessageVerifier signatures,
      SenderKeys senderKeys,
      SealedCheck seals,
      Identification identification,
      Admission admission,
      Acceptance acceptance,
      AcuteLane acute,
      Postbus postbus,
      Sequencer sequencer,
      Shares shares,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.signatures = signatures;
    this.senderKeys = senderKeys;
    this.seals = seals;
    this.identification = identification;
    this.admission = admission;
    this.acceptance = acceptance;
    this.acute = acute;
    this.postbus = postbus;
    this.sequencer = sequencer;
    this.shares = shares;
    this.clock = clock;
    this.ids = ids;
  }

  /// Steps 1 to 5: from a partner's bytes to an answer that is recorded.
  ///
  /// @param partner step 1: the certificate and the token that is bound to it were checked
  /// @throws Refused when the bytes are not a message of this partner; nothing is decided then
  /// @throws nl.sluis.gateway.edge.TooMuch when it is more than this partner's share
  public CompletableFuture<Answer> send(Authenticated partner, byte[] body) throws Refused {
    var ending = new Ending(Watch.current());
    try {
      return decide(partner.peer(), verify(partner.peer(), body), ending);
    } catch (Refused | RuntimeException e) {
      ending.failed(Road.GEEN, e);
      throw e;
    }
  }

  /// The same steps for acute danger to a child, which waits for no token, no seal, no clock and no
  /// database, and is brought to the receiver's door at once (P5, 10.16).
  ///
  /// @param partner step 1: the certificate was checked; a stale revocation list is forgiven
  /// @throws Refused when the bytes are not a message of this partner, or not an acute report
  public Answer sendAcute(PeerCheck.AcutePeer partner, byte[] body) throws Refused {
    var ending = new Ending(Watch.current());
    try {
      var message = verifyAcute(partner.peer(), body);
      Watch.current().lap(Stage.HANDTEKENING);
      var identified = identification.identify(message);
      Watch.current().lap(Stage.VERWIJZING);
      var answer = acute.carry(partner.peer().oin(), identified, ids.get(), body);
      ending.answered(Road.ACUUT, answer);
      return answer;
    } catch (Refused | RuntimeException e) {
      ending.failed(Road.ACUUT, e);
      throw e;
    }
  }

  /// Steps 3 to 5.
  private CompletableFuture<Answer> decide(Peer peer, SignedMessage message, Ending ending) {
    var watch = Watch.current();
    watch.lap(Stage.HANDTEKENING);
    var identified = identification.identify(message);
    watch.lap(Stage.VERWIJZING);
    var admitted = admission.admit(identified, peer.oin(), ids.get(), clock.instant());
    watch.lap(Stage.TOELATING);
    if (!Acute.isAcute(message)) {
      admitted
          .lane()
          .ifPresentOrElse(lane -> shares.take(peer.oin(), lane), () -> shares.take(peer.oin()));
    }
    var road = admitted.lane().map(Road::of).orElse(Road.GEEN);
    var receiver = admitted.question().receiver().oin();
    return sequencer
        .submit(acceptance.of(admitted))
        .whenComplete(
            (answer, failure) -> {
              postbus.bell().ring(receiver);
              if (failure == null) {
                ending.answered(road, answer);
              } else {
                ending.failed(road, failure);
              }
            });
  }

  /// Steps 6 and 7: the disclosure itself. The facts are read again, the row precedes the bytes.
  public CompletableFuture<HandedOver> handOver(Authenticated receiver, ParcelRow parcel) {
    return sequencer.submit(postbus.handOver(receiver.peer().oin(), parcel, clock.instant()));
  }

  /// Step 2: the sender's signature, and that what is sealed is sealed for this receiver.
  private SignedMessage verify(Peer partner, byte[] body) throws Refused {
    SignedMessage message;
    try {
      message = signatures.verify(body, senderKeys, clock.instant());
    } catch (MessageFault fault) {
      shares.take(partner.oin());
      throw refused(partner, fault);
    }
    try {
      if (!Acute.isAcute(message)) {
        seals.check(message);
      }
      return message;
    } catch (MessageFault fault) {
      shares.take(partner.oin());
      throw refused(partner, message.refuse(fault));
    }
  }

  private SignedMessage verifyAcute(Peer partner, byte[] body) throws Refused {
    SignedMessage message;
    try {
      message = signatures.verifyAtAnyTime(body, senderKeys);
    } catch (MessageFault fault) {
      throw refused(partner, fault);
    }
    if (!Acute.isAcute(message)) {
      var fault = new MessageFault(FaultCode.VELD_ONGELDIG, "meldcode.acuut");
      throw refused(partner, message.refuse(fault));
    }
    return message;
  }

  /// Before a proven signature a refusal is a bounded security event; after it, it is a row (10.8).
  private Refused refused(Peer partner, MessageFault fault) {
    if (fault.origin().isPresent()) {
      sequencer.submit(new FaultWork(partner.oin(), fault)).join();
    }
    return new Refused(fault);
  }
}
