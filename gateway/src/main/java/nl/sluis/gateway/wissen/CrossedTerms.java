package nl.sluis.gateway.wissen;

import java.time.Period;
import java.util.List;

/// How long it is kept that a request crossed FSC; part of [Terms].
final class CrossedTerms {
  /// As long as the rows of the logbook when no rule says otherwise.
  static final List<Terms.Kept> ALL =
      List.of(
          Terms.ending(
              new Ends("fsc_logregel", "", Period.ofYears(5), "t.op < q.at", List.of()),
              "vijf jaar",
              "wie met wie verkeerde moet na te gaan zijn zolang de rij erbij te lezen is; zegt van"
                  + " niemand iets"));

  private CrossedTerms() {}
}
