package nl.sluis.consent.desk;

import java.util.List;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;

/// Something that is hidden from somebody, as it was handed in; what was left out is an empty text.
///
/// @param about the question or the exchange; the caller saw that it is the organisation's own
/// @param wholeFamily whether it is hidden from the whole family, whoever that turns out to be
/// @param from whom it is hidden from otherwise, in the organisation's words
/// @param reason one of a closed list, such as `veiligheid-kind`
/// @param reviewOn the day on which somebody looks at it again
/// @param author who says so, and why
/// @param confirmed who confirms it
public record EmbargoDraft(
    UUID about,
    boolean wholeFamily,
    List<Voice> from,
    String reason,
    String reviewOn,
    Authored author,
    Confirmed confirmed) {
  /// Copies its parts.
  public EmbargoDraft {
    from = List.copyOf(from);
  }

  /// The second person.
  ///
  /// @param person the organisation's word for that person
  /// @param function in what function
  /// @param key the keyed hash of that word
  public record Confirmed(String person, String function, Hmac key) {
    /// Is it somebody, and somebody else than who does it?
    ///
    /// @param deed what that person does, as in "dan wie dit instelt"
    void check(Authored author, String deed, Faults faults) {
      Authored.checkPerson("bevestigdDoor", person, function, faults);
      faults.addIf(
          key.equals(author.key()),
          "bevestigdDoor.id",
          "Laat iemand anders bevestigen dan wie dit %s.".formatted(deed));
    }
  }
}
