package nl.sluis.policies.oracle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Changes a question in exactly one thing, or in all things at once.
final class OneStep {
  private static final int STEPS = 19;
  private static final int MELDCODE = 12;

  private final RandomGenerator random;
  private final List<Purpose> purposes;
  private final List<Oin> parties;
  private final List<String> conditions;
  private final List<Instant> instants;

  OneStep(List<Convenant> versions, RandomGenerator random) {
    this.random = random;
    var convenant = versions.getFirst();
    this.purposes = Requests.purposes(convenant);
    var oins = new TreeSet<>(convenant.parties().keySet());
    oins.add(Requests.STRANGER);
    this.parties = List.copyOf(oins);
    var codes = new TreeSet<String>();
    convenant.rules().forEach(rule -> codes.addAll(rule.conditions()));
    codes.add("iets-anders");
    this.conditions = List.copyOf(codes);
    this.instants = versions.stream().flatMap(OneStep::borders).toList();
  }

  /// The instants at which the standing of a version changes, and the seconds before.
  private static Stream<Instant> borders(Convenant version) {
    var suspended =
        version.parties().values().stream()
            .flatMap(party -> party.suspensions().stream())
            .flatMap(days -> Stream.concat(Stream.of(days.first()), days.end().stream()));
    var own =
        Stream.of(
            version.validFrom(),
            version.validFrom().plusDays(version.overlapDays()),
            version.validUntil());
    return Stream.concat(own, suspended)
        .distinct()
        .sorted()
        .map(day -> day.atStartOfDay(Age.CALENDAR).toInstant())
        .flatMap(instant -> Stream.of(instant, instant.minusSeconds(1)));
  }

  /// The same question with one thing changed.
  Question off(Question it) {
    return change(new Changed(it), random.nextInt(STEPS)).question();
  }

  /// A question in which everything was changed, each thing a few times.
  Question anything(Question it) {
    var changed = new Changed(it);
    for (int i = 0; i < 3 * STEPS; i++) {
      int step = random.nextInt(STEPS);
      // An acute report sets nearly all else aside, so it must not swallow what is tried here.
      if (step != MELDCODE || random.nextInt(5) == 0) {
        change(changed, step);
      }
    }
    return changed.question();
  }

  private Changed change(Changed it, int step) {
    switch (step) {
      case 0 -> it.purpose = pick(purposes);
      case 1 -> it.sender = new PartyRole(it.sender.oin(), pick(List.of(Role.values())));
      case 2 -> it.receiver = new PartyRole(it.receiver.oin(), pick(List.of(Role.values())));
      case 3 -> it.sender = new PartyRole(pick(parties), it.sender.role());
      case 4 -> it.receiver = new PartyRole(pick(parties), it.receiver.role());
      case 5 -> it.reference = pick(List.of(ReferenceKind.values()));
      case 6 -> drop(it.categories);
      case 7 -> it.categories.add(category());
      case 8 -> flip(it.sealed, offered(it));
      case 9 -> flip(it.motivated, offered(it));
      case 10 -> flip(it.conditions, pick(conditions));
      case 11 -> drop(it.conditions);
      case MELDCODE -> it.meldcode = meldcode();
      case 13 -> it.findings.add(finding(it));
      case 14 -> it.consent = consent(it);
      case 15 -> it.restrictions.add(pick(List.of(Restriction.values())));
      case 16 -> it.at = pick(instants);
      case 17 -> it.age = age();
      default ->
          it.partial =
              it.partial == PartialDelivery.WEIGER
                  ? PartialDelivery.LEVER_REST
                  : PartialDelivery.WEIGER;
    }
    return it;
  }

  private Optional<Age> age() {
    return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new Age(random.nextInt(30)));
  }

  private MeldcodeState meldcode() {
    return switch (random.nextInt(5)) {
      case 0 -> new MeldcodeState.Absent();
      case 1 -> new MeldcodeState.Acute();
      case 2 -> new MeldcodeState.Complete(true);
      case 3 -> new MeldcodeState.Complete(false);
      default -> new MeldcodeState.Incomplete(List.of("stap 2"));
    };
  }

  private ScanFinding.Found finding(Changed it) {
    var where = random.nextInt(4) == 0 ? "noodzaak:K07" : offered(it).name();
    return new ScanFinding.Found(pick(List.of(ScanFinding.values())), where);
  }

  private ConsentState consent(Changed it) {
    return switch (random.nextInt(6)) {
      case 0 -> new ConsentState.NotGiven(Set.of(ConsentState.Lack.INGETROKKEN));
      case 1 -> new ConsentState.CustodyUnknown();
      case 2 -> new ConsentState.ShieldedGiver();
      case 3 -> new ConsentState.Given(Set.of(), List.of());
      default -> {
        var covered = new HashSet<>(it.categories);
        drop(covered);
        yield new ConsentState.Given(covered, List.of("t-2"));
      }
    };
  }

  private DataCategory offered(Changed it) {
    return it.categories.isEmpty() ? category() : pick(List.copyOf(new TreeSet<>(it.categories)));
  }

  private DataCategory category() {
    return pick(List.of(DataCategory.values()));
  }

  private <T extends Comparable<T>> void drop(Set<T> some) {
    if (!some.isEmpty()) {
      some.remove(pick(List.copyOf(new TreeSet<>(some))));
    }
  }

  private static <T> void flip(Set<T> some, T one) {
    if (!some.remove(one)) {
      some.add(one);
    }
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /// A question that is being changed.
  private static final class Changed {
    private Instant at;
    private Purpose purpose;
    private PartyRole sender;
    private PartyRole receiver;
    private ReferenceKind reference;
    private final Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
    private final Set<DataCategory> sealed = EnumSet.noneOf(DataCategory.class);
    private final Set<DataCategory> motivated = EnumSet.noneOf(DataCategory.class);
    private final Set<String> conditions;
    private PartialDelivery partial;
    private MeldcodeState meldcode;
    private final Set<ScanFinding.Found> findings;
    private ConsentState consent;
    private Optional<Age> age;
    private final Set<Restriction> restrictions = EnumSet.noneOf(Restriction.class);

    Changed(Question it) {
      at = it.at();
      purpose = it.purpose();
      sender = it.sender();
      receiver = it.receiver();
      reference = it.reference();
      categories.addAll(it.categories());
      sealed.addAll(it.sealed());
      motivated.addAll(it.motivated());
      conditions = new HashSet<>(it.conditions());
      partial = it.partial();
      meldcode = it.meldcode();
      findings = new HashSet<>(it.findings());
      consent = it.facts().consent();
      age = it.facts().age();
      restrictions.addAll(it.facts().restrictions());
    }

    Question question() {
      // What was found stands in what was offered; a scanner reads nothing else.
      findings.removeIf(
          found -> DataCategory.of(found.where()).filter(c -> !categories.contains(c)).isPresent());
      return new Question(
          at,
          purpose,
          sender,
          receiver,
          reference,
          categories,
          sealed,
          motivated,
          conditions,
          partial,
          meldcode,
          findings,
          new SubjectFacts(age, consent, restrictions));
    }
  }
}
