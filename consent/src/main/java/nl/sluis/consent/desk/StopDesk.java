package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;

/// Where stops that rest on a person, whatever was consented, are put on record, weighed and
/// lifted.
///
/// AVG 18 (restriction), AVG 21 (objection), a court's prohibition, and a duty to keep (AVG 17(3)),
/// which stops no exchange. Each has an author, a reason and a day on which somebody looks again.
/// May be shared between threads; it runs in the caller's transaction, after the caller locked the
/// subject.
public final class StopDesk {
  private static final Set<String> KINDS =
      Set.of("beperkt", Stop.OBJECTION, "rechterlijk-verbod", "bewaarplicht");
  private static final Set<String> OUTCOMES = Set.of("gegrond", "ongegrond");

  private final StopTable stops;
  private final Agenda agenda;

  /// @param region in whose part of the database the stops live
  public StopDesk(String region) {
    this.stops = new StopTable(region);
    this.agenda = new Agenda(region);
  }

  /// Puts a stop on record.
  ///
  /// @param terms how long it may go without being looked at, and within what an objection is
  ///   weighed
  public Filed restrict(
      Connection tx, UUID subject, StopDraft draft, ReviewTerms terms, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    faults.addIf(
        !KINDS.contains(draft.kind()),
        "soort",
        "Kies beperkt, bezwaar, rechterlijk-verbod of bewaarplicht.");
    var begins = faults.instant("vanaf", draft.from());
    var ends =
        draft.until().isEmpty() ? Optional.<Instant>empty() : faults.instant("tot", draft.until());
    faults.addIf(
        ends.filter(end -> begins.filter(end::isAfter).isEmpty()).isPresent(),
        "tot",
        "Het einde ligt na het begin.");
    var review =
        review(
            "herziening",
            draft.reviewOn(),
            faults.today().plusMonths(terms.longestMonths()),
            faults);
    draft.author().check("door", "reden", faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var id = UUID.randomUUID();
    var row =
        new StopTable.Row(
            id,
            subject,
            draft.kind(),
            begins.orElseThrow(),
            ends.orElse(null),
            null,
            review.orElseThrow(),
            draft.author());
    stops.add(tx, row, new Recorder.Partner(by), now);
    agenda.put(tx, Appointment.review(subject, id, by.oin(), start(review.orElseThrow())));
    return new Filed.Done(id);
  }

  /// Puts the objection on record of somebody who is logged in. It holds from the commit, against
  /// this and nothing else, until the organisation that shares it weighed it ([#weigh]).
  ///
  /// @param proof how it is known who objected, and why, sealed
  /// @return its name
  public UUID object(
      Connection tx,
      UUID subject,
      UUID person,
      Against against,
      ReviewTerms terms,
      SealedEvidence proof,
      Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    var review = now.atZone(Age.CALENDAR).toLocalDate().plusMonths(terms.longestMonths());
    var row =
        new StopTable.Row(
            id, subject, Stop.OBJECTION, now, null, null, review, null, proof, against);
    stops.add(tx, row, new Recorder.Portal(person), now);
    agenda.put(tx, Appointment.review(subject, id, against.sender(), start(review)));
    return id;
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(Age.CALENDAR).toInstant();
  }

  /// The instant at which an objection of now must have been weighed.
  public static Instant weighBy(ReviewTerms terms, Instant now) {
    return ConsentParameters.monthsAfter(now, terms.weighMonths());
  }

  /// The day of looking again: after today, and not after the last day that the terms allow.
  static Optional<LocalDate> review(String field, String text, LocalDate last, Faults faults) {
    var day = faults.date(field, text);
    day.ifPresent(
        d ->
            faults.addIf(
                !d.isAfter(faults.today()) || d.isAfter(last),
                field,
                "Kies een dag na vandaag, binnen de termijn van het convenant."));
    return day;
  }

  /// The stop under this name.
  public Optional<Stop> find(Connection tx, UUID id) throws SQLException {
    return stops.find(tx, id);
  }

  /// What holds of this stop at the child in which its child went up: a copy, as long as it was not
  /// lifted or weighed there.
  ///
  /// @param there as which subject the child stands now
  public Optional<Stop> copy(Connection tx, UUID stop, UUID there) throws SQLException {
    return standing(tx, stop, there).filter(copy -> copy.upheld().isEmpty());
  }

  private Optional<Stop> standing(Connection tx, UUID stop, UUID there) throws SQLException {
    var id = stops.copy(tx, stop, there);
    return id.isEmpty() ? Optional.empty() : stops.find(tx, id.get());
  }

  /// Lifts what went along of a stop that was lifted, at the child in which its child went up.
  ///
  /// @param there as which subject the child stands now
  public void liftCopy(
      Connection tx, UUID stop, UUID there, Authored author, PartyRole by, Instant now)
      throws SQLException {
    var copy = standing(tx, stop, there);
    if (copy.isPresent()) {
      var _ = lifted(tx, copy.get(), author, by, now);
    }
  }

  /// Lifts a stop; the stop and its lifting both stay on record.
  public Filed lift(Connection tx, Stop stop, Authored author, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    author.check("door", "reden", faults);
    faults.addIf(stop.lifted(), "id", "Dit is al opgeheven.");
    faults.addIf(
        stop.isObjection() && stop.upheld().isEmpty(),
        "id",
        "Een bezwaar wordt niet opgeheven maar gewogen.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    return new Filed.Done(lifted(tx, stop, author, by, now));
  }

  private UUID lifted(Connection tx, Stop stop, Authored author, PartyRole by, Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    var row =
        new StopTable.Row(id, stop.subject(), stop.kind(), now, null, stop.id(), null, author);
    stops.add(tx, row, new Recorder.Partner(by), now);
    agenda.cross(tx, stop.id());
    return id;
  }

  /// What weighing an objection came to (AVG 21). Not upheld, it is lifted; upheld, it stays.
  ///
  /// @param outcome `gegrond` or `ongegrond`
  /// @param author somebody else than who recorded the objection
  public Filed weigh(
      Connection tx, Stop stop, String outcome, Authored author, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    author.check("door", "motivering", faults);
    faults.addIf(!OUTCOMES.contains(outcome), "uitkomst", "Kies gegrond of ongegrond.");
    faults.addIf(!stop.isObjection(), "id", "Alleen een bezwaar wordt gewogen.");
    faults.addIf(stop.lifted() || stop.upheld().isPresent(), "id", "Dit bezwaar is al gewogen.");
    faults.addIf(
        stop.author().filter(author.key()::equals).isPresent(),
        "door.id",
        "Laat iemand anders wegen dan wie het bezwaar vastlegde.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    boolean upheld = outcome.equals("gegrond");
    var id = stops.weigh(tx, stop, upheld, author, new Recorder.Partner(by), now);
    if (!upheld) {
      lifted(tx, stop, author, by, now);
    }
    return new Filed.Done(id);
  }
}
