package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.policies.terms.Age;

/// Says of a line that was hidden why it comes late; its own days stay true (domain 2.8).
final class ShownLate {
  private static final String WHY =
      "U ziet dit nu pas. Het bleef een tijd verborgen om de veiligheid van iemand of om een"
          + " onderzoek. Op deze dag besliste een mens dat u het mag zien.";

  private ShownLate() {}

  /// @param since from when it is shown; empty when it never was hidden
  static void tell(ObjectNode line, Optional<Instant> since) {
    since.ifPresent(
        at ->
            line.putObject("laterGetoond")
                .put("sinds", at.atZone(Age.CALENDAR).toLocalDate().toString())
                .put("zin", WHY));
  }
}
