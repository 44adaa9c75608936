package nl.sluis.gateway.ondertekening;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Condition;

/// What must be agreed to, and by whom or by whom not. Pure; may be shared between threads.
///
/// @param condition the precondition, which says who may sign what, and how old it may be
/// @param proposal the digest of what the message proposes
/// @param acting the keyed words for who acts and who reports, by the message itself
/// @param named whom the meldcode record names as having looked along; empty when it names nobody
/// @param at the instant of deciding
record Asked(
    Condition condition, String proposal, Set<String> acting, Optional<Named> named, Instant at) {
  private static final Duration SKEW = Duration.ofSeconds(60);

  /// In this function who acts signs, and nobody else; in every other function anybody else.
  private static final String ACTS = "professional";

  Asked {
    acting = Set.copyOf(acting);
  }

  /// Who looked along by the record, and what was advised.
  ///
  /// @param person the keyed word
  record Named(String person, String advice) {}

  /// Why this does not count; empty when it does.
  Optional<Lack> lack(Agreement.Signed signed) {
    var who = signed.who();
    var said = signed.said();
    if (!who.isGood(said.at(), at)) {
      return Optional.of(Lack.SLEUTEL_NIET_GELDIG);
    }
    if (!said.proposal().equals(proposal) || !said.condition().equals(condition.code())) {
      return Optional.of(Lack.ANDER_VOORSTEL);
    }
    if (!condition.functions().contains(who.function())) {
      return Optional.of(Lack.ANDERE_FUNCTIE);
    }
    if (acting.isEmpty() || acting.contains(who.person()) != who.function().equals(ACTS)) {
      return Optional.of(who.function().equals(ACTS) ? Lack.ANDERE_PERSOON : Lack.ZELFDE_PERSOON);
    }
    if (!condition.outcomes().contains(said.outcome())
        || named.filter(n -> !n.equals(new Named(who.person(), said.outcome()))).isPresent()) {
      return Optional.of(Lack.ANDERE_UITKOMST);
    }
    boolean now =
        !said.at().isAfter(at.plus(SKEW))
            && !said.at().isBefore(at.minus(Duration.ofDays(condition.maxAgeDays())));
    return now ? Optional.empty() : Optional.of(Lack.NIET_NU);
  }
}
