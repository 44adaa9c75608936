package nl.sluis.gateway.vierogen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Work;

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
              Closing.TAAK, SecondPerson.NIEMAND),
          Set.of(),
          false);

  private final Map<Closing, SecondPerson> asked;
  private final Set<Work> work;
  private final boolean adopted;

  /// @param asked what the policy says
  public SecondPersons(Map<Closing, SecondPerson> asked) {
    this(asked, Set.of(), true);
  }

  private SecondPersons(Map<Closing, SecondPerson> asked, Set<Work> work, boolean adopted) {
    this.asked = asked.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(asked));
    this.work = Set.copyOf(work);
    this.adopted = adopted;
  }

  /// By what an organisation closes its work now.
  @FunctionalInterface
  public interface Of {
    /// For what this organisation asks a second person.
    SecondPersons of(Connection tx, Oin organisation) throws SQLException;
  }

  /// What an adopted control policy says: it asks for somebody else of the own organisation, or for
  /// nobody. Where it asks for two, a connected system closes no more: it has one word for two
  /// people.
  ///
  /// @param asks whether the policy asks for a second person at this sort of work
  public static SecondPersons asking(Predicate<Work> asks) {
    var two = EnumSet.allOf(Work.class);
    two.removeIf(asks.negate());
    var override = own(two.contains(Work.OVERRIDE));
    var request = own(two.contains(Work.VERZOEK));
    return new SecondPersons(
        Map.of(
            Closing.NACONTROLE, override,
            Closing.NACONTROLE_KOPPELING, override,
            Closing.VERZOEK_TOEGEWEZEN, request,
            Closing.VERZOEK_GEWEIGERD, request,
            Closing.TAAK_VEILIGHEID, own(two.contains(Work.EMBARGO) || two.contains(Work.DATALEK)),
            Closing.TAAK, SecondPerson.NIEMAND),
        two,
        true);
  }

  private static SecondPerson own(boolean asked) {
    return asked ? SecondPerson.EIGEN_ORGANISATIE : SecondPerson.NIEMAND;
  }

  /// Who must look along before this closes.
  public SecondPerson on(Closing closing) {
    return asked.getOrDefault(closing, SecondPerson.EIGEN_ORGANISATIE);
  }

  /// The same, when it is work of a sort of which a policy speaks: what it asks for that sort is
  /// never less.
  ///
  /// @param sort of which sort it is; empty when policies do not speak of it
  public SecondPerson on(Closing closing, Optional<Work> sort) {
    var plain = on(closing);
    return plain == SecondPerson.NIEMAND ? own(sort.filter(work::contains).isPresent()) : plain;
  }

  /// May a connected system close this with its one word? Until a policy was adopted it answers for
  /// its own second person; after that only where nobody need look along.
  public boolean bySystem(Closing closing, Optional<Work> sort) {
    return !adopted || on(closing, sort) == SecondPerson.NIEMAND;
  }
}
