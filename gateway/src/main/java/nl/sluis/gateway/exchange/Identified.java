package nl.sluis.gateway.exchange;

import java.util.Optional;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Reason;

/// Proof that the reference to the person was keyed, and forgotten. Only [Identification] makes
/// one.
public final class Identified {
  private final SignedMessage message;
  private final ReferenceKind kind;
  private final Optional<AliasKey> alias;
  private final Optional<Reason.Told> fault;

  Identified(
      SignedMessage message,
      ReferenceKind kind,
      Optional<AliasKey> alias,
      Optional<Reason.Told> fault) {
    this.message = message;
    this.kind = kind;
    this.alias = alias;
    this.fault = fault;
  }

  /// The message, its signature verified.
  public SignedMessage message() {
    return message;
  }

  /// By what kind of reference it points at the person.
  public ReferenceKind kind() {
    return kind;
  }

  /// The keyed reference; empty when it points at nobody or could not be used.
  public Optional<AliasKey> alias() {
    return alias;
  }

  /// Why the reference could not be used; the refusal is recorded like any other.
  public Optional<Reason.Told> fault() {
    return fault;
  }
}
