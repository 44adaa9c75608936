package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A compact SD-JWT taken apart, of which nothing is proved yet (RFC 9901 section 4).
///
/// @param jwt what the signer signed, with the signature, exactly as it was sent
/// @param header the JOSE header
/// @param payload the visible claims
/// @param signature the signature, base64url
/// @param disclosures the disclosures exactly as they were sent, in order
/// @param keyBinding what follows the last tilde; empty when nothing does
record Envelope(
    String jwt,
    ObjectNode header,
    ObjectNode payload,
    String signature,
    List<String> disclosures,
    String keyBinding) {

  static final int MOST_BYTES = 256 * 1024;
  static final int MOST_DISCLOSURES = 32;
  private static final int MOST_JWT = 16 * 1024;
  private static final StrictJson JSON = StrictJson.BODIES;

  static Envelope read(byte[] body) throws MessageFault {
    if (body.length > MOST_BYTES) {
      throw new MessageFault(FaultCode.BERICHT_TE_GROOT);
    }
    for (byte letter : body) {
      if (!Base64Url.isLetter(letter) && letter != '.' && letter != '~') {
        throw new MessageFault(FaultCode.TEKEN_ONGELDIG);
      }
    }
    return split(new String(body, StandardCharsets.US_ASCII));
  }

  private static Envelope split(String text) throws MessageFault {
    int end = text.indexOf('~');
    if (end < 0) {
      throw new MessageFault(FaultCode.VORM_SD_JWT_ONJUIST);
    }
    var jwt = text.substring(0, end);
    var disclosures = new ArrayList<String>();
    int from = end + 1;
    for (int to = text.indexOf('~', from); to >= 0; to = text.indexOf('~', from)) {
      if (disclosures.size() == MOST_DISCLOSURES) {
        throw new MessageFault(FaultCode.TE_VEEL_ONDERDELEN);
      }
      if (to == from) {
        throw new MessageFault(FaultCode.VORM_SD_JWT_ONJUIST);
      }
      disclosures.add(text.substring(from, to));
      from = to + 1;
    }
    return parts(jwt, List.copyOf(disclosures), text.substring(from));
  }

  private static Envelope parts(String jwt, List<String> disclosures, String keyBinding)
      throws MessageFault {
    if (jwt.length() > MOST_JWT) {
      throw new MessageFault(FaultCode.BERICHT_TE_GROOT, "jwt");
    }
    var parts = Jws.split(jwt, FaultCode.VORM_SD_JWT_ONJUIST);
    return new Envelope(
        jwt,
        JSON.object(Base64Url.decode(parts.header())),
        JSON.object(Base64Url.decode(parts.payload())),
        parts.signature(),
        disclosures,
        keyBinding);
  }

  byte[] signingInput() {
    return jwt.substring(0, jwt.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }
}
