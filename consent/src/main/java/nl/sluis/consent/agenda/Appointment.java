package nl.sluis.consent.agenda;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// Something that must be done about a person on a day, by an organisation. Immutable.
///
/// @param id its name
/// @param due from when it must be done
/// @param kind what must be done
/// @param subject the person
/// @param about what it is about: a stop, a shield, an embargo, a consent, a fact; the person, for
///   a birthday
/// @param organisation who must do it
public record Appointment(
    UUID id, Instant due, Kind kind, UUID subject, UUID about, Oin organisation) {
  /// What must be done.
  public enum Kind {
    /// A stop or shield must be looked at again.
    REVIEW("herziening"),
    /// What is hidden from somebody must be looked at again.
    EMBARGO("embargo"),
    /// A birthday at which something changes comes near.
    AGE("leeftijd"),
    /// What is known of gezag grows old.
    CUSTODY("gezag"),
    /// The term of a consent, or of a renewal of it, ends.
    TERM("termijn");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /// The word in the database.
    public String code() {
      return code;
    }

    static Kind of(String code) {
      for (var kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalStateException("no such kind of appointment");
    }
  }

  /// To look up again who has gezag.
  ///
  /// @param fact what is known of it now
  public static Appointment custody(UUID subject, UUID fact, Oin organisation, Instant due) {
    return new Appointment(UUID.randomUUID(), due, Kind.CUSTODY, subject, fact, organisation);
  }

  /// To look again at a stop or shield.
  public static Appointment review(UUID subject, UUID about, Oin organisation, Instant due) {
    return new Appointment(UUID.randomUUID(), due, Kind.REVIEW, subject, about, organisation);
  }

  /// To look what a birthday changes.
  public static Appointment birthday(UUID subject, Oin organisation, Instant due) {
    return new Appointment(UUID.randomUUID(), due, Kind.AGE, subject, subject, organisation);
  }

  /// To look whether a consent has ended.
  public static Appointment term(UUID subject, UUID askId, Oin organisation, Instant due) {
    return new Appointment(UUID.randomUUID(), due, Kind.TERM, subject, askId, organisation);
  }
}
