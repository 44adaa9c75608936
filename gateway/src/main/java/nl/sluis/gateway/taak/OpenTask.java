package nl.sluis.gateway.taak;

import java.time.Instant;
import java.util.UUID;

/// A task that is not done yet.
///
/// @param id what it is known by
/// @param openedAt since when
/// @param late whether its day has passed
public record OpenTask(UUID id, Task task, Instant openedAt, boolean late) {}
