package nl.sluis.gateway.nacontrole;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.MissedRule;
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
/// @param nearest the ordinary rule that came nearest
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
    Nearest nearest,
    Optional<Judged> judged) {
  /// How many Dutch working days there are to look back.
  public static final int WORKING_DAYS = 5;

  /// The same after a report of acute danger.
  public static final int WORKING_DAYS_ACUTE = 2;

  /// The ordinary rule that came nearest, as the convenant says it and not who looks back.
  ///
  /// @param rule its identifier, or [#NO_RULE]
  /// @param lack what stood in its way, such as `toestemming`
  public record Nearest(String rule, String lack) {
    /// When there is no rule.
    public static final String NO_RULE = "geen";

    /// When nobody looked for it.
    public static final Nearest UNKNOWN = new Nearest(NO_RULE, "geen-weg");

    /// What the convenant found.
    public static Nearest of(MissedRule missed) {
      return new Nearest(missed.rule().map(Rule::id).orElse(NO_RULE), missed.lack().code());
    }
  }

  /// What a reviewer found.
  ///
  /// @param missingRule the rule of the convenant that came nearest and was missing; `geen` when
  ///   the override was the right road
  public record Judged(Verdict verdict, String missingRule, Instant at) {}

  /// Who looked along before it was a verdict.
  ///
  /// @param proposal what that person confirmed
  /// @param who that person
  public record Second(UUID proposal, Actor who) {}
}
