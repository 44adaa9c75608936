package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.EventType;
import org.jspecify.annotations.Nullable;

/// What one person said, read and found in order.
///
/// @param person who
/// @param type what
/// @param channel by which road
/// @param occurredAt when
/// @param otherParentAgrees whether the agreement of the other parent was recorded with it
/// @param evidence sealed, if there is any
/// @param presence the code by which the speaker showed to be there; null when there was none
record Said(
    UUID person,
    EventType type,
    Channel channel,
    Instant occurredAt,
    boolean otherParentAgrees,
    @Nullable SealedEvidence evidence,
    @Nullable UUID presence) {}
