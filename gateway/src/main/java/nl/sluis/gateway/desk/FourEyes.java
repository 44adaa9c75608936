package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.message.Acting;
import nl.sluis.policies.terms.Oin;

/// Two different people who looked at something before it was done, such as a link (design 10.3).
public final class FourEyes {
  private FourEyes() {}

  /// Two of them, and for an organisation with a statutory right to the BSN?
  static boolean mayLink(Law law, Oin party, List<Acting> confirmedBy, Instant at) {
    return areTwo(confirmedBy) && hasRightToBsn(law, party, at);
  }

  /// Has this organisation a statutory right to the BSN that it may use here? A school has one for
  /// other ends.
  static boolean hasRightToBsn(Law law, Oin party, Instant at) {
    return law.known(party, at).stream()
        .anyMatch(p -> p.bsnAllowed() && !p.kind().startsWith("school"));
  }

  /// Are they two different people?
  public static boolean areTwo(List<Acting> confirmedBy) {
    return confirmedBy.stream().map(Acting::id).filter(id -> !id.isBlank()).distinct().count() >= 2;
  }

  /// Not so.
  static Filing.Result needed() {
    return Filing.notAllowed(Denial.VIER_OGEN_NODIG, Denial.VIER_OGEN_NODIG.sentence());
  }

  /// Who they were.
  public static void tell(ObjectNode detail, List<Acting> confirmedBy) {
    var names = detail.putArray("bevestigdDoor");
    confirmedBy.forEach(a -> names.addObject().put("id", a.id()).put("functie", a.function()));
  }
}
