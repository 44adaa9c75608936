package nl.sluis.gateway.werkplek.gesprek;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.custody.WhoMustSign;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Regime;

/// How old somebody is, as far as it matters for who says yes. The professional says it for one
/// page; it goes nowhere. Who really must, Sluis knows by what was recorded of that child.
public enum AgeBand {
  /// Those with gezag decide.
  ONDER_TWAALF(8),
  /// By the law of care and of medicine the young person does too.
  TWAALF_TOT_ZESTIEN(13),
  /// The young person decides.
  ZESTIEN_EN_OUDER(16);

  private static final UUID YOUTH = new UUID(0, 1);
  private static final UUID HOLDER = new UUID(0, 2);
  private static final UUID OTHER = new UUID(0, 3);

  private final int years;

  AgeBand(int years) {
    this.years = years;
  }

  /// Who is asked.
  ///
  /// @param youth whether the young person says yes or no
  /// @param holders whether those with gezag do
  public record Givers(boolean youth, boolean holders) {}

  /// The word in a form.
  public String code() {
    return switch (this) {
      case ONDER_TWAALF -> "0-11";
      case TWAALF_TOT_ZESTIEN -> "12-15";
      case ZESTIEN_EN_OUDER -> "16";
    };
  }

  /// The band with this word; empty when there is none.
  static Optional<AgeBand> of(String code) {
    for (var band : values()) {
      if (band.code().equals(code)) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  /// Who must say yes at this age, by the same table as Sluis itself keeps ([WhoMustSign]): for
  /// somebody who can weigh the matter, where nothing is recorded of a court.
  ///
  /// @param regimes by which bodies of law it is asked
  Givers givers(Set<Regime> regimes, ConsentParameters parameters) {
    var custody =
        new CustodyFact(
            1,
            CustodySituation.GEZAMENLIJK_GESCHEIDEN,
            CustodySource.GEZAGSREGISTER,
            LocalDate.EPOCH,
            Instant.EPOCH,
            Set.of(HOLDER, OTHER));
    var signers =
        new WhoMustSign(parameters).of(YOUTH, new Age(years), true, regimes, Optional.of(custody));
    return switch (signers) {
      case Signers.Known known ->
          new Givers(known.youth().contains(YOUTH), !known.holders().isEmpty());
      case Signers.Unknown _ -> new Givers(true, true);
    };
  }
}
