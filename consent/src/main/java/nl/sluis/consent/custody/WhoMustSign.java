package nl.sluis.consent.custody;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.ConsentParameters.TwelveToFifteen;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Who must say yes to sharing: regime, against age, against custody.
///
/// UAVG 5 (below sixteen those with gezag), Jeugdwet 7.3.4, 7.3.5, 7.3.11 and 7.3.15, BW 7:447,
/// 7:450, 7:457 and 7:465. With several regimes: the union. Immutable; may be shared between
/// threads.
public final class WhoMustSign {
  // At eighteen these get a task of their own in law (Wmo 2015, Participatiewet, RMC), so that a
  // yes
  // of before is asked anew (domain 2.4).
  private static final Set<Role> NEW_AT_EIGHTEEN =
      EnumSet.of(
          Role.SOCIAAL_WIJKTEAM, Role.RMC, Role.MAATSCHAPPELIJKE_OPVANG, Role.WERK_EN_INKOMEN);

  private final ConsentParameters parameters;

  /// @param parameters which reading is followed for twelve to fifteen
  public WhoMustSign(ConsentParameters parameters) {
    this.parameters = parameters;
  }

  /// Those who must say yes, where no court gave a part of gezag away.
  public Signers of(
      UUID subject, Age age, boolean able, Set<Regime> regimes, Optional<CustodyFact> custody) {
    return of(subject, age, able, regimes, custody, List.of());
  }

  /// Those who must say yes.
  ///
  /// @param subject the person concerned
  /// @param age that person's age at the instant of use
  /// @param able whether that person can weigh this matter, as a professional judged
  /// @param regimes the bodies of law that apply, at least one
  /// @param custody who has gezag; empty when that cannot be relied on
  /// @param parts what a court gave away of it
  public Signers of(
      UUID subject,
      Age age,
      boolean able,
      Set<Regime> regimes,
      Optional<CustodyFact> custody,
      List<Deelgezag> parts) {
    boolean youth = regimes.stream().anyMatch(regime -> youthSigns(regime, age, able));
    var self = youth ? Set.of(subject) : Set.<UUID>of();
    var others =
        regimes.stream()
            .filter(regime -> holdersSign(regime, age, able))
            .map(regime -> holders(regime, age, custody, parts))
            .distinct()
            .toList();
    if (others.stream().anyMatch(Optional::isEmpty)) {
      return new Signers.Unknown();
    }
    var known = others.stream().flatMap(Optional::stream).toList();
    var holders = new HashSet<UUID>();
    known.forEach(one -> holders.addAll(one.people()));
    return new Signers.Known(
        self, holders, known.size() == 1 ? known.getFirst().quorum() : Quorum.ALLEN);
  }

  /// @param people who must say yes under one regime, besides the person concerned
  /// @param quorum how many of them
  private record Holders(Set<UUID> people, Quorum quorum) {}

  /// Empty when nobody can say who must: a part that a court gave away takes the place of the
  /// parents as far as its words go, and where those are unclear nobody speaks.
  private static Optional<Holders> holders(
      Regime regime, Age age, Optional<CustodyFact> custody, List<Deelgezag> parts) {
    var touching =
        parts.stream().filter(p -> age.isBelow(18) && p.domain().touches(regime)).toList();
    if (touching.isEmpty()) {
      return custody
          .filter(fact -> fact.situation().isForAdults() != age.isBelow(18))
          .filter(fact -> fact.situation().allowsHolders(fact.holders().size()))
          .filter(fact -> !fact.holders().isEmpty())
          .map(fact -> new Holders(fact.holders(), fact.situation().quorum()));
    }
    var people = touching.stream().map(Deelgezag::holder).collect(Collectors.toSet());
    return touching.stream().allMatch(Deelgezag::sharingNamed) && people.size() == 1
        ? Optional.of(new Holders(people, Quorum.ALLEN))
        : Optional.empty();
  }

  /// Does the person concerned decide at this age, when able to weigh the matter?
  public static boolean hasVoice(Age age, Set<Regime> regimes) {
    return regimes.stream().anyMatch(regime -> youthSigns(regime, age, true));
  }

  /// From which age what the person concerned says counts as that person's own yes to this
  /// receiver.
  public static int ownVoiceFrom(Age ageAtUse, Role receiver) {
    if (ageAtUse.isBelow(16)) {
      return 12;
    }
    return ageAtUse.isBelow(18) || !NEW_AT_EIGHTEEN.contains(receiver) ? 16 : 18;
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
