package nl.sluis.gateway.boot.partner;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.werkplek.WorkPart;

/// What professionals find at the desk, in the order of the home page; a part is a line.
///
/// @param folder what the desk keeps
record Workplaces(Path folder, SecureRandom random, InstantSource clock) {
  List<WorkPart> parts() {
    return List.of();
  }
}
