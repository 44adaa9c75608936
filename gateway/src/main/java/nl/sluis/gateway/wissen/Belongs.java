package nl.sluis.gateway.wissen;

import java.util.ArrayList;
import java.util.List;

/// A table of which rows belong to a row of another, and go with it.
///
/// @param table its name
/// @param column by which it points at what it belongs to
/// @param parentColumn the column of the parent that it points at
/// @param parts what belongs to it in turn, in the order in which it must go
record Belongs(String table, String column, String parentColumn, List<Belongs> parts) {
  Belongs {
    parts = List.copyOf(parts);
  }

  static Belongs part(String table, String column, String parentColumn, Belongs... parts) {
    return new Belongs(table, column, parentColumn, List.of(parts));
  }

  /// The statements that delete it with all its parts, the last part first. Each takes the region
  /// and the keys of what it belongs to.
  List<String> deletes() {
    var statements = new ArrayList<String>();
    add(statements, column + " = any(?)");
    return statements;
  }

  private void add(List<String> statements, String condition) {
    for (var part : parts) {
      // The key at the start is a random number, so what belongs to it is of its region.
      part.add(
          statements,
          "%s in (select %s from %s where %s)"
              .formatted(part.column, part.parentColumn, table, condition));
    }
    statements.add("delete from %s where region = ? and %s".formatted(table, condition));
  }

  /// The tables of [#deletes], in that order.
  List<String> inOrder() {
    var names = new ArrayList<String>();
    parts.forEach(part -> names.addAll(part.inOrder()));
    names.add(table);
    return names;
  }

  /// Its name and those of its parts.
  List<String> tables() {
    var names = new ArrayList<>(List.of(table));
    parts.forEach(part -> names.addAll(part.tables()));
    return names;
  }
}
