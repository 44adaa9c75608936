package nl.sluis.policies.legal;

import static nl.sluis.policies.legal.Said.join;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Role;

/// The second annex of both agreements: per purpose what is exchanged, from whom to whom, on which
/// ground, with which key for secrecy, and how long it is kept.
///
/// @param convenants those whose rules are told
/// @param rules every rule of theirs, in order
record DataAnnex(Collection<Convenant> convenants, Collection<Rule> rules) {

  String page() {
    var keeping = new Keeping(convenants);
    var table = new Table();
    table.text("# Bijlage 2: welke gegevens, waarvoor en aan wie");
    table.text(
        Said.MADE
            + " Zij hoort bij [onderlinge-regeling.md](onderlinge-regeling.md) en"
            + " [verwerkersovereenkomst.md](verwerkersovereenkomst.md). Het gaat om kinderen en"
            + " hun gezin; alleen wat door Sluis gaat staat hier. *Dicht* leest alleen de"
            + " ontvanger; *met reden* gaat mee als de afzender opschrijft waarom het nodig is.");
    table.head(
        "regel",
        "doel",
        "gegevens",
        "van",
        "ontvangers",
        "grond",
        "sleutel van de geheimhouding",
        "bewaren");
    rules.stream()
        .filter(Said::passes)
        .forEach(
            rule ->
                table.row(
                    rule.id(),
                    "`" + rule.purpose() + "`",
                    data(rule),
                    join(rule.from().stream().map(Role::code)),
                    join(rule.to().stream().map(Role::code)),
                    join(rule.grounds().stream().map(LawRef::toString)),
                    rule.secrecyKey().map(LawRef::toString).orElse(""),
                    keeping.of(List.of(rule))));
    table.end();
    table.text("## De soorten gegevens");
    table.head("code", "wat", "klasse");
    for (var category : DataCategory.values()) {
      table.row(category.name(), label(category), Said.weight(category));
    }
    table.end();
    table.text("## De bewaartermijnen");
    keeping.table(table, rules);
    return table.page();
  }

  private static String data(Rule rule) {
    return new TreeMap<>(rule.categories())
        .entrySet().stream()
            .filter(says -> says.getValue().presence() != Presence.VERBODEN)
            .map(says -> says.getKey() + how(says.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String how(CategoryRule says) {
    var how = new ArrayList<String>();
    if (says.presence() == Presence.VERPLICHT) {
      how.add("altijd");
    }
    if (says.handling() == Handling.VERZEGELD) {
      how.add("dicht");
    }
    if (says.motivated()) {
      how.add("met reden");
    }
    return how.isEmpty() ? "" : " (" + String.join(", ", how) + ")";
  }

  private String label(DataCategory category) {
    return convenants.stream()
        .map(c -> c.labels().getOrDefault(category, category.slug()))
        .findFirst()
        .orElse(category.slug());
  }
}
