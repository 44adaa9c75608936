package nl.sluis.gateway.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Base64url in the one spelling that is allowed: no padding, no white space, spare bits zero.
///
/// Decoders in wide use accept more than one spelling of the same bytes, by which a replay looks
/// new (RFC 4648 section 3.5). May be shared between threads.
public final class Base64Url {
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final byte[] VALUES = new byte[256];

  static {
    java.util.Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private Base64Url() {}

  /// The bytes that this text spells.
  public static byte[] decode(String text) throws MessageFault {
    var letters = text.getBytes(StandardCharsets.ISO_8859_1);
    if (!isCanonical(letters)) {
      throw new MessageFault(FaultCode.BASE64_NIET_CANONIEK);
    }
    return DECODER.decode(letters);
  }

  /// The one spelling of these bytes.
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /// Says whether a text is the one spelling of some bytes.
  public static boolean isCanonical(String text) {
    return isCanonical(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isCanonical(byte[] letters) {
    // One sign bit tells of any letter that is not in the alphabet; looking at each costs more.
    int seen = 0;
    for (byte letter : letters) {
      seen |= VALUES[letter & 0xff];
    }
    if (seen < 0) {
      return false;
    }
    return switch (letters.length & 3) {
      case 0 -> true;
      case 2 -> (VALUES[letters[letters.length - 1]] & 0xf) == 0;
      case 3 -> (VALUES[letters[letters.length - 1]] & 0x3) == 0;
      default -> false;
    };
  }

  static boolean isLetter(int letter) {
    return letter >= 0 && letter < VALUES.length && VALUES[letter] >= 0;
  }
}
