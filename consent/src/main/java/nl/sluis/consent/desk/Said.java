package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.DataCategory;
import org.jspecify.annotations.Nullable;

/// What one person said, read and found in order.
///
/// @param person who
/// @param type what
/// @param categories for which categories; empty for all that were asked
/// @param channel by which road
/// @param occurredAt when
/// @param otherParentAgrees whether the agreement of the other parent was recorded with it
/// @param evidence sealed, if there is any
/// @param presence the code by which the speaker showed to be there; null when there was none
/// @param read the text that the speaker had on a screen; null when it was said another way
record Said(
    UUID person,
    EventType type,
    Set<DataCategory> categories,
    Channel channel,
    Instant occurredAt,
    boolean otherParentAgrees,
    @Nullable SealedEvidence evidence,
    @Nullable UUID presence,
    ConsentDraft.@Nullable Text read) {
  Said {
    categories = Set.copyOf(categories);
  }

  /// The same words, put down as another thing.
  Said as(EventType other) {
    return new Said(
        person,
        other,
        categories,
        channel,
        occurredAt,
        otherParentAgrees,
        evidence,
        presence,
        read);
  }
}
