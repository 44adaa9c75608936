package nl.sluis.dev.misbruik;

import java.util.List;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// The kinds of workers of the region: estimates, nobody counted them.
enum Kind {
  IB(
      Role.SCHOOL_IB,
      45,
      1,
      5,
      0.03,
      0.75,
      10,
      1,
      List.of(
          DataCategory.K01,
          DataCategory.K05,
          DataCategory.K06,
          DataCategory.K07,
          DataCategory.K08,
          DataCategory.K09)),
  COACH(
      Role.CJG_COACH,
      1,
      45,
      7,
      0.06,
      0.80,
      18,
      0,
      List.of(
          DataCategory.K01,
          DataCategory.K04,
          DataCategory.K08,
          DataCategory.K09,
          DataCategory.K10,
          DataCategory.K14)),
  ARTS(
      Role.GGD_JEUGDARTS,
      1,
      20,
      5,
      0.04,
      0.60,
      15,
      0,
      List.of(
          DataCategory.K01,
          DataCategory.K03,
          DataCategory.K09,
          DataCategory.K11,
          DataCategory.K12)),
  VERPLEEGKUNDIGE(
      Role.GGD_VERPLEEGKUNDIGE,
      1,
      25,
      6,
      0.03,
      0.60,
      18,
      0,
      List.of(DataCategory.K01, DataCategory.K03, DataCategory.K09, DataCategory.K11)),
  LEERPLICHT(
      Role.LPA,
      2,
      6,
      6,
      0.02,
      0.10,
      15,
      0,
      List.of(DataCategory.K01, DataCategory.K05, DataCategory.K07, DataCategory.K13)),
  VEILIG_THUIS(
      Role.VEILIG_THUIS,
      1,
      15,
      8,
      0.25,
      0.02,
      12,
      0,
      List.of(
          DataCategory.K01,
          DataCategory.K03,
          DataCategory.K04,
          DataCategory.K10,
          DataCategory.K16)),
  JEUGDHULP(
      Role.JEUGDHULPAANBIEDER,
      8,
      6,
      4,
      0.10,
      0.70,
      8,
      0,
      List.of(DataCategory.K01, DataCategory.K09, DataCategory.K13, DataCategory.K14));

  private final Role role;
  private final int organisations;
  private final int people;
  private final double pace;
  private final double evening;
  private final double byConsent;
  private final int dossiers;
  private final int extra;

  @SuppressWarnings("ImmutableEnumChecker") // made by `List.of`, which cannot be changed
  private final List<DataCategory> categories;

  /// @param people at each organisation
  /// @param pace deeds of one person in a week
  /// @param evening the share of them outside office hours
  /// @param byConsent the share that needs a yes; the rest goes by the law
  /// @param dossiers on one desk at a time
  /// @param extra how many people an organisation may have more
  Kind(
      Role role,
      int organisations,
      int people,
      double pace,
      double evening,
      double byConsent,
      int dossiers,
      int extra,
      List<DataCategory> categories) {
    this.role = role;
    this.organisations = organisations;
    this.people = people;
    this.pace = pace;
    this.evening = evening;
    this.byConsent = byConsent;
    this.dossiers = dossiers;
    this.extra = extra;
    this.categories = categories;
  }

  Role role() {
    return role;
  }

  int organisations() {
    return organisations;
  }

  int people() {
    return people;
  }

  double pace() {
    return pace;
  }

  double evening() {
    return evening;
  }

  double byConsent() {
    return byConsent;
  }

  int dossiers() {
    return dossiers;
  }

  int extra() {
    return extra;
  }

  List<DataCategory> categories() {
    return categories;
  }
}
