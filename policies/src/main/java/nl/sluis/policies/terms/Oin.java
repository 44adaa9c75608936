package nl.sluis.policies.terms;

import java.util.regex.Pattern;

/// The number by which one organisation is known to all others (Logius, OIN-stelsel 2.2).
///
/// Immutable; may be shared between threads.
///
/// @param value twenty positions: eight digits of prefix, the main number, and a suffix of zeros
public record Oin(String value) implements Comparable<Oin> {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}[0-9A-Z]{12}");

  /// @throws IllegalArgumentException when the value has not the form of an OIN
  public Oin {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an OIN has twenty positions, the first eight digits");
    }
  }

  /// Says whether a text has the form of an OIN, for input that is not trusted yet.
  public static boolean isOin(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Oin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
