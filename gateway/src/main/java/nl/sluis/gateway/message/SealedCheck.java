package nl.sluis.gateway.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;

/// Looks at the outside of what is sealed, for Sluis cannot look inside (RFC 7516, RFC 7518 4.6).
///
/// That the JWE names this message is what stops another sender from wrapping it in his own. May be
/// shared between threads.
public final class SealedCheck {
  private static final Set<String> HEADER =
      Set.of("alg", "enc", "kid", "epk", "iss", "aud", "jti", "cat");
  private static final Set<String> POINT = Set.of("kty", "crv", "x", "y");
  private static final Set<Integer> LENGTHS = Set.of(1 << 10, 1 << 12, 1 << 14, 1 << 16);
  private static final int WRAPPED_KEY = 40;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final ReceiverKeys directory;

  /// @param directory where receivers publish their keys
  public SealedCheck(ReceiverKeys directory) {
    this.directory = directory;
  }

  /// Refuses when a sealed category of this message is not sealed as agreed, for this receiver;
  /// names every one of them.
  public void check(SignedMessage message) throws MessageFault {
    var all = new Gathering();
    for (var category : message.sealed()) {
      var jwe = message.disclosed().get(category.name());
      if (jwe != null) {
        all.check(() -> check(message, category, jwe.asText()));
      }
    }
    all.done();
  }

  private void check(SignedMessage message, DataCategory category, String jwe) throws MessageFault {
    var header = header(category, jwe);
    var to = message.to().oin();
    if (directory.key(to, header.text("kid", 128)).isEmpty()) {
      var why =
          directory.hasKey(to)
              ? FaultCode.VERZEGELING_SLEUTEL_ONBEKEND
              : FaultCode.ONTVANGER_ZONDER_SLEUTEL;
      throw new MessageFault(why, category.name());
    }
    requireBelongs(message, category, header);
  }

  /// Refuses a JWE that was made for another message than this one.
  static void requireBelongs(SignedMessage message, DataCategory category, Members header)
      throws MessageFault {
    if (!header.text("iss", 20).equals(message.signer().value())
        || !header.text("aud", 20).equals(message.to().oin().value())
        || !header.text("jti", 64).equals(message.jti())
        || !header.text("cat", 3).equals(category.name())) {
      throw new MessageFault(FaultCode.VERZEGELING_HOORT_ELDERS, category.name());
    }
  }

  private static Members header(DataCategory category, String jwe) throws MessageFault {
    var parts = parts(jwe);
    if (parts.size() != 5 || !areCanonical(parts)) {
      throw malformed(category);
    }
    var header = StrictJson.BODIES.object(Base64Url.decode(parts.getFirst()));
    if (!"ECDH-ES+A256KW".equals(header.path("alg").textValue())
        || !"A256GCM".equals(header.path("enc").textValue())
        || header.has("zip")) {
      throw new MessageFault(FaultCode.VERZEGELING_ALGORITME_ONJUIST, category.name());
    }
    var members = Members.of(header, "jwe", HEADER, Set.of());
    var point = Members.of(header.path("epk"), "jwe.epk", POINT, Set.of());
    if (!"EC".equals(point.text("kty", 2))
        || !"P-256".equals(point.text("crv", 5))
        || length(parts.get(1)) != WRAPPED_KEY
        || length(parts.get(2)) != NONCE
        || !LENGTHS.contains(length(parts.get(3)))
        || length(parts.get(4)) != TAG) {
      throw malformed(category);
    }
    return members;
  }

  private static MessageFault malformed(DataCategory category) {
    return new MessageFault(FaultCode.VERZEGELING_VORM_ONJUIST, category.name());
  }

  private static boolean areCanonical(List<String> parts) {
    for (var part : parts) {
      if (!Base64Url.isCanonical(part)) {
        return false;
      }
    }
    return true;
  }

  /// The parts between the dots; more than five are not told apart.
  private static List<String> parts(String jwe) {
    var parts = new ArrayList<String>(5);
    int from = 0;
    for (int dot = jwe.indexOf('.'); dot >= 0 && parts.size() < 5; dot = jwe.indexOf('.', from)) {
      parts.add(jwe.substring(from, dot));
      from = dot + 1;
    }
    parts.add(jwe.substring(from));
    return parts;
  }

  /// How many bytes a canonical text spells.
  private static int length(String text) {
    return text.length() * 3 / 4;
  }
}
