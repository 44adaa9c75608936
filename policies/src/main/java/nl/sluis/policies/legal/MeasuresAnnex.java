package nl.sluis.policies.legal;

import static nl.sluis.policies.legal.Said.join;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import nl.sluis.policies.contact.Wall;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Obligation;

/// The third annex of both agreements: what Sluis does to protect the data, with where it holds.
///
/// @param convenants those whose measures are told
/// @param rules every rule of theirs, in order
record MeasuresAnnex(Collection<Convenant> convenants, Collection<Rule> rules) {

  String page() {
    var table = new Table();
    table.text("# Bijlage 3: wat Sluis zelf doet om de gegevens te beschermen");
    table.text(
        Said.MADE
            + " Zij hoort bij [onderlinge-regeling.md](onderlinge-regeling.md) en"
            + " [verwerkersovereenkomst.md](verwerkersovereenkomst.md). Wat een organisatie binnen"
            + " haar eigen muren doet, staat hier niet in.");
    table.text("## Wat het convenant oplegt en Sluis afdwingt");
    table.head("maatregel", "waar zij geldt");
    table.row("zonder regel geen uitwisseling", count(_ -> true));
    table.row("alleen als wie erover gaat ja zegt", count(r -> r.consent().isNeeded()));
    table.row("de inhoud is dicht voor Sluis", where(r -> handles(r, Handling.VERZEGELD)));
    table.row(
        "Sluis leest mee op BSN en op onderwerpen die er niet in horen",
        where(r -> handles(r, Handling.GESCAND)));
    table.row(
        "de afzender schrijft op waarom een gegeven nodig is",
        where(r -> r.categories().values().stream().anyMatch(CategoryRule::motivated)));
    table.row("alleen naar het vaste aanspreekpunt", where(Rule::fixedContact));
    table.row("eerst moet iets gebeurd zijn", where(r -> !r.conditions().isEmpty()));
    table.row("het gezin hoort het", where(Rule::notifyFamily));
    table.row("een embargo mag, en nergens anders", where(Rule::embargoAllowed));
    table.row(
        "ongelezen inhoud verdwijnt na de leestermijn, gewoonlijk vijf werkdagen",
        where(r -> !r.neverLapses()));
    table.row("ongelezen gaat de telefoon, en verdwijnt er niets", where(Rule::neverLapses));
    table.row("alleen aantallen", where(Rule::aggregateOnly));
    Arrays.stream(Obligation.values())
        .forEach(
            obligation -> {
              var at = where(r -> r.obligations().contains(obligation));
              if (!at.isEmpty()) {
                table.row("verplichting `" + obligation.code() + "`", at);
              }
            });
    table.end();
    arrangements(table);
    software(table);
    return table.page();
  }

  private void arrangements(Table table) {
    table.text("## Muren en aantallen");
    table.head("convenant", "wat");
    for (var convenant : convenants) {
      var guard = convenant.arrangements().counting().guard();
      table.row(
          convenant.id(),
          "een aantal gaat over ten minste "
              + guard.smallest()
              + " mensen, en ten hoogste "
              + guard.largestShare()
              + " procent komt van één bijdrager");
      convenant.arrangements().walls().stream()
          .map(Wall::sentence)
          .sorted()
          .forEach(sentence -> table.row(convenant.id(), sentence));
    }
    table.end();
  }

  private static void software(Table table) {
    table.text("## Wat voor elk bericht geldt");
    table.head("maatregel", "waar het staat");
    table.row(
        "beide kanten tonen een certificaat; elk bericht is getekend en telt één keer",
        "[bericht.md](../bericht.md)");
    table.row(
        "eerst een rij in het logboek, dan pas de inhoud",
        "[besluit 0001](../decisions/0001-log-before-deliver.md)");
    table.row(
        "geen besluit op wat Sluis zich herinnert: toestemming en gezag worden elke keer gelezen",
        "[besluit 0007](../decisions/0007-no-facts-from-memory.md)");
    table.row(
        "sleutels staan buiten de database en worden op tijd vernietigd",
        "[besluit 0005](../decisions/0005-keys-outside-postgresql.md)");
    table.row(
        "een weigering verraadt niet waarom iemand nee zei",
        "[besluit 0008](../decisions/0008-refusals-look-alike.md)");
    table.row(
        "het logboek verandert niet ongemerkt; wie wil rekent het na",
        "[logboek-formaat.md](../logboek-formaat.md)");
    table.row("elke dreiging noemt de test die haar bewaakt", "[dreigingen.md](../dreigingen.md)");
    table.end();
  }

  private static boolean handles(Rule rule, Handling handling) {
    return Said.carried(rule).stream()
        .anyMatch(c -> Said.isSealed(rule, c) == (handling == Handling.VERZEGELD));
  }

  private String count(Predicate<Rule> holds) {
    return rules.stream().filter(Said::passes).filter(holds).count() + " regels";
  }

  private String where(Predicate<Rule> holds) {
    return join(rules.stream().filter(Said::passes).filter(holds).map(Rule::id));
  }
}
