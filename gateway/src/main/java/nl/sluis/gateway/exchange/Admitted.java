package nl.sluis.gateway.exchange;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.sequencer.MessageKey;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Oin;

/// A message of which everything is judged that needs no database. Only [Admission] makes one.
public final class Admitted {
  private final Identified identified;
  private final Oin caller;
  private final UUID transaction;
  private final Question question;
  private final Optional<Rule> rule;
  private final Optional<Refusal> refusal;

  Admitted(
      Identified identified,
      Oin caller,
      UUID transaction,
      Question question,
      Optional<Rule> rule,
      Optional<Refusal> refusal) {
    this.identified = identified;
    this.caller = caller;
    this.transaction = transaction;
    this.question = question;
    this.rule = rule;
    this.refusal = refusal;
  }

  /// The message with its keyed reference.
  public Identified identified() {
    return identified;
  }

  /// Whose certificate brought it.
  public Oin caller() {
    return caller;
  }

  /// Our identifier of this exchange.
  public UUID transaction() {
    return transaction;
  }

  /// The question, still without the facts about the person.
  public Question question() {
    return question;
  }

  /// The rule that speaks of this exchange.
  public Optional<Rule> rule() {
    return rule;
  }

  /// The refusal that no fact about the person could change.
  public Optional<Refusal> refusal() {
    return refusal;
  }

  /// What makes the message that message.
  public MessageKey key() {
    return new MessageKey(identified.message().signer(), identified.message().jti());
  }
}
