package nl.sluis.gateway.bereik;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.vorm.Language;

/// The statements about how people are reached. Rows are added only.
///
/// May be shared between threads; it works in the transaction of its caller.
final class ChannelTable {
  private static final int MOST = 40;
  private static final String COLUMNS =
      """
      select wie, eigen, subject_id, person_id, stap, kanaal, kenmerk, adres_verzegeld, op, door,
        taal
      from bereik_kanaal k
      """;
  private static final String OF =
      COLUMNS
          + """
          where region = ?
            and wie = ?
          order by nummer desc
          limit ?
          """;
  // At this child that person may have said nothing yet, and elsewhere everything.
  private static final String AT =
      COLUMNS
          + """
          where region = ?
            and (subject_id = ? and person_id = any(?)
              or wie in (
                select p.number_hmac
                from place p
                where p.region = k.region
                  and p.subject_id = ?
                  and p.person_id = any(?)
                  and not exists (
                    select from place_ended e
                    where e.region = p.region
                      and e.place_id = p.id)))
          order by nummer desc
          limit ?
          """;
  private static final String ADD =
      """
      insert into bereik_kanaal
        (region, id, wie, eigen, subject_id, person_id, stap, kanaal, kenmerk, adres_verzegeld,
        op, door, taal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final String region;

  ChannelTable(String region) {
    this.region = region;
  }

  /// What is on record of this person, the newest first.
  List<ChannelRow> of(Connection tx, Hmac who) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setBytes(2, who.bytes());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  /// What is on record of whoever is known by these ids at this child, the newest first.
  List<ChannelRow> at(Connection tx, UUID subject, List<UUID> people) throws SQLException {
    try (var select = tx.prepareStatement(AT)) {
      var ids = tx.createArrayOf("uuid", people.toArray());
      select.setString(1, region);
      select.setObject(2, subject);
      select.setArray(3, ids);
      select.setObject(4, subject);
      select.setArray(5, ids);
      select.setInt(6, MOST);
      return read(select);
    }
  }

  void add(Connection tx, ChannelRow row) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, UUID.randomUUID());
      insert.setBytes(3, row.who().bytes());
      insert.setBytes(4, row.own().bytes());
      insert.setObject(5, row.place().subject());
      insert.setObject(6, row.place().person());
      insert.setString(7, row.step().name().toLowerCase(Locale.ROOT));
      insert.setString(8, row.channel().code());
      insert.setObject(9, row.matter());
      insert.setBytes(10, row.address().map(ChannelRow.Sealed::bytes).orElse(null));
      insert.setObject(11, row.at().atOffset(ZoneOffset.UTC));
      insert.setString(12, row.by());
      insert.setString(13, row.language().tag());
      insert.executeUpdate();
    }
  }

  private static List<ChannelRow> read(PreparedStatement select) throws SQLException {
    var rows = new ArrayList<ChannelRow>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        rows.add(row(row));
      }
    }
    return rows;
  }

  private static ChannelRow row(ResultSet row) throws SQLException {
    return new ChannelRow(
        Hmac.of(row.getBytes(1)),
        Hmac.of(row.getBytes(2)),
        new Place(row.getObject(3, UUID.class), row.getObject(4, UUID.class)),
        ChannelRow.Step.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        Channel.of(row.getString(6)).orElseThrow(),
        row.getObject(7, UUID.class),
        Optional.ofNullable(row.getBytes(8)).map(ChannelRow.Sealed::new),
        instant(row.getObject(9, OffsetDateTime.class)),
        row.getString(10),
        Language.of(row.getString(11)).orElse(Language.NL));
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }
}
