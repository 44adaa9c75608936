package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister.Place;

/// Who has a place of their own at which child, by the number with which they log in.
///
/// A place is taken with a letter and can be taken back; at a child whom no reference means any
/// more nobody has one. May be shared between threads; every method that writes runs under the lock
/// of the subject.
public final class PlaceRegister {
  /// Of as many bytes as a number, and of nobody.
  public static final Hmac NOBODY = Hmac.of(new byte[32]);

  private static final String LIVE =
      """
      select p.id, p.subject_id, p.person_id, p.number_hmac, p.taken_at
      from place p
      where p.region = ?
        and not exists (
          select from place_ended e
          where e.region = p.region
            and e.place_id = p.id)
      """;
  private static final String OF =
      LIVE
          + """
            and p.number_hmac = ?
            and exists (
              select from alias a
              where a.region = p.region
                and a.subject_id = p.subject_id
                and a.unlinked_at is null)
          order by p.taken_at, p.id
          """;
  private static final String AT = LIVE + "  and p.subject_id = ?\norder by p.taken_at, p.id";
  private static final String BY = LIVE + "  and p.letter_id = ?";
  private static final String ADD =
      """
      insert into place (region, id, letter_id, subject_id, person_id, number_hmac, taken_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String END =
      """
      insert into place_ended (region, place_id, ended_at, ended_by)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;

  // What stood at a child that turned out to be another stands there, in a copy.
  private static final String DESK_ONLY =
      """
      select exists (
        select from alleen_loket l
        where l.region = ?
          and l.lifts is null
          and not exists (
            select from alleen_loket o
            where o.region = l.region
              and o.lifts = l.origin)
          and not exists (
            select from subject_merge m
            where m.region = l.region
              and m.from_subject = l.subject_id
              and not exists (
                select from merge_undone u
                where u.region = m.region
                  and u.merge_id = m.id))
          and (l.subject_id = ? and ? = any(l.people)
            or exists (
              select from place p
              where p.region = l.region
                and p.subject_id = l.subject_id
                and p.person_id = any(l.people)
                and p.number_hmac = ?
                and not exists (
                  select from place_ended e
                  where e.region = p.region
                    and e.place_id = p.id))))
      """;

  private final String region;
  private final PersonRegister people;

