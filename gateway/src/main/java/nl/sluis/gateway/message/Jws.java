package nl.sluis.gateway.message;

/// The three texts between the dots of a compact JWS (RFC 7515 section 7.1).
record Jws(String header, String payload, String signature) {
  static Jws split(String compact, FaultCode otherwise) throws MessageFault {
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first <= 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      throw new MessageFault(otherwise);
    }
    return new Jws(
        compact.substring(0, first),
        compact.substring(first + 1, second),
        compact.substring(second + 1));
  }
}
