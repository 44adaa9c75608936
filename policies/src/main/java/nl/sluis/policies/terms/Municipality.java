package nl.sluis.policies.terms;

/// A municipality (gemeente), by the name under which the convenanten and the register of persons
/// know it.
///
/// @param name its name, such as `Haarlem`
public record Municipality(String name) implements Comparable<Municipality> {
  /// @throws IllegalArgumentException when the name is blank
  public Municipality {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a municipality has a name");
    }
  }

  @Override
  public int compareTo(Municipality other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
