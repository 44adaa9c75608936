package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.PartyRole;

/// The embargo that a report for safety's sake brings along, for the whole family: with the second
/// person who stands in its record, or provisional until there is one (domain 2.8, 3.6).
///
/// A provisional one neither ends nor shows anything when nobody confirms it. May be shared between
/// threads; it runs in the caller's transaction, after the caller locked the subject.
public final class EmbargoByReport {
  private static final String ADD =
      """
      insert into embargo
        (region, id, subject_id, about, reason, review_on, author_hmac, confirmed_hmac,
        recorded_at, recorded_by, by_report)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
      """;
  private static final String CONFIRM =
      """
      insert into embargo_confirmed
        (region, embargo_id, subject_id, author_hmac, confirmed_hmac, review_on, recorded_at,
        recorded_by, evidence_commitment, evidence_sealed)
      select region, id, subject_id, author_hmac, ?, ?, ?, ?, ?, ?
      from embargo
      where region = ?
        and id = ?
      """;

  private final String region;
  private final Agenda agenda;

  /// @param region in whose part of the database it lives
  public EmbargoByReport(String region) {
    this.region = region;
    this.agenda = new Agenda(region);
  }

  /// What a report says must be hidden.
  ///
  /// @param about the exchange
  /// @param reason one of the closed list of embargoes
  /// @param reviewOn the day on which somebody looks at it again
  /// @param reporter who reported, keyed
  /// @param confirmed the second person of the record, keyed; empty when there is none yet
  public record Opening(
      UUID about, String reason, LocalDate reviewOn, Hmac reporter, Optional<Hmac> confirmed) {}

  /// Hides the report from the family.
  ///
  /// @return what the embargo is known by
  public UUID open(Connection tx, UUID subject, Opening opening, PartyRole by, Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, subject);
      insert.setObject(4, opening.about());
      insert.setString(5, opening.reason());
      insert.setObject(6, opening.reviewOn());
      insert.setBytes(7, opening.reporter().bytes());
      insert.setBytes(8, opening.confirmed().map(Hmac::bytes).orElse(null));
      insert.setObject(9, ConsentTable.utc(now));
      insert.setString(10, new Recorder.Partner(by).code());
      insert.executeUpdate();
    }
    if (opening.confirmed().isPresent()) {
      lookAgain(tx, id, subject, opening.reviewOn(), by);
    }
    return id;
  }

  private void lookAgain(Connection tx, UUID id, UUID subject, LocalDate day, PartyRole by)
      throws SQLException {
    agenda.put(
        tx,
        new Appointment(
            UUID.randomUUID(),
            StopDesk.start(day),
            Appointment.Kind.EMBARGO,
            subject,
            id,
            by.oin()));
  }

  /// A second person stands for it: from now on it is an embargo as any other, whose days count
  /// from the report.
  ///
  /// @param reviewOn the day on which somebody looks at it again, as it was handed in
  public Filed confirm(
      Connection tx,
      Embargo embargo,
      Authored second,
      String reviewOn,
      ReviewTerms terms,
      PartyRole by,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    second.check("door", "motivering", faults);
    faults.addIf(
        second.key().equals(embargo.author()),
        "door.id",
        "Wie de melding deed bevestigt het embargo niet; laat een ander dat doen.");
    faults.addIf(embargo.lifted(), "id", "Dit embargo is al opgeheven.");
    faults.addIf(!embargo.lifted() && !embargo.provisional(), "id", "Dit embargo is al bevestigd.");
    var last = embargo.since().plusDays(terms.embargoDays());
    var review = StopDesk.review("herbeoordelingUiterlijk", reviewOn, last, faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    try (var insert = tx.prepareStatement(CONFIRM)) {
      insert.setBytes(1, second.key().bytes());
      insert.setObject(2, review.orElseThrow());
      insert.setObject(3, ConsentTable.utc(now));
      insert.setString(4, new Recorder.Partner(by).code());
      ConsentTable.setEvidence(insert, 5, second.sealed());
      insert.setString(7, region);
      insert.setObject(8, embargo.id());
      insert.executeUpdate();
    }
    lookAgain(tx, embargo.id(), embargo.subject(), review.orElseThrow(), by);
    return new Filed.Done(embargo.id());
  }
}
