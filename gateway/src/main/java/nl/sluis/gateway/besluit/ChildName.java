package nl.sluis.gateway.besluit;

import java.util.Optional;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.policies.terms.Age;

/// By what a child is told apart: Sluis knows no names, so by its age.
///
/// @param self whether it is the person itself
/// @param age in whole years; empty when the birth date is not known
public record ChildName(boolean self, Optional<Integer> age) {
  static ChildName of(Child child) {
    return new ChildName(child.self(), child.age().map(Age::years));
  }
}
