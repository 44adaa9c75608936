package nl.sluis.policies.hypothesis;

import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// A question of which one thing is changed.
///
/// @param from the question as it was
record Edit(Question from) {
  Question receiver(PartyRole receiver) {
    return whole(
        receiver,
        from.reference(),
        from.categories(),
        from.sealed(),
        from.motivated(),
        from.meldcode(),
        from.findings());
  }

  Question reference(ReferenceKind reference) {
    return whole(
        from.receiver(),
        reference,
        from.categories(),
        from.sealed(),
        from.motivated(),
        from.meldcode(),
        from.findings());
  }

  Question categories(Set<DataCategory> categories) {
    return whole(
        from.receiver(),
        from.reference(),
        categories,
        from.sealed(),
        from.motivated(),
        from.meldcode(),
        from.findings());
  }

  Question sealed(Set<DataCategory> sealed) {
    return whole(
        from.receiver(),
        from.reference(),
        from.categories(),
        sealed,
        from.motivated(),
        from.meldcode(),
        from.findings());
  }

  Question motivated(Set<DataCategory> motivated) {
    return whole(
        from.receiver(),
        from.reference(),
        from.categories(),
        from.sealed(),
        motivated,
        from.meldcode(),
        from.findings());
  }

  Question meldcode(MeldcodeState meldcode) {
    return whole(
        from.receiver(),
        from.reference(),
        from.categories(),
        from.sealed(),
        from.motivated(),
        meldcode,
        from.findings());
  }

  Question findings(Set<ScanFinding.Found> findings) {
    return whole(
        from.receiver(),
        from.reference(),
        from.categories(),
        from.sealed(),
        from.motivated(),
        from.meldcode(),
        findings);
  }

  Question consent(ConsentState consent) {
    var facts = from.facts();
    return from.with(
        from.at(),
        new SubjectFacts(facts.age(), consent, facts.restrictions(), facts.municipality()));
  }

  Question age(Optional<Age> age) {
    var facts = from.facts();
    return from.with(
        from.at(),
        new SubjectFacts(age, facts.consent(), facts.restrictions(), facts.municipality()));
  }

  Question restrictions(Set<Restriction> restrictions) {
    var facts = from.facts();
    return from.with(
        from.at(),
        new SubjectFacts(facts.age(), facts.consent(), restrictions, facts.municipality()));
  }

  private Question whole(
      PartyRole receiver,
      ReferenceKind reference,
      Set<DataCategory> categories,
      Set<DataCategory> sealed,
      Set<DataCategory> motivated,
      MeldcodeState meldcode,
      Set<ScanFinding.Found> findings) {
    return new Question(
        from.at(),
        from.purpose(),
        from.sender(),
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        from.conditions(),
        from.partial(),
        meldcode,
        findings,
        from.facts());
  }
}
