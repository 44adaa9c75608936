package nl.sluis.dev.voorbeeld;

import java.util.List;

/// One step of a scenario. Immutable.
///
/// @param label the name by which later steps refer to it
/// @param remark a sentence for the reader of the report; empty when there is none
/// @param action what happens
/// @param expected what must be seen; empty when it must simply succeed
/// @param kind the key by which the scenario calls the action; empty for what is set up from a
///   block
/// @param place where it stands
record Step(
    String label,
    String remark,
    String kind,
    Action action,
    List<Expectation> expected,
    Place place) {
  /// A step that is set up from a block.
  Step(String label, String remark, Action action, List<Expectation> expected, Place place) {
    this(label, remark, "", action, expected, place);
  }

  Step {
    expected = List.copyOf(expected);
  }
}
