package nl.sluis.gateway.wissen;

import java.util.List;

/// How long it is kept that somebody looked back, and what came of it; part of [Terms].
final class LookedTerms {
  /// All of it stays.
  static final List<Terms.Kept> ALL =
      List.of(
          Terms.kept(
              "zolang het logboek bestaat",
              "of er werkelijk is gekeken moet na te gaan zijn (AVG 5(2)); noemt rijen, en wie"
                  + " handelde onder een sleutel, en niets van wie is gewist",
              List.of(
                  "controle_dag",
                  "signaal",
                  "signaal_oordeel",
                  "signaal_gesloten",
                  "steekproef",
                  "steekproef_trekking",
                  "steekproef_rij",
                  "steekproef_oordeel",
                  "steekproef_bekeken")));

  private LookedTerms() {}
}
