package nl.sluis.policies.terms;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The capacity in which an organisation sends or receives.
///
/// A right belongs to the role, never to the organisation: the same legal body may hold several
/// roles with walls between them.
public enum Role {
  SCHOOL_LEERKRACHT,
  SCHOOL_IB,
  SCHOOL_DIRECTEUR,
  SCHOOL_ADMINISTRATIE,
  SWV,
  CJG_COACH,
  CJG_JONGERENCOACH,
  CJG_IA,
  CJG_GEDRAGSWETENSCHAPPER,
  CJG_TOEGANG,
  POH_JEUGD,
  HUISARTS,
  GGD_JEUGDARTS,
  GGD_VERPLEEGKUNDIGE,
  JGZ_ORTHOPEDAGOOG,
  ONAFHANKELIJK_ARTS,
  MEDISCH_SPECIALIST,
  JMW,
  SCHOOLCOACH,
  LPA,
  RMC,
  PROCESBEGELEIDER,
  VEILIG_THUIS,
  VEILIG_THUIS_ADVIES,
  JEUGDHULPAANBIEDER,
  PLEEGZORG,
  CRISISDIENST,
  SOCIAAL_WIJKTEAM,
  MAATSCHAPPELIJKE_OPVANG,
  WERK_EN_INKOMEN,
  WELZIJN,
  FAMILIENETWERK,
  GI_OTS,
  GI_VOOGD,
  GI_VRIJWILLIG,
  JEUGDRECLASSERING,
  RVDK,
  GEMEENTE_JEUGD,
  GEMEENTE_FINANCIEN,
  GEMEENTE_BELEID,
  ONDERWIJSINSPECTIE,
  DUO_VERZUIMREGISTER,
  VERWIJSINDEX,
  POLITIE,
  OM_HALT,
  IGJ,
  CBS,
  SVB,
  AANDACHTSFUNCTIONARIS,
  FG,
  CONVENANTBEHEERDER,
  JONGERE,
  OUDER_GEZAG,
  OUDER_ZONDER_GEZAG,
  VOOGD;

  private static final Map<String, Role> BY_CODE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Role::code, Function.identity()));

  /// The Dutch word by which messages and the convenant name this role, such as `school-ib`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role with this code; empty when there is none, for silence is a refusal.
  public static Optional<Role> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  @Override
  public String toString() {
    return code();
  }
}
