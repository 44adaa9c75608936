package nl.sluis.consent.facts;

import java.util.EnumSet;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Purpose;

/// What tells where somebody is, by itself: an address, a school, a move to another school (domain
/// 2.7, geheim adres). Pure.
public final class Locating {
  private static final Set<DataCategory> CATEGORIES =
      EnumSet.of(DataCategory.K03, DataCategory.K05);
  private static final Set<Purpose> MOVES =
      Set.of(
          new Purpose("overdracht-po-vo"),
          new Purpose("inzagebewijs-po-vo"),
          new Purpose("overdracht-vo-vo-mbo"),
          new Purpose("inzagebewijs-vo-vo-mbo"));

  private Locating() {}

  /// Does data of this kind tell where somebody is?
  public static boolean is(DataCategory category) {
    return CATEGORIES.contains(category);
  }

  /// Does this tell of a move to another school?
  public static boolean isMove(Purpose purpose) {
    return MOVES.contains(purpose);
  }

  /// Does a text for this purpose, of these kinds of data, tell where somebody is?
  public static boolean isIn(Purpose purpose, Set<DataCategory> categories) {
    return isMove(purpose) || categories.stream().anyMatch(Locating::is);
  }
}
