package nl.sluis.policies.terms;

import java.util.regex.Pattern;

/// What data is for, and for nothing else (AVG 5(1)(b)).
///
/// @param code the short name by which the convenant and every message know the purpose
public record Purpose(String code) implements Comparable<Purpose> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// @throws IllegalArgumentException when the code is not lower-case words with hyphens, at most
  ///   60 long
  public Purpose {
    if (code.length() > 60 || !FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("a purpose is written in lower case with hyphens");
    }
  }

  /// Says whether a text has the form of a purpose, for input that is not trusted yet.
  public static boolean isPurpose(String text) {
    return text.length() <= 60 && FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Purpose other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
