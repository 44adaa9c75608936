package nl.sluis.gateway.onderzoek;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A question of one organisation to another about a child, and how far it is; never about whom.
///
/// Immutable; may be shared between threads.
///
/// @param transaction the exchange by which it was asked
/// @param from who asked, in which role
/// @param to of which organisation, in which role
/// @param purpose what for
/// @param categories what was asked for
/// @param askedAt when
/// @param unreadUntil until when it can still be read, when it was not
/// @param due until when an answer is waited for, once it was read
/// @param answer what was answered; an answer goes before a refusal
public record Inquiry(
    UUID transaction,
    PartyRole from,
    PartyRole to,
    Purpose purpose,
    Set<DataCategory> categories,
    Instant askedAt,
    Instant unreadUntil,
    Optional<Instant> due,
    Optional<Answer> answer) {
  /// Copies its set.
  public Inquiry {
    categories = Set.copyOf(categories);
  }

  /// What was answered.
  ///
  /// @param transaction the exchange that carried it
  /// @param refused whether it says that no answer will be given, which is a right (Wmo 2015 5.2.6)
  /// @param at when
  public record Answer(UUID transaction, boolean refused, Instant at) {}

  /// How it stands.
  public enum Standing {
    /// Nobody has read it yet.
    WACHT("wacht"),
    /// It was read, and its term runs.
    OPEN("open"),
    /// It was answered.
    BEANTWOORD("beantwoord"),
    /// A human being decided not to answer.
    GEWEIGERD("geweigerd"),
    /// Its term is over. Why there is no answer is not told: whoever did not read it, could not, or
    /// did not answer, looks the same.
    VERLOPEN("verlopen");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    /// The Dutch word.
    public String code() {
      return code;
    }
  }

  /// How it stands now. An answer that comes late is an answer.
  public Standing standing(Instant now) {
    if (answer.isPresent()) {
      return answer.get().refused() ? Standing.GEWEIGERD : Standing.BEANTWOORD;
    }
    if (due.isEmpty()) {
      return now.isBefore(unreadUntil) ? Standing.WACHT : Standing.VERLOPEN;
    }
    return now.isBefore(due.get()) ? Standing.OPEN : Standing.VERLOPEN;
  }
}
