package nl.sluis.gateway.aansluiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.CertificateBook.Seen;
import nl.sluis.policies.terms.Oin;

/// That something ends soon. Immutable.
///
/// @param what a word for what it is: `certificaat`, `ondertekensleutel`, `encryptiesleutel`,
///   `eigen certificaat`, `convenant`
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

  /// Must it be said at this instant?
  public boolean isNear(Instant now) {
    return threshold(now).isPresent();
  }

  /// By what it is known where names do not go: the same as long as it ends at the same instant.
  public UUID about() {
    return UUID.nameUUIDFromBytes((what + "\n" + name + "\n" + at).getBytes(UTF_8));
  }

  /// How many whole days there are left; less than zero when it is over.
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, at).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  /// Those of which it must be said now, the first to end first.
  public static List<Expiry> near(Stream<Expiry> all, Instant now) {
    return all.filter(one -> one.isNear(now))
        .sorted(Comparator.comparing(Expiry::at).thenComparing(Expiry::name))
        .toList();
  }

  /// The certificate of a partner that ends: of those with which it came in the one that lasts
  /// longest, for a renewal is done when it worked (lessons 22).
  ///
  /// @param seen of one partner; it is named by its serial number
  static Optional<Expiry> certificate(List<Seen> seen) {
    return seen.stream()
        .max(Comparator.comparing(Seen::until))
        .map(one -> new Expiry("certificaat", one.serial(), one.until()));
  }

  /// The same as others name it: with the organisation in front.
  public Expiry of(Oin oin) {
    return new Expiry(what, oin + " " + name, at);
  }

  /// How many days the first of these has left, for a gauge; empty when there is none.
  public static OptionalLong fewestDays(List<Expiry> all, Instant now) {
    return all.stream().mapToLong(one -> one.daysLeft(now)).min();
  }
}
