package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// Two subjects that turned out to be one child (design 10.3).
///
/// Every reference to the one means the other from then on. Stops go along, a yes never does. May
/// be shared between threads; every method that writes runs under the locks of both subjects.
public final class Merges {
  private static final String ADD =
      """
      insert into subject_merge
        (region, id, from_subject, into_subject, letter_id, merged_at, merged_by)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_ALIAS =
      """
      insert into merge_alias (region, merge_id, namespace, reference_kind, hmac, key_version)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String MERGES =
      """
      select m.id, m.from_subject, m.into_subject, m.letter_id, m.merged_at, m.merged_by,
        exists (select from merge_undone u where u.region = m.region and u.merge_id = m.id)
      from subject_merge m
      where m.region = ?
      """;
  private static final String BY_ID = MERGES + "  and m.id = ?";
  private static final String INTO =
      MERGES + "  and m.into_subject = ?\norder by m.merged_at desc, m.id";
  private static final String MOVED =
      """
      select namespace, reference_kind, hmac, key_version
      from merge_alias
      where region = ?
        and merge_id = ?
      """;
  private static final String BIRTHS =
      """
      select distinct on (subject_id) subject_id, birth_sealed
      from birth
      where region = ?
        and subject_id in (?, ?)
      order by subject_id, seq desc
      """;

  private final String region;
  private final SealedFacts sealed;
  private final SubjectRegister subjects;
  private final PersonRegister people;
  private final PlaceRegister places;

  /// @param region in whose part of the database the subjects live
  /// @param seal opens what singles a person out
  public Merges(String region, PersonSeal seal, SubjectRegister subjects) {
    this.region = region;
    this.sealed = new SealedFacts(seal);
    this.subjects = subjects;
    this.people = new PersonRegister(region);
    this.places = new PlaceRegister(region);
  }

  /// Two subjects, of which one goes up in the other.
  public record Pair(UUID from, UUID into) {}

  /// A merge that was made.
  ///
  /// @param letter with which somebody made it, if anybody
  /// @param by who made it: `persoon`, or an OIN and a role
  /// @param undone whether it was undone
  public record Merge(
      UUID id, Pair pair, Optional<UUID> letter, Instant at, String by, boolean undone) {}

  /// Why two subjects are not one child.
  public enum NotOne {
    /// They are one already, or no reference means one of them any more.
    AL_EEN,
    /// Each has a BSN.
    TWEE_NUMMERS,
    /// One organisation knows them under two references of its own.
    TWEE_KENMERKEN,
    /// Their birth dates differ.
    GEBOORTEDATUM,
    /// Two people around the child would become one.
    PERSONEN
  }

  /// Which goes up in which: a subject with a BSN stays, else the second.
  public Pair direction(Connection tx, UUID one, UUID other) throws SQLException {
    var keys = subjects.references(tx, List.of(one, other));
    return hasBsn(keys.getOrDefault(one, Set.of())) ? new Pair(other, one) : new Pair(one, other);
  }

  /// Why these cannot be one child; empty when they can.
  public Optional<NotOne> whyNot(Connection tx, Pair pair) throws SQLException {
    if (pair.from().equals(pair.into())) {
      return Optional.of(NotOne.AL_EEN);
    }
    var keys = subjects.references(tx, List.of(pair.from(), pair.into()));
    var from = keys.getOrDefault(pair.from(), Set.of());
    var into = keys.getOrDefault(pair.into(), Set.of());
    if (from.isEmpty() || into.isEmpty()) {
      return Optional.of(NotOne.AL_EEN);
    }
    if (hasBsn(from)) {
      return Optional.of(NotOne.TWEE_NUMMERS);
    }
    var own = new HashSet<>(ownReferences(from));
    own.retainAll(ownReferences(into));
    if (!own.isEmpty()) {
      return Optional.of(NotOne.TWEE_KENMERKEN);
    }
    if (bornOnTwoDays(tx, pair)) {
      return Optional.of(NotOne.GEBOORTEDATUM);
    }
    return keepsApart(tx, pair) ? Optional.empty() : Optional.of(NotOne.PERSONEN);
  }

