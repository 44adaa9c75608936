package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// The persons around one subject, each known by a partner's hashed label and by a random id.
///
/// A label means something only within one subject and one partner. May be shared between threads.
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

  private final String region;

  /// @param region in whose part of the database the persons live
  public PersonRegister(String region) {
    this.region = region;
  }

  /// The ids of those labels that are known.
  public Map<Hmac, UUID> find(Connection tx, UUID subject, Oin partner, Collection<Hmac> labels)
      throws SQLException {
    if (labels.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<Hmac, UUID>();
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, partner.value());
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
    try (var insert = tx.prepareStatement(ADD)) {
      for (var label : missing.values()) {
        var id = UUID.randomUUID();
        insert.setString(1, region);
        insert.setObject(2, subject);
        insert.setString(3, partner.value());
        insert.setBytes(4, label.bytes());
        insert.setInt(5, keyVersion);
        insert.setObject(6, id);
        insert.setObject(7, now.atOffset(ZoneOffset.UTC));
        insert.addBatch();
        all.put(label, id);
      }
      insert.executeBatch();
    }
    return all;
  }
}
