package nl.sluis.consent.custody;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters.TwelveToFifteen;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Regime;

/// Who must say yes to sharing: regime, against age, against custody.
///
/// UAVG 5 (below sixteen those with gezag), Jeugdwet 7.3.4, 7.3.5, 7.3.11 and 7.3.15, BW 7:447,
/// 7:450, 7:457 and 7:465. With several regimes: the union. Immutable; may be shared between
/// threads.
public final class WhoMustSign {
  private final ConsentParameters parameters;

  /// @param parameters which reading is followed for twelve to fifteen
  public WhoMustSign(ConsentParameters parameters) {
    this.parameters = parameters;
  }

  /// Those who must say yes.
  ///
  /// @param subject the person concerned
  /// @param age that person's age at the instant of use
  /// @param able whether that person can weigh this matter, as a professional judged
  /// @param regimes the bodies of law that apply, at least one
  /// @param custody who has gezag; empty when that cannot be relied on
  public Signers of(
      UUID subject, Age age, boolean able, Set<Regime> regimes, Optional<CustodyFact> custody) {
    boolean youth = regimes.stream().anyMatch(regime -> youthSigns(regime, age, able));
    boolean holders = regimes.stream().anyMatch(regime -> holdersSign(regime, age, able));
    var self = youth ? Set.of(subject) : Set.<UUID>of();
    if (!holders) {
      return new Signers.Known(self, Set.of(), Quorum.ALLEN);
    }
    return custody
        .filter(fact -> fact.situation().isForAdults() != age.isBelow(18))
        .filter(fact -> fact.situation().allowsHolders(fact.holders().size()))
        .filter(fact -> !fact.holders().isEmpty())
        .<Signers>map(fact -> new Signers.Known(self, fact.holders(), fact.situation().quorum()))
        .orElseGet(Signers.Unknown::new);
  }

  /// Does the person concerned decide at this age, when able to weigh the matter?
  public static boolean hasVoice(Age age, Set<Regime> regimes) {
    return regimes.stream().anyMatch(regime -> youthSigns(regime, age, true));
  }

  /// From which age what the person concerned says counts as that person's own yes.
  public static int ownVoiceFrom(Age ageAtUse) {
    return ageAtUse.isBelow(16) ? 12 : 16;
  }

  private static boolean youthSigns(Regime regime, Age age, boolean able) {
    if (!able || age.isBelow(12)) {
      return false;
    }
    return !age.isBelow(16)
        || switch (regime) {
          case SCHOOL_AVG -> false;
          case JEUGDHULP, MEDISCH -> true;
        };
  }

  private boolean holdersSign(Regime regime, Age age, boolean able) {
    if (!able || age.isBelow(12)) {
      return true;
    }
    return age.isBelow(16)
        && switch (regime) {
          case SCHOOL_AVG -> true;
          case JEUGDHULP, MEDISCH -> parameters.twelveToFifteen() == TwelveToFifteen.BEIDEN;
        };
  }
}
