package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.Age;

/// Where a court's decision is put in the place of one parent's yes (BW 1:253a).
///
/// It reaches literally as far as it says: one parent, one purpose, one receiver. May be shared
/// between threads; it runs in the caller's transaction, after the caller locked the subject.
public final class CourtDesk {
  private final ConsentTable table;
  private final Contexts contexts;

  /// @param region in whose part of the database the consents live
  public CourtDesk(String region) {
    this.table = new ConsentTable(region);
    this.contexts = new Contexts(region);
  }

  /// Puts the decision on record, or tells everything that is wrong with it.
  public Filed substitute(
      Connection tx, ConsentAsk ask, CourtDraft draft, Recorder recorder, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    AskCheck.mayRecord(recorder, ask.sender(), ask.receiver(), faults);
    var voice = new Voice.Labelled(draft.replaces());
    var context = contexts.of(tx, ask, recorder, voice, now);
    var person = StatementCheck.person("vervangtOuder", voice, context, faults);
    var decided = faults.pastDate("datum", draft.decidedOn());
    var until = faults.date("geldigTot", draft.validUntil());
    literalScope(ask, draft, faults);
    isHolder(person, context, faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var row =
        new ConsentTable.Row(
            EventType.SUBSTITUTED_BY_COURT,
            person.orElseThrow(),
            Set.of(),
            null,
            false,
            decided.orElseThrow().atStartOfDay(Age.CALENDAR).toInstant(),
            until.orElseThrow().atStartOfDay(Age.CALENDAR).toInstant(),
            draft.evidence());
    table.addEvent(tx, ask, row, recorder, now);
    return new Filed.Done(ask.id());
  }

  private static void literalScope(ConsentAsk ask, CourtDraft draft, Faults faults) {
    faults.addIf(
        !draft.sharingNamed(),
        "letterlijkeReikwijdte",
        "Een uitspraak over hulp of onderzoek opent het delen van gegevens niet.");
    faults.addIf(
        !draft.purpose().equals(ask.purpose().code()),
        "doel",
        "De uitspraak noemt een ander doel dan deze toestemming.");
    faults.addIf(
        !draft.receiverOin().equals(ask.receiver().oin().value()),
        "aan",
        "De uitspraak noemt een andere ontvanger dan deze toestemming.");
    faults.sha256("uitspraakHash", draft.referenceHash());
  }

  private static void isHolder(
      Optional<UUID> person, StatementCheck.Context context, Faults faults) {
    person.ifPresent(
        p ->
            faults.addIf(
                context.records().custody().stream().noneMatch(f -> f.holders().contains(p)),
                "vervangtOuder",
                "Alleen de toestemming van een ouder met gezag kan worden vervangen."));
  }
}
