package nl.sluis.consent.desk;

import nl.sluis.consent.subject.Hmac;

/// Who decides that something is stopped, lifted, weighed or hidden, and why, as it was handed in.
///
/// @param person the organisation's word for that person
/// @param function in what function
/// @param reason why
/// @param key the keyed hash of that word, by which two persons are told apart
/// @param sealed all of it, sealed under the key of the person it is about
public record Authored(
    String person, String function, String reason, Hmac key, SealedEvidence sealed) {
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_REASON = 2_000;

  /// Tells what is missing.
  ///
  /// @param who the field of the person
  /// @param why the field of the reason
  void check(String who, String why, Faults faults) {
    checkPerson(who, person, function, faults);
    faults.addIf(
        reason.isBlank() || reason.length() > LONGEST_REASON,
        why,
        "Schrijf op waarom, in ten hoogste 2000 tekens.");
  }

  /// Tells what is missing of somebody who works there.
  static void checkPerson(String field, String person, String function, Faults faults) {
    faults.addIf(!isWord(person), field + ".id", "Noem wie dit doet, in ten hoogste 100 tekens.");
    faults.addIf(
        !isWord(function),
        field + ".functie",
        "Noem de functie van die persoon, in ten hoogste 100 tekens.");
  }

  private static boolean isWord(String text) {
    return !text.isBlank() && text.length() <= LONGEST_WORD;
  }
}
