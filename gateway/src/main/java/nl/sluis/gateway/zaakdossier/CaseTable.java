package nl.sluis.gateway.zaakdossier;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The statements about cases, what they froze and what was done in them. There is none that
/// changes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class CaseTable {
  private static final int MOST = 100;
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

  private static final String ADD =
      """
      insert into zaak
        (region, id, organisatie, soort, over, ander_oin, richting, van_dag, tot_dag, bekend_op,
        geopend_op, uiterlijk, door, boomgrootte)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String FREEZE =
      "insert into zaak_rij (region, zaak, rij) select ?, ?, unnest(?::bigint[])";
  private static final String STEP =
      """
      insert into zaak_stap
        (region, zaak, stap, op, door, antwoorden, uitkomst, voorstel, voorgesteld_door, meldnummer)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
      on conflict do nothing
      returning nummer
      """;
  private static final String WORD =
      "insert into zaak_woord (region, zaak, stap, rij) values (?, ?, ?, ?)";
  private static final String COLUMNS =
      """
      select z.id, z.organisatie, z.soort, z.over, z.ander_oin, z.richting, z.van_dag, z.tot_dag,
        z.bekend_op, z.geopend_op, z.uiterlijk, z.door, z.boomgrootte,
        s.nummer as stap_nummer, s.stap, s.op as stap_op, s.door as stap_door, s.antwoorden,
        s.uitkomst, s.meldnummer
      from zaak z
      left join zaak_stap s on s.region = z.region and s.zaak = z.id
      where z.region = ? and z.organisatie = ?
      """;
  private static final String FIND = COLUMNS + "  and z.id = ?\norder by s.nummer";
  private static final String OVER = COLUMNS + "  and z.over = ?\norder by s.nummer";
  // What is open, and what was closed last.
  private static final String OF =
      COLUMNS
          + """
            and z.id in (
              select w.id
              from zaak w
              where w.region = z.region and w.organisatie = z.organisatie
              order by exists (
                  select from zaak_stap g
                  where g.region = w.region and g.zaak = w.id and g.stap = 'gesloten'),
                w.nummer desc
              limit ?)
          order by z.nummer desc, s.nummer
          """;
  // Whom each row is about, one by one: PostgreSQL would otherwise read along the whole logbook as
  // far as the newest of them.
  private static final String ROWS =
      """
      select r.rij, s.subject_id
      from zaak_rij r
      left join lateral (
        select subject_id from logbook_subject s
        where s.region = r.region and s.idx = r.rij
        limit 1) s on true
      where r.region = ? and r.zaak = ?
      order by r.rij
      """;
  private static final String WORDS =
      "select stap, rij from zaak_woord where region = ? and zaak = ? order by stap";

  private final String region;

  CaseTable(String region) {
    this.region = region;
  }

  /// A row that was frozen.
  ///
  /// @param subject whom it is about; empty for nobody, or who was erased
  record Frozen(long index, Optional<UUID> subject) {}

  /// @return false when there is one about the same exchange
  boolean add(Connection tx, CaseFile opened) throws SQLException {
    var scope = opened.scope();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, opened.id());
      insert.setString(3, opened.organisation().value());
      insert.setString(4, opened.kind().code());
      insert.setObject(5, opened.about().orElse(null));
      insert.setString(6, scope.other().map(Oin::value).orElse(null));
      insert.setString(7, scope.direction().code());
      insert.setDate(8, Date.valueOf(scope.from()));
      insert.setDate(9, Date.valueOf(scope.to()));
      insert.setObject(10, utc(opened.known()));
      insert.setObject(11, utc(opened.opened()));
      insert.setObject(12, utc(opened.due()));
      insert.setBytes(13, opened.by().bytes());
      insert.setLong(14, opened.treeSize());
      return insert.executeUpdate() == 1;
    }
  }

  void freeze(Connection tx, UUID id, List<Long> rows) throws SQLException {
    try (var insert = tx.prepareStatement(FREEZE)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setArray(3, tx.createArrayOf("bigint", rows.toArray()));
      insert.executeUpdate();
    }
  }

  /// Notes a step.
  ///
  /// @param on the proposal that it is an answer to; null for any other step
  /// @return its number; empty when it was done before
  OptionalLong step(Connection tx, UUID id, CaseFile.Step step, CaseFile.@Nullable Step on)
      throws SQLException {
    try (var insert = tx.prepareStatement(STEP)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setString(3, step.kind().code());
      insert.setObject(4, utc(step.at()));
      insert.setBytes(5, step.by().bytes());
      insert.setString(6, step.kind() == CaseStepKind.RISICO ? json(step.answers()) : null);
      insert.setString(7, step.outcome().map(CaseOutcome::code).orElse(null));
      insert.setObject(8, on == null ? null : on.number());
      insert.setBytes(9, on == null ? null : on.by().bytes());
      insert.setString(10, step.reported().map(ReportNumber::value).orElse(null));
      try (var number = insert.executeQuery()) {
        return number.next() ? OptionalLong.of(number.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /// Remembers which row of the logbook holds the words of a step; 0 is the opening.
  void word(Connection tx, UUID id, long step, long index) throws SQLException {
    try (var insert = tx.prepareStatement(WORD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setLong(3, step);
      insert.setLong(4, index);
      insert.executeUpdate();
    }
  }

  /// The case with this identifier, when it is of this organisation.
  Optional<CaseFile> find(Connection tx, Oin organisation, UUID id) throws SQLException {
    return one(tx, FIND, organisation, id);
  }

  /// The case of this organisation about this exchange.
  Optional<CaseFile> about(Connection tx, Oin organisation, UUID exchange) throws SQLException {
    return one(tx, OVER, organisation, exchange);
  }

  private Optional<CaseFile> one(Connection tx, String sql, Oin organisation, UUID id)
      throws SQLException {
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setObject(3, id);
      return read(select).stream().findFirst();
    }
  }

  /// Those of an organisation: what is open and what was closed last, the newest first; at most a
  /// hundred.
  List<CaseFile> of(Connection tx, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  /// What it froze, in the order of the logbook.
  List<Frozen> rows(Connection tx, UUID id) throws SQLException {
    var rows = new ArrayList<Frozen>();
    try (var select = tx.prepareStatement(ROWS)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Frozen(row.getLong(1), Optional.ofNullable(row.getObject(2, UUID.class))));
        }
      }
    }
    return rows;
  }

  /// In which row of the logbook the words of each step are.
  Map<Long, Long> words(Connection tx, UUID id) throws SQLException {
    var words = new TreeMap<Long, Long>();
    try (var select = tx.prepareStatement(WORDS)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          words.put(row.getLong(1), row.getLong(2));
        }
      }
    }
    return words;
  }

  private static List<CaseFile> read(PreparedStatement select) throws SQLException {
    var found = new LinkedHashMap<UUID, CaseFile>();
    var steps = new LinkedHashMap<UUID, List<CaseFile.Step>>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var one = row(rows);
        found.putIfAbsent(one.id(), one);
        var of = steps.computeIfAbsent(one.id(), _ -> new ArrayList<>());
        if (rows.getString("stap") != null) {
          of.add(step(rows, one.kind()));
        }
      }
    }
    return found.values().stream()
        .map(one -> with(one, steps.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static CaseFile with(CaseFile one, List<CaseFile.Step> steps) {
    return new CaseFile(
        one.id(),
        one.organisation(),
        one.kind(),
        one.about(),
        one.scope(),
        one.known(),
        one.opened(),
        one.due(),
        one.by(),
        one.treeSize(),
        steps);
  }

  private static CaseFile row(ResultSet row) throws SQLException {
    return new CaseFile(
        row.getObject("id", UUID.class),
        new Oin(row.getString("organisatie")),
        CaseKind.of(row.getString("soort")).orElseThrow(),
        Optional.ofNullable(row.getObject("over", UUID.class)),
        new CaseScope(
            Optional.ofNullable(row.getString("ander_oin")).map(Oin::new),
            CaseScope.Direction.of(row.getString("richting")).orElseThrow(),
            row.getDate("van_dag").toLocalDate(),
            row.getDate("tot_dag").toLocalDate()),
        instant(row, "bekend_op"),
        instant(row, "geopend_op"),
        instant(row, "uiterlijk"),
        Actor.of(row.getBytes("door")),
        row.getLong("boomgrootte"),
        List.of());
  }

  private static CaseFile.Step step(ResultSet row, CaseKind kind) throws SQLException {
    return new CaseFile.Step(
        row.getLong("stap_nummer"),
        CaseStepKind.of(row.getString("stap")).orElseThrow(),
        instant(row, "stap_op"),
        Actor.of(requireNonNull(row.getBytes("stap_door"), "a step has who did it")),
        answers(row.getString("antwoorden")),
        Optional.ofNullable(row.getString("uitkomst")).flatMap(code -> CaseOutcome.of(kind, code)),
        Optional.ofNullable(row.getString("meldnummer")).map(ReportNumber::new));
  }

  private static String json(Map<String, String> answers) {
    try {
      return JSON.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words are JSON", e);
    }
  }

  private static Map<String, String> answers(@Nullable String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, ANSWERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was answered is not JSON", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
