package nl.sluis.dev.voorbeeld;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The steps of a database administrator who goes around Sluis.
final class DatabaseActions {
  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(List.of("leaf", "detail_ct", "key_id"));

  static final ActionKind EDIT =
      ActionKind.ofBlock(
          "beheerder wijzigt logboekregel",
          (fields, _) -> {
            var column = fields.text("kolom", "detail_ct");
            if (!COLUMNS.contains(column)) {
              throw new VoorbeeldFault(fields.place("kolom"), Suggestion.unknown(column, COLUMNS));
            }
            return new Tamper(edit(column), row(fields), "wijzigt `" + column + "` van");
          });
  static final ActionKind DELETE =
      ActionKind.ofBlock(
          "beheerder verwijdert logboekregel",
          (fields, _) ->
              new Tamper("delete from logbook_row where idx = ?", row(fields), "verwijdert"));
  static final ActionKind SWAP =
      ActionKind.ofBlock(
          "beheerder verwisselt logboekregels",
          (fields, _) ->
              new Tamper(
                  """
                  update logbook_row r
                  set leaf = o.leaf, key_id = o.key_id, detail_ct = o.detail_ct
                  from logbook_row o
                  where r.idx in (?, ? - 1) and o.idx in (r.idx - 1, r.idx + 1)
                    and o.idx in (?, ? - 1)
                  """,
                  row(fields),
                  "verwisselt met de regel ervoor:"));

  private DatabaseActions() {}

  /// The row that is meant: a number from zero, or `laatste`.
  private static String row(Fields fields) {
    var row = fields.text("regel", "laatste");
    if (!row.equals("laatste") && !row.matches("[0-9]{1,9}")) {
      throw new VoorbeeldFault(
          fields.place("regel"), "schrijf het nummer van de regel vanaf 0, of `laatste`");
    }
    return row;
  }

  private static String edit(String column) {
    return column.equals("key_id")
        ? "update logbook_row set key_id = key_id || 'x' where idx = ?"
        : "update logbook_row set %s = set_byte(%s, 0, get_byte(%s, 0) # 1) where idx = ?"
            .formatted(column, column, column);
  }

  private record Tamper(String sql, String row, String verb) implements Action {
    @Override
    public String told() {
      return "een databasebeheerder %s logboekregel %s, buiten Sluis om".formatted(verb, row);
    }

    @Override
    public Observed play(Scene scene) {
      try (var owner = scene.gateway().database().owner();
          var update = owner.prepareStatement(sql)) {
        long index = row.equals("laatste") ? last(owner) : Long.parseLong(row);
        for (int i = 1; i <= update.getParameterMetaData().getParameterCount(); i++) {
          update.setLong(i, index);
        }
        int changed = update.executeUpdate();
        return Observed.told("geraakt: " + changed + " rij(en)")
            .with("rijen", String.valueOf(changed));
      } catch (SQLException e) {
        throw new IllegalStateException("the owner of the database may change any row", e);
      }
    }

    private static long last(java.sql.Connection owner) throws SQLException {
      try (var select = owner.prepareStatement("select max(idx) from logbook_row");
          var row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
