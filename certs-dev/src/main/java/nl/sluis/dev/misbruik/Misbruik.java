package nl.sluis.dev.misbruik;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.sluis.gateway.controlebeleid.PolicyShelf;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.SignalKind;

/// How much misuse the control policy finds, and how much work that is: `./sluis proef misbruik`.
@SuppressWarnings("InlineFormatString") // what is explained is read apart from the figures
public final class Misbruik {
  private static final int BUDGET = 20;
  private static final long FIRST = 201;
  private static final String EXPLAINED =
      """
      Een verzonnen regio van scholen, CJG, GGD, leerplicht, Veilig Thuis en jeugdhulp; vier weken aanloop
      en acht weken die tellen. Elk zaadje is een andere regio, met van elke soort misbruik één dader. Hoe
      druk gewoon werk is, hoe vaak iets mislukt, hoe vaak iemand invalt en hoe vaak een register achterloopt
      zijn schattingen: de uitkomst zegt iets over de regels, niet over een echte regio. Elke organisatie
      ziet alleen haar eigen rijen. Gevonden: de zaak staat in een week bij de eerste %d van de hele regio,
      en wijst naar een rij die misbruik was. Na weken: één is aan het eind van de week waarin het begon.
      Toeval: hoe vaak wie elke week %d mensen zomaar kiest de dader had gehad, in alle acht weken. De
      verklaringen zijn één keer bijgesteld na een proef met zaadjes onder de 200; daarom begint deze bij 201. De
      regel voor de meldcode is bijgesteld toen de uitkomst van 201 tot en met 220 al bekend was.

      Wat niet wordt gevonden, en waarom:
      - Doelverschuiving gebeurt in eigen dossiers. De verklaring «lopend dossier» maakt zulke rijen gewoon;
        alleen wie veel meer soorten gegevens aanraakt dan anderen in de rol valt op. De steekproef ziet ze wel.
      - De meldcode als sluipweg heeft volledige papieren. De vergelijking telt over acht weken en ziet haar
        dus pas na een paar keer. De nacontrole bekijkt wel elke meldcode, honderd procent; dat telt hier niet mee.
      - Buur, seriekijker, ex-partner en visser kijken in deze proef altijd buiten eigen dossiers, zonder ja
        en zonder register. Wie een geldig ja, een tafel of een eigen leerling als dekmantel heeft, is
        verklaard en wordt zo niet gevonden.
      - Wie familie, buur of ex van wie is weet Sluis niet. Daar wordt niets van gerekend.
      """;

  private Misbruik() {}

  /// Runs the seeds.
  ///
  /// @param seeds at least one; the same seeds print the same figures
  /// @return 0; what was found is a figure, not a pass
  public static int run(List<Long> seeds, PrintStream out) {
    var policy =
        PolicyShelf.of(Optional.empty())
            .policies()
            .on(Season.sunday(Season.WEEKS - 1))
            .orElseThrow();
    var judged = new ArrayList<Judged>();
    for (long seed : seeds) {
      judged.add(new Judged(Season.of(seed), policy, BUDGET));
    }
    print(seeds, policy, judged, out);
    return 0;
  }

  /// So many seeds, from one on that was never looked at while the policy was written.
  public static List<Long> seeds(int many) {
    return LongStream.range(FIRST, FIRST + many).boxed().toList();
  }

  private static void print(
      List<Long> seeds, ControlPolicy policy, List<Judged> judged, PrintStream out) {
    line(
        out,
        "controlebeleid %s/%s, vingerafdruk %s",
        policy.id(),
        policy.version(),
        policy.digest().substring(0, 16));
    line(
        out,
        "zaadjes: %s; %d mensen; %,d verstrekkingen en %,d weigeringen of aanhoudingen in acht"
            + " weken (gemiddeld)",
        seeds.stream().map(String::valueOf).collect(Collectors.joining(" ")),
        judged.getFirst().people(),
        mean(judged.stream().mapToInt(Judged::disclosures).sum(), judged),
        mean(judged.stream().mapToInt(Judged::refusals).sum(), judged));
    line(
        out,
        "verklaard: %s van de rijen",
        share(sum(judged, Judged::explained), sum(judged, Judged::judged)));
    out.println();
    line(out, "%-24s %10s %12s %12s  %s", "misbruik", "gevonden", "ooit gemeld", "na weken", "hoe");
    for (var misuse : Misuse.values()) {
      misuse(misuse, judged, out);
    }
    total(judged, out);
    rules(judged, out);
    out.println();
    out.print(EXPLAINED.formatted(BUDGET, BUDGET));
  }

  private static void misuse(Misuse misuse, List<Judged> judged, PrintStream out) {
    var weeks =
        judged.stream()
            .flatMap(one -> Optional.ofNullable(one.foundAfter().get(misuse)).stream())
            .sorted()
            .toList();
    long raised = judged.stream().filter(one -> one.raised().contains(misuse)).count();
    line(
        out,
        "%-24s %10s %12s %12s  %s",
        misuse.title(),
        weeks.size() + "/" + judged.size(),
        raised + "/" + judged.size(),
        weeks.isEmpty() ? "-" : weeks.get(weeks.size() / 2) + " (mediaan)",
        misuse.how());
  }

  private static void total(List<Judged> judged, PrintStream out) {
    int found = sum(judged, one -> one.foundAfter().size());
    int all = judged.size() * Misuse.values().length;
    double chance = 1 - Math.pow(1 - (double) BUDGET / judged.getFirst().people(), Season.WEEKS);
    line(out, "%-24s %10s   (toeval: %.0f%%)", "samen", found + "/" + all, 100 * chance);
    out.println();
    int disclosures = sum(judged, Judged::disclosures);
    line(out, "recall bij %d zaken per week: %s", BUDGET, share(found, all));
    line(
        out,
        "zaken per 1.000 verstrekkingen: %.1f; bekeken: %d, waarvan misbruik: %s",
        1000.0 * sum(judged, Judged::cases) / disclosures,
        sum(judged, Judged::looked),
        share(sum(judged, Judged::right), sum(judged, Judged::looked)));
  }

  private static void rules(List<Judged> judged, PrintStream out) {
    var perKind = new TreeMap<SignalKind, int[]>();
    for (var one : judged) {
      one.perKind()
          .forEach(
              (kind, counts) -> {
                var sum = perKind.computeIfAbsent(kind, _ -> new int[2]);
                sum[0] += counts[0];
                sum[1] += counts[1];
              });
    }
    out.println();
    line(out, "%-14s %10s %18s", "regel", "signalen", "waarvan misbruik");
    perKind.forEach(
        (kind, counts) ->
            line(out, "%-14s %10d %18s", kind.code(), counts[0], share(counts[1], counts[0])));
  }

  private static int sum(List<Judged> judged, ToIntFunction<Judged> part) {
    return judged.stream().mapToInt(part).sum();
  }

  private static int mean(int sum, List<Judged> judged) {
    return Math.round((float) sum / judged.size());
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "geen"
        : String.format(Locale.ROOT, "%.1f%% (%d/%d)", 100.0 * part / whole, part, whole);
  }

  @SuppressWarnings("AnnotateFormatMethod") // called only here, with sentences that stand here
  private static void line(PrintStream out, String form, Object... words) {
    out.println(String.format(Locale.ROOT, form, words));
  }
}
