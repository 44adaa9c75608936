package nl.sluis.policies.legal;

import static nl.sluis.policies.legal.Said.join;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The parts of the legal pack that follow from the convenanten, as pages of Markdown: the record
/// of processing (AVG 30), what a DPIA starts from (AVG 35), who takes part (AVG 26), and the
/// points that wait for a lawyer.
///
/// They say what the data says and decide nothing. Immutable; may be shared between threads.
public final class LegalPages {
  private final Collection<Convenant> convenants;
  private final Keeping keeping;
  private final Map<String, Rule> rules = new TreeMap<>(Said.byNumber());

  /// @param convenants those whose rules and parties the pages tell; at least one
  public LegalPages(Collection<Convenant> convenants) {
    this.convenants = List.copyOf(convenants);
    this.keeping = new Keeping(this.convenants);
    convenants.forEach(c -> c.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
  }

  /// The record of processing: one entry per purpose, with who, what, why and how long (AVG 30).
  public String register() {
    var table = new Table();
    table.text("# Register van verwerkingen: wat het convenant erover zegt");
    table.text(
        Said.MADE
            + " Elke partij houdt haar eigen register (AVG 30) en neemt hieruit over wat zij doet."
            + " Wat er buiten Sluis mee gebeurt, staat hier niet in.");
    table.head(
        "doel", "regels", "betrokkenen", "van", "aan", "gegevens", "rust op", "bewaren", "weg");
    perPurpose().forEach((purpose, some) -> table.row(entry(purpose, some)));
    table.end();
    table.text("## De bewaartermijnen");
    table.text(
        "Een termijn gaat over het dossier van wie iets kreeg. Hoe lang de rij in het logboek van"
            + " Sluis blijft, staat bij punt J11 in [punten.md](punten.md).");
    keeping.table(table, rules.values());
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
      join(some.stream().flatMap(r -> Said.carried(r).stream()).map(DataCategory::name)),
      join(some.stream().flatMap(Said::grounds)),
      keeping.of(some),
      join(some.stream().map(Said::road))
    };
  }

  /// What a DPIA starts from: where the most sensitive data goes, and without whose yes (AVG 35).
  public String dpiaData() {
    var table = new Table();
    table.text("# Gegevens voor de DPIA");
    table.text(Said.MADE + " De beoordeling zelf staat in [dpia.md](dpia.md).");
    table.text("## Hoeveel regels langs welke weg");
    table.head("weg", "regels", "met bijzondere of strafrechtelijke gegevens");
    for (var lane : Lane.values()) {
      var some = rules.values().stream().filter(r -> Said.passes(r) && r.lane() == lane).toList();
      var heavy = some.stream().filter(r -> !Said.special(r).isEmpty()).count();
      table.row(lane.code(), String.valueOf(some.size()), String.valueOf(heavy));
    }
    var elsewhere = rules.values().stream().filter(r -> !Said.passes(r)).count();
    table.row("niet door Sluis", String.valueOf(elsewhere), "").end();
    table.text("## Zonder toestemming, met gegevens van de zwaarste klassen");
    table.head(
        "regel",
        "doel",
        "van",
        "aan",
        "gegevens",
        "rust op",
        "gezin hoort het",
        "embargo",
        "bewaren");
    rules.values().stream()
        .filter(r -> Said.passes(r) && r.lane() != Lane.TOESTEMMING && !Said.special(r).isEmpty())
        .forEach(r -> table.row(heavy(r)));
    return table.page();
  }

  private String[] heavy(Rule rule) {
    return new String[] {
      rule.id(),
      "`" + rule.purpose() + "`",
      join(rule.from().stream().map(Role::code)),
      join(rule.to().stream().map(Role::code)),
      join(Said.special(rule).stream().map(c -> c + (Said.isSealed(rule, c) ? " (dicht)" : ""))),
      join(Said.grounds(rule)),
      rule.notifyFamily() ? "ja" : "niet door Sluis",
      rule.embargoAllowed() ? "mag" : "nee",
      keeping.of(List.of(rule))
    };
  }

  /// Who takes part in which convenant, for the arrangement of AVG 26 and the agreements of AVG 28.
  public String parties() {
    return new PartiesPage(convenants).page();
  }

  /// What is exchanged for what, on which ground and with which key: the second annex of both
  /// agreements.
  public String annexOfData() {
    return new DataAnnex(convenants, rules.values()).page();
  }

  /// What Sluis does to protect it: the third annex of both agreements.
  public String annexOfMeasures() {
    return new MeasuresAnnex(convenants, rules.values()).page();
  }

  /// The points that a lawyer must decide, with the rules that wait for each.
  public String points() {
    return new PointsPage(convenants, rules.values()).page();
  }

  private Map<Purpose, List<Rule>> perPurpose() {
    return rules.values().stream()
        .collect(Collectors.groupingBy(Rule::purpose, TreeMap::new, Collectors.toList()));
  }
}
