package nl.sluis.gateway.inzicht;

import java.time.LocalDate;
import java.util.List;
import nl.sluis.policies.terms.LawRef;

/// Why something was allowed, as a family reads it.
public sealed interface Ground {
  /// Who looks said yes.
  ///
  /// @param day on which
  record YouSaidYes(LocalDate day) implements Ground {}

  /// Who decides about it said yes; who that was is told to nobody else.
  record SaidYes() implements Ground {}

  /// The law orders or allows it.
  record ByLaw() implements Ground {}

  /// For somebody's safety.
  record ForSafety() implements Ground {}

  /// Nothing was given, so nothing carries it.
  record None() implements Ground {}

  /// The articles that stand behind it.
  ///
  /// @param ground in short
  /// @param articles in the order of the convenant
  record Explained(Ground ground, List<LawRef> articles) {
    /// Copies its list.
    public Explained {
      articles = List.copyOf(articles);
    }
  }
}
