package nl.sluis.policies.convenant;

import java.util.Locale;
import java.util.Set;
import nl.sluis.policies.terms.Regime;

/// That a family reads a text before it goes, and what it can do with it (domain 1.4, rows X10,
/// X11, X44 and X45). Immutable; may be shared between threads.
///
/// @param kind what readers can do
/// @param regimes the bodies of law that say who reads, as they say who consents; at least one
public record ReadFirst(Kind kind, Set<Regime> regimes) {
  /// What readers can do with a text.
  public enum Kind {
    /// It goes only when every reader agrees to it (BW 7:457: four eyes with the family).
    AKKOORD,
    /// They see it first and can add a remark; it goes when they are done, or their term is over.
    INZAGE,
    /// They read it first and can stop it (BW 7:464 lid 2 onder b); it goes when all let it go, or
    /// read it and let their term pass.
    TEGENHOUDEN;

    /// The word in the convenant and in messages, such as `inzage`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Copies its parts.
  public ReadFirst {
    regimes = Set.copyOf(regimes);
  }

  /// Can a reader stop it?
  public boolean canBeStopped() {
    return kind != Kind.INZAGE;
  }
}
