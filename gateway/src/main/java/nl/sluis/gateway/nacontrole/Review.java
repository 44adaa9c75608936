package nl.sluis.gateway.nacontrole;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// One disclosure for safety's sake that must be looked back at.
///
/// @param transaction the exchange
/// @param rule the rule that let it pass
/// @param acute whether it was a report of acute danger
/// @param subject the child, when the reference was known
/// @param actor who sent it, keyed
/// @param opened when it passed
/// @param due the last moment of the term
/// @param judged what was found; empty while nobody looked
public record Review(
    UUID transaction,
    PartyRole from,
    PartyRole to,
    Purpose purpose,
    String rule,
    boolean acute,
    Optional<UUID> subject,
    Actor actor,
    Instant opened,
    Instant due,
    Optional<Judged> judged) {
  /// How many Dutch working days there are to look back.
  public static final int WORKING_DAYS = 5;

  /// The same after a report of acute danger.
  public static final int WORKING_DAYS_ACUTE = 2;

  /// What a reviewer found.
  ///
  /// @param missingRule the rule of the convenant that came nearest and was missing; `geen` when
  ///   the override was the right road
  public record Judged(Verdict verdict, String missingRule, Instant at) {}
}
