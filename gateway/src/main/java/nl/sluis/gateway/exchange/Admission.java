package nl.sluis.gateway.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;

/// The fourth step: judges what needs no database, cheaply.
///
/// A message that is refused under the best facts a person could have is refused now; it is still
/// recorded. May be shared between threads.
public final class Admission {
  private final CurrentLaw law;
  private final ContentCheck content;

  /// @param law what is decided by
  /// @param content reads what may be read
  public Admission(CurrentLaw law, ContentCheck content) {
    this.law = law;
    this.content = content;
  }

  /// Judges a message under every convenant that could govern it: where the child lives is not
  /// known here. It is refused now only when each of them refuses it.
  ///
  /// @param caller whose certificate brought it
  /// @param transaction our identifier of this exchange
  public Admitted admit(Identified identified, Oin caller, UUID transaction, Instant now) {
    var message = identified.message();
    var current = law.now();
    var could =
        current.couldGovern(message.from(), message.to(), now).stream()
            .map(convenant -> under(convenant, identified, now))
            .toList();
    return new Admitted(
        identified, caller, transaction, could, refusal(current, identified, could));
  }

  /// The message as this convenant reads it.
  Reading under(Convenant convenant, Identified identified, Instant now) {
    var message = identified.message();
    var rule = convenant.rule(message.purpose(), message.from(), message.to());
    return new Reading(convenant, rule, question(identified, convenant, rule, now));
  }

  private static Optional<Refusal> refusal(Law law, Identified identified, List<Reading> could) {
    if (identified.fault().isPresent()) {
      return Optional.of(new Refusal("", NonEmpty.of(identified.fault().get())));
    }
    var refusals =
        could.stream()
            .map(reading -> law.refusesAnyway(reading.convenant(), reading.question()))
            .toList();
    return refusals.stream().allMatch(Optional::isPresent) ? refusals.getFirst() : Optional.empty();
  }

  private Question question(
      Identified identified, Convenant convenant, Optional<Rule> rule, Instant now) {
    var message = identified.message();
    return new Question(
        now,
        message.purpose(),
        message.from(),
        message.to(),
        identified.kind(),
        message.categories(),
        message.sealed(),
        ContentCheck.motivated(message.necessities()),
        conditions(message, convenant, now),
        message.partial(),
        ContentCheck.meldcode(message, now),
        content.findings(message, convenant, rule),
        SubjectFacts.none());
  }

  /// The preconditions that the sender claims and that hold on this day.
  private static Set<String> conditions(SignedMessage message, Convenant convenant, Instant now) {
    var today = LocalDate.ofInstant(now, Age.CALENDAR);
    var met = new HashSet<String>();
    for (var condition : convenant.conditions().values()) {
      var claim = message.conditions().get(condition.code());
      if (condition.source() == Condition.Source.BEWEERD
          && claim != null
          && condition.isMetBy(Claims.texts(claim), today)) {
        met.add(condition.code());
      }
    }
    return met;
  }
}
