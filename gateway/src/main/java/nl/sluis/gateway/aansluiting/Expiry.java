package nl.sluis.gateway.aansluiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.CertificateBook.Seen;
import nl.sluis.policies.terms.Oin;

/// That something ends soon. Immutable.
///
/// @param what a word for what it is: `certificaat`, `ondertekensleutel`, `encryptiesleutel`,
///   `convenant`, `intrekkingslijst`
/// @param name by which who must renew it knows it
/// @param at when it ends
public record Expiry(String what, String name, Instant at) {
  /// At how many days before the end it is said, the first time first.
  public static final List<Integer> DAYS = List.of(60, 30, 14, 7, 1);

  /// The smallest number of days of [#DAYS] that is not over yet; empty when it ends later than the
  /// largest. What is over already is at the last one.
  public Optional<Integer> threshold(Instant now) {
    var left = Duration.between(now, at);
    return DAYS.reversed().stream()
        .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
        .findFirst();
  }

  /// How many whole days there are left; less than zero when it is over.
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, at).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  /// Those of which it must be said now, the first to end first.
  public static List<Expiry> near(Stream<Expiry> all, Instant now) {
    return all.filter(one -> one.threshold(now).isPresent())
        .sorted(Comparator.comparing(Expiry::at).thenComparing(Expiry::name))
        .toList();
  }

  /// The certificates of a partner that end, but for those of which a newer one came in since: a
  /// renewal is done when it worked (lessons 22).
  ///
  /// @param seen of any number of partners; each is named by its OIN and its serial number
  public static List<Expiry> certificates(List<Seen> seen) {
    var latest = new HashMap<String, Seen>();
    seen.forEach(
        one ->
            latest.merge(one.oin().value(), one, (a, b) -> a.until().isBefore(b.until()) ? b : a));
    var found = new ArrayList<Expiry>();
    latest.forEach(
        (oin, one) -> found.add(new Expiry("certificaat", oin + " " + one.serial(), one.until())));
    return List.copyOf(found);
  }

  /// The same as this organisation itself names it.
  Expiry without(Oin oin) {
    var prefix = oin + " ";
    return new Expiry(what, name.startsWith(prefix) ? name.substring(prefix.length()) : name, at);
  }

  /// How many days the first of these has left, for a gauge; empty when there is none.
  public static OptionalLong fewestDays(List<Expiry> all, Instant now) {
    return all.stream().mapToLong(one -> one.daysLeft(now)).min();
  }
}
