package nl.sluis.gateway.inzicht;

import java.util.List;
import java.util.Optional;

/// The children at which somebody has a place, to choose from. Immutable.
///
/// @param children the person itself first
public record ChildrenModel(List<One> children) {
  /// Copies its list.
  public ChildrenModel {
    children = List.copyOf(children);
  }

  /// One of them. Sluis knows no names: a child is told apart by its age.
  ///
  /// @param path where its lines are
  /// @param self whether it is the person itself
  /// @param age in whole years; empty when the birth date is not known
  public record One(String path, boolean self, Optional<Integer> age) {}
}
