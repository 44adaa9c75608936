package nl.sluis.gateway.besluit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.policies.terms.Age;

/// By what a child is told apart: Sluis knows no names, so by its age.
///
/// @param self whether it is the person itself
/// @param age in whole years; empty when the birth date is not known
public record ChildName(boolean self, Optional<Integer> age) {
  /// By what this one is told apart.
  ///
  /// @param ages of the children of who looks
  public static ChildName of(AtChild<?> child, Map<UUID, Age> ages) {
    return new ChildName(
        child.self(), Optional.ofNullable(ages.get(child.subject())).map(Age::years));
  }

  static ChildName of(Child child) {
    return new ChildName(child.self(), child.age().map(Age::years));
  }
}
