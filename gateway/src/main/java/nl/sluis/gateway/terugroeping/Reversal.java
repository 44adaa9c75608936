package nl.sluis.gateway.terugroeping;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// That an exchange was called back, replaced or returned, and what was done about it at once.
/// Immutable.
///
/// @param id by which it is known
/// @param parcel the exchange, as it was then
/// @param said what was signed
/// @param effect what was done at once
/// @param at when
/// @param due before when somebody must answer or look; empty when nobody must
public record Reversal(
    UUID id, Exchange parcel, Said said, Effect effect, Instant at, Optional<Instant> due) {

  /// What was done at once. What its sender may not know yet is in none of them (design 10.11): a
  /// parcel that was withheld already and one that is withheld now are told alike.
  public enum Effect {
    /// It will not be handed over.
    INGEHOUDEN,
    /// It is, or will be, with its receiver, who is asked to undo it.
    GEVRAAGD,
    /// It was given back; nothing of it is kept here.
    TERUGGEGEVEN;

    /// The word in messages and the table, such as `gevraagd`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Effect of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Which exchange.
  ///
  /// @param rule the rule that let it pass
  /// @param subject about whom; empty in anonymous lanes
  public record Exchange(
      UUID transaction,
      UUID parcel,
      PartyRole from,
      PartyRole to,
      Purpose purpose,
      String rule,
      Optional<UUID> subject) {
    /// The exchange of this parcel.
    public static Exchange of(ParcelRow parcel) {
      return new Exchange(
          parcel.transaction(),
          parcel.id(),
          parcel.sender(),
          parcel.receiver(),
          parcel.purpose(),
          parcel.rule(),
          parcel.subject());
    }
  }

  /// What of the statement is kept in columns.
  ///
  /// @param by the exchange that takes its place
  /// @param text what was signed
  public record Said(
      ReversalKind kind, Oin signer, String jti, String reason, Optional<UUID> by, String text) {
    /// What this statement says.
    public static Said of(ReversalStatement statement) {
      return new Said(
          statement.kind(),
          statement.signer(),
          statement.jti(),
          statement.reason(),
          statement.by(),
          statement.text());
    }
  }
}
