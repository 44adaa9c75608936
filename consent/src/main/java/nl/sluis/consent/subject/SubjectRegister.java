package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// Which person a reference means, and the row that every writer and decider locks.
///
/// May be shared between threads; every method runs in the transaction of its caller.
public final class SubjectRegister {
  private static final String FIND =
      """
      select q.ord, a.subject_id
      from unnest(?::text[], ?::text[], ?::bytea[], ?::int[])
        with ordinality as q (namespace, kind, hmac, key_version, ord)
      join alias a
        on a.region = ?
        and a.namespace = q.namespace
        and a.reference_kind = q.kind
        and a.hmac = q.hmac
        and a.key_version = q.key_version
        and a.unlinked_at is null
      """;
  // The foreign key is checked at the end of the statement, so the alias may come before its
  // subject.
  private static final String CREATE =
      """
      with linked as (
        insert into alias
          (namespace, reference_kind, hmac, key_version, region, subject_id, linked_at)
        select q.namespace, q.kind, q.hmac, q.key_version, ?, q.fresh, ?
        from unnest(?::text[], ?::text[], ?::bytea[], ?::int[], ?::uuid[])
          with ordinality as q (namespace, kind, hmac, key_version, fresh, ord)
        order by q.ord
        on conflict do nothing
        returning region, subject_id, linked_at)
      insert into subject (region, id, created_at)
      select region, subject_id, linked_at
      from linked
      """;
  private static final String LINK =
      """
      insert into alias
        (namespace, reference_kind, hmac, key_version, region, subject_id, linked_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UNLINK =
      """
      update alias
      set unlinked_at = ?
      where region = ?
        and namespace = ?
        and reference_kind = ?
        and hmac = ?
        and key_version = ?
        and unlinked_at is null
      returning subject_id
      """;
  private static final String LOCK =
      """
      select id, relinked
      from subject
      where region = ?
        and id = any(?)
      order by id
      for update
      """;
  private static final String RELINKED =
      "update subject set relinked = true where region = ? and id = any(?)";
  private static final String REFERENCES =
      """
      select subject_id, namespace, reference_kind, hmac, key_version
      from alias
      where region = ?
        and subject_id = any(?)
        and unlinked_at is null
      order by subject_id, id
      """;
  private static final Comparator<AliasKey> ORDER =
      Comparator.comparing(AliasKey::namespace)
          .thenComparing(AliasKey::kind)
          .thenComparing(key -> key.hmac().hex())
          .thenComparingInt(AliasKey::keyVersion);

  private final String region;
  private final InstantSource clock;

  /// @param region in whose part of the database the subjects live
  /// @param clock gives the instant at which a link is made
  public SubjectRegister(String region, InstantSource clock) {
    this.region = region;
    this.clock = clock;
  }

  /// The subject this reference means; a new one when the reference was never seen.
  public UUID resolve(Connection tx, Oin partner, ReferenceKind kind, byte[] hmac, int keyVersion)
      throws SQLException {
    return resolveAll(tx, List.of(AliasKey.of(partner, kind, hmac, keyVersion))).getFirst();
  }

  /// The subjects these references mean, in the same order; new ones where never seen.
  ///
  /// One statement when all are known, three when some are new.
  public List<UUID> resolveAll(Connection tx, List<AliasKey> keys) throws SQLException {
    var found = new HashMap<>(find(tx, keys));
    // Sorted, so that two gateways that meet the same new references cannot wait for each other.
    var missing = new TreeSet<>(ORDER);
    keys.stream().filter(key -> !found.containsKey(key)).forEach(missing::add);
    if (!missing.isEmpty()) {
      create(tx, List.copyOf(missing));
      // A new statement sees what another gateway committed while the insert waited for it.
      found.putAll(find(tx, missing));
    }
    var subjects = new ArrayList<UUID>(keys.size());
    for (var key : keys) {
      var subject = found.get(key);
      if (subject == null) {
        throw new SQLException("a reference was unlinked while it was being resolved", "40001");
      }
      subjects.add(subject);
    }
    return subjects;
  }

  /// The subjects of those references that are known; nothing is created.
  public Map<AliasKey, UUID> find(Connection tx, Collection<AliasKey> keys) throws SQLException {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var asked = List.copyOf(keys);
    var found = new HashMap<AliasKey, UUID>();
    try (var select = tx.prepareStatement(FIND)) {
      bind(tx, select, 1, asked);
      select.setString(5, region);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(asked.get(rows.getInt(1) - 1), rows.getObject(2, UUID.class));
        }
      }
    }
    return found;
  }

  /// Locks the rows of these subjects until the transaction ends, always in the same order.
  ///
  /// `for update`, not weaker: a writer that forgot to lock then waits at its foreign key.
  ///
  /// @return those of which a reference was ever moved: whoever found one of them before it was
  ///   locked MUST look again. PostgreSQL reads this as it is once the lock is held.
  /// @throws IllegalStateException when one of them does not exist
  public Set<UUID> lock(Connection tx, SortedSet<UUID> subjects) throws SQLException {
    if (subjects.isEmpty()) {
      return Set.of();
    }
    var relinked = new HashSet<UUID>();
    try (var select = tx.prepareStatement(LOCK)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", subjects.toArray()));
      int locked = 0;
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          locked++;
          if (rows.getBoolean(2)) {
            relinked.add(rows.getObject(1, UUID.class));
          }
        }
      }
      if (locked != subjects.size()) {
        throw new IllegalStateException("a subject to be locked does not exist");
      }
    }
    return relinked;
  }

  /// The references that mean each of these subjects now; a subject that none means is not there.
  public Map<UUID, Set<AliasKey>> references(Connection tx, Collection<UUID> subjects)
      throws SQLException {
    var found = new HashMap<UUID, Set<AliasKey>>();
    try (var select = tx.prepareStatement(REFERENCES)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", subjects.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getObject(1, UUID.class), _ -> new LinkedHashSet<>())
              .add(
                  new AliasKey(
                      rows.getString(2),
                      kind(rows.getString(3)),
                      Hmac.of(rows.getBytes(4)),
                      rows.getInt(5)));
        }
      }
    }
    return found;
  }

  /// Remembers on the locked rows that references of these subjects were moved.
  void relinked(Connection tx, Collection<UUID> subjects) throws SQLException {
    try (var update = tx.prepareStatement(RELINKED)) {
      update.setString(1, region);
      update.setArray(2, tx.createArrayOf("uuid", subjects.toArray()));
      update.executeUpdate();
    }
  }

  /// Points a reference at an existing subject; the caller holds the locks of both subjects.
  ///
  /// @return the subject it pointed at before, if any; that one keeps its own facts
  public Optional<UUID> link(Connection tx, AliasKey key, UUID subject) throws SQLException {
    var before = unlink(tx, key);
    try (var insert = tx.prepareStatement(LINK)) {
      insert.setString(1, key.namespace());
      insert.setString(2, key.kind().code());
      insert.setBytes(3, key.hmac().bytes());
      insert.setInt(4, key.keyVersion());
      insert.setString(5, region);
      insert.setObject(6, subject);
      insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return before;
  }

  /// Ends what a reference points at; used again it means somebody new, who consented to nothing.
  ///
  /// @return the subject it pointed at, if any
  public Optional<UUID> unlink(Connection tx, AliasKey key) throws SQLException {
    try (var update = tx.prepareStatement(UNLINK)) {
      update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      update.setString(2, region);
      update.setString(3, key.namespace());
      update.setString(4, key.kind().code());
      update.setBytes(5, key.hmac().bytes());
      update.setInt(6, key.keyVersion());
      try (var rows = update.executeQuery()) {
        return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  static ReferenceKind kind(String code) {
    return ReferenceKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private void create(Connection tx, List<AliasKey> missing) throws SQLException {
    try (var insert = tx.prepareStatement(CREATE)) {
      insert.setString(1, region);
      insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      bind(tx, insert, 3, missing);
      var fresh = missing.stream().map(_ -> UUID.randomUUID()).toArray();
      insert.setArray(7, tx.createArrayOf("uuid", fresh));
      insert.executeUpdate();
    }
  }

  private static void bind(Connection tx, PreparedStatement to, int first, List<AliasKey> keys)
      throws SQLException {
    var namespaces = keys.stream().map(AliasKey::namespace).toArray();
    var kinds = keys.stream().map(key -> key.kind().code()).toArray();
    var hmacs = keys.stream().map(key -> key.hmac().bytes()).toArray(byte[][]::new);
    var versions = keys.stream().map(AliasKey::keyVersion).toArray();
    to.setArray(first, tx.createArrayOf("text", namespaces));
    to.setArray(first + 1, tx.createArrayOf("text", kinds));
    to.setArray(first + 2, tx.createArrayOf("bytea", hmacs));
    to.setArray(first + 3, tx.createArrayOf("int4", versions));
  }
}
