package nl.sluis.gateway.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;

/// The fourth step: judges what needs no database, cheaply.
///
/// A message that is refused under the best facts a person could have is refused now; it is still
/// recorded. May be shared between threads.
public final class Admission {
  private static final Set<DataCategory> ALL = Set.of(DataCategory.values());

  private final Decider decider;
  private final ContentCheck content;

  /// @param decider answers questions
  /// @param content reads what may be read
  public Admission(Decider decider, ContentCheck content) {
    this.decider = decider;
    this.content = content;
  }

  /// Judges a message.
  ///
  /// @param caller whose certificate brought it
  /// @param transaction our identifier of this exchange
  public Admitted admit(Identified identified, Oin caller, UUID transaction, Instant now) {
    var message = identified.message();
    var convenant = decider.convenantBetween(message.from(), message.to(), now);
    var rule = convenant.rule(message.purpose(), message.from(), message.to());
    var question = question(identified, convenant, rule, now);
    return new Admitted(
        identified,
        caller,
        transaction,
        question,
        rule,
        refusal(identified, question, convenant, now));
  }

  private Optional<Refusal> refusal(
      Identified identified, Question question, Convenant convenant, Instant now) {
    if (identified.fault().isPresent()) {
      return Optional.of(new Refusal("", NonEmpty.of(identified.fault().get())));
    }
    var everything = new HashSet<>(question.conditions());
    convenant.conditions().values().stream()
        .filter(c -> c.source() != Condition.Source.BEWEERD)
        .map(Condition::code)
        .forEach(everything::add);
    var best = new ConsentState.Given(ALL, List.of());
    var facts = new SubjectFacts(Optional.of(new Age(10)), best, Set.of());
    var decision = decider.decide(question.with(now, facts).withConditions(everything));
    return decision instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
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
