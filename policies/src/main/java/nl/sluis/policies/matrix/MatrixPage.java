package nl.sluis.policies.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Every rule of some convenants as a page of Markdown, made from the convenants and from nothing
/// else.
public final class MatrixPage {
  private static final String HEAD =
      """
      # De matrix: wie wat aan wie mag geven

      Deze bladzijde is gemaakt uit het convenant met `./sluis convenant matrix`. Verander haar niet met de hand: verander
      het convenant en maak haar opnieuw. Wat er niet staat, mag niet.

      Zo leest u de tweede tabel van elke familie: **moet** betekent dat het bericht zonder deze gegevens niet doorgaat, *mag* dat
      ze mee mogen, een leeg vak dat ze nooit meegaan. *Dicht*: alleen de ontvanger leest het. *Met reden*: de afzender schrijft
      op waarom het nodig is. *Met ja*: alleen voor deze gegevens is toestemming nodig.
      """;

  private final List<String> names;
  private final Convenant labels;
  private final List<String> lines = new ArrayList<>();

  private MatrixPage(Collection<Convenant> convenants) {
    this.names = convenants.stream().map(Convenant::id).toList();
    this.labels = convenants.iterator().next();
  }

  /// The page.
  ///
  /// @param convenants at least one; a rule that they share stands there once
  public static String of(Collection<Convenant> convenants) {
    var page = new MatrixPage(convenants);
    page.lines.add(HEAD.strip());
    page.versions(convenants);
    Row.perFamily(convenants).forEach(page::family);
    return String.join("\n", page.lines) + "\n";
  }

  private void versions(Collection<Convenant> convenants) {
    lines.add("");
    lines.add("| convenant | versie | geldig van | tot | regels | partijen |");
    lines.add("|---|---|---|---|---|---|");
    for (var convenant : convenants) {
      lines.add(
          row(
              convenant.id(),
              convenant.version(),
              convenant.validFrom().toString(),
              convenant.validUntil().toString(),
              String.valueOf(convenant.rules().size()),
              String.valueOf(convenant.parties().size())));
    }
  }

  private void family(String name, List<Row> rows) {
    lines.add("");
    lines.add("## " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    lines.add("");
    lines.add("| regel | waarvoor | van | aan | weg | wie zegt ja | eerst | rust op | bewaren |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    rows.forEach(row -> lines.add(rule(row)));
    var passing = rows.stream().filter(row -> row.rule().otherChannel().isEmpty()).toList();
    if (passing.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        "| gegevens | "
            + passing.stream().map(this::title).collect(Collectors.joining(" | "))
            + " |");
    lines.add("|---|" + "---|".repeat(passing.size()));
    for (var category : DataCategory.values()) {
      var marks = passing.stream().map(row -> Mark.of(row.rule(), category)).toList();
      if (marks.stream().anyMatch(mark -> !mark.isEmpty())) {
        lines.add("| " + label(category) + " | " + String.join(" | ", marks) + " |");
      }
    }
  }

  private String rule(Row row) {
    var rule = row.rule();
    return row(
        "**" + rule.id() + "**" + where(row),
        "`" + rule.purpose() + "` " + row.purpose(),
        roles(rule.from().stream(), rule.fromKinds().stream()),
        roles(rule.to().stream(), rule.toKinds().stream())
            + (rule.fixedContact() ? " (vast aanspreekpunt)" : ""),
        rule.otherChannel()
            .map(channel -> "niet door Sluis: " + channel)
            .orElse(rule.lane().code()),
        consent(rule),
        first(rule),
        grounds(rule),
        labels.arrangements().keeps(rule));
  }

  private String where(Row row) {
    return row.convenants().equals(names) || names.size() == 1
        ? ""
        : " alleen " + String.join(", ", row.convenants());
  }

  private String title(Row row) {
    return row.rule().id() + where(row);
  }

  private static String consent(Rule rule) {
    return rule.consent().isNeeded()
        ? rule.consent().regimes().stream()
            .map(Regime::code)
            .sorted()
            .collect(Collectors.joining(", "))
        : "niemand";
  }

  /// What must be so first: an age, and what has happened.
  private static String first(Rule rule) {
    return Stream.of(
            rule.ages().isEverybody() ? "" : rule.ages().words(), codes(rule.conditions().stream()))
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String grounds(Rule rule) {
    var grounds = rule.grounds().stream().map(LawRef::toString).collect(Collectors.joining("; "));
    return grounds + rule.secrecyKey().map(key -> "; geheimhouding: " + key).orElse("");
  }

  private static String roles(Stream<Role> roles, Stream<String> kinds) {
    var who = codes(roles.map(Role::code));
    var only = kinds.sorted().collect(Collectors.joining(", "));
    return only.isEmpty() ? who : who + " (" + only + ")";
  }

  private static String codes(Stream<String> codes) {
    return codes.sorted().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
  }

  private String label(DataCategory category) {
    return category + " " + labels.labels().getOrDefault(category, category.slug());
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
