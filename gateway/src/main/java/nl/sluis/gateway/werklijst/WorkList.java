package nl.sluis.gateway.werklijst;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.policies.terms.Oin;

/// Everything that the officers of one organisation must do, in one list by term.
///
/// It keeps nothing of its own: each source is one bounded statement that starts at a place in the
/// list, and their results are laid in order. Nobody gets a line of another organisation, for each
/// statement asks for one. May be shared between threads.
public final class WorkList {
  /// How many stand on one page.
  public static final int PAGE = 25;

  /// How far is counted; beyond it there are "more than".
  public static final int COUNTED = 1_000;

  static final String TASKS =
      """
      select t.soort, t.id, t.over, t.geopend_op, t.uiterlijk,
        exists (
          select from sluitvoorstel v
          where v.region = t.region and v.over in (t.over, t.id) and v.wat = any (?)
            and not exists (
              select from sluitvoorstel_besluit b
              where b.region = v.region and b.voorstel = v.id)) as voorgesteld
      from taak t
      where t.region = ? and t.organisatie = ? and t.stand <> 'afgehandeld'
        and (t.uiterlijk, t.id) > (?, ?)
        and t.soort = any (?)
      order by t.uiterlijk, t.id
      limit ?
      """;
  private static final String COUNT =
      """
      select b.soort, count(*), count(*) filter (where b.uiterlijk <= ?)
      from (
        select t.soort, t.uiterlijk
        from taak t
        where t.region = ? and t.organisatie = ? and t.stand <> 'afgehandeld'
        order by t.uiterlijk
        limit ?) b
      group by b.soort
      """;
  static final List<String> CLOSED_BY_TWO = List.of("nacontrole", "verzoek", "taak");

  private final String region;
  private final DataSource database;
  private final List<Elsewhere> elsewhere;

  /// @param database for looking
  /// @param elsewhere what no table tells of
  public WorkList(String region, DataSource database, List<Elsewhere> elsewhere) {
    this.region = region;
    this.database = database;
    this.elsewhere = List.copyOf(elsewhere);
  }

  /// One page.
  ///
  /// @param items the most urgent first
  /// @param next where the next page starts; empty on the last one
  public record Page(List<WorkItem> items, Optional<Place> next) {
    /// Copies its list.
    public Page {
      items = List.copyOf(items);
    }
  }

  /// What this organisation must do after a place in the list.
  ///
  /// @param groups of which groups only
  public Page after(Oin organisation, Set<Group> groups, Place after, Instant now)
      throws SQLException {
    var found = new ArrayList<WorkItem>();
    try (var connection = database.getConnection()) {
      found.addAll(tasks(connection, organisation, groups, after));
      for (var source : Source.ALL) {
        if (groups.contains(source.group())) {
          found.addAll(source.after(connection, region, organisation, after, now, PAGE + 1));
        }
      }
    }
    for (var place : elsewhere) {
      place.of(organisation, now).stream()
          .filter(item -> groups.contains(item.group()) && isAfter(item, after))
          .forEach(found::add);
    }
    found.sort(WorkItem.BY_TERM);
    var items = found.subList(0, Math.min(PAGE, found.size()));
    return new Page(
        items, found.size() > PAGE ? Optional.of(items.getLast().place()) : Optional.empty());
  }

  /// How much there is to do of each group; counted no further than [#COUNTED] of each source.
  public Map<Group, Count> counts(Oin organisation, Instant now) throws SQLException {
    var counts = new EnumMap<Group, Count>(Group.class);
    try (var connection = database.getConnection()) {
      countTasks(connection, organisation, now, counts);
      for (var source : Source.ALL) {
        var count = source.count(connection, region, organisation, now, COUNTED);
        counts.merge(source.group(), count, Count::plus);
      }
    }
    for (var place : elsewhere) {
      for (var item : place.of(organisation, now)) {
        counts.merge(item.group(), new Count(1, item.isLate(now) ? 1 : 0), Count::plus);
      }
    }
    counts.values().removeIf(count -> count.all() == 0);
    return counts;
  }

  private static boolean isAfter(WorkItem item, Place after) {
    int order = item.due().compareTo(after.due());
    return order > 0 || (order == 0 && item.id().toString().compareTo(after.id().toString()) > 0);
  }

  private List<WorkItem> tasks(Connection tx, Oin organisation, Set<Group> groups, Place after)
      throws SQLException {
    var kinds =
        Arrays.stream(TaskKind.values())
            .filter(kind -> groups.contains(Group.of(kind)))
            .map(TaskKind::code)
            .toArray();
    if (kinds.length == 0) {
      return List.of();
    }
    try (var select = tx.prepareStatement(TASKS)) {
      select.setArray(1, tx.createArrayOf("text", CLOSED_BY_TWO.toArray()));
      select.setString(2, region);
      select.setString(3, organisation.value());
      select.setObject(4, after.due().atOffset(ZoneOffset.UTC));
      select.setObject(5, after.id());
      select.setArray(6, tx.createArrayOf("text", kinds));
      select.setInt(7, PAGE + 1);
      return read(select);
    }
  }

  private static List<WorkItem> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<WorkItem>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        var kind = TaskKind.of(row.getString(1)).orElseThrow();
        found.add(
            new WorkItem(
                kind.code(),
                Group.of(kind),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6),
                true));
      }
    }
    return found;
  }

  private void countTasks(Connection tx, Oin organisation, Instant now, Map<Group, Count> counts)
      throws SQLException {
    try (var select = tx.prepareStatement(COUNT)) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      select.setString(2, region);
      select.setString(3, organisation.value());
      select.setInt(4, COUNTED);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var group = Group.of(TaskKind.of(row.getString(1)).orElseThrow());
          counts.merge(group, new Count(row.getLong(2), row.getLong(3)), Count::plus);
        }
      }
    }
  }
}
