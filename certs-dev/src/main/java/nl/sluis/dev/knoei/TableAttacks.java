package nl.sluis.dev.knoei;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Every column of a table changed, and its rows removed, copied, swapped and cut, whatever table
/// it is.
///
/// A type that nobody thought of stops the trial: then there is a column that nobody attacks.
final class TableAttacks {
  private static final String INDEX = "idx";

  /// What can be taken away without anything being lost: a gateway that dies leaves a checkpoint
  /// out too, and a later one signs the same tree and more; a witness has what it signed, and a
  /// later timestamp is over the same tree and more.
  private static final Map<String, List<String>> SPARE =
      Map.of(
          "checkpoint",
          List.of("een rij verwijderd"),
          "tijdstempel",
          List.of(
              "`region` wordt iets anders",
              "`region` wordt langer",
              "`region` wordt één teken anders",
              "een rij verwijderd",
              "de eerste rij verwijderd",
              "de laatste rij verwijderd",
              "alles verwijderd"),
          "checkpoint_cosignature",
          List.of(
              "een rij verwijderd",
              "de eerste rij verwijderd",
              "de laatste rij verwijderd",
              "alles verwijderd"));

  private final Catalogue.Table table;
  private final Connection connection;
  private final List<Attack> attacks = new ArrayList<>();

  private TableAttacks(Catalogue.Table table, Connection connection) {
    this.table = table;
    this.connection = connection;
  }

  /// @throws IllegalStateException when the table is empty, for then nothing in it is attacked
  static List<Attack> of(Catalogue.Table table, Connection connection) throws SQLException {
    var made = new TableAttacks(table, connection);
    var count = made.number("select count(*) from " + table.name());
    if (count == 0) {
      throw new IllegalStateException("`" + table.name() + "` is empty: fill it in SmallLogbook");
    }
    for (var at : count == 1 ? List.of(0L) : List.of(count / 2, count - 1)) {
      made.columns(at);
    }
    made.rows(count);
    made.attacks.replaceAll(made::spare);
    return made.attacks;
  }

  /// The same, but every column in one way and in one row: there are many tables of facts, and they
  /// are all checked alike.
  static List<Attack> ofFacts(Catalogue.Table table, Connection connection) throws SQLException {
    var made = new TableAttacks(table, connection);
    var place = made.place(1);
    for (var column : table.columns().entrySet()) {
      var change = made.changes(column.getKey(), column.getValue()).getFirst();
      made.change(column.getKey(), change, 1, place);
    }
    made.rows(made.number("select count(*) from " + table.name()));
    return made.attacks;
  }

  private Attack spare(Attack attack) {
    return SPARE.getOrDefault(table.name(), List.of()).contains(attack.what())
        ? attack.toldBy(Attack.Teller.NOTHING_LOST)
        : attack;
  }

  private void columns(long at) throws SQLException {
    var place = place(at);
    for (var column : table.columns().entrySet()) {
      for (var change : changes(column.getKey(), column.getValue())) {
        change(column.getKey(), change, at, place);
      }
    }
  }

  private void change(String column, Change change, long at, String place) throws SQLException {
    add(
        "`%s` wordt %s".formatted(column, change.what()),
        at,
        "update %s set %s = %s where %s".formatted(table.name(), column, change.sql(), place));
  }

  /// A value in the place of another.
  private record Change(String what, String sql) {}

  private List<Change> changes(String column, String type) throws SQLException {
    if (column.equals("key_id")) {
      return List.of(
          new Change("een maand die niet kan", "replace(key_id, 'bewaar-', 'bewaar-20')"),
          new Change(
              "de andere maand",
              "replace(replace(replace(key_id, '%1$s', '*'), '%2$s', '%1$s'), '*', '%2$s')"
                  .formatted("203111", "202711")));
    }
    return switch (type) {
      case "text" ->
          List.of(
              new Change("iets anders", "'elders'"),
              new Change("langer", column + " || 'x'"),
              new Change(
                  "één teken anders",
                  "overlay(%1$s placing '~' from (length(%1$s) + 1) / 2)".formatted(column)));
      case "bytea" ->
          List.of(
              new Change(
                  "één bit anders",
                  "set_byte(%1$s, length(%1$s) / 2, get_byte(%1$s, length(%1$s) / 2) # 1)"
                      .formatted(column)),
              new Change("langer", column + " || '\\x00'"),
              new Change("leeg", "''"));
      case "bigint", "integer" ->
          List.of(
              new Change("één meer", column + " + 1"),
              new Change("veel meer", column + " + 100000"));
      case "text[]" -> List.of(new Change("langer", "array_append(%s, 'x')".formatted(column)));
      case "uuid[]" -> List.of(new Change("korter", "%s[2:]".formatted(column)));
      case "date" -> List.of(new Change("een dag later", column + " + 1"));
      case "uuid" -> List.of(new Change("een ander", "gen_random_uuid()"));
      case "timestamp with time zone" ->
          List.of(new Change("een uur later", column + " + interval '1 hour'"));
      case "boolean" -> List.of(new Change("omgekeerd", "not " + column));
      default ->
          throw new IllegalStateException(
              "nobody thought of how to change a `%s` in `%s`".formatted(type, table.name()));
    };
  }

