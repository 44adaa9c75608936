package nl.sluis.gateway.normen;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// For whom lines are written.
///
/// @param organisation whose own lines they are; empty for the log of Sluis as a whole, in which no
///   organisation is named (design 10.20)
/// @param numbers the numbers by which this reader knows people
public record Reader(Optional<Oin> organisation, Pseudonyms numbers) {
  private static final String WHOLE = "geheel";

  /// Is this row for this reader?
  boolean reads(Row row) {
    return organisation.map(row::isOf).orElse(true);
  }

  /// The number of this person for this reader.
  public String number(UUID subject) {
    return numbers.of(name(), subject);
  }

  /// The number of a member of staff for this reader.
  public String staff(String word) {
    return numbers.staff(name(), word);
  }

  /// The person whom this number means for this reader; empty when it is no number, and nobody when
  /// it was given to another reader.
  public Optional<UUID> subject(String number) {
    return numbers.subject(name(), number);
  }

  private String name() {
    return organisation.map(Oin::value).orElse(WHOLE);
  }
}
