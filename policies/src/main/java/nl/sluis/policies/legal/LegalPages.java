package nl.sluis.policies.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.DataCategory.Sensitivity;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The parts of the legal pack that follow from the convenanten, as pages of Markdown: the record
/// of processing (AVG 30), what a DPIA starts from (AVG 35), who takes part (AVG 26), and the
/// points that wait for a lawyer.
///
/// They say what the data says and decide nothing. Immutable; may be shared between threads.
public final class LegalPages {
  private static final String MADE =
      "Deze bladzijde is gemaakt uit het convenant; verander haar niet met de hand.";

  private final Collection<Convenant> convenants;
  private final Map<String, Rule> rules = new TreeMap<>(byNumber());

  /// @param convenants those whose rules and parties the pages tell; at least one
  public LegalPages(Collection<Convenant> convenants) {
    this.convenants = List.copyOf(convenants);
    convenants.forEach(c -> c.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
  }

  /// The record of processing: one entry per purpose, with who, what, why and how long (AVG 30).
  public String register() {
    var table = new Table();
    table.text("# Register van verwerkingen: wat het convenant erover zegt");
    table.text(
        MADE
            + " Elke partij houdt haar eigen register (AVG 30) en neemt hieruit over wat zij doet."
            + " Wat er buiten Sluis mee gebeurt, staat hier niet in.");
    table.head(
        "doel", "regels", "betrokkenen", "van", "aan", "gegevens", "rust op", "bewaren", "weg");
    perPurpose().forEach((purpose, some) -> table.row(entry(purpose, some)));
    return table.page();
  }

  private String[] entry(Purpose purpose, List<Rule> some) {
    var sentence = convenants.stream().map(c -> c.purposes().get(purpose)).filter(t -> t != null);
    return new String[] {
      "`" + purpose + "` " + sentence.findFirst().orElse(""),
      join(some.stream().map(Rule::id)),
      some.stream().allMatch(r -> r.lane() == Lane.ANONIEM) ? "niemand" : "kind en gezin",
      join(some.stream().flatMap(r -> r.from().stream()).map(Role::code)),
      join(some.stream().flatMap(r -> r.to().stream()).map(Role::code)),
      join(some.stream().flatMap(r -> carried(r).stream()).map(DataCategory::name)),
      join(some.stream().flatMap(LegalPages::grounds)),
      join(some.stream().map(Rule::retention)),
      join(some.stream().map(LegalPages::road))
    };
  }

  /// What a DPIA starts from: where the most sensitive data goes, and without whose yes (AVG 35).
  public String dpiaData() {
    var table = new Table();
    table.text("# Gegevens voor de DPIA");
    table.text(MADE + " De beoordeling zelf staat in [dpia.md](dpia.md).");
    table.text("## Hoeveel regels langs welke weg");
    table.head("weg", "regels", "met bijzondere of strafrechtelijke gegevens");
    for (var lane : Lane.values()) {
      var some = rules.values().stream().filter(r -> passes(r) && r.lane() == lane).toList();
      var heavy = some.stream().filter(r -> !special(r).isEmpty()).count();
      table.row(lane.code(), String.valueOf(some.size()), String.valueOf(heavy));
    }
    var elsewhere = rules.values().stream().filter(r -> !passes(r)).count();
    table.row("niet door Sluis", String.valueOf(elsewhere), "").end();
    table.text("## Zonder toestemming, met gegevens van de zwaarste klassen");
    table.head("regel", "doel", "van", "aan", "gegevens", "rust op", "gezin hoort het", "embargo");
    rules.values().stream()
        .filter(r -> passes(r) && r.lane() != Lane.TOESTEMMING && !special(r).isEmpty())
        .forEach(r -> table.row(heavy(r)));
    return table.page();
  }

  private static String[] heavy(Rule rule) {
    return new String[] {
      rule.id(),
      "`" + rule.purpose() + "`",
      join(rule.from().stream().map(Role::code)),
      join(rule.to().stream().map(Role::code)),
      join(special(rule).stream().map(c -> c + sealed(rule, c))),
      join(grounds(rule)),
      rule.notifyFamily() ? "ja" : "niet door Sluis",
      rule.embargoAllowed() ? "mag" : "nee"
    };
  }

  /// Who takes part in which convenant, for the arrangement of AVG 26 and the agreements of AVG 28.
  public String parties() {
    var table = new Table();
    table.text("# Wie meedoet");
    table.text(MADE + " Hij hoort bij [onderlinge-regeling.md](onderlinge-regeling.md).");
    for (var convenant : convenants) {
      table.text("## " + convenant.title() + ", versie " + convenant.version());
      table.head("partij", "OIN", "rollen", "sinds", "gemeenten", "wie tekent");
      convenant.parties().values().stream()
          .sorted(Comparator.comparing(Party::name))
          .forEach(p -> table.row(party(convenant, p)));
      table.end();
    }
    return table.page();
  }

  private static String[] party(Convenant convenant, Party party) {
    return new String[] {
      party.name(),
      party.oin().value(),
      join(roles(convenant, party)),
      party.bound().first().toString(),
      join(
          party.municipalitiesOn(convenant.validFrom()).stream()
              .map(municipality -> municipality.name())),
      signatory(convenant, party)
    };
  }

  /// The roles it fulfils while the version holds, with the days when that is not all the time.
  private static Stream<String> roles(Convenant convenant, Party party) {
    var validity = convenant.validity();
    return party.roles().stream()
        .filter(held -> held.days().overlap(validity))
        .map(
            held ->
                held.role()
                    + (held.days().first().isAfter(later(convenant, party))
                        ? " vanaf " + held.days().first()
                        : "")
                    + held.days()
                        .end()
                        .filter(end -> end.isBefore(convenant.validUntil()))
                        .map(end -> " tot " + end)
                        .orElse(""));
  }

  private static LocalDate later(Convenant convenant, Party party) {
    var bound = party.bound().first();
    return bound.isAfter(convenant.validFrom()) ? bound : convenant.validFrom();
  }

  private static String signatory(Convenant convenant, Party party) {
    var by = party.signatoryOn(convenant.validFrom());
    return by.equals(party.oin())
        ? "zelf"
        : Optional.ofNullable(convenant.parties().get(by)).map(Party::name).orElse(by.value());
  }

  /// The points that a lawyer must decide, with the rules that wait for each.
  public String points() {
    var table = new Table();
    table.text("# Punten voor de jurist");
    table.text(
        MADE
            + " Zolang een punt niet is beslist, weigert Sluis in productie elke regel die het"
            + " noemt; een voorbeeld draait wel, en zegt dat erbij. Een besluit komt in"
            + " `juridisch.yaml`, met wie en wanneer.");
    table.head(
        "punt",
        "vraag",
        "waar de tekst nu van uitgaat",
        "andere antwoorden",
        "wat het raakt",
        "regels die wachten",
        "besluit, door, datum");
    points(convenants).forEach(point -> table.row(point(point)));
    return table.page();
  }

  private String[] point(LegalPoint point) {
    var waiting = rules.values().stream().filter(r -> r.legalPoints().contains(point.id()));
    var ruling =
        point.ruling().map(r -> r.answer() + ", " + r.by() + ", " + r.on()).orElse("nog niet");
    return new String[] {
      "**" + point.id() + "**",
      point.question(),
      point.chosen(),
      join(point.options().stream().filter(o -> !o.equals(point.chosen()))),
      point.touches(),
      join(waiting.map(Rule::id)),
      ruling
    };
  }

  private static List<LegalPoint> points(Collection<Convenant> convenants) {
    var points = new TreeMap<String, LegalPoint>(byNumber());
    convenants.forEach(c -> c.legalPoints().forEach(points::putIfAbsent));
    return List.copyOf(points.values());
  }

  private Map<Purpose, List<Rule>> perPurpose() {
    return rules.values().stream()
        .collect(Collectors.groupingBy(Rule::purpose, TreeMap::new, Collectors.toList()));
  }

  private static boolean passes(Rule rule) {
    return rule.otherChannel().isEmpty();
  }

  private static Set<DataCategory> carried(Rule rule) {
    var carried = new TreeSet<DataCategory>();
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() != Presence.VERBODEN) {
                carried.add(category);
              }
            });
    return carried;
  }

  /// What art. 9 and 10 AVG and the two heaviest classes of the convenant cover.
  private static Set<DataCategory> special(Rule rule) {
    var heavy = carried(rule);
    heavy.removeIf(c -> c.sensitivity().compareTo(Sensitivity.HOOG) < 0);
    return heavy;
  }

  private static String sealed(Rule rule, DataCategory category) {
    var says = rule.categories().get(category);
    return says != null && says.handling() == Handling.VERZEGELD ? " (dicht)" : "";
  }

  private static Stream<String> grounds(Rule rule) {
    var all = new ArrayList<LawRef>(rule.grounds());
    rule.secrecyKey().ifPresent(all::add);
    return all.stream().map(LawRef::toString);
  }

  private static String road(Rule rule) {
    return rule.otherChannel().map(c -> "niet door Sluis: " + c).orElse(rule.lane().code());
  }

  private static String join(Stream<String> words) {
    return words.distinct().sorted().collect(Collectors.joining(", "));
  }

  /// `X2` before `X10`, `X26` before `X26b`.
  private static Comparator<String> byNumber() {
    return Comparator.comparingInt((String id) -> Integer.parseInt(id.replaceAll("[^0-9]", "")))
        .thenComparing(id -> id.toLowerCase(Locale.ROOT));
  }
}
