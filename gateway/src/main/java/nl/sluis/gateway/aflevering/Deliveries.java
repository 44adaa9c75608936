package nl.sluis.gateway.aflevering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// What is brought to the doors of receivers, and how far it came: a queue of work that every
/// gateway shares.
///
/// One gateway at a time is on its way with a parcel, for as long as it goes on saying so; who said
/// nothing for a while changes nothing any more. Of one child's parcels for one receiver the later
/// one waits for the earlier; a report for the safety of a child waits for none. May be shared
/// between threads; each call works on the caller's connection.
public final class Deliveries {
  /// For how long a gateway is on its way unless it says again that it is: what a gateway held that
  /// is gone waits no longer than this for another one.
  static final Duration LEASE = Duration.ofSeconds(8);

  private static final int STEP = 1_000;

  // What was accepted gets its row in the order in which it was committed, so whatever comes later
  // than the last that is known here is all that is new.
  private static final String ENROL =
      """
      insert into aflevering (region, pakket, ontvanger, volgorde, stand, volgende_op)
      select p.region, p.id, p.receiver_oin, p.accepted_row, 'aangeboden', ?
      from unnest(?::text[]) as r (oin)
      cross join lateral (
        select coalesce(max(a.volgorde), -1) as rij from aflevering a
        where a.region = ? and a.ontvanger = r.oin) as laatste
      join parcel p
        on p.region = ? and p.receiver_oin = r.oin and p.accepted_row > laatste.rij
      where p.state = 'wacht' and p.payload_ct is not null
        and not exists (
          select from acute_melding m
          where m.region = p.region and m.transactie = p.transaction_id)
      order by p.accepted_row
      limit ?
      on conflict do nothing
      """;

  private static final String DUE =
      """
      select distinct ontvanger from aflevering
      where region = ? and stand in ('aangeboden', 'onderweg', 'uitgesteld') and volgende_op <= ?
        and ontvanger = any (?)
      """;

  private static final String CLAIM =
      """
      with eerste as (
        select a.pakket
        from aflevering a
        join parcel p on p.region = a.region and p.id = a.pakket
        where a.region = ? and a.ontvanger = ?
          and a.stand in ('aangeboden', 'onderweg', 'uitgesteld') and a.volgende_op <= ?
          and (p.never_lapses
            or not exists (
              select from parcel q
              join aflevering e on e.region = q.region and e.pakket = q.id
              where q.region = p.region and q.subject_id = p.subject_id
                and q.state in ('wacht', 'uitgereikt') and q.payload_ct is not null
                and not q.never_lapses and q.due_at > ?
                and e.ontvanger = a.ontvanger and e.volgorde < a.volgorde
                and e.stand in ('aangeboden', 'onderweg', 'uitgesteld')))
        order by p.never_lapses desc, a.volgorde
        limit ?
        for update of a skip locked)
      update aflevering a
      set stand = 'onderweg', greep = a.greep + 1, volgende_op = ?
      from eerste
      where a.region = ? and a.pakket = eerste.pakket
      returning a.pakket, a.greep, a.pogingen
      """;

  private static final String HOLDS =
      """
      select 1 from aflevering
      where region = ? and pakket = ? and greep = ? and stand = 'onderweg'
      for update
      """;

  private static final String EXTEND =
      """
      update aflevering a
      set volgende_op = ?
      from unnest(?::uuid[], ?::bigint[]) as mine (pakket, greep)
      where a.region = ? and a.pakket = mine.pakket and a.greep = mine.greep
        and a.stand = 'onderweg'
      """;

  private static final String SETTLE =
      """
      update aflevering
      set stand = ?, volgende_op = ?, pogingen = ?, reden = ?
      where region = ? and pakket = ? and greep = ? and stand = 'onderweg'
      """;

  private static final String OVER =
      """
      select a.pakket from aflevering a
      join parcel p on p.region = a.region and p.id = a.pakket
      where a.region = ? and a.stand in ('aangeboden', 'uitgesteld', 'onbestelbaar')
        and (p.state not in ('wacht', 'uitgereikt') or p.payload_ct is null)
      limit ?
      """;

  private static final String END =
      """
      update aflevering
      set stand = ?
      where region = ? and pakket = ? and stand in ('aangeboden', 'uitgesteld', 'onbestelbaar')
      """;

  private static final String AGAIN =
      """
      update aflevering
      set stand = 'aangeboden', volgende_op = ?, pogingen = 0, reden = ''
      where region = ? and stand in ('uitgesteld', 'onbestelbaar') and pakket = any (?)
      """;

  private static final String OF =
      """
      select pakket, stand, volgende_op, pogingen, reden from aflevering
      where region = ? and pakket = any (?)
      """;

  private static final String DEAD =
      """
      select pakket from aflevering
      where region = ? and ontvanger = ? and stand = 'onbestelbaar'
      order by volgorde
      """;

  private final String region;

  /// @param region whose parcels these are
  public Deliveries(String region) {
    this.region = region;
  }

  /// How far one parcel came.
  ///
  /// @param next when it is tried again; means nothing when it is not
  /// @param attempts how often it was tried without success
  /// @param why what was the matter the last time, without personal data; empty when nothing was
  public record State(Stand stand, Instant next, int attempts, String why) {}

