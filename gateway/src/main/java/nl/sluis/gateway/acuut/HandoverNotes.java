package nl.sluis.gateway.acuut;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;

/// Which reports must be handed over to another region. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class HandoverNotes {
  private static final String ADD =
      """
      insert into acute_overdracht (region, transactie, door_oin, woongemeente, aan_oin, op)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select o.door_oin, o.woongemeente, o.aan_oin
      from acute_overdracht o
      where o.region = ? and o.transactie = ?
      """;

  private final String region;

  /// @param region whose reports these are
  public HandoverNotes(String region) {
    this.region = region;
  }

  /// Notes it in the transaction that accepts the report, after the report was noted.
  ///
  /// @param subject the child, when the reference was known
  /// @return the row for the logbook
  public Entry opened(Connection tx, HandoverNote note, Optional<UUID> subject, Instant now)
      throws SQLException {
    var residence = note.residence().map(Municipality::name).orElse(null);
    var to = note.to().map(Oin::value).orElse(null);
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, note.transaction());
      insert.setString(3, note.by().value());
      insert.setString(4, residence);
      insert.setString(5, to);
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("transactie", note.transaction().toString());
    detail.put("overdragenDoor", note.by().value());
    if (residence != null) {
      detail.put("woongemeente", residence);
    }
    if (to != null) {
      detail.put("overdragenAan", to);
    }
    return new Entry(EntryKind.HANDOVER, subject, detail);
  }

  /// The note of this exchange, if it must be handed over.
  public Optional<HandoverNote> find(Connection tx, UUID transaction) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, transaction);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new HandoverNote(
                    transaction,
                    new Oin(row.getString(1)),
                    Optional.ofNullable(row.getString(2)).map(Municipality::new),
                    Optional.ofNullable(row.getString(3)).map(Oin::new)))
            : Optional.empty();
      }
    }
  }
}
