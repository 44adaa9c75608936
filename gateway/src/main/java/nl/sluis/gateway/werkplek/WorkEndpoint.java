package nl.sluis.gateway.werkplek;

import java.io.IOException;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;

/// Answers somebody who works at the desk. Waiting is fine, it has a thread of its own.
@FunctionalInterface
public interface WorkEndpoint {
  /// What this professional gets to see.
  ///
  /// What is thrown becomes one calm page in the frame of the desk, with what to do; what a person
  /// can mend in a form is not thrown, but shown again.
  ///
  /// @throws InputFault when no page of ours can have sent this
  /// @throws Stopped when Sluis refused, or what it gave cannot be trusted
  /// @throws IOException when Sluis does not answer
  View answer(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException;
}
