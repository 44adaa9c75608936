package nl.sluis.gateway.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.ConvenantShelf.SetAside;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// Every convenant with its signatures, and whether examples count here.
///
/// In production a convenant that nobody adopted carries nothing, and says so; only a report of
/// acute danger goes on by it, for the law carries that and the convenant merely knows the way
/// (P5). Immutable; may be shared between threads.
public final class Law {
  private static final Set<DataCategory> ALL = Set.of(DataCategory.values());

  private final Decider everything;
  private final Optional<Decider> adopted;
  private final boolean examplesCount;

  /// @param versions every version that was read whole
  /// @param signatures who signed which of them
  /// @param examplesCount whether convenanten with the status `voorbeeld` run, as in a
  ///   demonstration
  /// @throws IllegalArgumentException when there is none that could ever be used
  public Law(NonEmpty<Convenant> versions, Signatures signatures, boolean examplesCount) {
    this.everything = new Decider(new ConvenantShelf(versions, signatures));
    this.examplesCount = examplesCount;
    var real =
        versions.items().stream().filter(c -> c.status() == Convenant.Status.VASTGESTELD).toList();
    this.adopted =
        examplesCount || real.isEmpty()
            ? Optional.empty()
            : Optional.of(new Decider(new ConvenantShelf(new NonEmpty<>(real), signatures)));
  }

  /// Examples alone, by which everything is decided; for tests of one convenant.
  public static Law ofExample(Convenant convenant) {
    return new Law(NonEmpty.of(convenant), Signatures.none(), true);
  }

  /// Decides by the convenant that governs this question.
  public Decision decide(Question question) {
    var decider = deciderFor(question.sender(), question.receiver());
    boolean acute = question.meldcode() instanceof MeldcodeState.Acute;
    if (decider.isEmpty() && !acute) {
      var example = everything.convenantFor(question).id();
      return new Refusal("", NonEmpty.of(new Reason.Told(Reason.CONVENANT_IS_VOORBEELD, example)));
    }
    return decider.orElse(everything).decide(question);
  }

  /// Decides by this convenant alone, whichever one governs.
  public Decision decideUnder(Convenant convenant, Question question) {
    var decider = deciderFor(question.sender(), question.receiver());
    return decider.isEmpty() ? decide(question) : decider.get().decideUnder(convenant, question);
  }

  /// What this convenant refuses whatever there may be on record of the person: asked with the best
  /// facts a person could have, so that nothing of a person needs to be read for it.
  public Optional<Refusal> refusesAnyway(Convenant convenant, Question question) {
    var everything = new HashSet<>(question.conditions());
    convenant.conditions().values().stream()
        .filter(c -> c.source() != Condition.Source.BEWEERD)
        .map(Condition::code)
        .forEach(everything::add);
    var best = new ConsentState.Given(ALL, List.of());
    // Somebody for whom the rule is: nobody learns an age from a message that could not pass.
    var rule = convenant.rule(question.purpose(), question.sender(), question.receiver());
    var age = new Age(rule.map(r -> r.ages().from()).orElse(0));
    var facts = new SubjectFacts(Optional.of(age), best, Set.of());
    var decision =
        decideUnder(convenant, question.with(question.at(), facts).withConditions(everything));
    return decision instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }

  /// The version by which this question is decided; its digest belongs in the row of the decision.
  public Convenant convenantFor(Question question) {
    return deciderFor(question.sender(), question.receiver())
        .orElse(everything)
        .convenantFor(question);
  }

  /// Every version that could govern between these two, as long as nothing is known of the child;
  /// at least one.
  public List<Convenant> couldGovern(PartyRole sender, PartyRole receiver, Instant at) {
    var decider = deciderFor(sender, receiver).orElse(everything);
    var could = new ArrayList<Convenant>();
    decider
        .shelf()
        .candidates(sender.oin(), receiver.oin(), at)
        .forEach(speaking -> could.add(speaking.convenant()));
    if (could.isEmpty()) {
      could.add(decider.convenantBetween(sender, receiver, at));
    }
    return could;
  }

  /// This organisation as the convenanten that count here know it at this instant, once for each.
  public List<Party> known(Oin oin, Instant at) {
    return counting().map(d -> d.shelf().known(oin, at)).orElse(List.of());
  }

  /// Is this organisation bound in this role, under any convenant that counts here? A suspended one
  /// still is: what people say to it must be recorded.
  public boolean isBoundAs(PartyRole who, Instant at) {
    var day = LocalDate.ofInstant(at, Age.CALENDAR);
    return known(who.oin(), at).stream()
        .anyMatch(p -> p.isBoundOn(day) && p.holds(who.role(), day));
  }

  /// Does the convenant say that people of the one work at the other on this day (detachering)?
  ///
  /// @param one who says it, in the role of which it is said
  /// @param other the other organisation: the employer, or the one that borrows
  public boolean namesSecondment(PartyRole one, Oin other, LocalDate day, Instant at) {
    boolean borrows =
        known(one.oin(), at).stream()
            .flatMap(party -> party.secondments().stream())
            .anyMatch(
                s ->
                    s.employer().equals(other)
                        && s.roles().contains(one.role())
                        && s.days().hold(day));
    return borrows
        || known(other, at).stream()
            .flatMap(party -> party.secondments().stream())
            .anyMatch(s -> s.employer().equals(one.oin()) && s.days().hold(day));
  }

  /// Does any convenant name this municipality?
  public boolean names(String municipality) {
    return shelf().versions().stream()
        .flatMap(version -> version.region().stream())
        .anyMatch(served -> served.municipality().name().equals(municipality));
  }

  /// Every convenant, those that do not count here among them.
  public ConvenantShelf shelf() {
    return everything.shelf();
  }

  /// Every convenant that counts here, or the examples when none was adopted.
  public ConvenantShelf counted() {
    return counting().orElse(everything).shelf();
  }

  /// What is not used, because it overlaps with what was there.
  public List<SetAside> setAside() {
    return Stream.of(everything, counting().orElse(everything))
        .flatMap(decider -> decider.shelf().setAside().stream())
        .distinct()
        .toList();
  }

  /// Of every convenant the version that is in force at this instant, whoever signed it.
  public List<Convenant> inForce(Instant at) {
    return counted().inForce(at);
  }

  /// Does this version count here?
  public boolean counts(Convenant convenant) {
    return examplesCount || convenant.status() == Convenant.Status.VASTGESTELD;
  }

  private Optional<Decider> counting() {
    return examplesCount ? Optional.of(everything) : adopted;
  }

  /// Who decides between these two; empty when only an example knows them both, and examples do not
  /// count here.
  private Optional<Decider> deciderFor(PartyRole sender, PartyRole receiver) {
    if (examplesCount) {
      return Optional.of(everything);
    }
    return adopted.filter(d -> knows(d, sender, receiver) || !knows(everything, sender, receiver));
  }

  private static boolean knows(Decider decider, PartyRole sender, PartyRole receiver) {
    return decider.shelf().versions().stream()
        .map(Convenant::parties)
        .anyMatch(p -> p.containsKey(sender.oin()) && p.containsKey(receiver.oin()));
  }
}
