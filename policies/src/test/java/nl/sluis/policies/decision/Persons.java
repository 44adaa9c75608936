package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;

/// Everything that can be known of a person, as far as a decision looks at it.
final class Persons {
  private static final Set<DataCategory> ALL = EnumSet.allOf(DataCategory.class);

  /// An age for which every shipped rule is.
  private static final Age FITTING = new Age(17);

  /// Of whom everything may be shared.
  static final SubjectFacts BEST = facts(new ConsentState.Given(ALL, List.of("t-1")), Set.of());

  /// Of whom nothing is known, not even the age, but every stop.
  private static final SubjectFacts WORST =
      new SubjectFacts(
          Optional.empty(), lack(ConsentState.Lack.GEWEIGERD), EnumSet.allOf(Restriction.class));

  /// Too young for whatever is not for everybody, and nobody known who decides.
  private static final SubjectFacts UNKNOWN =
      new SubjectFacts(
          Optional.of(new Age(3)), new ConsentState.CustodyUnknown(), Set.of(Restriction.BEPERKT));

  private Persons() {}

  /// Each of them in everything so different from the best, that any answer that looks at anything
  /// of the person differs: a refusal is that of the first check that refuses, and whichever check
  /// looked would have refused these.
  static List<SubjectFacts> unlike() {
    return List.of(WORST, UNKNOWN);
  }

  /// Every consent with every combination of stops.
  ///
  /// @param offered the categories of the message; consent is given for all, some and none of them
  static List<SubjectFacts> all(Set<DataCategory> offered) {
    var persons = new ArrayList<SubjectFacts>();
    for (var consent : consents(CategorySet.mask(offered))) {
      for (var stops : RESTRICTIONS) {
        persons.add(facts(consent, stops));
      }
    }
    persons.addAll(AGES);
    return persons;
  }

  /// The causes of having no consent that a sender must not be able to tell apart.
  static List<SubjectFacts> lacking() {
    return LACKING;
  }

  private static final List<SubjectFacts> LACKING =
      Stream.of(
              ConsentState.Lack.NOOIT_GEVRAAGD,
              ConsentState.Lack.GEWEIGERD,
              ConsentState.Lack.INGETROKKEN,
              ConsentState.Lack.VERLOPEN)
          .map(lack -> facts(lack(lack), Set.of()))
          .toList();

  // Both sides of every border, and somebody of whom the age is not known.
  private static final List<SubjectFacts> AGES =
      Stream.concat(
              Stream.of(Optional.<Age>empty()),
              Stream.of(0, 14, 15, 16, 18, 23, 24, 99).map(years -> Optional.of(new Age(years))))
          .map(Persons::aged)
          .toList();

  private static final List<Set<Restriction>> RESTRICTIONS =
      List.of(
          Set.of(),
          Set.of(Restriction.BEPERKT),
          Set.of(Restriction.BEZWAAR),
          Set.of(Restriction.RECHTERLIJK_VERBOD),
          EnumSet.allOf(Restriction.class));

  private static List<ConsentState> consents(int offered) {
    return List.of(
        new ConsentState.Given(ALL, List.of("t-1")),
        new ConsentState.Given(
            CategorySet.of(offered & ~Integer.highestOneBit(offered)), List.of()),
        new ConsentState.Given(Set.of(), List.of()),
        lack(ConsentState.Lack.NOOIT_GEVRAAGD),
        new ConsentState.CustodyUnknown(),
        new ConsentState.ShieldedGiver());
  }

  private static ConsentState lack(ConsentState.Lack lack) {
    return new ConsentState.NotGiven(Set.of(lack));
  }

  private static SubjectFacts facts(ConsentState consent, Set<Restriction> stops) {
    return new SubjectFacts(Optional.of(FITTING), consent, stops);
  }

  private static SubjectFacts aged(Optional<Age> age) {
    return new SubjectFacts(age, BEST.consent(), Set.of());
  }
}
