package nl.sluis.policies.decision;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Questions that lie at the edge of what a convenant says: right by a rule, and then one or two
/// things changed. Uniform questions hardly ever meet a rule.
public final class RandomQuestions {
  private static final Oin STRANGER = new Oin("00000099000000999000");

  private final Convenant convenant;
  private final List<Party> parties;
  private final SplittableRandom random;

  /// @param seed the same questions every time
  public RandomQuestions(Convenant convenant, long seed) {
    this.convenant = convenant;
    this.parties =
        convenant.parties().values().stream().sorted((a, b) -> a.oin().compareTo(b.oin())).toList();
    this.random = new SplittableRandom(seed);
  }

  /// The next question.
  public Question next() {
    var rules = convenant.rules();
    var draft = rules.isEmpty() || chance(0.1) ? anything() : near(pick(rules));
    var changes = random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      draft = changed(draft);
    }
    return draft.about(person(draft.categories()));
  }

  private Draft near(Rule rule) {
    var from = pick(List.copyOf(rule.from()));
    var to = pick(List.copyOf(rule.to()));
    var sender = holder(from);
    var contact =
        Optional.ofNullable(convenant.parties().get(sender.oin()))
            .flatMap(p -> p.fixedContact(to))
            .filter(_ -> rule.fixedContact());
    var receiver = contact.map(oin -> new PartyRole(oin, to)).orElseGet(() -> holder(to));
    var said = new Said(rule);
    int categories = said.required() | (said.allowed() & random.nextInt());
    return Draft.right(at(60), rule, sender, receiver, CategorySet.of(categories));
  }

  private Draft anything() {
    var purposes = new ArrayList<>(convenant.purposes().keySet());
    purposes.add(new Purpose("nieuwsgierigheid"));
    return new Draft(
        at(random.nextInt(800) - 20),
        pick(purposes),
        holder(pick(List.of(Role.values()))),
        holder(pick(List.of(Role.values()))),
        pick(List.of(ReferenceKind.values())),
        some(),
        some(),
        some(),
        conditions(),
        pick(List.of(PartialDelivery.values())),
        meldcode(),
        Set.of());
  }

  private Draft changed(Draft draft) {
    return switch (random.nextInt(13)) {
      case 0 -> draft.by(pick(List.of(ReferenceKind.values())));
      case 1 -> draft.wanting(pick(List.of(PartialDelivery.values())));
      case 2 -> draft.with(meldcode());
      case 3 -> draft.sealed(flipped(draft.sealed()));
      case 4 -> draft.motivated(flipped(draft.motivated()));
      case 5 -> draft.met(conditions());
      case 6 -> draft.found(findings());
      case 7 -> draft.at(at(random.nextInt(800) - 20));
      case 8 -> draft.between(draft.sender(), holder(draft.receiver().role()));
      case 9 -> draft.between(anybody(draft.sender().role()), draft.receiver());
      case 10 -> draft.between(draft.sender(), holder(pick(List.of(Role.values()))));
      default -> offering(draft, flipped(draft.categories()));
    };
  }

  private static Draft offering(Draft d, Set<DataCategory> categories) {
    return new Draft(
        d.at(),
        d.purpose(),
        d.sender(),
        d.receiver(),
        d.reference(),
        categories,
        d.sealed(),
        d.motivated(),
        d.conditions(),
        d.partial(),
        d.meldcode(),
        d.findings());
  }

  private Instant at(int days) {
    return convenant
        .validFrom()
        .plusDays(days)
        .atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
        .atZone(Age.CALENDAR)
        .toInstant();
  }

  private PartyRole holder(Role role) {
    var holders = parties.stream().filter(p -> p.everHeld().contains(role)).toList();
    return holders.isEmpty() ? anybody(role) : new PartyRole(pick(holders).oin(), role);
  }

  private PartyRole anybody(Role role) {
    return new PartyRole(parties.isEmpty() || chance(0.3) ? STRANGER : pick(parties).oin(), role);
  }

  private SubjectFacts person(Set<DataCategory> offered) {
    var consent =
        switch (random.nextInt(6)) {
          case 0 -> new ConsentState.NotGiven(Set.of(pick(List.of(ConsentState.Lack.values()))));
          case 1 -> new ConsentState.CustodyUnknown();
          case 2 -> new ConsentState.ShieldedGiver();
          case 3 -> new ConsentState.Given(some(), List.of("t"));
          default -> new ConsentState.Given(offered, List.of("t"));
        };
    var stops = EnumSet.noneOf(Restriction.class);
    for (var stop : Restriction.values()) {
      if (chance(0.1)) {
        stops.add(stop);
      }
    }
    return new SubjectFacts(
        chance(0.2) ? Optional.empty() : Optional.of(new Age(random.nextInt(24))), consent, stops);
  }

  private MeldcodeState meldcode() {
    return pick(
        List.of(
            new MeldcodeState.Absent(),
            new MeldcodeState.Acute(),
            new MeldcodeState.Complete(true),
            new MeldcodeState.Complete(false),
            new MeldcodeState.Incomplete(List.of("stap 1", "stap 3"))));
  }

  private Set<ScanFinding.Found> findings() {
    var places =
        List.of("K00", "K09", "K16", pick(List.of(DataCategory.values())).name(), "noodzaak:K07");
    var one = new ScanFinding.Found(pick(List.of(ScanFinding.values())), pick(places));
    var other = new ScanFinding.Found(pick(List.of(ScanFinding.values())), pick(places));
    return one.equals(other) ? Set.of(one) : Set.of(one, other);
  }

  private Set<String> conditions() {
    return convenant.rules().stream()
        .flatMap(r -> r.conditions().stream())
        .distinct()
        .sorted()
        .filter(_ -> random.nextBoolean())
        .collect(Collectors.toSet());
  }

  private Set<DataCategory> flipped(Set<DataCategory> categories) {
    return CategorySet.of(
        CategorySet.mask(categories) ^ CategorySet.bit(pick(List.of(DataCategory.values()))));
  }

  private Set<DataCategory> some() {
    return CategorySet.of(random.nextInt(1 << DataCategory.values().length));
  }

  private boolean chance(double chance) {
    return random.nextDouble() < chance;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
