package nl.sluis.consent.notice;

import java.util.Locale;
import java.util.Optional;

/// What somebody answers to a notice. Not to answer is not to agree.
public enum NoticeAnswer {
  /// Read.
  GEZIEN,
  /// This is not what was said or agreed.
  KLOPT_NIET;

  /// The word in messages, such as `klopt-niet`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The answer with this word, if there is one.
  public static Optional<NoticeAnswer> of(String code) {
    for (var answer : values()) {
      if (answer.code().equals(code)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }
}
