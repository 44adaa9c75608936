package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// A convenant of one rule per lane between a school, a CJG, leerplicht and Veilig Thuis, for specs
/// about versions and signatures, which need no more.
public final class Tiny {
  /// The parties, each with one role.
  public static final PartyRole SCHOOL = of(1, Role.SCHOOL_IB);

  public static final PartyRole CJG = of(2, Role.CJG_COACH);
  public static final PartyRole LEERPLICHT = of(3, Role.LPA);
  public static final PartyRole VEILIG_THUIS = of(4, Role.VEILIG_THUIS);

  /// Signs in the name of others; has no rule of its own.
  public static final PartyRole SWV = of(5, Role.SWV);

  private static final List<PartyRole> ALL = List.of(SCHOOL, CJG, LEERPLICHT, VEILIG_THUIS, SWV);
  private static final LawRef LAW = new LawRef("AVG", "6(1)(e)", "");

  private Tiny() {}

  private static PartyRole of(int number, Role role) {
    return new PartyRole(new Oin("0000009900000080%d000".formatted(number)), role);
  }

  /// An adopted version, in force from one day until another, for these municipalities.
  public static Convenant version(
      String id, String version, String from, String until, String... municipalities) {
    return version(id, version, from, until, party -> party, municipalities);
  }

  /// The same, with the parties changed.
  public static Convenant version(
      String id,
      String version,
      String from,
      String until,
      UnaryOperator<Party> change,
      String... municipalities) {
    var first = LocalDate.parse(from);
    return new Convenant(
        id,
        version,
        id,
        Optional.empty(),
        Convenant.Status.VASTGESTELD,
        first,
        LocalDate.parse(until),
        Stream.of(municipalities)
            .map(m -> new Served(new Municipality(m), Days.from(first)))
            .toList(),
        30,
        List.of(),
        ALL.stream().map(Tiny::party).map(change).collect(Collectors.toMap(Party::oin, p -> p)),
        Map.of(),
        new RuleBook(
            List.of(
                rule("T1", Lane.TOESTEMMING, SCHOOL, CJG),
                rule("T2", Lane.WETTELIJK, SCHOOL, LEERPLICHT),
                rule("T3", Lane.OVERRIDE, SCHOOL, VEILIG_THUIS),
                rule("T4", Lane.ANONIEM, CJG, SCHOOL))),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Arrangements.none(),
        "digest " + id + " " + version);
  }

  private static Party party(PartyRole who) {
    var always = Days.from(LocalDate.parse("2026-01-01"));
    return new Party(
        who.oin(),
        who.role().code(),
        who.role().code(),
        "cjg",
        always,
        List.of(new HeldRole(who.role(), always)),
        List.of(),
        List.of(),
        Map.of(),
        true,
        List.of(),
        List.of(),
        Officers.none());
  }

  private static Rule rule(String id, Lane lane, PartyRole from, PartyRole to) {
    var category = lane == Lane.ANONIEM ? DataCategory.K00 : DataCategory.K01;
    var says =
        new CategoryRule(Presence.VERPLICHT, Handling.GESCAND, false, false, category.name());
    return new Rule(
        id,
        new Purpose(id.toLowerCase(Locale.ROOT)),
        Set.of(from.role()),
        Set.of(to.role()),
        Set.of(),
        Set.of(),
        false,
        false,
        lane,
        new EnumMap<>(Map.of(category, says)),
        List.of(LAW),
        Optional.of(LAW),
        new ConsentRequirement(lane == Lane.TOESTEMMING ? Set.of(Regime.SCHOOL_AVG) : Set.of()),
        Ages.ALL,
        List.of(),
        Set.of(ReferenceKind.EIGEN_KENMERK),
        Set.of(),
        Optional.empty(),
        false,
        true,
        false,
        Set.of(),
        5,
        false,
        "R-JH",
        "Zin.",
        List.of(),
        "convenant/" + id + ".yaml:1");
  }

  /// What the rule of this lane is for, asked rightly, about a child that lives there.
  public static Question ask(Lane lane, Instant at, Optional<String> municipality) {
    var rule =
        version("x", "x", "2026-01-01", "2030-01-01").rules().stream()
            .filter(r -> r.lane() == lane)
            .findFirst()
            .orElseThrow();
    var categories = rule.categories().keySet();
    return new Question(
        at,
        rule.purpose(),
        who(rule.from()),
        who(rule.to()),
        lane == Lane.ANONIEM ? ReferenceKind.GEEN : ReferenceKind.EIGEN_KENMERK,
        categories,
        Set.of(),
        Set.of(),
        Set.of(),
        PartialDelivery.WEIGER,
        lane == Lane.OVERRIDE ? new MeldcodeState.Complete(true) : new MeldcodeState.Absent(),
        Set.of(),
        new SubjectFacts(
            Optional.empty(),
            new ConsentState.Given(categories, List.of("t-1")),
            Set.of(),
            municipality.map(Municipality::new)));
  }

  private static PartyRole who(Set<Role> roles) {
    return ALL.stream().filter(p -> roles.contains(p.role())).findFirst().orElseThrow();
  }

  /// Noon of this day, in Amsterdam.
  public static Instant noon(String day) {
    return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(Age.CALENDAR).toInstant();
  }

  /// A signature of this party under this version at noon of that day.
  public static Signatures.Signature signed(Convenant version, PartyRole who, String day) {
    return new Signatures.Signature(version.digest(), who.oin(), noon(day));
  }

  /// Signatures of everybody under this version.
  public static List<Signatures.Signature> all(Convenant version, String day) {
    return ALL.stream().map(who -> signed(version, who, day)).toList();
  }
}
