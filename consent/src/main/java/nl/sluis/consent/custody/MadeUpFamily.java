package nl.sluis.consent.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Regime;

/// A family that does not exist, for asking who would have to say yes in such a family.
///
/// Nobody in it has a name or a number: the members are `jongere`, `ouder-1`, `ouder-2`, or
/// `voogd-1` and the like. Immutable; may be shared between threads.
public final class MadeUpFamily {
  private static final String YOUTH = "jongere";

  private final Age age;
  private final CustodySituation situation;
  private final UUID youth = new UUID(0, 1);
  private final Map<UUID, String> holders = new LinkedHashMap<>();

  /// @param age of the child or youth
  /// @param situation who has gezag
  public MadeUpFamily(Age age, CustodySituation situation) {
    this.age = age;
    this.situation = situation;
    int count = situation.allowsHolders(2) ? 2 : situation.allowsHolders(1) ? 1 : 0;
    var capacity = situation.capacity().replaceAll("-gezag$", "");
    for (int i = 1; i <= count; i++) {
      holders.put(new UUID(0, 10L + i), count == 1 ? capacity : capacity + "-" + i);
    }
  }

  /// What those who said yes come to.
  ///
  /// @param state the fact as the convenant wants it
  /// @param missing who must still say yes, in plain Dutch; empty when nobody must
  public record Said(ConsentState state, List<String> missing) {
    /// Copies its parts.
    public Said {
      missing = List.copyOf(missing);
    }
  }

  /// The names by which the members of this family are told.
  public Set<String> members() {
    var members = new LinkedHashSet<String>();
    members.add(YOUTH);
    members.addAll(holders.values());
    return members;
  }

  /// Who must still say yes when these did.
  ///
  /// @param yes the members who said yes
  /// @param regimes the bodies of law, at least one
  /// @param categories for which they were asked
  /// @param parameters the choices of the convenant
  public Said said(
      Set<String> yes,
      Set<Regime> regimes,
      Set<DataCategory> categories,
      ConsentParameters parameters) {
    var fact =
        new CustodyFact(
            0,
            situation,
            CustodySource.GEZAGSREGISTER,
            LocalDate.EPOCH,
            Instant.EPOCH,
            holders.keySet());
    var must = new WhoMustSign(parameters).of(youth, age, true, regimes, Optional.of(fact));
    return switch (must) {
      case Signers.Unknown() -> new Said(new ConsentState.CustodyUnknown(), List.of());
      case Signers.Known known -> said(yes, known, categories);
    };
  }

  private Said said(Set<String> yes, Signers.Known known, Set<DataCategory> categories) {
    var missing = new ArrayList<String>();
    if (!known.youth().isEmpty() && !yes.contains(YOUTH)) {
      missing.add("de jongere zelf");
    }
    var silent = known.holders().stream().map(this::name).filter(n -> !yes.contains(n)).sorted();
    var absent = silent.toList();
    boolean one = known.quorum() == Quorum.EEN_NAMENS_BEIDEN;
    if (one && absent.size() == known.holders().size() && !absent.isEmpty()) {
      missing.add("een van de ouders, met akkoord van de ander");
    } else if (!one) {
      absent.forEach(name -> missing.add(told(name)));
    }
    if (missing.isEmpty()) {
      return new Said(new ConsentState.Given(categories, List.of("denkbeeldig")), missing);
    }
    var lack = yes.isEmpty() ? ConsentState.Lack.NOOIT_GEVRAAGD : ConsentState.Lack.ONVOLLEDIG;
    return new Said(new ConsentState.NotGiven(Set.of(lack)), missing);
  }

  private String name(UUID holder) {
    return holders.getOrDefault(holder, YOUTH);
  }

  private static String told(String name) {
    return switch (name) {
      case "ouder" -> "de ouder met gezag";
      case "ouder-1" -> "de eerste ouder";
      case "ouder-2" -> "de tweede ouder";
      default -> "de " + name.replaceAll("-(\\d)$", " ($1)");
    };
  }

  /// Names in one breath: `de jongere zelf en de tweede ouder`.
  public static String joined(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
        + " en "
        + names.getLast();
  }
}