  private void rows(long count) throws SQLException {
    var middle = place(count / 2);
    add("een rij verwijderd", count / 2, "delete from %s where %s".formatted(table.name(), middle));
    add("de eerste rij verwijderd", 0, "delete from %s where %s".formatted(table.name(), place(0)));
    attacks.add(
        Attack.sql(
            table.name(),
            "de laatste rij verwijderd",
            "delete from %s where %s".formatted(table.name(), place(count - 1))));
    attacks.add(Attack.sql(table.name(), "alles verwijderd", "delete from " + table.name()));
    attacks.add(
        Attack.sql(
            table.name(),
            "een rij nog eens",
            "insert into %1$s select * from %1$s where %2$s".formatted(table.name(), middle)));
    attacks.add(
        Attack.sql(
            table.name(),
            "een rij gekopieerd naar een nieuwe plaats",
            "insert into %s select %s from %s where %s"
                .formatted(table.name(), copied(), table.name(), middle)));
    if (count > 1 && !table.besidesKey().isEmpty()) {
      attacks.add(
          Attack.sql(table.name(), "twee rijen verwisseld", swap(place(count / 2 - 1), middle)));
    }
  }

  /// Every column as it is, but the last number of the key past the end; without one another name
  /// or another region.
  private String copied() {
    var numbers = table.numbers();
    var moved = numbers.isEmpty() ? table.key().getLast() : numbers.getLast();
    return table.columns().keySet().stream()
        .map(
            column -> {
              if (!column.equals(moved)) {
                return column;
              }
              return numbers.isEmpty()
                  ? column.equals("region") || isText(column) ? "'elders'" : "gen_random_uuid()"
                  : "(select max(%1$s) + 1 from %2$s)".formatted(column, table.name());
            })
        .collect(Collectors.joining(", "));
  }

  private boolean isText(String column) {
    return table.columns().getOrDefault(column, "").equals("text");
  }

  /// Both rows get everything of the other but its place.
  private String swap(String one, String other) {
    var same =
        table.key().stream()
            .map(column -> "%2$s.%1$s = p.%1$s".formatted(column, table.name()))
            .collect(Collectors.joining(" and "));
    var set =
        table.besidesKey().stream()
            .map(
                column ->
                    "%1$s = case when %2$s then q.%1$s else p.%1$s end".formatted(column, same))
            .collect(Collectors.joining(", "));
    return """
    with p as materialized (select * from %1$s where %2$s),
      q as materialized (select * from %1$s where %3$s)
    update %1$s set %4$s from p, q where (%2$s) or (%3$s)
    """
        .formatted(table.name(), one, other, set);
  }

  /// Which row that is, by the values of its key.
  private String place(long at) throws SQLException {
    var order = String.join(", ", table.key());
    var parts = new ArrayList<String>();
    for (var column : table.key()) {
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select %1$s::text from (select * from %2$s order by %3$s offset %4$d limit 1) one"
                      .formatted(column, table.name(), order, at))) {
        row.next();
        parts.add("%s.%s = '%s'".formatted(table.name(), column, row.getString(1)));
      }
    }
    return String.join(" and ", parts);
  }

  private void add(String what, long at, String sql) throws SQLException {
    attacks.add(
        table.columns().containsKey(INDEX)
            ? new Attack(table.name(), what, index(at), Attack.deed(sql), Attack.Teller.DATABASE)
            : Attack.sql(table.name(), what, sql));
  }

  private OptionalLong index(long at) throws SQLException {
    return OptionalLong.of(
        number(
            "select idx from %1$s order by idx offset %2$d limit 1".formatted(table.name(), at)));
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
