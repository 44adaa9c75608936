package nl.sluis.gateway.verzoek;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The statements about requests and their steps. There is none that changes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class RequestTable {
  private static final int MOST = 200;
  private static final String ADD =
      """
      insert into betrokkenenverzoek
        (region, id, subject_id, person_id, soort, bij_oin, loket, doel, van_oin, van_rol, aan_oin,
        aan_rol, rij, eigen_woord, regel, dag, transacties, toestemming, beperking, gesteld_op,
        uiterlijk, taal, woorden_hash, woorden_verzegeld)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String STEP =
      """
      insert into betrokkenenverzoek_stap
        (region, verzoek, subject_id, stap, op, uiterlijk, door, woorden_hash, woorden_verzegeld)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /// As which subject the child of a request `v` stands now: the one in which it went up, or
  /// itself.
  static final String STANDS =
      """
      (with recursive went (subject, depth) as (
          select v.subject_id, 0
          union all
          select m.into_subject, w.depth + 1
          from went w
          join subject_merge m on m.region = v.region and m.from_subject = w.subject
          where w.depth < 20
            and not exists (
              select from merge_undone u
              where u.region = m.region
                and u.merge_id = m.id))
        select w.subject
        from went w
        order by w.depth desc
        limit 1) as nu
      """;

  private static final String COLUMNS =
      "select "
          + STANDS
          + """
            , v.id, v.subject_id, v.person_id, v.soort, v.bij_oin, v.loket, v.doel, v.van_oin,
            v.van_rol, v.aan_oin, v.aan_rol, v.rij, v.eigen_woord, v.regel, v.dag, v.transacties,
            v.toestemming, v.beperking, v.gesteld_op, v.uiterlijk, v.taal,
            s.nummer as stap_nummer, s.stap, s.op as stap_op, s.uiterlijk as stap_uiterlijk
          from betrokkenenverzoek v
          left join betrokkenenverzoek_stap s on s.region = v.region and s.verzoek = v.id
          where v.region = ?
          """;
  private static final String FIND = COLUMNS + "  and v.id = ? order by s.nummer";
  // What was asked about a child that went up in this one goes along, as long as it is so.
  // Everybody
  // but the child keeps the own id there.
  private static final String OF =
      """
      with recursive children (id) as (
        select ?::uuid
        union
        select m.from_subject
        from children c
        join subject_merge m on m.into_subject = c.id and m.region = ?
        where not exists (
          select from merge_undone u
          where u.region = m.region
            and u.merge_id = m.id))
      """
          + COLUMNS
          + """
            and v.subject_id in (select id from children)
            and (v.person_id = any(?) or ? and v.person_id = v.subject_id)
          order by v.nummer desc, s.nummer
          """;
  // What waits for an answer, and what was answered last.
  private static final String AT =
      COLUMNS
          + """
            and v.id in (
              select w.id
              from betrokkenenverzoek w
              where w.region = v.region and w.bij_oin = ?
              order by exists (
                  select from betrokkenenverzoek_stap a
                  where a.region = w.region and a.verzoek = w.id
                    and a.stap in ('beantwoord', 'toegewezen', 'geweigerd')),
                w.nummer desc
              limit ?)
          order by v.nummer desc, s.nummer
          """;
  private static final String ASKED =
      "select woorden_verzegeld from betrokkenenverzoek where region = ? and id = ?";
  private static final String SAID =
      """
      select woorden_verzegeld from betrokkenenverzoek_stap
      where region = ? and verzoek = ? and nummer = ?
      """;

  private final String region;

  RequestTable(String region) {
    this.region = region;
  }

  void add(Connection tx, SubjectRequest request, SealedEvidence words) throws SQLException {
    var matter = request.matter();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, request.id());
      insert.setObject(3, request.subject());
      insert.setObject(4, request.person());
      insert.setString(5, request.kind().code());
      insert.setString(6, request.holder().value());
      insert.setString(7, request.counter().map(Counter::code).orElse(null));
      insert.setString(8, matter.purpose().code());
      party(insert, 9, matter.from());
      party(insert, 11, matter.to().orElse(null));
      insert.setObject(13, matter.line().map(Ref::number).orElse(null));
      insert.setBoolean(14, matter.line().filter(Ref::own).isPresent());
      insert.setString(15, matter.rule().orElse(null));
      insert.setDate(16, Date.valueOf(matter.day()));
      insert.setArray(17, tx.createArrayOf("uuid", matter.exchanges().toArray()));
      insert.setObject(18, matter.question().orElse(null));
      insert.setObject(19, request.stop().orElse(null));
      insert.setObject(20, utc(request.askedAt()));
      insert.setObject(21, utc(request.firstDue()));
      insert.setString(22, request.language().tag());
      insert.setBytes(23, words.commitment());
      insert.setBytes(24, words.ciphertext());
      insert.executeUpdate();
    }
  }

  private static void party(PreparedStatement insert, int at, @Nullable PartyRole party)
      throws SQLException {
    insert.setString(at, party == null ? null : party.oin().value());
    insert.setString(at + 1, party == null ? null : party.role().code());
  }

  /// @param due until when it takes longer; empty for any other step
  /// @param words what was said; null when nothing was
  void step(
      Connection tx,
      SubjectRequest request,
      StepKind kind,
      PartyRole by,
      Optional<Instant> due,
      @Nullable SealedEvidence words,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(STEP)) {
      insert.setString(1, region);
      insert.setObject(2, request.id());
      insert.setObject(3, request.subject());
      insert.setString(4, kind.code());
      insert.setObject(5, utc(now));
      insert.setObject(6, due.map(RequestTable::utc).orElse(null));
      insert.setString(7, by.oin() + "/" + by.role());
      insert.setBytes(8, words == null ? null : words.commitment());
      insert.setBytes(9, words == null ? null : words.ciphertext());
      insert.executeUpdate();
    }
  }

  Optional<SubjectRequest> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      return read(select).stream().findFirst();
    }
  }

  /// All that this person asked about this child, the newest first; under whichever reference the
  /// child was known then.
  ///
  /// @param people every id of that person there
  List<SubjectRequest> of(Connection tx, Place place, Set<UUID> people) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setObject(1, place.subject());
      select.setString(2, region);
      select.setString(3, region);
      select.setArray(4, tx.createArrayOf("uuid", people.toArray()));
      select.setBoolean(5, place.isSelf());
      return read(select);
    }
  }

  /// What was asked of this organisation: at most two hundred, the newest first; what waits for an
  /// answer goes before what has one.
  List<SubjectRequest> at(Connection tx, Oin holder) throws SQLException {
    try (var select = tx.prepareStatement(AT)) {
      select.setString(1, region);
      select.setString(2, holder.value());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  /// What was asked, as it stands on record: sealed.
  byte[] asked(Connection tx, UUID request) throws SQLException {
    try (var select = tx.prepareStatement(ASKED)) {
      select.setString(1, region);
      select.setObject(2, request);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  /// What was said in this step, as it stands on record; empty when nothing was.
  Optional<byte[]> said(Connection tx, UUID request, long step) throws SQLException {
    try (var select = tx.prepareStatement(SAID)) {
      select.setString(1, region);
      select.setObject(2, request);
      select.setLong(3, step);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  private static List<SubjectRequest> read(PreparedStatement select) throws SQLException {
    Map<UUID, SubjectRequest> requests = new LinkedHashMap<>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var request = request(rows, step(rows));
        requests.merge(request.id(), request, RequestTable::joined);
      }
    }
    return List.copyOf(requests.values());
  }

  private static SubjectRequest joined(SubjectRequest before, SubjectRequest next) {
    var steps = new ArrayList<>(before.steps());
    steps.addAll(next.steps());
    return with(before, steps);
  }

  private static SubjectRequest with(SubjectRequest request, List<SubjectRequest.Step> steps) {
    return new SubjectRequest(
        request.id(),
        request.subject(),
        request.stands(),
        request.person(),
        request.kind(),
        request.holder(),
        request.counter(),
        request.matter(),
        request.stop(),
        request.askedAt(),
        request.firstDue(),
        request.language(),
        steps);
  }

  private static List<SubjectRequest.Step> step(ResultSet row) throws SQLException {
    var word = row.getString("stap");
    return word == null
        ? List.of()
        : List.of(
            new SubjectRequest.Step(
                row.getLong("stap_nummer"),
                StepKind.of(word).orElseThrow(),
                instant(row, "stap_op").orElseThrow(),
                instant(row, "stap_uiterlijk")));
  }

  private static SubjectRequest request(ResultSet row, List<SubjectRequest.Step> steps)
      throws SQLException {
    return new SubjectRequest(
        row.getObject("id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getObject("nu", UUID.class),
        row.getObject("person_id", UUID.class),
        RequestKind.of(row.getString("soort")).orElseThrow(),
        new Oin(row.getString("bij_oin")),
        Optional.ofNullable(row.getString("loket")).flatMap(Counter::of),
        matter(row),
        Optional.ofNullable(row.getObject("beperking", UUID.class)),
        instant(row, "gesteld_op").orElseThrow(),
        instant(row, "uiterlijk").orElseThrow(),
        Language.of(row.getString("taal")).orElse(Language.NL),
        steps);
  }

  private static Matter matter(ResultSet row) throws SQLException {
    boolean own = row.getBoolean("eigen_woord");
    return new Matter(
        new Purpose(row.getString("doel")),
        party(row, "van").orElseThrow(),
        party(row, "aan"),
        Optional.ofNullable(row.getObject("rij", Long.class)).map(number -> new Ref(own, number)),
        Optional.ofNullable(row.getString("regel")),
        row.getObject("dag", LocalDate.class),
        Arrays.asList((UUID[]) row.getArray("transacties").getArray()),
        Optional.ofNullable(row.getObject("toestemming", UUID.class)));
  }

  private static Optional<PartyRole> party(ResultSet row, String side) throws SQLException {
    var oin = row.getString(side + "_oin");
    return oin == null
        ? Optional.empty()
        : Optional.of(
            new PartyRole(new Oin(oin), Role.of(row.getString(side + "_rol")).orElseThrow()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
