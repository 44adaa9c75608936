package nl.sluis.gateway.tijdstempel;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// How asking for one timestamp went; for the operators.
@Name("nl.sluis.Timestamp")
@Label("Timestamp asked")
@Category("Sluis")
@StackTrace(false)
final class StampEvent extends Event {
  @Label("Outcome")
  String outcome = "";
}
