package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.util.List;
import nl.sluis.dev.chaos.Chaos;
import nl.sluis.dev.chaos.Plan;
import nl.sluis.dev.duur.Duur;
import nl.sluis.dev.knoei.Knoeien;
import nl.sluis.dev.misbruik.Misbruik;
import nl.sluis.dev.rig.Page;
import nl.sluis.dev.wissel.Wissel;

/// `./sluis proef NAAM`: runs one trial, and keeps what came of it on a dated page.
public final class Proef {
  private static final String USE =
      """
      kies een proef:
        sterf     [--rondes=50]    kill -9 van gateway en PostgreSQL onder belasting
        herstel   [--rijen=10000]  een verloren database: wat er mist, en hoe lang alles stilligt
        wedloop   [--paren=10000]  intrekken tegen ophalen, twee gateways op één PostgreSQL
        intrekken [--keren=2000]  van intrekking tot eerste weigering, twee drukke gateways
        acuut     [--keren=400]   van melding tot bij Veilig Thuis, rustig en onder tien keer de drukte
        gelijk    [--keren=2000]  kan een verzender de ene weigering van de andere onderscheiden?
        veel      [--personen=1000000]  beslist Sluis even snel bij een miljoen mensen?
        logboek   [--rijen=10000000]  uitwisselen en lezen bij tien miljoen rijen; wat bewijs kost
        controleren [--rijen=1000000]  hoeveel rijen per seconde de controle van het logboek leest
        knoeien                    elke kolom en rij van het logboek veranderd: wat verraadt het?
        sleutels  [--keren=200000] wat het kost dat niets met één sleutel opengaat
        gesprek                    klikken en minuten van één gesprek met drie ontvangers
        inzien    [--rijen=1000000]  hoe lang een gezin op elke bladzijde wacht, bij duizend gezinnen
        toezicht  [--rijen=10000000] [--minuten=8]  hoe lang een functionaris op elke bladzijde wacht
        tweeling  [--keren=400]  is aan de tijd te zien dat er iets verborgen is?
        misbruik  [--zaden=20 | --zaad=N]  wat het controlebeleid vindt van misbruik, en hoeveel werk dat is
        chaos     [--minuten=10] [--zaad=1]  storende partners, intrekken, kill -9 en nieuwe certificaten tegelijk
        duur      [--minuten=60] [--heap=384] [--zaad=1]  blijft Sluis op halve kracht zoals zij was?
        wissel    [--zaad=1]       elke sleutel en elk certificaat vervangen onder verkeer
        wet                        alles waarvan `check` elke dag een deel trekt: vragen, andere programma's, gezinnen
        rust      [--keren=5]      geheugen in rust en tijd tot het eerste antwoord
      """;

  private Proef() {}

  /// @return 0 when everything held, 1 when something did not, 2 when the question is not known
  public static int run(List<String> args, PrintStream out) {
    var name = args.isEmpty() ? "" : args.getFirst();
    var command = "proef " + String.join(" ", args);
    return switch (name) {
      case "sterf" ->
          Page.keep(name, command, out, told -> Sterf.run(number(args, "--rondes", 50), told));
      case "herstel" ->
          Page.keep(name, command, out, told -> Herstel.run(number(args, "--rijen", 10_000), told));
      case "wedloop" ->
          Page.keep(name, command, out, told -> Wedloop.run(number(args, "--paren", 10_000), told));
      case "intrekken" ->
          Page.keep(
              name, command, out, told -> Intrekken.run(number(args, "--keren", 2_000), told));
      case "acuut" ->
          Page.keep(name, command, out, told -> Acuut.run(number(args, "--keren", 400), told));
      case "gelijk" ->
          Page.keep(name, command, out, told -> Gelijk.run(number(args, "--keren", 2_000), told));
      case "veel" ->
          Page.keep(
              name, command, out, told -> Veel.run(number(args, "--personen", 1_000_000), told));
      case "logboek" ->
          Page.keep(
              name, command, out, told -> Logboek.run(number(args, "--rijen", 10_000_000), told));
      case "controleren" ->
          Page.keep(
              name,
              command,
              out,
              told -> Controleren.run(number(args, "--rijen", 1_000_000), told));
      case "knoeien" -> Page.keep(name, command, out, Knoeien::run);
      case "sleutels" ->
          Page.keep(
              name, command, out, told -> TweeSleutels.run(number(args, "--keren", 200_000), told));
      case "gesprek" -> Page.keep(name, command, out, Gesprek::run);
      case "inzien" ->
          Page.keep(
              name, command, out, told -> Inzien.run(number(args, "--rijen", 1_000_000), told));
      case "toezicht" ->
          Page.keep(
              name,
              command,
              out,
              told ->
                  Toezicht.run(
                      number(args, "--rijen", 10_000_000), number(args, "--minuten", 8), told));
      case "tweeling" ->
          Page.keep(name, command, out, told -> Tweeling.run(number(args, "--keren", 400), told));
      case "misbruik" -> Page.keep(name, command, out, told -> Misbruik.run(seeds(args), told));
      case "chaos" ->
          Page.keep(
              name,
              command,
              out,
              told ->
                  Chaos.run(
                      Plan.ofMinutes(number(args, "--minuten", 10), number(args, "--zaad", 1)),
                      told));
      case "duur" ->
          Page.keep(
              name,
              command,
              out,
              told ->
                  Duur.run(
                      number(args, "--minuten", 60),
                      number(args, "--heap", 384),
                      number(args, "--zaad", 1),
                      told));
      case "wissel" ->
          Page.keep(name, command, out, told -> Wissel.run(number(args, "--zaad", 1), told));
      case "wet" -> Page.keep(name, command, out, Wet::run);
      case "rust" ->
          Page.keep(name, command, out, told -> Rust.run(number(args, "--keren", 5), told));
      default -> {
        out.print(USE);
        yield 2;
      }
    };
  }

  private static List<Long> seeds(List<String> args) {
    int one = number(args, "--zaad", 0);
    return one == 0 ? Misbruik.seeds(number(args, "--zaden", 20)) : List.of((long) one);
  }

  private static int number(List<String> args, String option, int standard) {
    return args.stream()
        .filter(arg -> arg.startsWith(option + "="))
        .map(arg -> Integer.parseInt(arg.substring(option.length() + 1)))
        .findFirst()
        .orElse(standard);
  }
}