  /// Takes up what was accepted for these receivers since, and is no report of acute danger: those
  /// have a road of their own.
  int enrol(Connection tx, Collection<Oin> receivers, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ENROL)) {
      insert.setObject(1, utc(now));
      insert.setArray(2, tx.createArrayOf("text", words(receivers)));
      insert.setString(3, region);
      insert.setString(4, region);
      insert.setInt(5, STEP);
      return insert.executeUpdate();
    }
  }

  /// For which of these receivers is there something to do now?
  List<Oin> due(Connection tx, Collection<Oin> receivers, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(DUE)) {
      select.setString(1, region);
      select.setObject(2, utc(now));
      select.setArray(3, tx.createArrayOf("text", words(receivers)));
      var due = new ArrayList<Oin>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          due.add(new Oin(rows.getString(1)));
        }
      }
      return due;
    }
  }

  /// Takes at most so many parcels of one receiver; nobody else goes with them for a while.
  List<Claim> claim(Connection tx, Oin receiver, int most, Instant now) throws SQLException {
    try (var update = tx.prepareStatement(CLAIM)) {
      update.setString(1, region);
      update.setString(2, receiver.value());
      update.setObject(3, utc(now));
      update.setObject(4, utc(now));
      update.setInt(5, most);
      update.setObject(6, utc(now.plus(LEASE)));
      update.setString(7, region);
      var claims = new ArrayList<Claim>();
      try (var rows = update.executeQuery()) {
        while (rows.next()) {
          claims.add(new Claim(rows.getObject(1, UUID.class), rows.getLong(2), rows.getInt(3)));
        }
      }
      return claims;
    }
  }

  /// Is it still this gateway that is on its way? Then it stays so until this transaction ends.
  boolean holds(Connection tx, Claim claim) throws SQLException {
    try (var select = tx.prepareStatement(HOLDS)) {
      select.setString(1, region);
      select.setObject(2, claim.parcel());
      select.setLong(3, claim.grip());
      try (var rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// Says of all with which a gateway is on its way that it still is. Must be said well within
  /// [#LEASE]; what another took meanwhile stays with the other.
  ///
  /// @return of how many it still is
  int extend(Connection tx, Collection<Claim> claims, Instant now) throws SQLException {
    try (var update = tx.prepareStatement(EXTEND)) {
      update.setObject(1, utc(now.plus(LEASE)));
      update.setArray(2, tx.createArrayOf("uuid", claims.stream().map(Claim::parcel).toArray()));
      update.setArray(3, tx.createArrayOf("bigint", claims.stream().map(Claim::grip).toArray()));
      update.setString(4, region);
      return update.executeUpdate();
    }
  }

  /// Notes where it is now, if nobody took it since.
  ///
  /// @return whether it was noted
  boolean settle(Connection tx, Claim claim, State state) throws SQLException {
    try (var update = tx.prepareStatement(SETTLE)) {
      update.setString(1, state.stand().code());
      update.setObject(2, utc(state.next()));
      update.setInt(3, state.attempts());
      update.setString(4, state.why());
      update.setString(5, region);
      update.setObject(6, claim.parcel());
      update.setLong(7, claim.grip());
      return update.executeUpdate() == 1;
    }
  }

  /// What is not to be brought any more, because its receiver came for it or its time is over.
  List<UUID> over(Connection tx, int most) throws SQLException {
    try (var select = tx.prepareStatement(OVER)) {
      select.setString(1, region);
      select.setInt(2, most);
      return ids(select);
    }
  }

  /// Notes that there is nothing to bring any more.
  void end(Connection tx, UUID parcel, Stand how) throws SQLException {
    try (var update = tx.prepareStatement(END)) {
      update.setString(1, how.code());
      update.setString(2, region);
      update.setObject(3, parcel);
      update.executeUpdate();
    }
  }

  /// Offers these anew, as if they were never tried.
  ///
  /// @return how many of them waited for that
  public int again(Connection tx, Collection<UUID> parcels, Instant now) throws SQLException {
    try (var update = tx.prepareStatement(AGAIN)) {
      update.setObject(1, utc(now));
      update.setString(2, region);
      update.setArray(3, tx.createArrayOf("uuid", parcels.toArray()));
      return update.executeUpdate();
    }
  }

  /// How far these came; without those that are not brought.
  public Map<UUID, State> of(Connection tx, Collection<UUID> parcels) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", parcels.toArray()));
      var found = new HashMap<UUID, State>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getObject(1, UUID.class),
              new State(
                  Stand.of(rows.getString(2)),
                  rows.getObject(3, OffsetDateTime.class).toInstant(),
                  rows.getInt(4),
                  rows.getString(5)));
        }
      }
      return found;
    }
  }

  /// What is not tried again by itself for this receiver, in the order in which it came.
  public List<UUID> dead(Connection tx, Oin receiver) throws SQLException {
    try (var select = tx.prepareStatement(DEAD)) {
      select.setString(1, region);
      select.setString(2, receiver.value());
      return ids(select);
    }
  }

  private static List<UUID> ids(PreparedStatement select) throws SQLException {
    var ids = new ArrayList<UUID>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static Object[] words(Collection<Oin> oins) {
    return oins.stream().map(Oin::value).toArray();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
