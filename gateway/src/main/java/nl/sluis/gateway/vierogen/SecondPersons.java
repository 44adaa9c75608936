package nl.sluis.gateway.vierogen;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

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

  /// What a control policy says that speaks of work by its words: `override`, `verzoek`, `embargo`
  /// and `datalek` ask for somebody else of the own organisation, or for nobody. Where it asks for
  /// two at an override, a connected system judges no more: it has one word for two people.
  ///
  /// @param asks whether the policy asks for a second person at this sort of work
  public static SecondPersons asking(Predicate<String> asks) {
    var override = own(asks.test("override"));
    var request = own(asks.test("verzoek"));
    return new SecondPersons(
        Map.of(
            Closing.NACONTROLE, override,
            Closing.NACONTROLE_KOPPELING, override,
            Closing.VERZOEK_TOEGEWEZEN, request,
            Closing.VERZOEK_GEWEIGERD, request,
            Closing.TAAK_VEILIGHEID, own(asks.test("embargo") || asks.test("datalek")),
            Closing.TAAK, SecondPerson.NIEMAND));
  }

  private static SecondPerson own(boolean asked) {
    return asked ? SecondPerson.EIGEN_ORGANISATIE : SecondPerson.NIEMAND;
  }

  /// Who must look along before this closes.
  public SecondPerson on(Closing closing) {
    return asked.getOrDefault(closing, SecondPerson.EIGEN_ORGANISATIE);
  }
}
