package nl.sluis.gateway.trace;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The number of one FSC transaction: a UUID of version 7 (RFC 9562, as the Digikoppeling profile
/// of FSC asks).
///
/// It holds the moment at which it was made and 74 random bits, never anything of a person.
/// Immutable; may be shared between threads.
///
/// @param value the number
public record TransactionNumber(UUID value) {
  private static final int VERSION = 7;
  private static final int VARIANT = 2;
  private static final int MILLIS_SHIFT = 16;
  private static final long MILLIS = (1L << 48) - 1;
  private static final long RANDOM_HIGH = 0xfffL;
  private static final long VERSION_BITS = 0x7000L;
  private static final long RANDOM_LOW = (1L << 62) - 1;
  private static final long VARIANT_BITS = 1L << 63;

  /// The form in which others write it; one number has one form, so that logs can be joined by
  /// text.
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /// @throws IllegalArgumentException when it is a UUID of another version
  public TransactionNumber {
    if (value.version() != VERSION || value.variant() != VARIANT) {
      throw new IllegalArgumentException("a transaction has a UUID of version 7");
    }
  }

  /// The number that somebody names; empty when it is no UUID of version 7 in lower case.
  public static Optional<TransactionNumber> read(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new TransactionNumber(UUID.fromString(text)))
        : Optional.empty();
  }

  /// A number that was never used before.
  public static TransactionNumber at(Instant now, RandomGenerator random) {
    long high = (now.toEpochMilli() & MILLIS) << MILLIS_SHIFT;
    return new TransactionNumber(
        new UUID(
            high | VERSION_BITS | (random.nextLong() & RANDOM_HIGH),
            VARIANT_BITS | (random.nextLong() & RANDOM_LOW)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
