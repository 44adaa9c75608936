package nl.sluis.policies.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Questions at the border of what may: of every ten, eight that are one step off a question that
/// passes, one that passes, and one of anything. Uniform questions hardly ever reach a permit.
final class Requests {
  static final Oin STRANGER = new Oin("00000099000000999000");

  private final Convenant convenant;
  private final RandomGenerator random;
  private final Instant noon;
  private final OneStep step;
  private final Map<Post, List<Oin>> holders = new HashMap<>();

  /// A role as parties of these kinds hold it; of every kind when none is named.
  private record Post(Role role, Set<String> kinds) {}

  /// @param shelf whose versions all have the same rules
  Requests(ConvenantShelf shelf, RandomGenerator random) {
    this.convenant = shelf.versions().getFirst();
    this.random = random;
    this.noon =
        convenant.validFrom().plusDays(76).atStartOfDay(Age.CALENDAR).plusHours(12).toInstant();
    this.step = new OneStep(shelf.versions(), random);
  }

  /// So many questions, about any rule.
  List<Question> some(int count) {
    return questions(
        count, () -> random.nextInt(15) == 0 ? acute() : right(pick(convenant.rules())));
  }

  /// So many questions about each rule, and as many about acute danger.
  List<Question> ofEach(int count) {
    var questions = new ArrayList<>(aboutDanger(count));
    convenant.rules().forEach(rule -> questions.addAll(about(rule, count)));
    return questions;
  }

  /// So many questions about this rule.
  List<Question> about(Rule rule, int count) {
    return questions(count, () -> right(rule));
  }

  /// So many questions about acute danger.
  List<Question> aboutDanger(int count) {
    return questions(count, this::acute);
  }

  private List<Question> questions(int count, Supplier<Question> near) {
    var questions = new ArrayList<Question>(count);
    for (int i = 0; i < count; i++) {
      var right = near.get();
      questions.add(
          switch (random.nextInt(10)) {
            case 0 -> right;
            case 1 -> step.anything(right);
            default -> step.off(right);
          });
    }
    return questions;
  }

  /// Of each rule a question that passes, with every other role for its sender and its receiver.
  List<Question> roles() {
    return convenant.rules().stream().flatMap(rule -> roles(rule).stream()).toList();
  }

  /// The same of one rule.
  List<Question> roles(Rule rule) {
    var questions = new ArrayList<Question>();
    var right = right(rule);
    for (var role : Role.values()) {
      questions.add(between(right, in(right.sender(), role), right.receiver()));
      questions.add(between(right, right.sender(), in(right.receiver(), role)));
    }
    return questions;
  }

  private static Question between(Question it, PartyRole sender, PartyRole receiver) {
    return new Question(
        it.at(),
        it.purpose(),
        sender,
        receiver,
        it.reference(),
        it.categories(),
        it.sealed(),
        it.motivated(),
        it.conditions(),
        it.partial(),
        it.meldcode(),
        it.findings(),
        it.facts());
  }

  private static PartyRole in(PartyRole who, Role role) {
    return new PartyRole(who.oin(), role);
  }

  /// A question that this rule lets pass, as far as the parties of the convenant allow.
  private Question right(Rule rule) {
    var categories = EnumSet.noneOf(DataCategory.class);
    var sealed = EnumSet.noneOf(DataCategory.class);
    var motivated = EnumSet.noneOf(DataCategory.class);
    // In order, or the same seed would not give the same questions.
    new TreeMap<>(rule.categories())
        .forEach(
            (category, says) -> {
              if (isTaken(says)) {
                categories.add(category);
                if (says.handling() == Handling.VERZEGELD) {
                  sealed.add(category);
                }
                if (says.motivated()) {
                  motivated.add(category);
                }
              }
            });
    var sender = sender(rule);
    return new Question(
        noon,
        rule.purpose(),
        sender,
        receiver(rule, sender),
        reference(rule),
        categories,
        sealed,
        motivated,
        new HashSet<>(rule.conditions()),
        pick(List.of(PartialDelivery.values())),
        rule.lane() == Lane.OVERRIDE
            ? new MeldcodeState.Complete(random.nextBoolean())
            : new MeldcodeState.Absent(),
        Set.of(),
        new SubjectFacts(
            Optional.of(new Age(rule.ages().from())),
            new ConsentState.Given(categories, List.of("t-1")),
            Set.of()));
  }

  /// A child is in danger now: anything may have been found in anything, and form does not matter.
  private Question acute() {
    var message = right(pick(convenant.rules()));
    var to = new PartyRole(holder(Role.VEILIG_THUIS, Set.of()), Role.VEILIG_THUIS);
    var categories = EnumSet.noneOf(DataCategory.class);
    var found = new HashSet<ScanFinding.Found>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      var category = pick(List.of(DataCategory.values()));
      categories.add(category);
      if (random.nextInt(4) > 0) {
        found.add(new ScanFinding.Found(ScanFinding.VORM_ONJUIST, category.name()));
      }
    }
    return new Question(
        noon,
        message.purpose(),
        message.sender(),
        to,
        message.reference(),
        categories,
        Set.of(),
        Set.of(),
        Set.of(),
        message.partial(),
        new MeldcodeState.Acute(),
        found,
        message.facts());
  }

  private boolean isTaken(CategoryRule says) {
    return switch (says.presence()) {
      case VERPLICHT -> true;
      case OPTIONEEL -> random.nextInt(3) > 0;
      case VERBODEN -> false;
    };
  }

  private ReferenceKind reference(Rule rule) {
    return rule.lane() == Lane.ANONIEM || rule.references().isEmpty()
        ? ReferenceKind.GEEN
        : pick(new TreeSet<>(rule.references()));
  }

  private PartyRole sender(Rule rule) {
    var role = pick(new TreeSet<>(rule.from()));
    return new PartyRole(holder(role, rule.fromKinds()), role);
  }

  private PartyRole receiver(Rule rule, PartyRole sender) {
    var role = pick(new TreeSet<>(rule.to()));
    var party = convenant.parties().get(sender.oin());
    var fixed = party == null ? Optional.<Oin>empty() : party.fixedContact(role);
    return new PartyRole(
        rule.fixedContact() && fixed.isPresent() ? fixed.get() : holder(role, rule.toKinds()),
        role);
  }

  private Oin holder(Role role, Set<String> kinds) {
    var able = holders.computeIfAbsent(new Post(role, kinds), this::holders);
    return able.isEmpty() ? STRANGER : pick(able);
  }

  private List<Oin> holders(Post post) {
    var day = noon.atZone(Age.CALENDAR).toLocalDate();
    return convenant.parties().values().stream()
        .filter(p -> p.holds(post.role(), day) && p.isBoundOn(day))
        .filter(p -> post.kinds().isEmpty() || post.kinds().contains(p.kind()))
        .map(Party::oin)
        .sorted()
        .toList();
  }

  private <T> T pick(Collection<T> some) {
    return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
  }

  /// Every purpose of the convenant, and one that it does not know.
  static List<Purpose> purposes(Convenant convenant) {
    var purposes = new TreeSet<Purpose>(Comparator.naturalOrder());
    convenant.rules().forEach(rule -> purposes.add(rule.purpose()));
    purposes.add(new Purpose("nieuwsgierigheid"));
    return List.copyOf(purposes);
  }
}
