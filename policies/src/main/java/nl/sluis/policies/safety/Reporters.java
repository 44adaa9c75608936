package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Role;

/// Who reports, who looked along, and by which afwegingskader: always two different persons.
final class Reporters {
  private static final Set<String> ADVICE = Set.of("melden", "niet-melden", "geen-bezwaar");

  private Reporters() {}

  /// The identifier of who reports, when it is there.
  static Optional<String> check(Fields fields, Role sender, LocalDate today) {
    fields.choice("versieAfwegingskader", "de versie van het afwegingskader", frameworks(sender));
    var reporter = fields.part("melder", "melder");
    if (reporter.isEmpty()) {
      fields.gap("wie meldt ontbreekt (`melder`)");
    }
    var id = reporter.flatMap(r -> r.text("id", "het kenmerk van de melder"));
    reporter.ifPresent(
        r -> {
          r.text("functie", "de functie van de melder");
          r.close();
        });
    var other = fields.part("aandachtsfunctionaris", "aandachtsfunctionaris");
    if (other.isEmpty()) {
      fields.gap("de aandachtsfunctionaris ontbreekt (`aandachtsfunctionaris`)");
    }
    other.ifPresent(
        o -> {
          var otherId = o.text("id", "het kenmerk van de aandachtsfunctionaris");
          o.day("datum", "de datum van het advies", today);
          o.choice("advies", "het advies", ADVICE);
          o.close();
          if (id.isPresent() && id.equals(otherId)) {
            o.gap("dit moet iemand anders zijn dan de melder");
          }
        });
    return id;
  }

  private static Set<String> frameworks(Role sender) {
    return switch (sender) {
      case SCHOOL_LEERKRACHT, SCHOOL_IB, SCHOOL_DIRECTEUR, SCHOOL_ADMINISTRATIE, SWV ->
          Set.of("onderwijs-2019");
      case LPA -> Set.of("leerplicht-2019");
      case HUISARTS -> Set.of("knmg-2019");
      case GGD_JEUGDARTS, GGD_VERPLEEGKUNDIGE -> Set.of("jgz-2019", "knmg-2019");
      case POH_JEUGD -> Set.of("jeugdhulp-2019", "knmg-2019");
      default -> Set.of("jeugdhulp-2019");
    };
  }
}
