package nl.sluis.dev.misbruik;

import java.util.Optional;
import nl.sluis.policies.toezicht.Deed;

/// A deed, and whether it was misuse; the control policy sees the deed alone.
///
/// @param deed what the logbook would have
/// @param misuse the kind of misuse; empty for ordinary work
record Happened(Deed deed, Optional<Misuse> misuse) {}
