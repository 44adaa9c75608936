package nl.sluis.gateway.aflevering;

import java.util.Locale;

/// How far a parcel came that Sluis brings to its receiver.
public enum Stand {
  /// It waits for its first attempt, or for one that somebody asked for.
  AANGEBODEN,
  /// A gateway is on its way with it.
  ONDERWEG,
  /// It did not arrive, or was not confirmed; it is tried again.
  UITGESTELD,
  /// The receiver has it.
  BEVESTIGD,
  /// It is not tried again by itself: the receiver's system refuses it, or was away too long. It
  /// still waits in the postbus.
  ONBESTELBAAR,
  /// There is nothing to bring any more.
  VOORBIJ;

  /// Is there still something to bring, or to do for it to be brought?
  public boolean isOpen() {
    return switch (this) {
      case AANGEBODEN, ONDERWEG, UITGESTELD, ONBESTELBAAR -> true;
      case BEVESTIGD, VOORBIJ -> false;
    };
  }

  /// The word in the table and in answers.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with this word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Stand of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
