package nl.sluis.policies.decision;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The bounded space of questions to one version of a convenant: every purpose, every role to every
/// role, the sets of categories that matter to a rule, and every combination of what a check looks
/// at in the message. What the person adds is [Persons].
///
/// Of a right message every one thing and every two things that may be wrong are always tried, and
/// so is every sort of party, standing, day and finding. Of what is wrong in three things or more
/// at once, of days and standings for each sort of party, and of two findings together, a [Draw]
/// says what is tried.
final class Space {
  /// Of the two references of one's own, the other is tried by every sort of party.
  private static final List<ReferenceKind> REFERENCES =
      List.of(ReferenceKind.GEEN, ReferenceKind.EIGEN_KENMERK, ReferenceKind.BSN);

  private static final Oin STRANGER = new Oin("00000099000000999000");

  /// As many things wrong at once as are always tried.
  private static final int TOGETHER = 2;

  /// Of how many messages in which more is wrong one is tried.
  private static final int MESSAGES = 16;

  /// Of how many messages by one of many parties on another day or under another standing one is
  /// tried.
  private static final int DAYS = 4;

  /// Of how many messages in which two things were found one is tried.
  private static final int FINDINGS = 4;

  private final Convenant convenant;
  private final Cast cast;
  private final Instant noon;
  private final Draw draw;
  private final Predicate<Talk> fresh;

  /// What two roles say to each other under one text, whichever convenant it stands in.
  ///
  /// @param bsn whether the sender may use the number
  record Talk(Rule rule, Role from, Role to, boolean bsn) {}

  /// Takes one message, and how the version stands between the two.
  @FunctionalInterface
  interface Visitor {
    void visit(Draft message, Standing standing);
  }

  Space(Convenant convenant, Draw draw) {
    this(convenant, draw, _ -> true);
  }

  /// @param draw what is tried of that in which much is wrong at once
  /// @param fresh which talks are still to be tried message by message; the parties of a convenant
  ///   are tried in any case
  Space(Convenant convenant, Draw draw, Predicate<Talk> fresh) {
    this.convenant = convenant;
    this.draw = draw;
    this.fresh = fresh;
    this.noon = noon(convenant, 60);
    this.cast = new Cast(convenant, Cast.day(noon));
  }

  private static Instant noon(Convenant convenant, int days) {
    return convenant
        .validFrom()
        .plusDays(days)
        .atTime(LocalTime.NOON)
        .atZone(Age.CALENDAR)
        .toInstant();
  }

  /// Every purpose of the convenant, and one that is not in it.
  List<Purpose> purposes() {
    var purposes = new ArrayList<>(convenant.purposes().keySet());
    purposes.add(new Purpose("nieuwsgierigheid"));
    return purposes;
  }

  /// This purpose between all roles of which no rule speaks.
  void silence(Purpose purpose, Visitor visitor) {
    for (var from : Role.values()) {
      for (var to : Role.values()) {
        var sender = cast.anyOf(from);
        var receiver = cast.anyOf(to);
        if (convenant.rule(purpose, sender, receiver).isEmpty()) {
          var draft = silent(purpose, sender, receiver);
          visitor.visit(draft, Standing.GELDIG);
          visitor.visit(draft.with(new MeldcodeState.Acute()), Standing.GELDIG);
        }
      }
    }
  }

  private Draft silent(Purpose purpose, PartyRole sender, PartyRole receiver) {
    return new Draft(
        noon,
        purpose,
        sender,
        receiver,
        ReferenceKind.EIGEN_KENMERK,
        EnumSet.allOf(DataCategory.class),
        Set.of(),
        Set.of(),
        Set.of(),
        PartialDelivery.LEVER_REST,
        new MeldcodeState.Absent(),
        Set.of());
  }

  /// Every message between two roles of this rule, by parties that can play it as well as any.
  void messages(Rule rule, Visitor visitor) {
    cast.pairs(rule).forEach(pair -> messages(rule, pair, visitor));
  }

  private void messages(Rule rule, Cast.Pair pair, Visitor visitor) {
    var said = new Said(rule);
    var whole = List.of(CategorySet.of(said.required()), CategorySet.of(said.allowed()));
    for (var categories : said.categorySets()) {
      var right = Draft.right(noon, rule, pair.sender(), pair.receiver(), categories);
      int most = whole.contains(categories) ? TOGETHER : TOGETHER - 1;
      Visitor some =
          (draft, standing) -> {
            if (draft.off(right) <= most || isDrawn(rule, draft, MESSAGES)) {
              visitor.visit(draft, standing);
            }
          };
      for (var reference : REFERENCES) {
        for (var partial : PartialDelivery.values()) {
          for (var meldcode : meldcodes(said)) {
            seals(rule, right.by(reference).wanting(partial).with(meldcode), some);
          }
        }
      }
    }
  }

  // Of the rule and not of the parties: those between whom nothing differs are asked the same.
  private boolean isDrawn(Rule rule, Draft draft, int oneIn) {
    return draw.takes(31L * rule.id().hashCode() + draft.number(), oneIn);
  }

  private static void seals(Rule rule, Draft draft, Visitor visitor) {
    for (var sealed : either(draft.sealed(), draft.categories())) {
      for (var motivated : either(draft.motivated(), Set.of())) {
        for (var met : met(rule)) {
          visitor.visit(draft.sealed(sealed).motivated(motivated).met(met), Standing.GELDIG);
        }
      }
    }
  }

