package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where a line is hidden from somebody for a while, and shown again (domain 2.8).
///
/// Two people say so; the day of looking again neither reveals nor prolongs. May be shared between
/// threads; it runs in the caller's transaction, after the caller locked the subject.
public final class EmbargoDesk {
  private static final Set<String> REASONS =
      Set.of(
          "veiligheid-kind",
          "veiligheid-ander",
          "onderzoek-vt",
          "anonimiteit-melder",
          "strafrechtelijk-onderzoek");
  private static final Set<String> GROUNDS =
      Set.of("veiligheid-betrokkene", "veiligheid-melder", "vertrouwensrelatie");
  private static final int MOST = 20;

  private static final String ADD =
      """
      insert into embargo
        (region, id, subject_id, about, hidden_from, reason, review_on, author_hmac,
        confirmed_hmac, recorded_at, recorded_by, evidence_commitment, evidence_sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LIFT =
      """
      insert into embargo_lifted
        (region, embargo_id, subject_id, author_hmac, recorded_at, recorded_by,
        evidence_commitment, evidence_sealed, reporter_hidden)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select e.subject_id, e.about, e.recorded_by, e.recorded_at, e.author_hmac,
        e.confirmed_hmac is null
          and not exists (
            select from embargo_confirmed c
            where c.region = e.region and c.embargo_id = e.id) as provisional,
        exists (
          select from embargo_lifted l
          where l.region = e.region and l.embargo_id = e.id) as lifted
      from embargo e
      where e.region = ?
        and e.id = ?
      """;

  // What a merge copied, under another name: the salted proof of who set it went along, or it hides
  // the same report.
  private static final String COPY =
      """
      select c.id
      from embargo e
      join embargo c on c.region = e.region
        and c.by_report = e.by_report
        and c.recorded_by = e.recorded_by
        and c.author_hmac = e.author_hmac
        and (c.evidence_commitment = e.evidence_commitment
          or (e.evidence_commitment is null and c.about = e.about))
      where e.region = ?
        and e.id = ?
        and c.subject_id = ?
        and c.subject_id <> e.subject_id
        and not exists (
          select from embargo_lifted l
          where l.region = c.region and l.embargo_id = c.id)
      order by c.recorded_at, c.id
      limit 1
      """;

  private final String region;
  private final Contexts contexts;
  private final Agenda agenda;

  /// @param region in whose part of the database it lives
  /// @param seal opens what singles a person out
  public EmbargoDesk(String region, PersonSeal seal) {
    this.region = region;
    this.contexts = new Contexts(region, seal);
    this.agenda = new Agenda(region);
  }

  /// Hides a line from persons whom the organisation knows at this child.
  ///
  /// @param terms how long it may stay without being looked at
  public Filed hide(
      Connection tx, UUID subject, EmbargoDraft draft, ReviewTerms terms, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var known = contexts.known(tx, subject, new Recorder.Partner(by), draft.from());
    faults.addIf(
        draft.from().isEmpty() != draft.wholeFamily()
            || draft.from().size() > MOST
            || !known.keySet().containsAll(draft.from()),
        "verborgenVoor",
        "Noem wie dit niet ziet: alleen `gezin`, of de jongere en mensen die u bij dit kind hebt"
            + " vastgelegd.");
    faults.addIf(!REASONS.contains(draft.reason()), "reden", "Kies een reden uit de lijst.");
    var last = faults.today().plusDays(terms.embargoDays());
    var review = StopDesk.review("herbeoordelingUiterlijk", draft.reviewOn(), last, faults);
    draft.author().check("ingesteldDoor", "motivering", faults);
    draft.confirmed().check(draft.author(), "instelt", faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var id = UUID.randomUUID();
    var persons = new TreeSet<UUID>();
    draft.from().forEach(voice -> persons.add(known.get(voice)));
    add(tx, id, subject, draft, persons, review.orElseThrow(), by, now);
    agenda.put(
        tx,
        new Appointment(
            UUID.randomUUID(),
            StopDesk.start(review.orElseThrow()),
            Appointment.Kind.EMBARGO,
            subject,
            id,
            by.oin()));
    return new Filed.Done(id);
  }

  private void add(
      Connection tx,
      UUID id,
      UUID subject,
      EmbargoDraft draft,
      Set<UUID> persons,
      LocalDate review,
      PartyRole by,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, subject);
      insert.setObject(4, draft.about());
      insert.setArray(5, draft.wholeFamily() ? null : tx.createArrayOf("uuid", persons.toArray()));
      insert.setString(6, draft.reason());
      insert.setObject(7, review);
      insert.setBytes(8, draft.author().key().bytes());
      insert.setBytes(9, draft.confirmed().key().bytes());
      insert.setObject(10, ConsentTable.utc(now));
      insert.setString(11, new Recorder.Partner(by).code());
      ConsentTable.setEvidence(insert, 12, draft.author().sealed());
      insert.executeUpdate();
    }
  }

  /// The embargo under this name.
  public Optional<Embargo> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Embargo(
                    id,
                    row.getObject("subject_id", UUID.class),
                    row.getObject("about", UUID.class),
                    new Oin(row.getString("recorded_by").split("/", 2)[0]),
                    row.getObject("recorded_at", OffsetDateTime.class)
                        .atZoneSameInstant(Age.CALENDAR)
                        .toLocalDate(),
                    Hmac.of(row.getBytes("author_hmac")),
                    row.getBoolean("provisional"),
                    row.getBoolean("lifted")))
            : Optional.empty();
      }
    }
  }

  /// What went along of an embargo to the child in which its child went up, as long as it was not
  /// lifted there.
  ///
  /// @param there as which subject the child stands now
  public Optional<Embargo> copy(Connection tx, UUID id, UUID there) throws SQLException {
    try (var select = tx.prepareStatement(COPY)) {
      select.setString(1, region);
      select.setObject(2, id);
      select.setObject(3, there);
      try (var row = select.executeQuery()) {
        return row.next() ? find(tx, row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  /// Shows the line again, with its true day.
  ///
  /// @param reporterHidden on which ground who reported stays hidden; empty when that may be seen
  public Filed lift(
      Connection tx,
      Embargo embargo,
      Authored author,
      String reporterHidden,
      PartyRole by,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    author.check("door", "reden", faults);
    faults.addIf(
        !reporterHidden.isEmpty() && !GROUNDS.contains(reporterHidden),
        "melderBlijftVerborgen",
        "Kies veiligheid-betrokkene, veiligheid-melder of vertrouwensrelatie, of laat het weg.");
    faults.addIf(embargo.lifted(), "id", "Dit embargo is al opgeheven.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    try (var insert = tx.prepareStatement(LIFT)) {
      insert.setString(1, region);
      insert.setObject(2, embargo.id());
      insert.setObject(3, embargo.subject());
      insert.setBytes(4, author.key().bytes());
      insert.setObject(5, ConsentTable.utc(now));
      insert.setString(6, new Recorder.Partner(by).code());
      ConsentTable.setEvidence(insert, 7, author.sealed());
      insert.setString(9, reporterHidden.isEmpty() ? null : reporterHidden);
      insert.executeUpdate();
    }
    agenda.cross(tx, embargo.id());
    return new Filed.Done(embargo.id());
  }
}
