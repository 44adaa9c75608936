package nl.sluis.consent.event;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.subject.SamePerson;
import nl.sluis.policies.terms.DataCategory;
import org.jspecify.annotations.Nullable;

/// One thing that happened to one consent. It never changes.
///
/// @param seq in which order it was recorded
/// @param askId to which question it belongs
/// @param person who said it; null when nobody did, as with a term that ended
/// @param type what happened
/// @param categories for which categories; empty for all that were asked
/// @param via by which road; null when nobody said anything
/// @param otherParentAgrees whether the speaker's word that the other parent agrees was recorded
/// @param occurredAt when it was said
/// @param until when it ends by itself; null when it does not
/// @param present whether the speaker showed to be there with a code of the own place
public record ConsentEvent(
    long seq,
    UUID askId,
    @Nullable UUID person,
    EventType type,
    Set<DataCategory> categories,
    @Nullable Channel via,
    boolean otherParentAgrees,
    Instant occurredAt,
    @Nullable Instant until,
    boolean present) {
  /// Copies its parts.
  public ConsentEvent {
    categories = Set.copyOf(categories);
  }

  /// An event without a code.
  public ConsentEvent(
      long seq,
      UUID askId,
      @Nullable UUID person,
      EventType type,
      Set<DataCategory> categories,
      @Nullable Channel via,
      boolean otherParentAgrees,
      Instant occurredAt,
      @Nullable Instant until) {
    this(seq, askId, person, type, categories, via, otherParentAgrees, occurredAt, until, false);
  }

  /// Did this person do it?
  public boolean isBy(UUID someone) {
    return someone.equals(person);
  }

  /// The same event, said by the one id that stands for who said it.
  public ConsentEvent by(SamePerson same) {
    return person == null
        ? this
        : new ConsentEvent(
            seq,
            askId,
            same.of(person),
            type,
            categories,
            via,
            otherParentAgrees,
            occurredAt,
            until,
            present);
  }

  /// Who said it.
  ///
  /// @throws IllegalStateException when nobody did
  public UUID speaker() {
    if (person == null) {
      throw new IllegalStateException("nobody said a " + type);
    }
    return person;
  }

  /// Is it about this category, asked or not?
  public boolean covers(DataCategory category) {
    return categories.isEmpty() || categories.contains(category);
  }

  /// Does this yes take back what that stop of the same person stopped?
  ///
  /// Only what was later said and later recorded does; and said at the own place, or with the own
  /// code, for what professionals write down never turns a no into a yes, on paper neither.
  public boolean overcomes(ConsentEvent stop) {
    return isAfter(stop) && (isOwnWord() || stop.type().isOpenQuestion());
  }

  /// Did the speaker say it at the own place, or show to be there when it was written down?
  public boolean isOwnWord() {
    return present || (via != Channel.MONDELING && via != Channel.PAPIER);
  }

  /// Was it said and recorded later than this other?
  public boolean isAfter(ConsentEvent other) {
    return occurredAt.isAfter(other.occurredAt) && seq > other.seq;
  }

  /// Did a professional note it as spoken?
  public boolean isOral() {
    return via == Channel.MONDELING;
  }

  /// By which road; empty when nobody said anything.
  public Optional<Channel> channel() {
    return Optional.ofNullable(via);
  }

  /// Has it ended by itself at this instant?
  public boolean hasEnded(Instant at) {
    return until != null && !at.isBefore(until);
  }
}
