package nl.sluis.consent.desk;

import java.util.List;
import java.util.function.Predicate;
import nl.sluis.consent.subject.Hmac;
import org.jspecify.annotations.Nullable;

/// What a partner knows of a family, as it was handed in; what was left out is an empty text.
///
/// @param birthDate the birth date; of an incomplete one the earliest day it can be; may be empty
/// @param custody who has gezag; null when that is not told
/// @param residence where the child lives; null when that is not told
public record FamilyDraft(
    String birthDate, @Nullable Custody custody, @Nullable Residence residence) {
  /// Where the child lives: the municipality, never an address.
  ///
  /// @param municipality its name, such as `Haarlem`; `onbekend` when it is not known any more
  /// @param validFrom first day on which it is so; a move may be told beforehand
  public record Residence(String municipality, String validFrom) {
    /// What stands for every municipality that no convenant names.
    public static final String ELSEWHERE = "Elders";

    /// The same, but for a name that nobody asks about: what is not needed is not kept, and a word
    /// that only looks like a municipality could be the name of somebody.
    ///
    /// @param named whether some convenant names this municipality
    public Residence among(Predicate<String> named) {
      boolean kept = !ResidenceCheck.isName(municipality) || named.test(municipality);
      return kept || ResidenceCheck.isUnknown(municipality)
          ? this
          : new Residence(ELSEWHERE, validFrom);
    }
  }

  /// Who has gezag, and how that is known.
  ///
  /// @param situation such as `gezamenlijk-gescheiden`
  /// @param source such as `gezagsregister`
  /// @param validFrom first day on which it is so
  /// @param obtainedAt the day or instant at which the source was asked
  /// @param holders who have it
  public record Custody(
      String situation, String source, String validFrom, String obtainedAt, List<Holder> holders) {
    /// Copies its parts.
    public Custody {
      holders = List.copyOf(holders);
    }
  }

  /// One person with gezag.
  ///
  /// @param label the keyed hash of the partner's label for that person
  /// @param capacity such as `ouder-gezag`
  public record Holder(Hmac label, String capacity) {}
}
