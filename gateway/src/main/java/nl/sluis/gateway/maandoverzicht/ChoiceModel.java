package nl.sluis.gateway.maandoverzicht;

import java.util.List;
import nl.sluis.gateway.inzicht.ChildrenModel.One;

/// The children of whom somebody can have a statement. Immutable.
///
/// @param children the person itself first
public record ChoiceModel(List<One> children) {
  /// Copies its list.
  public ChoiceModel {
    children = List.copyOf(children);
  }
}
