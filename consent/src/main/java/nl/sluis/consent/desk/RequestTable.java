package nl.sluis.consent.desk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The statements about requests and their lines. There is none that changes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class RequestTable {
  private static final String ADD =
      """
      insert into verzoek
        (region, id, subject_id, doel, van_oin, van_rol, gevraagd_op, gevraagd_door,
        nieuwe_feiten, bewijs_hash, bewijs_verzegeld)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_LINE =
      """
      insert into verzoek_regel
        (region, verzoek_id, nr, ask_id, aan_oin, aan_rol, categorieen, apart)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_REST =
      "insert into verzoek_rust (region, ask_id, person_id, tot) values (?, ?, ?, ?)";
  private static final String READ =
      """
      select v.id, v.subject_id, v.doel, v.van_oin, v.van_rol, v.gevraagd_op,
        r.nr, r.ask_id, r.aan_oin, r.aan_rol, r.categorieen, r.apart,
        array(select p.person_id from consent_party p
          where p.region = r.region and p.ask_id = r.ask_id) as gevers,
        array(select u.person_id from verzoek_rust u
          where u.region = r.region and u.ask_id = r.ask_id order by u.person_id) as rustenden,
        array(select u.tot from verzoek_rust u
          where u.region = r.region and u.ask_id = r.ask_id order by u.person_id) as tot
      from verzoek v
      join verzoek_regel r on r.region = v.region and r.verzoek_id = v.id
      where v.region = ?
      """;
  private static final String FIND = READ + "  and v.id = ?\norder by r.nr";
  private static final String ABOUT =
      READ + "  and v.subject_id = ?\norder by v.gevraagd_op desc, v.id, r.nr";
  // What professionals wrote down takes no no back, so that the question rests all the same.
  private static final String NOES =
      """
      select e.person_id, e.type, e.occurred_at, split_part(e.recorded_by, '/', 1),
        case when cardinality(e.categories) = 0 then a.categories else e.categories end
      from consent_ask a
      join consent_event e on e.region = a.region and e.ask_id = a.id
      where a.region = ?
        and a.subject_id = ?
        and a.purpose = ?
        and a.sender_oin = ?
        and a.receiver_oin = ?
        and a.receiver_role = ?
        and (e.type in ('REFUSED', 'WITHDRAWN')
          or e.type in ('GIVEN', 'RENEWED')
            and (e.channel = 'portaal' or e.aanwezigheid is not null))
      order by e.occurred_at, e.seq
      """;
  private static final String OVER =
      """
      select r.verzoek_id, u.ask_id, u.person_id
      from verzoek_rust u
      join verzoek_regel r on r.region = u.region and r.ask_id = u.ask_id
      where u.region = ?
        and u.tot <= ?
        and not exists (
          select from verzoek_voorgelegd v
          where v.region = u.region and v.ask_id = u.ask_id and v.person_id = u.person_id)
      order by u.tot
      limit ?
      """;
  private static final String PUT =
      """
      insert into verzoek_voorgelegd (region, ask_id, person_id, op)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private final String region;

  RequestTable(String region) {
    this.region = region;
  }

  /// The last word of one person about one purpose and receiver.
  ///
  /// @param isNo whether it was a refusal or a yes taken back
  /// @param recordedBy which organisation put it on record; empty when the person did so alone
  record Word(boolean isNo, Instant at, String recordedBy) {}

  void add(
      Connection tx, UUID id, RequestDraft draft, AskCheck.Scope scope, Recorder by, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, draft.subject());
      insert.setString(4, scope.purpose().code());
      insert.setString(5, scope.sender().oin().value());
      insert.setString(6, scope.sender().role().code());
      insert.setObject(7, ConsentTable.utc(now));
      insert.setString(8, by.code());
      insert.setBoolean(9, !draft.newFacts().isEmpty());
      ConsentTable.setEvidence(insert, 10, draft.evidence());
      insert.executeUpdate();
    }
  }

  void addLine(Connection tx, UUID request, Request.Line line) throws SQLException {
    try (var insert = tx.prepareStatement(ADD_LINE)) {
      insert.setString(1, region);
      insert.setObject(2, request);
      insert.setInt(3, line.number());
      insert.setObject(4, line.askId().orElse(null));
      insert.setString(5, line.receiver().oin().value());
      insert.setString(6, line.receiver().role().code());
      insert.setArray(7, ConsentTable.codes(tx, line.categories()));
      insert.setBoolean(8, line.apart());
      insert.executeUpdate();
    }
    if (line.askId().isPresent()) {
      for (var rest : line.rests().entrySet()) {
        addRest(tx, line.askId().get(), rest.getKey(), rest.getValue());
      }
    }
  }

  private void addRest(Connection tx, UUID ask, UUID person, Instant until) throws SQLException {
    try (var insert = tx.prepareStatement(ADD_REST)) {
      insert.setString(1, region);
      insert.setObject(2, ask);
      insert.setObject(3, person);
      insert.setObject(4, ConsentTable.utc(until));
      insert.executeUpdate();
    }
  }

  Optional<Request> find(Connection tx, UUID id) throws SQLException {
    return read(tx, FIND, id).stream().findFirst();
  }

  List<Request> about(Connection tx, UUID subject) throws SQLException {
    return read(tx, ABOUT, subject);
  }

  /// The noes in one scope that nobody took back, by the id under which they were recorded.
  ///
  /// Who said yes to one part and no to another set the parts apart: that no stands in the way of
  /// the part it was about. Any other no stands in the way of all.
  List<Map.Entry<UUID, Word>> standingNoes(
      Connection tx, UUID subject, AskCheck.Scope scope, Set<DataCategory> about)
      throws SQLException {
    var words = new HashMap<Spoke, Word>();
    try (var select = tx.prepareStatement(NOES)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, scope.purpose().code());
      select.setString(4, scope.sender().oin().value());
      select.setString(5, scope.receiver().oin().value());
      select.setString(6, scope.receiver().role().code());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          boolean isNo = Set.of("REFUSED", "WITHDRAWN").contains(row.getString(2));
          var at = row.getObject(3, OffsetDateTime.class).toInstant();
          var person = row.getObject(1, UUID.class);
          var word = new Word(isNo, at, row.getString(4));
          categories(row.getArray(5))
              .forEach(category -> words.put(new Spoke(person, category), word));
        }
      }
    }
    var parted =
        words.entrySet().stream()
            .filter(one -> !one.getValue().isNo())
            .map(one -> one.getKey().person())
            .collect(Collectors.toSet());
    return words.entrySet().stream()
        .filter(one -> one.getValue().isNo())
        .filter(
            one ->
                about.contains(one.getKey().category()) || !parted.contains(one.getKey().person()))
        .map(one -> Map.entry(one.getKey().person(), one.getValue()))
        .distinct()
        .toList();
  }

  /// Who spoke about what.
  private record Spoke(UUID person, DataCategory category) {}

  private static Set<DataCategory> categories(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray())
        .map(code -> DataCategory.of(code).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Requests.Rested> over(Connection tx, Instant now, int most) throws SQLException {
    var rested = new ArrayList<Requests.Rested>();
    try (var select = tx.prepareStatement(OVER)) {
      select.setString(1, region);
      select.setObject(2, ConsentTable.utc(now));
      select.setInt(3, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rested.add(
              new Requests.Rested(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class)));
        }
      }
    }
    return rested;
  }

  boolean put(Connection tx, UUID ask, UUID person, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(PUT)) {
      insert.setString(1, region);
      insert.setObject(2, ask);
      insert.setObject(3, person);
      insert.setObject(4, ConsentTable.utc(now));
      return insert.executeUpdate() == 1;
    }
  }

  private List<Request> read(Connection tx, String sql, UUID by) throws SQLException {
    var found = new LinkedHashMap<UUID, Request>();
    try (PreparedStatement select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setObject(2, by);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.merge(rows.getObject("id", UUID.class), request(rows), RequestTable::joined);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Request joined(Request one, Request more) {
    var lines = new ArrayList<>(one.lines());
    lines.addAll(more.lines());
    return new Request(one.id(), one.subject(), one.purpose(), one.sender(), one.askedAt(), lines);
  }

  private static Request request(ResultSet row) throws SQLException {
    var rests = new HashMap<UUID, Instant>();
    var resting = (UUID[]) row.getArray("rustenden").getArray();
    var until = (Timestamp[]) row.getArray("tot").getArray();
    for (int i = 0; i < resting.length; i++) {
      rests.put(resting[i], until[i].toInstant());
    }
    var line =
        new Request.Line(
            row.getInt("nr"),
            Optional.ofNullable(row.getObject("ask_id", UUID.class)),
            party(row.getString("aan_oin"), row.getString("aan_rol")),
            categories(row.getArray("categorieen")),
            row.getBoolean("apart"),
            Set.of((UUID[]) row.getArray("gevers").getArray()),
            rests);
    return new Request(
        row.getObject("id", UUID.class),
        row.getObject("subject_id", UUID.class),
        new Purpose(row.getString("doel")),
        party(row.getString("van_oin"), row.getString("van_rol")),
        row.getObject("gevraagd_op", OffsetDateTime.class).toInstant(),
        List.of(line));
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }
}
