package nl.sluis.gateway.wissen;

import static nl.sluis.gateway.wissen.Belongs.part;

import java.time.Period;
import java.util.List;

/// How long it is kept who may sign along, and what came of it; part of [Terms].
final class SigningTerms {
  private static final Period SEVEN_YEARS = Period.ofYears(7);
  private static final Period YEAR = Period.ofYears(1);

  /// In the order in which it is deleted.
  static final List<Terms.Kept> ALL =
      List.of(
          Terms.ending(
              new Ends(
                  "ondertekenaar",
                  "id",
                  SEVEN_YEARS,
                  """
                  t.tot < q.at
                  and not exists (
                    select from akkoord k
                    where k.region = t.region and k.ondertekenaar = t.id and k.op >= q.at)
                  """,
                  List.of(
                      part("ondertekenaar_intrekking", "ondertekenaar", "id"),
                      part("akkoord", "ondertekenaar", "id"))),
              "zeven jaar nadat iemand niet meer mocht tekenen",
              "wie meetekende hoort bij wat ermee doorging"),
          Terms.ending(
              new Ends(
                  "ondertekenaar_code",
                  "id",
                  YEAR,
                  "t.geldig_tot < q.at",
                  List.of(part("ondertekenaar_code_gebruik", "code", "id"))),
              "een jaar",
              "een code die niet meer geldt bewijst niets"));

  private SigningTerms() {}
}
