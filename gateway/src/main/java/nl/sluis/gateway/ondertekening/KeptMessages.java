package nl.sluis.gateway.ondertekening;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.terms.Oin;

/// Messages under a conflict of duties that wait, sealed, for who must sign (design 10.9). Of any
/// other message that is held nothing is kept.
///
/// Each is encrypted with a key of its own outside the database, which is destroyed when the
/// waiting ends, however it ends. May be shared between threads; each call works on the caller's
/// connection.
public final class KeptMessages {
  private static final String COLUMNS =
      "a.transactie, a.vervolg, a.beller, a.partij, a.subject_id, a.voorstel, a.inhoud, a.tot";

  private static final String ADD =
      """
      insert into aangehouden_bericht
        (region, transactie, vervolg, beller, partij, subject_id, voorstel, inhoud, gezien, tot)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
      """;

  private static final String SIGNATURES =
      """
      (select count(*)
       from akkoord k
       join ondertekenaar o on o.region = k.region and o.id = k.ondertekenaar
       where k.region = a.region and k.voorstel = a.voorstel and o.partij = a.partij)
      """;

  private static final String WAITING =
      "select " + COLUMNS + " from aangehouden_bericht a where a.region = ? and not a.afgelopen";

  private static final String OF_PROPOSAL = WAITING + " and a.partij = ? and a.voorstel = ?";
  private static final String OF_TRANSACTION = WAITING + " and a.transactie = ?";
  private static final String SIGNED =
      WAITING + " and a.tot > ? and " + SIGNATURES + " > a.gezien order by a.tot limit ?";
  private static final String OVER = WAITING + " and a.tot <= ? order by a.tot limit ?";
  private static final String ENDED =
      "select transactie from aangehouden_bericht where region = ? and afgelopen limit ?";

  private static final String LOOKED =
      "update aangehouden_bericht a set gezien = "
          + SIGNATURES
          + " where a.region = ? and a.transactie = ?";

  private static final String END =
      """
      update aangehouden_bericht set afgelopen = true
      where region = ? and partij = ? and voorstel = ? and not afgelopen
      """;

  private static final String CLEAR =
      "delete from aangehouden_bericht where region = ? and transactie = ? and afgelopen";

  private final String region;
  private final HourKeys keys;
  private final Supplier<UUID> ids;

  /// A message that waits.
  ///
  /// @param transaction the exchange in which it was held
  /// @param next the exchange in which it passes, once it does
  /// @param caller whose certificate brought it
  /// @param party on whose behalf
  /// @param subject about whom, if that is known
  /// @param proposal the digest that must be signed
  /// @param sealed the message, encrypted
  /// @param until when it is gone
  @SuppressWarnings("ArrayRecordComponent") // a row of a table; compared by nobody
  public record Kept(
      UUID transaction,
      UUID next,
      Oin caller,
      Oin party,
      Optional<UUID> subject,
      String proposal,
      byte[] sealed,
      Instant until) {}

  /// @param keys encrypt what waits
  /// @param ids random identifiers of exchanges
  public KeptMessages(String region, HourKeys keys, Supplier<UUID> ids) {
    this.region = region;
    this.keys = keys;
    this.ids = ids;
  }

  /// Keeps a message until then; the same proposal is kept once.
  ///
  /// @return what waits; empty when nobody could sign this message
  public Optional<Kept> keep(
      Connection tx,
      UUID transaction,
      Oin caller,
      Optional<UUID> subject,
      SignedMessage message,
      Instant until)
      throws SQLException {
    var proposal = Proposal.of(message);
    if (proposal.isEmpty()) {
      return Optional.empty();
    }
    var party = message.from().oin();
    var waits = one(tx, OF_PROPOSAL, party.value(), proposal.get());
    if (waits.isPresent()) {
      return waits;
    }
    var text = message.minimise(message.disclosed().keySet()).text();
    var sealed =
        keys.seal(
            keys.waitingKeyOf(transaction),
            bound(transaction),
            text.getBytes(StandardCharsets.US_ASCII));
    var kept =
        new Kept(transaction, ids.get(), caller, party, subject, proposal.get(), sealed, until);
    add(tx, kept);
    return Optional.of(kept);
  }

  private void add(Connection tx, Kept kept) throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setObject(2, kept.transaction());
      add.setObject(3, kept.next());
      add.setString(4, kept.caller().value());
      add.setString(5, kept.party().value());
      add.setObject(6, kept.subject().orElse(null));
      add.setString(7, kept.proposal());
      add.setBytes(8, kept.sealed());
      add.setObject(9, SignatoryTable.utc(kept.until()));
      add.executeUpdate();
    }
  }

  /// The sender's bytes.
  public byte[] open(Kept kept) {
    return keys.open(
        keys.waitingKeyOf(kept.transaction()), bound(kept.transaction()), kept.sealed());
  }

  /// What waits and was signed since it was last judged.
  public List<Kept> signed(Connection tx, Instant now, int most) throws SQLException {
    return list(tx, SIGNED, SignatoryTable.utc(now), most);
  }

  /// What waited in vain.
  public List<Kept> over(Connection tx, Instant now, int most) throws SQLException {
    return list(tx, OVER, SignatoryTable.utc(now), most);
  }

  /// Does it wait still?
  public boolean waits(Connection tx, UUID transaction) throws SQLException {
    return one(tx, OF_TRANSACTION, transaction).isPresent();
  }

  /// Remembers that it was judged with the signatures that there are now.
  public void looked(Connection tx, UUID transaction) throws SQLException {
    execute(tx, LOOKED, region, transaction);
  }

  /// Ends the waiting of this proposal, if it waits.
  public void end(Connection tx, SignedMessage message) throws SQLException {
    var proposal = Proposal.of(message);
    if (proposal.isPresent()) {
      execute(tx, END, region, message.from().oin().value(), proposal.get());
    }
  }

  /// Ends the waiting of this one.
  public void end(Connection tx, Kept kept) throws SQLException {
    execute(tx, END, region, kept.party().value(), kept.proposal());
  }

  /// Destroys the keys of what ended, and then forgets it.
  ///
  /// @return how many
  public int clear(Connection connection, int most) throws SQLException {
    var ended = new ArrayList<UUID>();
    try (var query = connection.prepareStatement(ENDED)) {
      query.setString(1, region);
      query.setInt(2, most);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          ended.add(rows.getObject(1, UUID.class));
        }
      }
    }
    for (var transaction : ended) {
      keys.destroyWaitingKeyOf(transaction);
      execute(connection, CLEAR, region, transaction);
    }
    return ended.size();
  }

  private Optional<Kept> one(Connection tx, String sql, Object... values) throws SQLException {
    return list(tx, sql, values).stream().findFirst();
  }

  private List<Kept> list(Connection tx, String sql, Object... values) throws SQLException {
    var found = new ArrayList<Kept>();
    try (var query = tx.prepareStatement(sql)) {
      query.setString(1, region);
      set(query, 2, values);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
    }
    return found;
  }

  private static void execute(Connection tx, String sql, Object... values) throws SQLException {
    try (var statement = tx.prepareStatement(sql)) {
      set(statement, 1, values);
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, int first, Object... values)
      throws SQLException {
    for (int place = 0; place < values.length; place++) {
      statement.setObject(first + place, values[place]);
    }
  }

  private static Kept read(ResultSet row) throws SQLException {
    return new Kept(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new Oin(row.getString(3)),
        new Oin(row.getString(4)),
        Optional.ofNullable(row.getObject(5, UUID.class)),
        row.getString(6),
        row.getBytes(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }

  private static String bound(UUID transaction) {
    return "aangehouden:" + transaction;
  }
}
