package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// The persons around one subject, each known by a partner's hashed label and by a random id.
///
/// A label means something only within one subject and one partner. A number (BSN) means one human
/// being everywhere: who logs in with it has places ([PlaceRegister]). May be shared between
/// threads; every method that writes runs under the lock of the subject.
public final class PersonRegister {
  private static final String FIND =
      """
      select label_hmac, person_id
      from person
      where region = ?
        and subject_id = ?
        and namespace = ?
        and label_hmac = any(?)
      """;
  private static final String ADD =
      """
      insert into person
        (region, subject_id, namespace, label_hmac, key_version, person_id, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SAME =
      """
      select s.person_id, s.same_as
      from person_same s
      where s.region = ?
        and s.subject_id = ?
        and not exists (
          select from same_ended e
          where e.region = s.region
            and e.subject_id = s.subject_id
            and e.same_seq = s.seq)
      """;
  private static final String ADD_SAME =
      """
      insert into person_same (region, subject_id, person_id, same_as, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String END_SAME =
      """
      insert into same_ended (region, subject_id, same_seq, ended_at)
      select region, subject_id, seq, ?
      from person_same
      where region = ?
        and subject_id = ?
        and (recorded_by = ? or (recorded_by like 'brief%' and ? in (person_id, same_as)))
      on conflict do nothing
      """;
  private static final String WORDS =
      """
      select namespace, label_hmac, person_id
      from person
      where region = ?
        and subject_id = ?
        and namespace <> 'bsn'
      """;

  private final String region;

  /// Somebody at a child.
  ///
  /// @param subject the child
  /// @param person who it is there; the child itself when they are equal
  public record Place(UUID subject, UUID person) {
    /// Is it the child itself?
    public boolean isSelf() {
      return subject.equals(person);
    }
  }

  /// @param region in whose part of the database the persons live
  public PersonRegister(String region) {
    this.region = region;
  }

  /// The ids of those labels that are known.
  public Map<Hmac, UUID> find(Connection tx, UUID subject, Oin partner, Collection<Hmac> labels)
      throws SQLException {
    var same = same(tx, subject);
    var found = new HashMap<Hmac, UUID>();
    stored(tx, subject, partner.value(), labels)
        .forEach((label, person) -> found.put(label, same.of(person)));
    return found;
  }

  /// These two are one person around this subject.
  ///
  /// @param by who says so
  void addSame(Connection tx, UUID subject, UUID one, UUID other, String by, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD_SAME)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setObject(3, one);
      insert.setObject(4, other);
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.setString(6, by);
      insert.executeUpdate();
    }
  }

  /// What was said to be one person by this, and by any letter to this person, is so no more.
  void endSame(Connection tx, UUID subject, String by, UUID person, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(END_SAME)) {
      insert.setObject(1, now.atOffset(ZoneOffset.UTC));
      insert.setString(2, region);
      insert.setObject(3, subject);
      insert.setString(4, by);
      insert.setObject(5, person);
      insert.executeUpdate();
    }
  }

  /// Every word by which a partner knows somebody around this subject.
  List<Words.Word> words(Connection tx, UUID subject) throws SQLException {
    var words = new ArrayList<Words.Word>();
    try (var select = tx.prepareStatement(WORDS)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          words.add(
              new Words.Word(
                  rows.getString(1), Hmac.of(rows.getBytes(2)), rows.getObject(3, UUID.class)));
        }
      }
    }
    return words;
  }

  /// Which ids of this child turned out to be one person.
  public SamePerson same(Connection tx, UUID subject) throws SQLException {
    var same = new SamePerson();
    try (var select = tx.prepareStatement(SAME)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          same.add(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
        }
      }
    }
    return same;
  }

  private Map<Hmac, UUID> stored(
      Connection tx, UUID subject, String namespace, Collection<Hmac> labels) throws SQLException {
    if (labels.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<Hmac, UUID>();
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, namespace);
      var bytes = labels.stream().map(Hmac::bytes).toArray(byte[][]::new);
      select.setArray(4, tx.createArrayOf("bytea", bytes));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(Hmac.of(rows.getBytes(1)), rows.getObject(2, UUID.class));
        }
      }
    }
    return found;
  }

  /// The ids of these labels, new ones where never seen; the caller holds the subject's lock.
  public Map<Hmac, UUID> resolve(
      Connection tx,
      UUID subject,
      Oin partner,
      Collection<Hmac> labels,
      int keyVersion,
      Instant now)
      throws SQLException {
    var all = new HashMap<>(find(tx, subject, partner, labels));
    var missing = new TreeMap<String, Hmac>();
    labels.stream().filter(l -> !all.containsKey(l)).forEach(l -> missing.put(l.hex(), l));
    for (var label : missing.values()) {
      var id = UUID.randomUUID();
      add(tx, subject, partner.value(), label, id, keyVersion, now);
      all.put(label, id);
    }
    return all;
  }

  private void add(
      Connection tx,
      UUID subject,
      String namespace,
      Hmac label,
      UUID person,
      int keyVersion,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setString(3, namespace);
      insert.setBytes(4, label.bytes());
      insert.setInt(5, keyVersion);
      insert.setObject(6, person);
      insert.setObject(7, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
