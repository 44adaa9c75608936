package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// Where it is put on record that somebody is served at the desk only, and where that ends
/// (portals.md 3.3: coerced viewing).
///
/// From the commit on the pages of that person show nothing of their own ([PlaceRegister]). Two
/// people say so, and two say that it ends: both can hurt. A day of looking again neither ends nor
/// prolongs it. May be shared between threads; it runs in the caller's transaction, after the
/// caller locked the subject.
public final class DeskOnlyDesk {
  private static final Set<String> SOURCES = Set.of("persoon", "opvang", "rechter", "professional");
  private static final String ADD =
      """
      insert into alleen_loket
        (region, id, origin, subject_id, people, source, lifts, review_on, author_hmac,
        confirmed_hmac, evidence_commitment, evidence_sealed, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  // Of the copies that went along with merges the last one says where it stands now.
  private static final String FIND =
      """
      select l.subject_id, l.people, split_part(l.recorded_by, '/', 1),
        exists (
          select from alleen_loket o
          where o.region = l.region and o.lifts = l.origin) as lifted
      from alleen_loket l
      where l.region = ?
        and l.origin = ?
        and l.lifts is null
      order by l.recorded_at desc, l.id = l.origin
      limit 1
      """;

  private final String region;
  private final Contexts contexts;
  private final PlaceRegister places;
  private final Agenda agenda;

  /// @param region in whose part of the database it lives
  /// @param seal opens what singles a person out
  public DeskOnlyDesk(String region, PersonSeal seal) {
    this.region = region;
    this.contexts = new Contexts(region, seal);
    this.places = new PlaceRegister(region);
    this.agenda = new Agenda(region);
  }

  /// Somebody who is served at the desk only, as it was handed in; what was left out is an empty
  /// text.
  ///
  /// @param person in the organisation's words
  /// @param source how it is known that somebody may look along: `persoon`, `opvang`, `rechter` or
  ///   `professional`
  /// @param reviewOn the day on which somebody looks at it again
  /// @param two who say so
  public record Draft(Voice person, String source, String reviewOn, Two two) {}

  /// Who say so.
  ///
  /// @param author who says so, and why
  /// @param confirmed somebody else, who confirms it
  public record Two(Authored author, EmbargoDraft.Confirmed confirmed) {}

  /// What is on record.
  ///
  /// @param id its name
  /// @param subject the child at which it stands now
  /// @param people every id of that person there
  /// @param recordedBy the organisation that recorded it
  /// @param lifted whether it ended
  public record OnRecord(UUID id, UUID subject, Set<UUID> people, Oin recordedBy, boolean lifted) {
    /// Copies its set.
    public OnRecord {
      people = Set.copyOf(people);
    }
  }

  /// From now on this person is served at the desk only, at every child.
  ///
  /// @param terms how long it may stay without being looked at
  public Filed set(
      Connection tx, UUID subject, Draft draft, ReviewTerms terms, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var known = contexts.known(tx, subject, new Recorder.Partner(by), List.of(draft.person()));
    var person = Optional.ofNullable(known.get(draft.person()));
    faults.addIf(
        person.isEmpty(),
        "persoon",
        "Noem `jongere`, of iemand die u bij dit kind hebt vastgelegd.");
    faults.addIf(
        !SOURCES.contains(draft.source()),
        "bron",
        "Kies persoon, opvang, rechter of professional.");
    var last = faults.today().plusMonths(terms.longestMonths());
    var review = StopDesk.review("herziening", draft.reviewOn(), last, faults);
    check(draft.two(), faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var id = UUID.randomUUID();
    var day = review.orElseThrow();
    var people = new TreeSet<UUID>(places.alike(tx, new Place(subject, person.orElseThrow())));
    add(tx, id, id, subject, people, draft.source(), day, draft.two(), by, now);
    agenda.put(tx, Appointment.review(subject, id, by.oin(), StopDesk.start(day)));
    return new Filed.Done(id);
  }

  private static void check(Two two, Faults faults) {
    two.author().check("door", "reden", faults);
    two.confirmed().check(two.author(), "doet", faults);
  }

  /// What is on record under this name.
  public Optional<OnRecord> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new OnRecord(
                    id,
                    row.getObject(1, UUID.class),
                    Set.of((UUID[]) row.getArray(2).getArray()),
                    new Oin(row.getString(3)),
                    row.getBoolean(4)))
            : Optional.empty();
      }
    }
  }

  /// Ends this one; another one for the same person keeps holding.
  public Filed lift(Connection tx, OnRecord current, Two two, PartyRole by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    check(two, faults);
    faults.addIf(current.lifted(), "id", "Dit is al opgeheven.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    add(
        tx,
        UUID.randomUUID(),
        current.id(),
        current.subject(),
        current.people(),
        null,
        null,
        two,
        by,
        now);
    agenda.cross(tx, current.id());
    return new Filed.Done(current.id());
  }

  private void add(
      Connection tx,
      UUID id,
      UUID origin,
      UUID subject,
      Collection<UUID> people,
      @Nullable String source,
      @Nullable LocalDate review,
      Two two,
      PartyRole by,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, origin);
      insert.setObject(4, subject);
      insert.setArray(5, tx.createArrayOf("uuid", people.toArray()));
      insert.setString(6, source);
      insert.setObject(7, source == null ? origin : null);
      insert.setObject(8, review);
      insert.setBytes(9, two.author().key().bytes());
      insert.setBytes(10, two.confirmed().key().bytes());
      ConsentTable.setEvidence(insert, 11, two.author().sealed());
      insert.setObject(13, ConsentTable.utc(now));
      insert.setString(14, new Recorder.Partner(by).code());
      insert.executeUpdate();
    }
  }
}
