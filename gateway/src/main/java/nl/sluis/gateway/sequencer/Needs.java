package nl.sluis.gateway.sequencer;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.subject.AliasKey;

/// What one piece of work must have locked and read before it can be planned.
///
/// @param alias the reference to a person, to be resolved first
/// @param subject the person, when already known
/// @param message the message, to see whether it was answered before
/// @param parcel the parcel, to be locked
/// @param facts what to ask about the person once known
/// @param writesFacts true when the work changes what others may read about this person
/// @param also a second person whose facts are written, as when two turn out to be one; whether any
///   reference means that person is for the work to see
/// @param ofThen true when the work is about what was: it goes on when no reference means the
///   person any more, because the child went up in another
public record Needs(
    Optional<AliasKey> alias,
    Optional<UUID> subject,
    Optional<MessageKey> message,
    Optional<UUID> parcel,
    Optional<Function<UUID, FactQuery>> facts,
    boolean writesFacts,
    Optional<UUID> also,
    boolean ofThen) {
  /// About one person at most.
  public Needs(
      Optional<AliasKey> alias,
      Optional<UUID> subject,
      Optional<MessageKey> message,
      Optional<UUID> parcel,
      Optional<Function<UUID, FactQuery>> facts,
      boolean writesFacts) {
    this(alias, subject, message, parcel, facts, writesFacts, Optional.empty(), false);
  }

  /// Nothing at all, as for a row about nobody.
  public static Needs nothing() {
    return new Needs(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// A person by reference, whose facts are written.
  public static Needs toWrite(AliasKey alias) {
    return new Needs(
        Optional.of(alias),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /// A known person, whose facts are written.
  public static Needs toWrite(UUID subject) {
    return new Needs(
        Optional.empty(),
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /// A person as known then, whose facts are written: a term that ends, a mail that waits, an
  /// answer that stays away. It is told or closed also when that child has gone up in another
  /// since; what is asked or said anew is never of then.
  public static Needs toWriteOfThen(UUID subject) {
    return new Needs(
        Optional.empty(),
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        true);
  }

  /// The same for work that may be about nobody.
  public static Needs toWriteOfThen(Optional<UUID> subject) {
    return subject.map(Needs::toWriteOfThen).orElseGet(Needs::nothing);
  }

  /// The same, with a second person whose facts are written.
  public Needs and(UUID other) {
    return new Needs(
        alias, subject, message, parcel, facts, writesFacts, Optional.of(other), ofThen);
  }
}