  private static <T> Set<Set<T>> either(Set<T> right, Set<T> wrong) {
    return right.equals(wrong) ? Set.of(right) : Set.of(right, wrong);
  }

  /// All preconditions, none, and all but one.
  private static Set<Set<String>> met(Rule rule) {
    var sets = new LinkedHashSet<Set<String>>();
    sets.add(Set.copyOf(rule.conditions()));
    sets.add(Set.of());
    for (var code : rule.conditions()) {
      var less = new LinkedHashSet<>(rule.conditions());
      less.remove(code);
      sets.add(less);
    }
    return sets;
  }

  private static List<MeldcodeState> meldcodes(Said said) {
    return said.isOverride()
        ? List.of(
            new MeldcodeState.Absent(),
            new MeldcodeState.Acute(),
            new MeldcodeState.Complete(true),
            new MeldcodeState.Complete(false),
            new MeldcodeState.Incomplete(List.of("stap 2", "stap 4")))
        : List.of(new MeldcodeState.Absent());
  }

  /// A right message by every sort of party, right or wrong; and on every sort of day, under a
  /// version that stands in every way, by the first of them and as is drawn by the others.
  void parties(Rule rule, Visitor visitor) {
    var said = new Said(rule);
    for (var from : rule.from()) {
      for (var to : rule.to()) {
        boolean first = true;
        for (var sender : sorts(from)) {
          for (var receiver : sorts(to)) {
            var right = Draft.right(noon, rule, sender, receiver, CategorySet.of(said.allowed()));
            visitor.visit(right, Standing.GELDIG);
            visitor.visit(right.by(ReferenceKind.BSN), Standing.GELDIG);
            days(right, first ? visitor : drawn(rule, visitor));
            first = false;
          }
        }
      }
    }
  }

  private void days(Draft right, Visitor visitor) {
    for (var standing : Standing.values()) {
      if (standing != Standing.GELDIG) {
        visitor.visit(right, standing);
        visitor.visit(right.by(ReferenceKind.BSN), standing);
      }
      visitor.visit(right.by(ReferenceKind.KOPPELCODE), standing);
    }
    visitor.visit(right.at(noon(convenant, -1)), Standing.NOG_NIET);
    visitor.visit(right.at(noon(convenant, 500)), Standing.GELDIG);
    visitor.visit(right.with(new MeldcodeState.Acute()), Standing.INGEHAALD);
  }

  private Visitor drawn(Rule rule, Visitor visitor) {
    return (draft, standing) -> {
      long number = 31 * (31 * draft.number() + draft.parties()) + standing.name().hashCode();
      if (draw.takes(31L * rule.id().hashCode() + number, DAYS)) {
        visitor.visit(draft, standing);
      }
    };
  }

  private List<PartyRole> sorts(Role role) {
    var sorts = new ArrayList<>(cast.sorts(role));
    sorts.add(new PartyRole(STRANGER, role));
    cast.notHolding(role).ifPresent(sorts::add);
    return sorts;
  }

  /// A right message in which scanning found something, somewhere.
  void findings(Rule rule, Visitor visitor) {
    cast.pairs(rule).forEach(pair -> findings(rule, pair, visitor));
  }

  private void findings(Rule rule, Cast.Pair pair, Visitor visitor) {
    var said = new Said(rule);
    var places = new ArrayList<>(List.of("noodzaak:K07", "handelend"));
    for (var category : DataCategory.values()) {
      places.add(category.name());
    }
    var right =
        Draft.right(noon, rule, pair.sender(), pair.receiver(), CategorySet.of(said.allowed()));
    for (var what : ScanFinding.values()) {
      for (var where : places) {
        var found = new ScanFinding.Found(what, where);
        var both = new LinkedHashSet<>(Set.of(found));
        both.add(new ScanFinding.Found(ScanFinding.BSN_IN_TEKST, "K16"));
        var one = right.found(Set.of(found));
        var two = right.found(both);
        for (var draft : isDrawn(rule, two, FINDINGS) ? List.of(one, two) : List.of(one)) {
          visitor.visit(draft, Standing.GELDIG);
          visitor.visit(draft.wanting(PartialDelivery.LEVER_REST), Standing.GELDIG);
          if (said.isOverride()) {
            visitor.visit(draft.with(new MeldcodeState.Acute()), Standing.GELDIG);
          }
        }
      }
    }
  }

  /// Who is still to be tried message by message in this rule, those together between whom nothing
  /// may make a difference: the roles of a rule are written in one list, and beyond that list a
  /// role counts for its secrecy and its place in a prohibition only.
  ///
  /// @param apart what else sets two roles apart
  List<List<Cast.Pair>> alike(Rule rule, Function<Cast.Pair, Object> apart) {
    var groups = new LinkedHashMap<Object, List<Cast.Pair>>();
    for (var pair : cast.pairs(rule)) {
      if (fresh.test(new Talk(rule, pair.sender().role(), pair.receiver().role(), pair.bsn()))) {
        var sort =
            List.of(
                pair.bsn(),
                convenant.secrecy().containsKey(pair.sender().role()),
                convenant.secrecy().containsKey(pair.receiver().role()),
                apart.apply(pair));
        groups.computeIfAbsent(sort, _ -> new ArrayList<>()).add(pair);
      }
    }
    return List.copyOf(groups.values());
  }

  /// Every message between these two, and every finding in a right one; always in one order.
  void between(Rule rule, Cast.Pair pair, Visitor visitor) {
    messages(rule, pair, visitor);
    findings(rule, pair, visitor);
  }
}
