package nl.sluis.gateway.gezagsbron;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.subject.Bsn;

/// A question to a source: about whom, and whom the asker knows around that child. It lives as long
/// as the call; its text form hides every number.
///
/// Immutable; may be shared between threads.
public final class Question {
  private final Bsn child;
  private final Map<Bsn, Hmac> people;

  private Question(Bsn child, Map<Bsn, Hmac> people) {
    this.child = child;
    this.people = people;
  }

  /// Is this a number that a source can be asked about?
  public static boolean isNumber(String text) {
    return Bsn.of(text).isPresent();
  }

  /// @param child the number of the child
  /// @param people the keyed hashes of the asker's own words, by the numbers of those people
  /// @throws IllegalArgumentException when something is no number
  public static Question of(String child, Map<String, Hmac> people) {
    return new Question(
        bsn(child),
        people.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(e -> bsn(e.getKey()), Map.Entry::getValue)));
  }

  private static Bsn bsn(String number) {
    return Bsn.of(number).orElseThrow(() -> new IllegalArgumentException("that is no BSN"));
  }

  Bsn child() {
    return child;
  }

  /// The asker's word for whoever has this number, in its keyed form.
  Optional<Hmac> word(Bsn number) {
    return Optional.ofNullable(people.get(number));
  }

  @Override
  public String toString() {
    return "Question(verborgen)";
  }
}
