package nl.sluis.consent.leeftijd;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.policies.question.ConsentState.Lack;

/// What a birthday changes for one question: what is computed at use, computed for the last moment
/// before it and for the first moment of it. Immutable.
///
/// @param before who had to say yes
/// @param from who must say yes from that day on
/// @param lacked what stood in the way before; empty when it was given
/// @param lacks what stands in the way from that day on
record Turning(Signers before, Signers from, Set<Lack> lacked, Set<Lack> lacks) {
  private static final Set<Lack> ENDED =
      EnumSet.of(Lack.VERLOPEN, Lack.VERBRUIKT, Lack.HERROEPEN, Lack.ONGELDIG_VERKLAARD);
  private static final Set<Lack> OPEN =
      EnumSet.of(Lack.NOOIT_GEVRAAGD, Lack.ONVOLLEDIG, Lack.LEEFTIJD, Lack.GEZAG);

  Turning {
    lacked = Set.copyOf(lacked);
    lacks = Set.copyOf(lacks);
  }

  /// @param rule under what the convenant lets it be asked now
  /// @param birthday the first instant of it
  static Turning of(ConsentAsk ask, Askable rule, Records records, Instant birthday) {
    var eve = birthday.minusMillis(1);
    var query = rule.query(ask);
    var state = new StateAt(rule.parameters());
    return new Turning(
        state.signers(query, records, eve),
        state.signers(query, records, birthday),
        lacks(state, ask, rule, records, eve),
        lacks(state, ask, rule, records, birthday));
  }

  private static Set<Lack> lacks(
      StateAt state, ConsentAsk ask, Askable rule, Records records, Instant at) {
    var lacks = EnumSet.noneOf(Lack.class);
    for (var category : ask.categories()) {
      lacks.addAll(
          state
              .lacks(rule.query(ask), records, ask, category, at)
              .orElseGet(() -> EnumSet.of(Lack.GEZAG)));
    }
    return lacks;
  }

  /// Is there something to say again, or to say at last? After a no of somebody there is not.
  boolean isToRenew() {
    return OPEN.containsAll(lacked) && !hasEnded(lacks) && (isOutgrown() || changesHands());
  }

  /// Was it given, and is it not any more?
  boolean isOutgrown() {
    return lacked.isEmpty() && !lacks.isEmpty() && !hasEnded(lacks);
  }

  /// Must it be asked of others? What anybody answered makes no difference, so that who asks learns
  /// nothing from it.
  boolean isToAskAgain() {
    return changesHands() && !hasEnded(lacked);
  }

  private static boolean hasEnded(Set<Lack> lacks) {
    return lacks.stream().anyMatch(ENDED::contains);
  }

  private boolean changesHands() {
    return !before.equals(from);
  }
}
