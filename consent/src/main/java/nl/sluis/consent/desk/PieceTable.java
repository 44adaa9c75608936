package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.ReadingEvent;
import nl.sluis.consent.leesmee.ReadingWord;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The statements about texts that are read first. There is none that changes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class PieceTable {
  private static final String ADD =
      """
      insert into leesstuk
        (region, id, subject_id, doel, voorwaarde, van_oin, van_rol, aan_oin, aan_rol,
        categorieen, klaargelegd_op, klaargelegd_door, lezen_tot, geldig_tot, gehouden,
        inhoud_hash, inhoud_verzegeld)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String COLUMNS =
      """
      select l.id, l.subject_id, l.doel, l.voorwaarde, l.van_oin, l.van_rol, l.aan_oin, l.aan_rol,
        l.categorieen, l.klaargelegd_op, l.lezen_tot, l.geldig_tot, l.gehouden
      from leesstuk l
      where l.region = ?
      """;
  private static final String FIND = COLUMNS + "  and l.id = ?";
  private static final String ABOUT =
      COLUMNS
          + """
            and l.subject_id = ?
          order by l.nummer desc
          """;
  private static final String OF_SENDER =
      COLUMNS
          + """
            and l.van_oin = ?
            and l.geldig_tot > ?
          order by l.nummer desc
          limit 200
          """;
  private static final String OF_EXCHANGE =
      COLUMNS
          + """
            and exists (
              select from leesstuk_weg w
              where w.region = l.region
                and w.leesstuk = l.id
                and w.transactie = ?)
          """;
  private static final String CONTENT =
      "select inhoud_verzegeld from leesstuk where region = ? and id = ?";
  private static final String SAY =
      """
      insert into leesstuk_woord
        (region, leesstuk, subject_id, person_id, woord, kanaal, gezegd_op, vastgelegd_op,
        vastgelegd_door, bewijs_hash, bewijs_verzegeld)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  // Who was logged in may have been another when a place at the child was taken back since.
  private static final String SAID =
      """
      select w.person_id, w.woord, w.kanaal, w.gezegd_op,
        exists (
          select from place p
          join place_ended e on e.region = p.region and e.place_id = p.id
          where p.region = w.region
            and p.subject_id = w.subject_id
            and e.ended_at >= w.vastgelegd_op) as door_ander
      from leesstuk_woord w
      where w.region = ?
        and w.leesstuk = ?
      order by w.nummer
      """;
  private static final String REMARKS =
      """
      select person_id, bewijs_hash, bewijs_verzegeld
      from leesstuk_woord
      where region = ?
        and leesstuk = ?
        and woord = 'opmerking'
      order by nummer
      """;
  private static final String WENT =
      """
      insert into leesstuk_weg (region, transactie, leesstuk, subject_id, stap, op)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String IS_GIVEN =
      """
      select min(op)
      from leesstuk_weg
      where region = ?
        and leesstuk = ?
        and stap = 'verstrekt'
      """;

  private final String region;
  private final PersonRegister people;

  PieceTable(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  void add(Connection tx, UUID id, PieceDraft draft, boolean held, Recorder by, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, draft.subject());
      insert.setString(4, draft.purpose().code());
      insert.setString(5, draft.condition().code());
      insert.setString(6, draft.from().oin().value());
      insert.setString(7, draft.from().role().code());
      insert.setString(8, draft.to().oin().value());
      insert.setString(9, draft.to().role().code());
      insert.setArray(10, ConsentTable.codes(tx, draft.categories()));
      insert.setObject(11, ConsentTable.utc(now));
      insert.setString(12, by.code());
      insert.setObject(13, ConsentTable.utc(draft.readUntil()));
      insert.setObject(14, ConsentTable.utc(draft.goodUntil()));
      insert.setBoolean(15, held);
      ConsentTable.setEvidence(insert, 16, draft.content());
      insert.executeUpdate();
    }
  }

  Optional<Piece> find(Connection tx, UUID id) throws SQLException {
    return read(tx, FIND, id).stream().findFirst();
  }

  /// The texts about a child, the newest first; of those about the same matter the newest alone.
  List<Piece> about(Connection tx, UUID subject) throws SQLException {
    var newest = new ArrayList<Piece>();
    for (var piece : read(tx, ABOUT, subject)) {
      if (newest.stream().noneMatch(piece::isSameMatterAs)) {
        newest.add(piece);
      }
    }
    return newest;
  }

  /// The text that went with this exchange.
  Optional<Piece> ofExchange(Connection tx, UUID transaction) throws SQLException {
    return read(tx, OF_EXCHANGE, transaction).stream().findFirst();
  }

  /// What an organisation laid ready and that still counts at this instant, the newest first.
  List<Piece> ofSender(Connection tx, Oin sender, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(OF_SENDER)) {
      select.setString(1, region);
      select.setString(2, sender.value());
      select.setObject(3, ConsentTable.utc(now));
      try (var rows = select.executeQuery()) {
        var pieces = new ArrayList<Piece>();
        while (rows.next()) {
          pieces.add(piece(rows));
        }
        return pieces;
      }
    }
  }

  byte[] content(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(CONTENT)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("a text that was found is there");
        }
        return row.getBytes(1);
      }
    }
  }

  void say(
      Connection tx,
      Piece piece,
      UUID person,
      ReadingWord word,
      Recorder by,
      Instant at,
      Instant now,
      @Nullable SealedEvidence evidence)
      throws SQLException {
    try (var insert = tx.prepareStatement(SAY)) {
      insert.setString(1, region);
      insert.setObject(2, piece.id());
      insert.setObject(3, piece.subject());
      insert.setObject(4, person);
      insert.setString(5, word.code());
      insert.setString(6, by instanceof Recorder.Portal ? "portaal" : "papier");
      insert.setObject(7, ConsentTable.utc(at));
      insert.setObject(8, ConsentTable.utc(now));
      insert.setString(9, by.code());
      ConsentTable.setEvidence(insert, 10, evidence);
      insert.executeUpdate();
    }
  }

  /// What happened to a text, in the order in which it was recorded.
  List<ReadingEvent> events(Connection tx, Piece piece) throws SQLException {
    var same = people.same(tx, piece.subject());
    var events = new ArrayList<ReadingEvent>();
    try (var select = tx.prepareStatement(SAID)) {
      select.setString(1, region);
      select.setObject(2, piece.id());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          events.add(
              new ReadingEvent(
                  same.of(row.getObject(1, UUID.class)),
                  ReadingWord.of(row.getString(2)).orElseThrow(),
                  row.getString(3).equals("papier"),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getBoolean(5)));
        }
      }
    }
    return events;
  }

  /// The last remark of each person, sealed, in the order in which they were first made.
  List<PieceDesk.Remark> remarks(Connection tx, Piece piece) throws SQLException {
    var same = people.same(tx, piece.subject());
    var last = new LinkedHashMap<UUID, PieceDesk.Remark>();
    try (var select = tx.prepareStatement(REMARKS)) {
      select.setString(1, region);
      select.setObject(2, piece.id());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var person = same.of(row.getObject(1, UUID.class));
          last.put(person, new PieceDesk.Remark(person, row.getBytes(2), row.getBytes(3)));
        }
      }
    }
    return List.copyOf(last.values());
  }

  void went(Connection tx, Piece piece, UUID transaction, String step, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(WENT)) {
      insert.setString(1, region);
      insert.setObject(2, transaction);
      insert.setObject(3, piece.id());
      insert.setObject(4, piece.subject());
      insert.setString(5, step);
      insert.setObject(6, ConsentTable.utc(now));
      insert.executeUpdate();
    }
  }

  /// When it was first handed over; empty when it never was.
  Optional<Instant> given(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(IS_GIVEN)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
            : Optional.empty();
      }
    }
  }

  private List<Piece> read(Connection tx, String sql, UUID key) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setObject(2, key);
      try (var rows = select.executeQuery()) {
        var pieces = new ArrayList<Piece>();
        while (rows.next()) {
          pieces.add(piece(rows));
        }
        return pieces;
      }
    }
  }

  private static Piece piece(ResultSet row) throws SQLException {
    return new Piece(
        row.getObject("id", UUID.class),
        row.getObject("subject_id", UUID.class),
        new Purpose(row.getString("doel")),
        row.getString("voorwaarde"),
        party(row.getString("van_oin"), row.getString("van_rol")),
        party(row.getString("aan_oin"), row.getString("aan_rol")),
        Arrays.stream((String[]) row.getArray("categorieen").getArray())
            .map(code -> DataCategory.of(code).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        instant(row, "klaargelegd_op"),
        instant(row, "lezen_tot"),
        instant(row, "geldig_tot"),
        row.getBoolean("gehouden"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }
}
