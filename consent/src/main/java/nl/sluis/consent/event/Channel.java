package nl.sluis.consent.event;

import java.util.Locale;
import java.util.Optional;

/// By which road somebody said something.
public enum Channel {
  /// The person logged in and did it.
  PORTAAL,
  /// The person signed a sheet.
  PAPIER,
  /// A professional wrote down what the person said.
  MONDELING;

  /// The word in messages, such as `mondeling`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The channel with this code; empty when there is none.
  public static Optional<Channel> of(String code) {
    for (var channel : values()) {
      if (channel.code().equals(code)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
