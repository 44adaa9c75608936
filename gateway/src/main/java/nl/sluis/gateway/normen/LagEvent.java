package nl.sluis.gateway.normen;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// How far the collector is behind the logbook, for the flight recorder of the JDK.
///
/// Holds counts only, never a trace. Used by one thread.
@Name("nl.sluis.Lines")
@Label("Lines sent to the collector")
@Category("Sluis")
@StackTrace(false)
final class LagEvent extends Event {
  @Label("Rows that were dealt with")
  int rows;

  @Label("Rows that wait")
  long waiting;

  @Label("Whether the collector kept everything")
  boolean kept;
}
