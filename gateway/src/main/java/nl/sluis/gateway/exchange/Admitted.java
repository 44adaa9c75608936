package nl.sluis.gateway.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.gateway.acuut.Outage;
import nl.sluis.gateway.ondertekening.KeptMessages.Kept;
import nl.sluis.gateway.sequencer.MessageKey;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Regime;

/// A message of which everything is judged that needs no database. Only [Admission] makes one.
public final class Admitted {
  private final Identified identified;
  private final Oin caller;
  private final UUID transaction;
  private final List<Reading> readings;
  private final Optional<Refusal> refusal;
  private final Optional<Outage> outage;
  private final Optional<Kept> waited;

  Admitted(
      Identified identified,
      Oin caller,
      UUID transaction,
      List<Reading> readings,
      Optional<Refusal> refusal) {
    this(identified, caller, transaction, readings, refusal, Optional.empty(), Optional.empty());
  }

  private Admitted(
      Identified identified,
      Oin caller,
      UUID transaction,
      List<Reading> readings,
      Optional<Refusal> refusal,
      Optional<Outage> outage,
      Optional<Kept> waited) {
    this.identified = identified;
    this.caller = caller;
    this.transaction = transaction;
    this.readings = List.copyOf(readings);
    this.refusal = refusal;
    this.outage = outage;
    this.waited = waited;
  }

  /// The same, which waited outside the database for as long as that could not be written.
  Admitted waited(Outage during) {
    return new Admitted(
        identified, caller, transaction, readings, refusal, Optional.of(during), waited);
  }

  /// The same, which waited for who must sign.
  Admitted waiting(Kept kept) {
    return new Admitted(
        identified, caller, transaction, readings, refusal, outage, Optional.of(kept));
  }

  /// That it waited for who must sign, if it did.
  Optional<Kept> waited() {
    return waited;
  }

  /// That it waited, if it did.
  Optional<Outage> outage() {
    return outage;
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

  /// How each convenant that could govern reads it; at least one.
  List<Reading> readings() {
    return readings;
  }

  /// The question, still without the facts about the person, as the first of them reads it.
  Question question() {
    return readings.getFirst().question();
  }

  /// The regimes of every rule that could speak of it.
  Set<Regime> regimes() {
    return readings.stream()
        .flatMap(reading -> reading.rule().stream())
        .flatMap(rule -> rule.consent().regimes().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Does any convenant that could govern speak of it?
  boolean isSpokenOf() {
    return readings.stream().anyMatch(reading -> reading.rule().isPresent());
  }

  /// The lane of the rule that speaks of it, by the first convenant that could govern and has one;
  /// it says nothing about the person.
  Optional<Lane> lane() {
    return readings.stream()
        .flatMap(reading -> reading.rule().stream())
        .map(Rule::lane)
        .findFirst();
  }

  /// How this convenant reads it, when it was among those that could govern.
  Optional<Reading> under(Convenant convenant) {
    return readings.stream()
        .filter(reading -> reading.convenant().digest().equals(convenant.digest()))
        .findFirst();
  }

  /// The refusal that no fact about the person could change.
  public Optional<Refusal> refusal() {
    return refusal;
  }

  /// What makes the message that message; what waited passes once, apart from the answer its sender
  /// had.
  public MessageKey key() {
    var number =
        waited
            .map(kept -> "aangehouden:" + kept.transaction())
            .orElseGet(() -> identified.message().jti());
    return new MessageKey(identified.message().signer(), number);
  }
}
