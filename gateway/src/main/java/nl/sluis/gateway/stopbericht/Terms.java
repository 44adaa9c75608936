package nl.sluis.gateway.stopbericht;

import java.time.Instant;
import java.util.List;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.policies.terms.PartyRole;

/// Before when a receiver says what it did with a stop message, or with what came back.
public final class Terms {
  private Terms() {}

  /// The end of the shortest term that a convenant between these two names. School holidays count:
  /// what was taken back may not be used meanwhile either.
  public static Instant confirm(Law law, PartyRole sender, PartyRole receiver, Instant at) {
    var days =
        law.couldGovern(sender, receiver, at).stream()
            .mapToInt(version -> version.arrangements().consentTerms().stopConfirmDays())
            .min()
            .orElseThrow();
    return Term.dueAfter(at, days, List.of());
  }
}
