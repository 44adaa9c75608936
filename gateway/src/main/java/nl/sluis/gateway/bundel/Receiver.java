package nl.sluis.gateway.bundel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who takes a bundle along, and what each of them reads of it; `docs/bewijs.md` says why.
///
/// For a family this is the most that is ever open: of each line the sieve of its pages decides.
public enum Receiver {
  /// A complaints committee judges what happened, and needs neither whom it was about nor what
  /// officers wrote to each other.
  KLACHTENCOMMISSIE,
  /// The Autoriteit Persoonsgegevens or an inspectorate may ask for everything (AVG 58(1)(e)).
  TOEZICHTHOUDER,
  /// What a court gets the other side reads as well: no officer's words and no officer.
  RECHTER,
  /// Somebody around the child, who reads what the own pages show, and no place in the logbook: by
  /// that one finds the time of day and counts what is hidden.
  GEZIN;

  /// Which fields are open at most.
  public Set<Field> reads() {
    return switch (this) {
      case KLACHTENCOMMISSIE ->
          EnumSet.of(
              Field.AAN,
              Field.DAG,
              Field.DOEL,
              Field.PLEK,
              Field.REGEL,
              Field.SOORT,
              Field.SOORTEN,
              Field.TIJD,
              Field.UITKOMST,
              Field.VAN,
              Field.WAT);
      case TOEZICHTHOUDER -> EnumSet.allOf(Field.class);
      case RECHTER -> EnumSet.complementOf(EnumSet.of(Field.DOOR, Field.TOELICHTING));
      case GEZIN ->
          EnumSet.of(
              Field.AAN,
              Field.DAG,
              Field.DOEL,
              Field.REGEL,
              Field.SOORT,
              Field.SOORTEN,
              Field.VAN,
              Field.WAT);
    };
  }

  /// Does the sieve of the family decide what is in it?
  public boolean isFamily() {
    return this == GEZIN;
  }

  /// The Dutch word.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The receiver with this word, if there is one.
  public static Optional<Receiver> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
