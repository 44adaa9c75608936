package nl.sluis.gateway.bereik;

import java.util.Optional;

/// By which way somebody wants to hear that something lies ready; chosen by that person alone.
public enum Channel {
  /// A mail that says that something lies ready, and nothing else.
  E_MAIL("e-mail"),
  /// A letter of the organisation that asks; Sluis knows nobody's house.
  BRIEF("brief"),
  /// Nothing is sent: the person hears it from people.
  LOKET("loket");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  /// The Dutch word.
  public String code() {
    return code;
  }

  /// The channel with this word, if there is one.
  public static Optional<Channel> of(String code) {
    for (var channel : values()) {
      if (channel.code.equals(code)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
