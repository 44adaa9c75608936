package nl.sluis.gateway.onderzoek;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What was asked of whom, under which number, and what came of it. It only grows; of what was
/// asked before roles were kept only that it was asked is known. May be shared between threads.
public final class InquiryTable {
  /// How long after it was asked a question can be answered, as its precondition says.
  static final Period OPEN = Period.ofDays(90);

  private static final int MOST = 200;
  private static final String ADD =
      """
      insert into vt_vraag (region, transactie, van_oin, aan_oin, nummer, categorieen, op,
        van_rol, aan_rol, doel)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LAST =
      """
      select v.transactie, v.categorieen
      from vt_vraag v
      where v.region = ? and v.nummer = ? and v.van_oin = ? and v.aan_oin = ?
      order by v.seq desc
      limit 1
      """;
  private static final String STEP =
      """
      insert into vt_vraag_stap (region, vraag, stap, transactie, uiterlijk, op)
      values (?, ?, ?, ?, ?, ?)
      on conflict (region, vraag, transactie) do nothing
      """;
  private static final String IS_ANSWERED =
      "select from vt_vraag_stap where region = ? and vraag = ? and stap <> 'gelezen'";
  private static final String SELECT =
      """
      select v.transactie, v.van_oin, v.aan_oin, v.van_rol, v.aan_rol, v.doel, v.categorieen, v.op,
        p.due_at, g.uiterlijk, a.transactie as antwoord, a.stap, a.op as beantwoord_op,
        p.subject_id
      from vt_vraag v
      left join parcel p on p.region = v.region and p.transaction_id = v.transactie
      left join vt_vraag_stap g on g.region = v.region and g.vraag = v.transactie
        and g.stap = 'gelezen'
      left join lateral (
        select s.transactie, s.stap, s.op
        from vt_vraag_stap s
        where s.region = v.region and s.vraag = v.transactie and s.stap <> 'gelezen'
        order by s.stap, s.op
        limit 1) a on true
      where v.region = ? and v.van_rol is not null
      """;

  // Whoever is asked finds only what it read: what was held back from it was never asked.
  private static final String OF =
      SELECT
          + """
          and (v.van_oin = ? or (v.aan_oin = ? and g.vraag is not null)) and v.op > ?
          order by v.op desc, v.seq desc
          limit ?
          """;
  private static final String READ =
      SELECT
          + """
          and g.vraag is null and p.state in ('uitgereikt', 'bevestigd') and v.op > ?
          order by v.op
          limit ?
          """;
  private static final String LAPSED =
      SELECT
          + """
          and g.uiterlijk <= ? and exists (
            select from taak k
            where k.region = v.region and k.soort = 'vraag-beantwoorden'
              and k.organisatie = v.aan_oin and k.over = v.transactie and k.stand = 'open')
          order by g.uiterlijk
          limit ?
          """;

  private final String region;

  /// @param region whose questions these are
  public InquiryTable(String region) {
    this.region = region;
  }

  /// One line of it.
  ///
  /// @param asker who asked
  /// @param asked of which organisation
  /// @param number the keyed number of the investigation
  @SuppressWarnings("ArrayRecordComponent") // goes to a column; compared by the database
  record Line(Oin asker, Oin asked, byte[] number) {}

  /// A question as its answer sees it.
  ///
  /// @param transaction the exchange by which it was asked
  /// @param categories what was asked for
  record Question(UUID transaction, Set<DataCategory> categories) {}

  /// A question with the child that it is about, for who writes what follows.
  record About(Inquiry inquiry, Optional<UUID> subject) {}

  void add(
      Connection tx,
      UUID transaction,
      Line line,
      Set<DataCategory> categories,
      SignedMessage message,
      Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, transaction);
      insert.setString(3, line.asker().value());
      insert.setString(4, line.asked().value());
      insert.setBytes(5, line.number());
      insert.setArray(
          6, tx.createArrayOf("text", categories.stream().map(DataCategory::name).toArray()));
      insert.setObject(7, utc(at));
      insert.setString(8, message.from().role().code());
      insert.setString(9, message.to().role().code());
      insert.setString(10, message.purpose().code());
      insert.executeUpdate();
    }
  }

  /// What was asked last under this number; empty when nothing was.
  Optional<Question> last(Connection tx, Line line) throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setString(1, region);
      select.setBytes(2, line.number());
      select.setString(3, line.asker().value());
      select.setString(4, line.asked().value());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Question(row.getObject(1, UUID.class), categories(row.getArray(2))))
            : Optional.empty();
      }
    }
  }

  /// It was read, so its term runs.
  ///
  /// @return whether nobody noted that before
  boolean read(Connection tx, UUID question, Instant due, Instant at) throws SQLException {
    return step(tx, question, "gelezen", question, Optional.of(due), at);
  }

  /// It was answered by this exchange, or refused.
  void answered(Connection tx, UUID question, UUID answer, boolean refused, Instant at)
      throws SQLException {
    step(tx, question, refused ? "geweigerd" : "beantwoord", answer, Optional.empty(), at);
  }

  /// Did somebody answer or refuse by now?
  boolean isAnswered(Connection tx, UUID question) throws SQLException {
    try (var select = tx.prepareStatement(IS_ANSWERED)) {
      select.setString(1, region);
      select.setObject(2, question);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private boolean step(
      Connection tx, UUID question, String step, UUID by, Optional<Instant> due, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(STEP)) {
      insert.setString(1, region);
      insert.setObject(2, question);
      insert.setString(3, step);
      insert.setObject(4, by);
      insert.setObject(5, due.map(InquiryTable::utc).orElse(null));
      insert.setObject(6, utc(at));
      return insert.executeUpdate() == 1;
    }
  }

  /// What an organisation asked, and what it read that it was asked, in the last ninety days; the
  /// newest two hundred.
  public List<Inquiry> of(Connection tx, Oin organisation, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setString(3, organisation.value());
      select.setObject(4, utc(now).minus(OPEN));
      select.setInt(5, MOST);
      return all(select).stream().map(About::inquiry).toList();
    }
  }

  /// What was read while its term does not run yet.
  List<About> justRead(Connection tx, Instant now, int most) throws SQLException {
    return some(tx, READ, utc(now).minus(OPEN), most);
  }

  /// What nobody answered in its term, and is still something to do.
  List<About> lapsed(Connection tx, Instant now, int most) throws SQLException {
    return some(tx, LAPSED, utc(now), most);
  }

  private List<About> some(Connection tx, String sql, OffsetDateTime at, int most)
      throws SQLException {
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setObject(2, at);
      select.setInt(3, most);
      return all(select);
    }
  }

  private static List<About> all(PreparedStatement select) throws SQLException {
    var found = new ArrayList<About>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new About(
                inquiry(rows), Optional.ofNullable(rows.getObject("subject_id", UUID.class))));
      }
    }
    return found;
  }

  private static Inquiry inquiry(ResultSet row) throws SQLException {
    var asked = row.getObject("op", OffsetDateTime.class).toInstant();
    return new Inquiry(
        row.getObject("transactie", UUID.class),
        party(row, "van"),
        party(row, "aan"),
        new Purpose(row.getString("doel")),
        categories(row.getArray("categorieen")),
        asked,
        instant(row, "due_at").orElse(asked),
        instant(row, "uiterlijk"),
        answer(row));
  }

  private static PartyRole party(ResultSet row, String side) throws SQLException {
    return new PartyRole(
        new Oin(row.getString(side + "_oin")), Role.of(row.getString(side + "_rol")).orElseThrow());
  }

  private static Optional<Inquiry.Answer> answer(ResultSet row) throws SQLException {
    var by = row.getObject("antwoord", UUID.class);
    return by == null
        ? Optional.empty()
        : Optional.of(
            new Inquiry.Answer(
                by,
                row.getString("stap").equals("geweigerd"),
                row.getObject("beantwoord_op", OffsetDateTime.class).toInstant()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Set<DataCategory> categories(Array words) throws SQLException {
    var found = EnumSet.noneOf(DataCategory.class);
    Arrays.stream((String[]) words.getArray())
        .forEach(code -> DataCategory.of(code).ifPresent(found::add));
    return found;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
