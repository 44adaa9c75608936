package nl.sluis.policies.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import nl.sluis.policies.convenant.Arrangements;
import nl.sluis.policies.convenant.Bearing;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.ConsentRequirement;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.HeldRole;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Officers;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.RuleBook;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// A convenant that nobody would sign: rules and parties thrown together by a seed, as wild as the
/// types allow. What two implementations say of it must still be the same.
public final class RandomConvenant {
  /// The first day of every random convenant.
  public static final LocalDate FIRST = LocalDate.parse("2026-09-01");

  private static final List<String> KINDS = List.of("school-po", "school-vo", "cjg", "gemeente");
  private static final List<String> ODD = List.of("a", "quote\"'", "tag<&>", "ünï-ö", "");
  private static final LawRef LAW = new LawRef("AVG", "6(1)(e)", "");

  private final SplittableRandom random;
  private final List<Role> roles;
  private final List<String> conditions = List.of("c-een", "c-twee", "c-drie");

  private RandomConvenant(long seed) {
    this.random = new SplittableRandom(seed);
    this.roles = new ArrayList<>(some(Role.class, 0.15));
    this.roles.add(Role.VEILIG_THUIS);
  }

  /// The convenant of this seed; the same one every time.
  public static Convenant of(long seed) {
    return new RandomConvenant(seed).make(seed);
  }

  private Convenant make(long seed) {
    var purposes = new LinkedHashMap<Purpose, String>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      purposes.put(new Purpose("doel-" + i), "Doel " + i + ".");
    }
    var rules = new ArrayList<Rule>();
    int count = random.nextInt(24);
    for (int i = 0; i < count; i++) {
      rules.add(rule("R" + i + pick(ODD), pick(List.copyOf(purposes.keySet()))));
    }
    return new Convenant(
        "willekeurig",
        "v" + seed,
        "Willekeurig",
        Optional.empty(),
        random.nextBoolean() ? Convenant.Status.VASTGESTELD : Convenant.Status.VOORBEELD,
        FIRST,
        FIRST.plusYears(2),
        List.of(),
        random.nextInt(100),
        List.of(),
        parties(),
        purposes,
        new RuleBook(rules),
        Map.of(),
        Map.of("J1", point("J1", true), "J2", point("J2", false)),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Arrangements.none(),
        "digest-" + seed);
  }

  private static LegalPoint point(String id, boolean decided) {
    var ruling = new LegalPoint.Ruling("ja", "jurist", FIRST);
    return new LegalPoint(
        id,
        "?",
        "ja",
        List.of("ja"),
        "-",
        Bearing.none(),
        Optional.empty(),
        decided ? Optional.of(ruling) : Optional.empty(),
        "convenant/willekeurig/juridisch.yaml:1");
  }

  private Map<Oin, Party> parties() {
    int count = 2 + random.nextInt(8);
    var oins = new ArrayList<Oin>();
    for (int i = 0; i < count; i++) {
      oins.add(new Oin("00000099000000%03d000".formatted(i)));
    }
    var parties = new HashMap<Oin, Party>();
    for (var oin : oins) {
      parties.put(oin, party(oin, oins));
    }
    return parties;
  }

  private Party party(Oin oin, List<Oin> all) {
    var held = new ArrayList<HeldRole>();
    for (var role : roles) {
      if (chance(0.4)) {
        held.add(new HeldRole(role, days()));
      }
    }
    var contacts = new EnumMap<Role, Oin>(Role.class);
    roles.stream().filter(_ -> chance(0.3)).forEach(r -> contacts.put(r, pick(all)));
    return new Party(
        oin,
        "p-" + oin,
        "Partij",
        pick(KINDS),
        days(),
        held,
        chance(0.2) ? List.of(days()) : List.of(),
        List.of(),
        contacts,
        random.nextBoolean(),
        List.of(),
        List.of(),
        Officers.none());
  }

  /// Mostly all the time, sometimes from or until a day in the first year.
  private Days days() {
    var first = chance(0.7) ? FIRST : FIRST.plusDays(random.nextInt(120));
    return new Days(
        first,
        chance(0.7) ? Optional.empty() : Optional.of(first.plusDays(1 + random.nextInt(90))));
  }

  private Rule rule(String id, Purpose purpose) {
    var lane = pick(List.of(Lane.values()));
    return new Rule(
        id,
        purpose,
        few(roles),
        few(roles),
        chance(0.3) ? few(KINDS) : Set.of(),
        chance(0.3) ? few(KINDS) : Set.of(),
        chance(0.2),
        chance(0.1),
        lane,
        categories(),
        List.of(LAW),
        Optional.of(LAW),
        new ConsentRequirement(some(Regime.class, 0.5)),
        chance(0.7) ? Ages.ALL : ages(),
        conditions.stream().filter(_ -> chance(0.3)).toList(),
        some(ReferenceKind.class, 0.6),
        chance(0.5) ? Set.of("handelend", "meldcode") : Set.of("handelend"),
        chance(0.1) ? Optional.of("een ander kanaal") : Optional.empty(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        some(Obligation.class, 0.3),
        5,
        false,
        "R-JH",
        "Zin.",
        List.of("J1", "J2").stream().filter(_ -> chance(0.2)).toList(),
        "convenant/willekeurig/regels.yaml:1");
  }

  private Map<DataCategory, CategoryRule> categories() {
    var categories = new EnumMap<DataCategory, CategoryRule>(DataCategory.class);
    for (var category : some(DataCategory.class, 0.5)) {
      categories.put(
          category,
          new CategoryRule(
              pick(
                  List.of(
                      Presence.OPTIONEEL,
                      Presence.OPTIONEEL,
                      Presence.VERPLICHT,
                      Presence.VERBODEN)),
              pick(List.of(Handling.values())),
              chance(0.3),
              chance(0.3),
              category.name()));
    }
    return categories;
  }

  private Ages ages() {
    int from = random.nextInt(20);
    return new Ages(
        from, random.nextBoolean() ? Optional.empty() : Optional.of(from + 1 + random.nextInt(9)));
  }

  private <T> Set<T> few(List<T> from) {
    var few = new HashSet<T>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      few.add(pick(from));
    }
    return few;
  }

  private <E extends Enum<E>> Set<E> some(Class<E> type, double chance) {
    var some = EnumSet.noneOf(type);
    for (var each : type.getEnumConstants()) {
      if (chance(chance)) {
        some.add(each);
      }
    }
    return some;
  }

  private boolean chance(double chance) {
    return random.nextDouble() < chance;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
