package nl.sluis.gateway.aflevering;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.terms.Oin;

/// What a receiver signed of a parcel that was brought to it: that it got exactly these bytes.
///
/// It holds no content and no child: a digest, and the number of the parcel. Immutable.
///
/// @param text the compact JWS (RFC 7515), byte for byte, by a registered key of the receiver or of
///   who runs its system
record SignedReceipt(String text) {
  /// The `typ` in its header.
  static final String TYPE = "sluis-ontvangst+jwt";

  private static final Set<String> CLAIMS = Set.of("iss", "jti", "op", "pakket", "digest");
  private static final Duration SKEW = Duration.ofMinutes(5);

  /// What was brought.
  ///
  /// @param parcel which parcel
  /// @param server whose certificate was shown at the door
  /// @param body the bytes that went over the line this time
  @SuppressWarnings("ArrayRecordComponent") // what was sent just now; compared by nobody
  record Brought(ParcelRow parcel, Oin server, byte[] body) {
    private boolean isTo(Oin signer) {
      return signer.equals(server) || signer.equals(parcel.receiver().oin());
    }

    private String digest() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("SHA-256 is part of every JDK", e);
      }
    }
  }

  /// Reads and checks a receipt.
  ///
  /// @param keys the registered keys of partners
  /// @throws LineFault when it confirms nothing: not in form, not signed by this receiver, of
  ///   another parcel or other bytes, or of a moment to come
  static SignedReceipt read(String text, Brought brought, SenderKeys keys, Instant now)
      throws LineFault {
    refuseOtherForm(text);
    var receipt = signed(text, keys);
    if (!brought.isTo(receipt.signer())) {
      throw new LineFault("ontvangst-niet-getekend");
    }
    try {
      var _ = receipt.jti();
      if (receipt.instant("op").isAfter(now.plus(SKEW))) {
        throw new LineFault("ontvangst-tijd");
      }
      if (!receipt.text("pakket").equals(brought.parcel().id().toString())) {
        throw new LineFault("ontvangst-ander-pakket");
      }
      if (!receipt.text("digest").equals(brought.digest())) {
        throw new LineFault("ontvangst-andere-inhoud");
      }
    } catch (JwsFault fault) {
      throw new LineFault("ontvangst-onleesbaar", fault);
    }
    return new SignedReceipt(text);
  }

  private static SignedStatement signed(String text, SenderKeys keys) throws LineFault {
    try {
      return SignedStatement.verify(text, TYPE, CLAIMS, keys);
    } catch (JwsFault fault) {
      throw new LineFault("ontvangst-niet-getekend", fault);
    }
  }

  /// Whatever is left after this is a matter of who signed what.
  private static void refuseOtherForm(String text) throws LineFault {
    try {
      var jws = CompactJws.parse(text, AnswerReader.LONGEST_RECEIPT);
      var names = new HashSet<String>();
      jws.payload().fieldNames().forEachRemaining(names::add);
      if (!jws.typ().equals(TYPE) || !names.equals(CLAIMS)) {
        throw new LineFault("ontvangst-onleesbaar");
      }
      for (var claim : CLAIMS) {
        var _ = jws.text(claim);
      }
    } catch (JwsFault fault) {
      throw new LineFault("ontvangst-onleesbaar", fault);
    }
  }
}