  /// @param region in whose part of the database the places live
  public PlaceRegister(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// In whose part of the database the places live.
  public String region() {
    return region;
  }

  /// A place that somebody has.
  ///
  /// @param id its identifier
  /// @param place at which child, as whom
  /// @param number who has it
  /// @param at since when
  public record Held(UUID id, Place place, Hmac number, Instant at) {}

  /// The places of whoever has this number, the first taken first: one at each child, with the id
  /// that stands for that person there.
  public List<Place> of(Connection tx, Hmac number) throws SQLException {
    var places = new ArrayList<Place>();
    for (var held : read(tx, OF, select -> select.setBytes(2, number.bytes()))) {
      var place = held.place();
      if (places.stream().noneMatch(p -> p.subject().equals(place.subject()))) {
        var stands = people.same(tx, place.subject()).of(place.person());
        places.add(new Place(place.subject(), stands));
      }
    }
    return places;
  }

  /// Is whoever has this number served at the desk only, at whatever child that was put on record
  /// ([nl.sluis.consent.desk.DeskOnlyDesk])? Asked in as many statements whatever the answer is.
  ///
  /// @param place one more place at which to look: the child that the person is itself, or the
  ///   place that a letter would give
  public boolean isDeskOnly(Connection tx, Hmac number, Optional<Place> place) throws SQLException {
    try (var select = tx.prepareStatement(DESK_ONLY)) {
      select.setString(1, region);
      select.setObject(2, place.map(Place::subject).orElse(null), Types.OTHER);
      select.setObject(3, place.map(Place::person).orElse(null), Types.OTHER);
      select.setBytes(4, number.bytes());
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /// The place that this letter gave, while somebody has it.
  public Optional<Held> by(Connection tx, UUID letter) throws SQLException {
    return read(tx, BY, select -> select.setObject(2, letter)).stream().findFirst();
  }

  /// May this number have this place? Nobody is two people whom one partner knows apart.
  public boolean mayTake(Connection tx, Place place, Hmac number) throws SQLException {
    var same = people.same(tx, place.subject());
    for (var held : at(tx, place.subject())) {
      if (held.number().equals(number)) {
        same.add(held.place().person(), place.person());
      }
    }
    return new Words(people.words(tx, place.subject())).keepApart(same);
  }

  /// Who else has exactly this place.
  public List<Held> heldByOthers(Connection tx, Place place, Hmac number) throws SQLException {
    return at(tx, place.subject()).stream()
        .filter(held -> !held.number().equals(number) && held.place().equals(place))
        .toList();
  }

  /// Gives whoever has this number the place of this person, by this letter.
  ///
  /// Had that number another place at this child, then the two are one person from now on. Who had
  /// this place before loses it, for the last letter says who it is; what they said is for the
  /// caller to take back first.
  public void take(Connection tx, UUID letter, Place place, Hmac number, Instant now)
      throws SQLException {
    for (var held : heldByOthers(tx, place, number)) {
      end(tx, held, "nieuwe-brief", now);
    }
    for (var held : at(tx, place.subject())) {
      if (held.number().equals(number) && !held.place().equals(place)) {
        people.addSame(
            tx, place.subject(), place.person(), held.place().person(), word(letter), now);
      }
    }
    add(tx, UUID.randomUUID(), letter, place, number, now);
  }

  /// Takes a place back. Who was one person only because the same number had both places, is so no
  /// more.
  public void end(Connection tx, Held held, String by, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(END)) {
      insert.setString(1, region);
      insert.setObject(2, held.id());
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.setString(4, by);
      insert.executeUpdate();
    }
    people.endSame(tx, held.place().subject(), by, held.place().person(), now);
  }

  /// Who has a place at this child, each by the id that stands for that person there.
  public Set<UUID> people(Connection tx, UUID subject) throws SQLException {
    var same = people.same(tx, subject);
    var found = new TreeSet<UUID>();
    for (var held : at(tx, subject)) {
      found.add(same.of(held.place().person()));
    }
    return found;
  }

  /// The numbers of whoever has the place of this person.
  public List<Hmac> numbers(Connection tx, Place place) throws SQLException {
    var same = people.same(tx, place.subject());
    return at(tx, place.subject()).stream()
        .filter(held -> same.of(held.place().person()).equals(same.of(place.person())))
        .map(Held::number)
        .distinct()
        .toList();
  }

  /// The id that stands for this person at that child.
  public UUID stands(Connection tx, Place place) throws SQLException {
    return people.same(tx, place.subject()).of(place.person());
  }

  /// Every id that stands for the same person as this one.
  public Set<UUID> alike(Connection tx, Place place) throws SQLException {
    var same = people.same(tx, place.subject());
    var alike = new TreeSet<UUID>(List.of(place.person(), same.of(place.person())));
    people.words(tx, place.subject()).stream()
        .map(Words.Word::person)
        .filter(one -> same.of(one).equals(same.of(place.person())))
        .forEach(alike::add);
    return alike;
  }

  /// Everybody who has a place at this child.
  List<Held> at(Connection tx, UUID subject) throws SQLException {
    return read(tx, AT, select -> select.setObject(2, subject));
  }

  void add(Connection tx, UUID id, UUID letter, Place place, Hmac number, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, letter);
      insert.setObject(4, place.subject());
      insert.setObject(5, place.person());
      insert.setBytes(6, number.bytes());
      insert.setObject(7, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement select) throws SQLException;
  }

  private List<Held> read(Connection tx, String sql, Binding binding) throws SQLException {
    var all = new ArrayList<Held>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      binding.bind(select);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(
              new Held(
                  rows.getObject(1, UUID.class),
                  new Place(rows.getObject(2, UUID.class), rows.getObject(3, UUID.class)),
                  Hmac.of(rows.getBytes(4)),
                  rows.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return all;
  }

  private static String word(UUID letter) {
    return "brief:" + letter;
  }
}
