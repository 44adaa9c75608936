package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Role;

/// Reads how a consent ends, and finds everything that is wrong with it.
///
/// Immutable; may be shared between threads.
final class EndCheck {
  private static final int LONGEST_REASON = 2_000;
  private static final Set<String> AUTHORITIES = Set.of("rechter", "toezichthouder");

  /// Who may let sharing rest because somebody is in danger.
  private static final Set<Role> SAFETY =
      EnumSet.of(
          Role.AANDACHTSFUNCTIONARIS,
          Role.VEILIG_THUIS,
          Role.CJG_COACH,
          Role.CJG_JONGERENCOACH,
          Role.CJG_IA,
          Role.CJG_GEDRAGSWETENSCHAPPER,
          Role.CJG_TOEGANG,
          Role.GGD_JEUGDARTS,
          Role.GGD_VERPLEEGKUNDIGE);

  private static final Map<String, EventType> UTTERANCES =
      Map.of(
          "gegeven", EventType.GIVEN,
          "vernieuwd", EventType.RENEWED,
          "geweigerd", EventType.REFUSED,
          "uitgesteld", EventType.DEFERRED,
          "ingetrokken", EventType.WITHDRAWN,
          "betwist", EventType.DISPUTED,
          "hersteld", EventType.DISPUTE_RESOLVED,
          "vervangen-door-rechter", EventType.SUBSTITUTED_BY_COURT);

  private EndCheck() {}

  static void why(EndDraft.Why why, Faults faults) {
    faults.addIf(
        why.reason().isBlank() || why.reason().length() > LONGEST_REASON,
        "reden",
        "Geef de reden, in ten hoogste tweeduizend tekens.");
    faults.addIf(
        why.byId().isBlank() || why.byFunction().isBlank(),
        "door",
        "Noem wie dit besloot en in welke functie.");
  }

  /// The instant from which the decision counts: the first of its day.
  static Optional<Instant> decided(EndDraft.Invalidation draft, Faults faults) {
    faults.addIf(
        !AUTHORITIES.contains(draft.authority()), "instantie", "Kies rechter of toezichthouder.");
    faults.sha256("uitspraakHash", draft.documentHash());
    return faults
        .pastDate("datum", draft.decidedOn())
        .map(day -> day.atStartOfDay(Age.CALENDAR).toInstant());
  }

  static Optional<Instant> until(
      EndDraft.Suspension draft, Recorder recorder, ConsentParameters parameters, Faults faults) {
    faults.addIf(
        !(recorder instanceof Recorder.Partner partner) || !SAFETY.contains(partner.party().role()),
        "namens",
        "Alleen een aandachtsfunctionaris, Veilig Thuis, CJG of GGD schort op voor de veiligheid.");
    var until = faults.instant("tot", draft.until());
    var longest = faults.now().atZone(Age.CALENDAR).plusWeeks(parameters.longestSuspensionWeeks());
    until.ifPresent(
        at -> {
          faults.addIf(!at.isAfter(faults.now()), "tot", "Dit einde is al geweest.");
          faults.addIf(
              at.isAfter(longest.toInstant()),
              "tot",
              "Een opschorting duurt ten hoogste "
                  + parameters.longestSuspensionWeeks()
                  + " weken; weeg daarna opnieuw.");
        });
    return until;
  }

  static Optional<EventType> utterance(EndDraft.Correction draft, Faults faults) {
    var type = Optional.ofNullable(UTTERANCES.get(draft.utterance()));
    faults.addIf(type.isEmpty(), "uitspraak", "Noem welke uitspraak verkeerd is vastgelegd.");
    return type;
  }
}
