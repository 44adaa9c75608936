package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;

/// Where a court's decision is put in the place of one parent's yes (BW 1:253a).
///
/// It reaches literally as far as it says: one parent, one purpose, one receiver, the categories it
/// names, until its day. The decision itself is never kept. May be shared between threads; it runs
/// in the caller's transaction, after the caller locked the subject.
public final class CourtDesk {
  private final ConsentTable table;
  private final Contexts contexts;

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  public CourtDesk(String region, PersonSeal seal) {
    this.table = new ConsentTable(region);
    this.contexts = new Contexts(region, seal);
  }

  /// Puts the decision on record, or tells everything that is wrong with it.
  ///
  /// @param reach how far the convenant lets a court reach
  public Filed substitute(
      Connection tx,
      ConsentAsk ask,
      CourtDraft draft,
      CourtReach reach,
      Recorder recorder,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    AskCheck.mayRecord(recorder, ask.sender(), ask.receiver(), faults);
    var voice = new Voice.Labelled(draft.replaces());
    var context = contexts.of(tx, ask, recorder, voice, now);
    var person = StatementCheck.person("vervangtOuder", voice, context, faults);
    var decided = faults.pastDate("datum", draft.decidedOn());
    var until = faults.date("geldigTot", draft.validUntil());
    faults.addIf(
        decided.isPresent() && until.filter(u -> !u.isAfter(decided.get())).isPresent(),
        "geldigTot",
        "Een uitspraak geldt tot een dag die na haar eigen datum ligt.");
    literalScope(ask, draft, faults);
    var categories = categories(ask, draft.categories(), faults);
    isHolder(person, context, faults);
    isYoungEnough(reach, context, faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var row =
        new ConsentTable.Row(
            EventType.SUBSTITUTED_BY_COURT,
            person.orElseThrow(),
            categories,
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
    faults.addIf(
        draft.caseNumber().isBlank(),
        "bewijs.ecliOfZaaknr",
        "Noem de ECLI of het zaaknummer; de uitspraak zelf bewaart Sluis niet.");
    faults.addIf(
        draft.literalScope().isBlank(),
        "bewijs.letterlijkeReikwijdte",
        "Neem over wat de uitspraak letterlijk toestaat.");
  }

  /// What the decision names and this consent asks; of nothing else is a yes replaced.
  private static Set<DataCategory> categories(ConsentAsk ask, List<String> named, Faults faults) {
    var read = EnumSet.noneOf(DataCategory.class);
    named.stream().flatMap(code -> DataCategory.of(code).stream()).forEach(read::add);
    faults.addIf(
        read.isEmpty() || read.size() != named.size() || !ask.categories().containsAll(read),
        "categorieen",
        "Noem de categorieën die de uitspraak noemt, elk één keer en alleen uit deze toestemming.");
    return read;
  }

  private static void isYoungEnough(
      CourtReach reach, StatementCheck.Context context, Faults faults) {
    var birth = context.records().birth();
    faults.addIf(
        birth == null || !reach.reaches(Age.at(birth, faults.now())),
        "betrokkene",
        "Onder dit convenant vervangt een rechter alleen toestemming voor kinderen onder de"
            + " twaalf.");
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
