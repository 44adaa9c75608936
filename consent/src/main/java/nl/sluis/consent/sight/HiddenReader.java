package nl.sluis.consent.sight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.sight.Hidden.Embargoed;
import nl.sluis.consent.subject.SamePerson;

/// Reads what is hidden about a child, and writes whom the child lets look.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class HiddenReader {
  private static final String SAME =
      """
      union all
      select 'P', 0, p.person_id, p.same_as, null, null, null
      from person_same p
      where p.region = ?
        and p.subject_id = ?
        and not exists (
          select from same_ended n
          where n.region = p.region
            and n.subject_id = p.subject_id
            and n.same_seq = p.seq)
      """;
  // A text that is hidden hides the exchange in which it went, and the other way round. Always one
  // statement: how many there are tells nothing of what is hidden.
  private static final String HIDDEN =
      """
      with hidden as (
        select e.region, e.about, e.hidden_from, l.recorded_at, l.reporter_hidden is not null as kept
        from embargo e
        left join embargo_lifted l on l.region = e.region and l.embargo_id = e.id
        where e.region = ?
          and e.subject_id = ?)
      select 'E' as tag, 0::bigint as seq, about as one, null::uuid as other, hidden_from as words,
        recorded_at as at, kept as flag
      from hidden
      union all
      select 'E', 0, w.transactie, null, h.hidden_from, h.recorded_at, h.kept
      from hidden h
      join leesstuk_weg w on w.region = h.region and w.leesstuk = h.about
      union all
      select 'E', 0, w.leesstuk, null, h.hidden_from, h.recorded_at, h.kept
      from hidden h
      join leesstuk_weg w on w.region = h.region and w.transactie = h.about
      union all
      select 'O', v.seq, v.person_id, null, null, null, v.opened
      from view_opened v
      where v.region = ?
        and v.subject_id = ?
      """
          + SAME
          + "order by seq";
  private static final String SHIELDED =
      """
      select 'S' as tag, 0::bigint as seq, s.person_id as one, null::uuid as other,
        null::uuid[] as words, null::timestamptz as at, s.shielded as flag
      from (
        select distinct on (person_id, receiver_oin) person_id, shielded
        from shield
        where region = ?
          and subject_id = ?
        order by person_id, receiver_oin, seq desc) s
      """
          + SAME;
  private static final String OPEN =
      """
      insert into view_opened (region, subject_id, person_id, opened, recorded_at)
      values (?, ?, ?, ?, ?)
      """;

  private final String region;

  /// @param region in whose part of the database it lives
  public HiddenReader(String region) {
    this.region = region;
  }

  /// What is or was hidden about this child.
  public Hidden of(Connection tx, UUID subject) throws SQLException {
    var found = read(tx, HIDDEN, 3, subject);
    // Whoever turned out to be one person is one person here too.
    var embargoes =
        found.embargoes.stream()
            .map(
                e ->
                    new Embargoed(
                        e.about(),
                        e.from().stream().map(found.same::of).collect(Collectors.toSet()),
                        e.lifted(),
                        e.reporterHidden()))
            .toList();
    // Of whoever turned out to be one person the last word counts too.
    var standing = new HashMap<UUID, Boolean>();
    found.opened.forEach((person, open) -> standing.put(found.same.of(person), open));
    return new Hidden(
        embargoes, standing.keySet().stream().filter(standing::get).collect(Collectors.toSet()));
  }

  /// The child lets this person look, or does not any more; it counts from the commit.
  public void open(Connection tx, UUID subject, UUID person, boolean opened, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(OPEN)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setObject(3, person);
      insert.setBoolean(4, opened);
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// Is this person shielded from anybody at this child? Then everything else that tells where
  /// somebody is must be covered too (domain 2.7).
  public boolean isShielded(Connection tx, UUID subject, UUID person) throws SQLException {
    return shielded(tx, subject).contains(person);
  }

  /// Who is shielded from anybody at this child.
  private Set<UUID> shielded(Connection tx, UUID subject) throws SQLException {
    var found = read(tx, SHIELDED, 2, subject);
    return found.shielded.stream().map(found.same::of).collect(Collectors.toSet());
  }

  /// What a statement found, row by row.
  private static final class Read {
    private final List<Embargoed> embargoes = new ArrayList<>();
    private final Map<UUID, Boolean> opened = new LinkedHashMap<>();
    private final Set<UUID> shielded = new HashSet<>();
    private final SamePerson same = new SamePerson();

    void add(ResultSet row) throws SQLException {
      var one = row.getObject("one", UUID.class);
      switch (row.getString("tag")) {
        case "E" -> embargoes.add(embargo(one, row));
        case "O" -> {
          opened.remove(one);
          opened.put(one, row.getBoolean("flag"));
        }
        case "S" -> {
          if (row.getBoolean("flag")) {
            shielded.add(one);
          }
        }
        default -> same.add(one, row.getObject("other", UUID.class));
      }
    }

    private static Embargoed embargo(UUID about, ResultSet row) throws SQLException {
      var from = row.getArray("words");
      return new Embargoed(
          about,
          from == null ? Set.of() : Set.of((UUID[]) from.getArray()),
          Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
              .map(OffsetDateTime::toInstant),
          row.getBoolean("flag"));
    }
  }

  /// @param parts in how many places of the statement the child is named
  private Read read(Connection tx, String sql, int parts, UUID subject) throws SQLException {
    var found = new Read();
    try (var select = tx.prepareStatement(sql)) {
      for (int i = 0; i < parts; i++) {
        select.setString(2 * i + 1, region);
        select.setObject(2 * i + 2, subject);
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows);
        }
      }
    }
    return found;
  }
}
