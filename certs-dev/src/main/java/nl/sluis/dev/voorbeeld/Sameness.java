package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What of an answer must be the same when two answers may not be told apart: everything but the
/// number of the transaction and the receipt, which differ for every message.
final class Sameness {
  private static final List<String> OWN = List.of("transactie", "ontvangstbewijs", "instance");

  private Sameness() {}

  static String of(Observed seen) {
    if (seen.json() instanceof ObjectNode object) {
      var rest = object.deepCopy();
      OWN.forEach(rest::remove);
      return seen.status() + " " + rest;
    }
    return seen.status() + " " + seen.body();
  }
}