  /// Makes one child of the two.
  ///
  /// @param letter with which somebody made it, if anybody
  /// @param by `persoon`, or an OIN and a role
  public UUID merge(Connection tx, Pair pair, Optional<UUID> letter, String by, Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, pair.from());
      insert.setObject(4, pair.into());
      insert.setObject(5, letter.orElse(null));
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.setString(7, by);
      insert.executeUpdate();
    }
    new StopsGoAlong(region).all(tx, id, now);
    placesGoAlong(tx, id, pair, now);
    for (var key : references(tx, pair.from())) {
      addAlias(tx, id, key);
      subjects.link(tx, key, pair.into());
    }
    subjects.relinked(tx, List.of(pair.from(), pair.into()));
    return id;
  }

  /// The merge under this identifier.
  public Optional<Merge> find(Connection tx, UUID id) throws SQLException {
    return read(tx, BY_ID, id).stream().findFirst();
  }

  /// Every merge by which something went up in this subject, the newest first.
  public List<Merge> into(Connection tx, UUID subject) throws SQLException {
    return read(tx, INTO, subject);
  }

  /// Of which organisations the references are that this merge moved and that still stand there.
  public Set<Oin> owners(Connection tx, Merge merge) throws SQLException {
    return standing(tx, merge).stream()
        .filter(key -> key.kind() != ReferenceKind.BSN)
        .map(key -> new Oin(key.namespace()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The references that this merge moved and that stand where it put them.
  Set<AliasKey> standing(Connection tx, Merge merge) throws SQLException {
    var standing = new HashSet<>(references(tx, merge.pair().into()));
    var moved = new HashSet<AliasKey>();
    try (var select = tx.prepareStatement(MOVED)) {
      select.setString(1, region);
      select.setObject(2, merge.id());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          moved.add(
              new AliasKey(
                  rows.getString(1),
                  SubjectRegister.kind(rows.getString(2)),
                  Hmac.of(rows.getBytes(3)),
                  rows.getInt(4)));
        }
      }
    }
    standing.retainAll(moved);
    return standing;
  }

  /// How it stands on record that something came by a merge.
  static String word(UUID merge) {
    return "samenvoeging:" + merge;
  }

  private Set<AliasKey> references(Connection tx, UUID subject) throws SQLException {
    return subjects.references(tx, List.of(subject)).getOrDefault(subject, Set.of());
  }

  private void addAlias(Connection tx, UUID merge, AliasKey key) throws SQLException {
    try (var insert = tx.prepareStatement(ADD_ALIAS)) {
      insert.setString(1, region);
      insert.setObject(2, merge);
      insert.setString(3, key.namespace());
      insert.setString(4, key.kind().code());
      insert.setBytes(5, key.hmac().bytes());
      insert.setInt(6, key.keyVersion());
      insert.executeUpdate();
    }
  }

  private static boolean hasBsn(Collection<AliasKey> keys) {
    return keys.stream().anyMatch(key -> key.kind() == ReferenceKind.BSN);
  }

  private static Set<String> ownReferences(Collection<AliasKey> keys) {
    return keys.stream()
        .filter(key -> key.kind() == ReferenceKind.EIGEN_KENMERK)
        .map(AliasKey::namespace)
        .collect(Collectors.toSet());
  }

  private boolean bornOnTwoDays(Connection tx, Pair pair) throws SQLException {
    try (var select = tx.prepareStatement(BIRTHS)) {
      select.setString(1, region);
      select.setObject(2, pair.from());
      select.setObject(3, pair.into());
      var days = new HashSet<LocalDate>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          sealed.birth(row.getObject(1, UUID.class), row.getBytes(2)).ifPresent(days::add);
        }
      }
      return days.size() > 1;
    }
  }

  /// Whoever has a place at both is one person; nobody may become two whom one partner knows apart.
  private boolean keepsApart(Connection tx, Pair pair) throws SQLException {
    var words =
        Stream.concat(
                people.words(tx, pair.from()).stream(), people.words(tx, pair.into()).stream())
            .toList();
    var same = people.same(tx, pair.into());
    people.same(tx, pair.from()).addTo(same);
    for (var held : places.at(tx, pair.from())) {
      for (var other : places.at(tx, pair.into())) {
        if (other.number().equals(held.number())) {
          same.add(as(held.place().person(), pair), other.place().person());
        }
      }
    }
    for (var word : words) {
      for (var other : words) {
        if (word.partner().equals(other.partner()) && word.label().equals(other.label())) {
          same.add(word.person(), other.person());
        }
      }
    }
    return new Words(words).keepApart(same);
  }

  private void placesGoAlong(Connection tx, UUID merge, Pair pair, Instant now)
      throws SQLException {
    var there = places.at(tx, pair.into());
    for (var held : places.at(tx, pair.from())) {
      var place = new Place(pair.into(), as(held.place().person(), pair));
      var before = there.stream().filter(p -> p.number().equals(held.number())).toList();
      for (var other : before) {
        if (!other.place().equals(place)) {
          people.addSame(tx, pair.into(), place.person(), other.place().person(), word(merge), now);
        }
      }
      if (before.isEmpty()) {
        places.add(tx, UUID.randomUUID(), merge, place, held.number(), now);
      }
    }
  }

  /// The child itself is the other subject from now on; everybody else keeps the own id.
  private static UUID as(UUID person, Pair pair) {
    return person.equals(pair.from()) ? pair.into() : person;
  }

  private List<Merge> read(Connection tx, String sql, UUID id) throws SQLException {
    var all = new ArrayList<Merge>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(merge(rows));
        }
      }
    }
    return all;
  }

  private static Merge merge(ResultSet row) throws SQLException {
    return new Merge(
        row.getObject(1, UUID.class),
        new Pair(row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
        Optional.ofNullable(row.getObject(4, UUID.class)),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getString(6),
        row.getBoolean(7));
  }
}
