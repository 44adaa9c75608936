package nl.sluis.policies.toezicht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a row, or what came before it, shows in favour of who acted. A claim of the sender alone is
/// never evidence.
public enum Evidence {
  /// A consent that held at that moment.
  TOESTEMMING,
  /// The organisation had asked the family before, about this child.
  EIGEN_VRAAG,
  /// A meldcode record without gaps.
  MELDCODE_VOLLEDIG,
  /// A report of acute danger.
  ACUUT,
  /// The other side had sent or asked something about this child before.
  ANTWOORD,
  /// A school wrote of a child by its own number: the child is enrolled there.
  EIGEN_INSCHRIJVING,
  /// Both sides sit at a table around this child.
  OVERLEG,
  /// The law orders or allows it, and every condition stands in a register or was confirmed by the
  /// other side.
  WETTELIJKE_TAAK,
  /// This person had acted about this child before, and that was explained without this.
  LOPEND_DOSSIER;

  /// The word in the policy, such as `eigen-vraag`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The evidence with this word; empty when there is none.
  public static Optional<Evidence> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
