package nl.sluis.gateway.vierogen;

import java.util.EnumMap;
import java.util.Map;

/// For what the control policy asks a second person. What it does not speak of asks for one of the
/// own organisation: silence never makes it lighter. Immutable; may be shared between threads.
public final class SecondPersons {
  /// What holds where no control policy was adopted: two pairs of eyes on every review, refusal and
  /// task about safety; one on what is done as somebody asked, and on plain tasks. A connected
  /// system answers for the second person of its own organisation.
  public static final SecondPersons UNTIL_ADOPTED =
      new SecondPersons(
          Map.of(
              Closing.NACONTROLE, SecondPerson.EIGEN_ORGANISATIE,
              Closing.NACONTROLE_KOPPELING, SecondPerson.NIEMAND,
              Closing.VERZOEK_TOEGEWEZEN, SecondPerson.NIEMAND,
              Closing.VERZOEK_GEWEIGERD, SecondPerson.EIGEN_ORGANISATIE,
              Closing.TAAK_VEILIGHEID, SecondPerson.EIGEN_ORGANISATIE,
              Closing.TAAK, SecondPerson.NIEMAND));

  private final Map<Closing, SecondPerson> asked;

  /// @param asked what the policy says
  public SecondPersons(Map<Closing, SecondPerson> asked) {
    this.asked = asked.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(asked));
  }

  /// Who must look along before this closes.
  public SecondPerson on(Closing closing) {
    return asked.getOrDefault(closing, SecondPerson.EIGEN_ORGANISATIE);
  }
}
