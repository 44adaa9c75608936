package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// Where it is put on record that somebody may not learn of a receiver, and where that is lifted
/// (design 10.14, domain 2.7).
///
/// Each shield has a source, an author, a reason and a day on which somebody looks again. As long
/// as one of them holds, the person is shielded. May be shared between threads; it runs in the
/// caller's transaction, after the caller locked the subject.
public final class ShieldDesk {
  private static final Set<String> SOURCES =
      Set.of("brp-geheim", "opvang", "rechter", "professional");
  private static final String ADD =
      """
      insert into shield
        (region, subject_id, person_id, receiver_oin, shielded, recorded_at, recorded_by, id,
        source, lifts, review_on, author_hmac, evidence_commitment, evidence_sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select s.subject_id, s.person_id, s.receiver_oin, s.recorded_by,
        exists (
          select from shield l
          where l.region = s.region and l.subject_id = s.subject_id and l.lifts = s.id) as lifted
      from shield s
      where s.region = ?
        and s.id = ?
        and s.lifts is null
      """;
  // Those of a child that went up in this one hold here too.
  private static final String OTHERS =
      """
      with recursive children (id) as (
        select ?::uuid
        union
        select m.from_subject
        from children c
        join subject_merge m on m.region = ? and m.into_subject = c.id
        where not exists (
          select from merge_undone u
          where u.region = m.region and u.merge_id = m.id))
      select exists (
        select from children c
        join shield s on s.region = ? and s.subject_id = c.id
        where (s.person_id = ? or (? and s.person_id = s.subject_id))
          and s.receiver_oin = ?
          and s.id is not null
          and s.id <> ?
          and s.lifts is null
          and not exists (
            select from shield l
            where l.region = s.region and l.subject_id = s.subject_id and l.lifts = s.id))
      """;

  private final String region;
  private final PersonRegister people;
  private final Agenda agenda;

  /// @param region in whose part of the database the shields live
  public ShieldDesk(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
    this.agenda = new Agenda(region);
  }

  /// A shield as it was handed in.
  ///
  /// @param person the keyed hash of the partner's label for that person
  /// @param receiver the OIN of the receiver
  /// @param source how it is known, such as `opvang`
  /// @param reviewOn the day on which somebody looks at it again
  /// @param author who recorded it, and why
  public record Draft(
      Hmac person, String receiver, String source, String reviewOn, Authored author) {}

  /// Shields somebody from a receiver.
  public Filed shield(
      Connection tx,
      UUID subject,
      Draft draft,
      ReviewTerms terms,
      PartyRole by,
      int keyVersion,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var receiver = faults.oin("voor.oin", draft.receiver());
    faults.addIf(
        !SOURCES.contains(draft.source()),
        "bron",
        "Kies brp-geheim, opvang, rechter of professional.");
    var last = faults.today().plusMonths(terms.longestMonths());
    var review = StopDesk.review("herziening", draft.reviewOn(), last, faults);
    draft.author().check("door", "reden", faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var labels = List.of(draft.person());
    var known = people.resolve(tx, subject, by.oin(), labels, keyVersion, now);
    var person = Objects.requireNonNull(known.get(draft.person()), "just resolved");
    var shield =
        new Shield(UUID.randomUUID(), subject, person, receiver.orElseThrow(), by.oin(), false);
    var day = review.orElseThrow();
    add(tx, shield, true, draft.source(), null, day, draft.author(), by, now);
    agenda.put(tx, Appointment.review(subject, shield.id(), by.oin(), StopDesk.start(day)));
    return new Filed.Done(shield.id());
  }

  /// The shield under this name.
  public Optional<Shield> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Shield(
                    id,
                    row.getObject("subject_id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    new Oin(row.getString("receiver_oin")),
                    new Oin(row.getString("recorded_by").split("/", 2)[0]),
                    row.getBoolean("lifted")))
            : Optional.empty();
      }
    }
  }

  /// Lifts this shield; another one for the same person and receiver keeps holding.
  public Filed lift(Connection tx, Shield shield, Authored author, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    author.check("door", "reden", faults);
    faults.addIf(shield.lifted(), "id", "Dit is al opgeheven.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    add(tx, shield, hasOthers(tx, shield), null, shield.id(), null, author, by, now);
    agenda.cross(tx, shield.id());
    return new Filed.Done(shield.id());
  }

  /// Lifts what went along of a shield that was lifted, at the child in which its child went up.
  ///
  /// @param there as which subject the child stands now
  public void liftCopy(
      Connection tx, Shield shield, UUID there, Authored author, PartyRole by, Instant now)
      throws SQLException {
    boolean child = shield.person().equals(shield.subject());
    var copy =
        new Shield(
            shield.id(),
            there,
            child ? there : shield.person(),
            shield.receiver(),
            shield.recordedBy(),
            true);
    add(tx, copy, hasOthers(tx, copy), null, shield.id(), null, author, by, now);
  }

  private boolean hasOthers(Connection tx, Shield shield) throws SQLException {
    try (var select = tx.prepareStatement(OTHERS)) {
      select.setObject(1, shield.subject());
      select.setString(2, region);
      select.setString(3, region);
      select.setObject(4, shield.person());
      select.setBoolean(5, shield.person().equals(shield.subject()));
      select.setString(6, shield.receiver().value());
      select.setObject(7, shield.id());
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void add(
      Connection tx,
      Shield shield,
      boolean shielded,
      @Nullable String source,
      @Nullable UUID lifts,
      @Nullable LocalDate review,
      Authored author,
      PartyRole by,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, shield.subject());
      insert.setObject(3, shield.person());
      insert.setString(4, shield.receiver().value());
      insert.setBoolean(5, shielded);
      insert.setObject(6, ConsentTable.utc(now));
      insert.setString(7, new Recorder.Partner(by).code());
      insert.setObject(8, lifts == null ? shield.id() : UUID.randomUUID());
      insert.setString(9, source);
      insert.setObject(10, lifts);
      insert.setObject(11, review);
      insert.setBytes(12, author.key().bytes());
      ConsentTable.setEvidence(insert, 13, author.sealed());
      insert.executeUpdate();
    }
  }
}
