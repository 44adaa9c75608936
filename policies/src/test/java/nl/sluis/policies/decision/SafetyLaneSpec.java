package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lane of safety opens exactly where domain 3.4 and 3.6 say so, and its receivers are a closed
/// set: over every receiver in every role, every record, every precondition, every family and every
/// state of the convenant.
///
/// How the answers of a professional become one of the records here is
/// [nl.sluis.policies.safety.MeldcodeCheck], enumerated by itself.
final class SafetyLaneSpec {
  private static final Oin STRANGER = new Oin("00000099000000999000");

  /// Domain 3.4, told once more: a purpose, the one role that may receive by it, and what the
  /// sender must have on record. A new lane, or one more demand, is one line here.
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "vt-melding", Role.VEILIG_THUIS, OwnRecord.NEEDED, "aandachtsfunctionaris-keek-mee"),
          new Way(
              "vt-melding-aanvulling", Role.VEILIG_THUIS, OwnRecord.NOT_NEEDED, "eerder-gemeld"),
          new Way(
              "vt-informatie-antwoord",
              Role.VEILIG_THUIS,
              OwnRecord.NOT_NEEDED,
              "verzoek-vt",
              "besluit-te-antwoorden"),
          new Way("rvdk-informatie", Role.RVDK, OwnRecord.NEEDED),
          new Way("gi-ots-informatie", Role.GI_OTS, OwnRecord.NEEDED, "ots-beschikking"));

  /// Whether its own record goes along: the whole one for Veilig Thuis, a short one for the others.
  private enum OwnRecord {
    NEEDED,
    NOT_NEEDED
  }

  private record Way(Purpose purpose, Role receiver, OwnRecord record, Set<String> onRecord) {
    Way(String purpose, Role receiver, OwnRecord record, String... onRecord) {
      this(new Purpose(purpose), receiver, record, Set.of(onRecord));
    }
  }

  private final LongAdder asked = new LongAdder();
  private final LongAdder opened = new LongAdder();

  static List<Convenant> convenanten() {
    return Shipped.all();
  }

  @ParameterizedTest
  @MethodSource("convenanten")
  void the_lane_of_safety_opens_exactly_where_the_law_says_and_to_nobody_else(Convenant convenant) {
    var world = new World(convenant);

    WAYS.parallelStream().forEach(way -> world.rules(way).forEach(rule -> world.ask(way, rule)));

    System.out.printf(
        "%s: %,d reports of safety enumerated, the lane opened for %,d%n",
        convenant.id(), asked.sum(), opened.sum());
    assertThat(asked.sum()).isGreaterThan(200_000);
    assertThat(opened.sum()).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @MethodSource("convenanten")
  void every_rule_of_the_convenant_on_this_lane_is_one_of_the_ways(Convenant convenant) {
    assertThat(convenant.rules().stream().filter(r -> r.lane() == Lane.OVERRIDE))
        .allSatisfy(
            rule ->
                assertThat(WAYS)
                    .anySatisfy(
                        way -> {
                          assertThat(rule.purpose()).isEqualTo(way.purpose());
                          assertThat(rule.to()).containsExactly(way.receiver());
                        }));
  }

  /// Everything that may be so in the world of one convenant.
  private final class World {
    private final Convenant convenant;
    private final RuleIndex index;
    private final Instant noon;
    private final Cast cast;

    World(Convenant convenant) {
      this.convenant = convenant;
      this.index = new RuleIndex(convenant);
      this.noon =
          convenant
              .validFrom()
              .plusDays(60)
              .atTime(LocalTime.NOON)
              .atZone(Age.CALENDAR)
              .toInstant();
      this.cast = new Cast(convenant, Cast.day(noon));
    }

    List<Rule> rules(Way way) {
      return convenant.rules().stream().filter(r -> r.purpose().equals(way.purpose())).toList();
    }

    void ask(Way way, Rule rule) {
      var conditions = subsets(rule.conditions());
      for (var sender : senders(rule)) {
        for (var receiver : receivers()) {
          var categories = CategorySet.of(new Said(rule).allowed());
          var right = Draft.right(noon, rule, sender, receiver, categories);
          // To whom nobody may report, nothing else matters; that is asked in full for the others.
          boolean possible = receiver.role() == way.receiver();
          for (var met : possible ? conditions : List.of(Set.copyOf(rule.conditions()))) {
            for (var record : RECORDS) {
              var draft = right.met(met).with(record);
              for (var standing : Standing.values()) {
                for (var person : possible ? PERSONS : PERSONS.subList(0, 2)) {
                  judge(way, rule, draft, person, standing);
                }
                judge(way, rule, draft.found(WITHOUT_OTS), Persons.BEST, standing);
              }
            }
          }
        }
      }
    }

    private void judge(Way way, Rule rule, Draft draft, SubjectFacts person, Standing standing) {
      var question = draft.about(person);
      var decision = index.decide(question, standing);
      boolean open = decision instanceof Permit permit && permit.lane() == Lane.OVERRIDE;
      asked.increment();
      if (open) {
        opened.increment();
      }
      if (open != opens(way, rule, draft, standing)) {
        throw new AssertionError(question + " " + standing + "\nis " + decision);
      }
      boolean wrong = !open && draft.receiver().role() != way.receiver();
      if (wrong && (decision instanceof Permit || !namesTheOpenWay(decision, draft))) {
        throw new AssertionError("no open way: " + question + "\nis " + decision);
      }
    }

    /// Domain 3.6 in a few words. The person is not among them: no consent, custody, age, stop or
    /// order of a court opens or closes this lane.
    private boolean opens(Way way, Rule rule, Draft draft, Standing standing) {
      if (draft.meldcode() instanceof MeldcodeState.Acute) {
        return draft.receiver().role() == Role.VEILIG_THUIS && holds(draft.receiver());
      }
      boolean recordSuffices =
          way.record() == OwnRecord.NOT_NEEDED
              || draft.meldcode() instanceof MeldcodeState.Complete;
      boolean lawCarries =
          switch (standing) {
            case GELDIG, OVERGANG, VERLOPEN, INGEHAALD -> true;
            case NOG_NIET, NOOIT_GETEKEND -> false;
          };
      return draft.findings().isEmpty()
          && draft.receiver().role() == way.receiver()
          && rule.from().contains(draft.sender().role())
          && takesPart(draft.receiver())
          && takesPart(draft.sender())
          && recordSuffices
          && draft.conditions().containsAll(way.onRecord())
          && lawCarries;
    }

    private boolean holds(PartyRole who) {
      var party = convenant.parties().get(who.oin());
      return party != null && party.holds(who.role(), Cast.day(noon));
    }

    private boolean takesPart(PartyRole who) {
      var party = convenant.parties().get(who.oin());
      return holds(who) && party != null && party.isBoundOn(Cast.day(noon));
    }

    /// One that may report, one that is not of this role, a stranger, and a role that may not.
    private List<PartyRole> senders(Rule rule) {
      var senders = new ArrayList<PartyRole>();
      rule.from().stream().map(cast::anyOf).filter(this::takesPart).forEach(senders::add);
      var role = rule.from().iterator().next();
      cast.notHolding(role).ifPresent(senders::add);
      senders.add(new PartyRole(STRANGER, role));
      senders.add(cast.anyOf(Role.GEMEENTE_BELEID));
      return senders;
    }

    /// Everybody, in every role: who holds it, who does not, and a stranger.
    private Set<PartyRole> receivers() {
      var receivers = new LinkedHashSet<PartyRole>();
      for (var role : Role.values()) {
        receivers.add(cast.anyOf(role));
        receivers.addAll(cast.sorts(role));
        cast.notHolding(role).ifPresent(receivers::add);
        receivers.add(new PartyRole(STRANGER, role));
      }
      return receivers;
    }
  }

  /// Whoever asks for the lane of safety to somebody else hears where it does lead.
  private static boolean namesTheOpenWay(Decision decision, Draft draft) {
    boolean asksForSafety =
        draft.purpose().equals(new Purpose("vt-melding"))
            || draft.meldcode() instanceof MeldcodeState.Acute;
    return !asksForSafety
        || (decision instanceof Refusal refusal
            && refusal.reasons().items().stream()
                .anyMatch(told -> told.reason() == Reason.ONTVANGER_NIET_BEVOEGD_OVERRIDE));
  }

  private static List<Set<String>> subsets(List<String> codes) {
    var all = new ArrayList<Set<String>>(List.of(Set.of()));
    for (var code : codes) {
      for (var without : List.copyOf(all)) {
        var with = new LinkedHashSet<>(without);
        with.add(code);
        all.add(with);
      }
    }
    return all;
  }

  /// The register knows of no order of a court by which this receiver protects this child now.
  private static final Set<ScanFinding.Found> WITHOUT_OTS =
      Set.of(new ScanFinding.Found(ScanFinding.ONTVANGER_ZONDER_OTS, "ontvanger"));

  private static final List<MeldcodeState> RECORDS =
      List.of(
          new MeldcodeState.Absent(),
          new MeldcodeState.Incomplete(List.of("stap 3")),
          new MeldcodeState.Complete(true),
          new MeldcodeState.Complete(false),
          new MeldcodeState.Acute());

  private static final List<SubjectFacts> PERSONS =
      List.of(
          Persons.BEST,
          new SubjectFacts(
              Optional.of(new Age(9)),
              new ConsentState.NotGiven(Set.of(ConsentState.Lack.GEWEIGERD)),
              Set.of(Restriction.BEZWAAR)),
          new SubjectFacts(
              Optional.empty(),
              new ConsentState.CustodyUnknown(),
              EnumSet.allOf(Restriction.class)),
          new SubjectFacts(Optional.of(new Age(17)), new ConsentState.ShieldedGiver(), Set.of()));
}
