package nl.sluis.gateway.exchange;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.facts.FactsRead;
import nl.sluis.gateway.acuut.HandoverNote;
import nl.sluis.gateway.acuut.HandoverNotes;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Sees that a report of acute danger went to the Veilig Thuis of another region than that of the
/// child. Any Veilig Thuis takes such a report; the one that got it hands it over (design 10.15).
///
/// Where nobody knows where the child lives, a Veilig Thuis that works nowhere where its sender
/// works is of another region too. May be shared between threads.
public final class OtherRegion {
  private final CurrentLaw law;
  private final HandoverNotes notes;

  /// @param law knows who works where
  /// @param notes remembers what must be handed over
  public OtherRegion(CurrentLaw law, HandoverNotes notes) {
    this.law = law;
    this.notes = notes;
  }

  /// @return the row for the logbook, if it must be handed over
  Optional<Entry> of(Decided decided) throws SQLException {
    var message = decided.admitted().identified().message();
    var residence = decided.found().facts().flatMap(FactsRead::municipality).map(Municipality::new);
    var at = decided.found().at();
    var note =
        note(
            decided.admitted().transaction(),
            message.from().oin(),
            message.to().oin(),
            residence,
            at);
    return note.isEmpty()
        ? Optional.empty()
        : Optional.of(
            notes.opened(decided.found().tx(), note.get(), decided.found().subject(), at));
  }

  private Optional<HandoverNote> note(
      UUID transaction, Oin from, Oin to, Optional<Municipality> residence, Instant at) {
    var now = law.now();
    var day = LocalDate.ofInstant(at, Age.CALENDAR);
    boolean here =
        residence
            .map(Stream::of)
            .orElseGet(
                () -> now.known(from, at).stream().flatMap(p -> p.municipalitiesOn(day).stream()))
            .anyMatch(m -> now.known(to, at).stream().anyMatch(p -> p.serves(m, day)));
    return here
        ? Optional.empty()
        : Optional.of(
            new HandoverNote(
                transaction, to, residence, residence.flatMap(m -> whose(now, m, day, at))));
  }

  private static Optional<Oin> whose(Law now, Municipality where, LocalDate day, Instant at) {
    return now.inForce(at).stream()
        .flatMap(convenant -> convenant.parties().values().stream())
        .filter(party -> party.holds(Role.VEILIG_THUIS, day) && party.serves(where, day))
        .map(Party::oin)
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .findFirst();
  }
}
