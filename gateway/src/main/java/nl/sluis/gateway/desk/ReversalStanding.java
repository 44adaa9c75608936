package nl.sluis.gateway.desk;

import java.time.Instant;
import java.util.Locale;
import nl.sluis.gateway.terugroeping.Reversal;

/// How far calling back or replacing is, in one word. What became of the data the receiver says.
public enum ReversalStanding {
  /// It was not handed over, and will not be.
  INGEHOUDEN,
  /// Its receiver was asked to undo it, and has time to say what it did.
  GEVRAAGD,
  /// The day on which its receiver should have said so is over.
  TE_LAAT,
  /// Its receiver said what it did.
  BEANTWOORD;

  /// The word in messages, such as `te-laat`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ReversalStanding of(Reversal one, boolean answered, Instant now) {
    return switch (one.effect()) {
      case INGEHOUDEN, TERUGGEGEVEN -> INGEHOUDEN;
      case GEVRAAGD -> {
        boolean late = one.due().filter(due -> !now.isBefore(due)).isPresent();
        yield answered ? BEANTWOORD : late ? TE_LAAT : GEVRAAGD;
      }
    };
  }
}
