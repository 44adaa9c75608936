package nl.sluis.consent.custody;

import java.util.Locale;
import java.util.Optional;

/// From where it is known who has gezag.
public enum CustodySource {
  /// The register of the courts (BW 1:244).
  GEZAGSREGISTER(true),
  /// The Basisregistratie Personen, with its gezagsmodule.
  BRP(true),
  /// A decision of a court that was shown.
  RECHTERLIJKE_UITSPRAAK(true),
  /// Entered by hand and checked by a second person.
  VIER_OGEN(false),
  /// A form the parents signed, such as at enrolment.
  INSCHRIJFFORMULIER(false),
  /// Somebody said so.
  MONDELING(false);

  private final boolean documented;

  CustodySource(boolean documented) {
    this.documented = documented;
  }

  /// Does it rest on a register or a court, rather than on what somebody declared?
  public boolean isDocumented() {
    return documented;
  }

  /// The word in messages, such as `gezagsregister`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The source with this code; empty when there is none.
  public static Optional<CustodySource> of(String code) {
    for (var source : values()) {
      if (source.code().equals(code)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
