package nl.sluis.gateway.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactsRead;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.PurposeText;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Municipality;

/// A question with the facts of the person, as the convenant that governs looks at them.
///
/// @param question what is decided on
/// @param oneOffConsents the consents that a disclosure on these facts uses up
public record PersonFacts(Question question, List<UUID> oneOffConsents) {
  /// Copies its parts.
  public PersonFacts {
    oneOffConsents = List.copyOf(oneOffConsents);
  }

  /// The convenant that governs this question about this person at this instant.
  ///
  /// @param read what was read in this transaction; empty when the message is about nobody
  public static Convenant governing(Law law, Question asked, Optional<FactsRead> read, Instant at) {
    var lives =
        new SubjectFacts(
            Optional.empty(),
            new ConsentState.NotGiven(Set.of()),
            Set.of(),
            read.flatMap(PersonFacts::municipality));
    return law.convenantFor(asked.with(at, lives));
  }

  /// Puts what was read about the person into the question.
  ///
  /// @param read what was read in this transaction; empty when the message is about nobody
  /// @param convenant the one that governs
  /// @param rule its rule that speaks of this question
  public static PersonFacts of(
      Question asked,
      Optional<FactsRead> read,
      Convenant convenant,
      Optional<Rule> rule,
      Instant at) {
    if (read.isEmpty()) {
      return new PersonFacts(asked.with(at, asked.facts()), List.of());
    }
    var judged =
        read.get()
            .under(
                rule.map(r -> r.consent().regimes()).orElse(Set.of()),
                rule.map(r -> PurposeText.hash(convenant, r)).orElse(""),
                ConsentParameters.of(convenant));
    var told = judged.subject();
    // At handing over the question says what was so when it was accepted; of the person it is read
    // anew.
    var conditions = new HashSet<String>();
    asked.conditions().stream()
        .filter(code -> !is(convenant, code, Condition::isOfThePerson))
        .forEach(conditions::add);
    // Where somebody lives, how old somebody is and who signed: what a register says is not enough.
    var registered = read.get().registeredConditions();
    registered.stream()
        .filter(code -> !code.equals(MemberList.CONDITION))
        .filter(code -> !is(convenant, code, c -> c.isOfThePerson() || c.isFoundOut()))
        .forEach(conditions::add);
    var where = read.flatMap(PersonFacts::municipality);
    convenant.conditions().values().stream()
        .filter(
            condition ->
                where.filter(condition::isMetLivingIn).isPresent()
                    || condition.isMetAt(told.age(), registered.contains(condition.code())))
        .map(Condition::code)
        .forEach(conditions::add);
    var facts = new SubjectFacts(told.age(), told.consent(), told.restrictions(), where);
    return new PersonFacts(
        asked.with(at, facts).withConditions(conditions), judged.oneOffConsents());
  }

  /// The consents on which a disclosure on these facts rests; empty when it rests on none.
  public List<UUID> consents() {
    return question.facts().consent() instanceof ConsentState.Given given
        ? given.consents().stream()
            .map(named -> UUID.fromString(named.substring(0, named.indexOf('@'))))
            .toList()
        : List.of();
  }

  private static boolean is(Convenant convenant, String code, Predicate<Condition> such) {
    return Optional.ofNullable(convenant.conditions().get(code)).filter(such).isPresent();
  }

  private static Optional<Municipality> municipality(FactsRead read) {
    return read.municipality().map(Municipality::new);
  }
}
