package nl.sluis.gateway.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;

/// Proof that an organisation signed this statement with a key it registered, or with the key of
/// its certificate.
///
/// Immutable; may be shared between threads.
public final class SignedStatement {
  private static final int MAX_LENGTH = 16_384;

  private final CompactJws jws;
  private final Oin signer;

  private SignedStatement(CompactJws jws, Oin signer) {
    this.jws = jws;
    this.signer = signer;
  }

  /// Reads and checks a statement.
  ///
  /// @param typ the type that the header must state, so that one statement never passes for another
  /// @param names all claims it may and must have
  public static SignedStatement verify(String text, String typ, Set<String> names, SenderKeys keys)
      throws JwsFault {
    var jws = CompactJws.parse(text, MAX_LENGTH);
    refuseOtherForm(jws, typ, names);
    var signer = oin(jws.text("iss"), "iss");
    var key = keys.key(signer, jws.kid());
    jws.verifyWith(key.orElseThrow(() -> new JwsFault("the signer has no such key registered")));
    return new SignedStatement(jws, signer);
  }

  /// A statement that its signer made with the key of its certificate.
  ///
  /// @param statement what is stated
  /// @param peer whose certificate, proven at this instant
  public record Certified(SignedStatement statement, Peer peer) {}

  /// Reads and checks a statement that is signed with the key of the certificate that it carries:
  /// of an authority we trust, valid and not revoked now, and of the organisation it is from.
  ///
  /// @param typ the type that the header must state, so that one statement never passes for another
  /// @param names all claims it may and must have
  public static Certified certified(
      String text, String typ, Set<String> names, PeerCheck peers, Instant now) throws JwsFault {
    var jws = CompactJws.parseCertified(text, MAX_LENGTH);
    refuseOtherForm(jws, typ, names);
    var signer = oin(jws.text("iss"), "iss");
    var chain = jws.chain();
    try {
      var peer = peers.check(chain, now);
      if (!peer.oin().equals(signer)) {
        throw new JwsFault("the certificate is not of the organisation in `iss`");
      }
      jws.verifyWith(chain.getFirst());
      return new Certified(new SignedStatement(jws, signer), peer);
    } catch (PeerFault fault) {
      throw new JwsFault(fault.code() + ": " + fault.explanation() + " " + fault.remedy());
    }
  }

  private static void refuseOtherForm(CompactJws jws, String typ, Set<String> names)
      throws JwsFault {
    if (!jws.typ().equals(typ)) {
      throw new JwsFault("`typ` is not `" + typ + "`");
    }
    var found = new LinkedHashSet<String>();
    jws.payload().fieldNames().forEachRemaining(found::add);
    if (!found.equals(names)) {
      throw new JwsFault("the claims are not exactly " + names);
    }
  }

  /// Who signed.
  public Oin signer() {
    return signer;
  }

  /// A text.
  public String text(String claim) throws JwsFault {
    return jws.text(claim);
  }

  /// The replay key: letters, digits, `-` and `_`, at least 128 bits.
  public String jti() throws JwsFault {
    var jti = jws.text("jti");
    if (!jti.matches("[A-Za-z0-9_-]{22,64}")) {
      throw new JwsFault("`jti` is not 22 to 64 base64url characters");
    }
    return jti;
  }

  Oin oin(String claim) throws JwsFault {
    return oin(jws.text(claim), claim);
  }

  private static Oin oin(String text, String claim) throws JwsFault {
    if (!Oin.isOin(text)) {
      throw new JwsFault("`" + claim + "` is not an OIN");
    }
    return new Oin(text);
  }

  /// A time with offset.
  public Instant instant(String claim) throws JwsFault {
    try {
      return OffsetDateTime.parse(jws.text(claim)).toInstant();
    } catch (DateTimeException e) {
      throw new JwsFault("`" + claim + "` is not a time with offset");
    }
  }

  /// A claim as it stands there; missing when it is not there.
  public JsonNode value(String claim) {
    return jws.payload().path(claim);
  }

  /// A list of different texts, at least one and at most forty.
  Set<String> texts(String claim) throws JwsFault {
    var texts = new LinkedHashSet<String>();
    var list = value(claim);
    for (var item : list) {
      if (!item.isTextual() || !texts.add(item.asText())) {
        throw new JwsFault("`" + claim + "` holds something else than different texts");
      }
    }
    if (!list.isArray() || texts.isEmpty() || texts.size() > 40) {
      throw new JwsFault("`" + claim + "` is no list of 1 to 40 texts");
    }
    return texts;
  }
}
