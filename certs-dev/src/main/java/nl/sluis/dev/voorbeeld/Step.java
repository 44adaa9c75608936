package nl.sluis.dev.voorbeeld;

import java.util.List;

/// One step of a scenario. Immutable.
///
/// @param label the name by which later steps refer to it
/// @param remark a sentence for the reader of the report; empty when there is none
/// @param action what happens
/// @param expected what must be seen; empty when it must simply succeed
/// @param place where it stands
record Step(String label, String remark, Action action, List<Expectation> expected, Place place) {
  Step {
    expected = List.copyOf(expected);
  }
}
