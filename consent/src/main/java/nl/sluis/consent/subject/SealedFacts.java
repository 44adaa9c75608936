package nl.sluis.consent.subject;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// A birth date and a place of residence as the database holds them: sealed, and all of one length,
/// for the length of a municipality's name says which it is.
///
/// May be shared between threads.
public final class SealedFacts {
  private static final String BIRTH = "geboorte";
  private static final String RESIDENCE = "woonplaats";
  private static final int DAY = 10;
  private static final int LENGTH = 192;

  private final PersonSeal seal;

  /// @param seal whose keys live outside the database
  public SealedFacts(PersonSeal seal) {
    this.seal = seal;
  }

  /// Where somebody lives, and since when.
  public record Lives(String municipality, LocalDate validFrom) {}

  /// A birth date, sealed.
  public byte[] birth(UUID subject, LocalDate day) {
    return seal.seal(subject, BIRTH, padded(day, ""));
  }

  /// The birth date; empty once the person was erased.
  public Optional<LocalDate> birth(UUID subject, byte[] sealed) {
    return seal.open(subject, BIRTH, sealed).map(SealedFacts::day);
  }

  /// A municipality and since when somebody lives there, sealed.
  public byte[] residence(UUID subject, String municipality, LocalDate validFrom) {
    return seal.seal(subject, RESIDENCE, padded(validFrom, municipality));
  }

  /// Where somebody lives; empty once the person was erased.
  public Optional<Lives> residence(UUID subject, byte[] sealed) {
    return seal.open(subject, RESIDENCE, sealed).map(clear -> new Lives(text(clear), day(clear)));
  }

  private static byte[] padded(LocalDate day, String text) {
    var clear = (day + text).getBytes(StandardCharsets.UTF_8);
    if (clear.length > LENGTH) {
      throw new IllegalArgumentException("no municipality has so long a name");
    }
    return Arrays.copyOf(clear, LENGTH);
  }

  private static LocalDate day(byte[] clear) {
    return LocalDate.parse(new String(clear, 0, DAY, StandardCharsets.UTF_8));
  }

  private static String text(byte[] clear) {
    int end = clear.length;
    while (clear[end - 1] == 0) {
      end--;
    }
    return new String(clear, DAY, end - DAY, StandardCharsets.UTF_8);
  }
}
