package nl.sluis.gateway.wissen;

import static nl.sluis.gateway.wissen.Belongs.part;

import java.time.Period;
import java.util.List;

/// How long is kept what organisations asked and answered each other.
final class PatternTerms {
  private static final Period SEVEN_YEARS = Period.ofYears(7);
  private static final Period MONTH = Period.ofMonths(1);

  static final List<Terms.Kept> ALL =
      List.of(
          Terms.ending(
              new Ends(
                  "vt_vraag",
                  "transactie",
                  SEVEN_YEARS,
                  "t.op < q.at",
                  List.of(part("vt_vraag_stap", "vraag", "transactie"))),
              "zeven jaar",
              "een antwoord aan Veilig Thuis rust op haar vraag"),
          Terms.ending(
              new Ends(
                  "notificatie",
                  "",
                  MONTH,
                  "t.gemaakt_op < q.at and t.stand <> 'wacht'",
                  List.of()),
              "een maand",
              "wat klaarligt ligt er ook zonder dat iemand het zei"),
          Terms.kept(
              "zolang het logboek bestaat",
              "aan wie en waar is gezegd dat er iets klaarlag; gaat over organisaties",
              List.of("abonnement", "abonnement_opzegging")));

  private PatternTerms() {}
}
