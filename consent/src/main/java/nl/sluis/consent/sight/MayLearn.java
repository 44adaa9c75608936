package nl.sluis.consent.sight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.facts.Competence;
import nl.sluis.consent.facts.Records;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// What somebody may learn of one line about one child, at one instant (domain 2.7).
///
/// The one gate before every list, notice and answer. It narrows by itself, at the instant at which
/// the givers change: at twelve the child sees its own lines, at sixteen its parents see only what
/// they said themselves and what is about them, at eighteen parents have no view at all. Who is
/// shielded from one of its organisations (design 10.14), or from whom a line is hidden (domain
/// 2.8), never learns of it: to them it is as if it never were. Immutable; may be shared between
/// threads.
public final class MayLearn {
  private static final int OWN_VIEW = 12;
  private static final int PARENTS_VIEW_ENDS = 16;
  private static final int ADULT = 18;

  private final CustodyAt custody;
  private final boolean oldRowsStay;

  /// How much somebody may learn.
  public enum Sight {
    /// The line, whether it is complete, and the own words.
    ALLES,
    /// The own words and what they answered.
    EIGEN_WOORDEN,
    /// That there are so many of them, of many children together.
    AANTALLEN,
    /// Nothing: as if it never were.
    NIETS
  }

  /// @param parameters how long custody may be relied on, and whether parents keep what they saw
  public MayLearn(ConsentParameters parameters) {
    this.custody = new CustodyAt(parameters);
    this.oldRowsStay = parameters.oldRowsStay();
  }

  /// How much this viewer may learn of this line.
  ///
  /// @param records what is on record about its question, shields for its organisations among it
  /// @param hidden what is hidden about the child
  public Sight of(Viewer viewer, Row row, Records records, Hidden hidden, Instant at) {
    return switch (viewer) {
      case Viewer.Person person -> person(person, row, records, hidden, at);
      case Viewer.Professional(Oin own) -> ofOrganisation(own, row.organisations());
      case Viewer.Officer(Oin own) -> ofOrganisation(own, row.organisations());
      case Viewer.Steward() -> Sight.AANTALLEN;
    };
  }

  private static Sight ofOrganisation(Oin own, Set<Oin> organisations) {
    return organisations.contains(own) ? Sight.ALLES : Sight.NIETS;
  }

  private Sight person(Viewer.Person viewer, Row row, Records records, Hidden hidden, Instant at) {
    if (records.shielded().contains(viewer.person())
        || hidden.isFrom(row.about(), viewer.person())) {
      return Sight.NIETS;
    }
    return switch (row.kind()) {
      case OVER_WIE_KIJKT -> Sight.EIGEN_WOORDEN;
      case VAN_EEN_ANDER -> Sight.NIETS;
      case OVER_HET_KIND -> {
        if (seesAll(viewer, row, records, hidden, at)) {
          yield Sight.ALLES;
        }
        yield row.own() ? Sight.EIGEN_WOORDEN : Sight.NIETS;
      }
    };
  }

  private boolean seesAll(
      Viewer.Person viewer, Row row, Records records, Hidden hidden, Instant at) {
    var birth = records.birth();
    if (birth == null) {
      return false;
    }
    var age = Age.at(birth, at);
    if (viewer.isSelf()) {
      return !age.isBelow(OWN_VIEW);
    }
    var held = custody.on(records.custody(), at);
    return held.filter(fact -> fact.holders().contains(viewer.person()))
        .filter(fact -> fact.situation().isForAdults() != age.isBelow(ADULT))
        .filter(
            _ ->
                age.isBelow(PARENTS_VIEW_ENDS)
                    || later(viewer, age, birth, row, records, hidden, at))
        .isPresent();
  }

  /// From sixteen on only with the youth, or in the place of somebody who cannot weigh the matter.
  private boolean later(
      Viewer.Person viewer,
      Age age,
      LocalDate birth,
      Row row,
      Records records,
      Hidden hidden,
      Instant at) {
    if (Competence.isUnable(records.able(), at)) {
      return true;
    }
    boolean seenBefore = oldRowsStay && Age.at(birth, row.since()).isBelow(PARENTS_VIEW_ENDS);
    return age.isBelow(ADULT) && (hidden.openedFor().contains(viewer.person()) || seenBefore);
  }
}
