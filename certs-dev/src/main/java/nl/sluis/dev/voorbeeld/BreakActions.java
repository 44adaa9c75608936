package nl.sluis.dev.voorbeeld;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A database in which one step fails, so that it shows what happens to an exchange halfway.
///
/// The failure is real: PostgreSQL itself refuses the statement.
final class BreakActions {
  private static final Set<String> TABLES =
      new LinkedHashSet<>(
          List.of(
              "alias",
              "betrokkenenverzoek",
              "betrokkenenverzoek_stap",
              "checkpoint",
              "consent_event",
              "fsc_logregel",
              "logbook_head",
              "logbook_row",
              "logbook_subject",
              "machtiging_blik",
              "message",
              "ontvangersbericht",
              "ontvangersbericht_bevestigd",
              "parcel",
              "restriction",
              "subject",
              "taak",
              "terugroeping",
              "weighing"));

  static final ActionKind BREAK =
      ActionKind.ofBlock(
          "laat mislukken",
          (fields, _) -> {
            var table = fields.text("schrijven in", "");
            if (!TABLES.contains(table)) {
              throw new VoorbeeldFault(
                  fields.place("schrijven in"), Suggestion.unknown(table, TABLES));
            }
            return new Broken(table);
          });

  static final ActionKind MEND =
      new ActionKind(
          "herstel",
          (tree, _) -> {
            Fields.oneOf(tree, Map.of("database", "de database doet het weer"));
            return new Mended();
          });

  private BreakActions() {}

  private record Broken(String table) implements Action {
    @Override
    public String told() {
      return "de database kan niet meer schrijven in `" + table + "`";
    }

    @Override
    public Observed play(Scene scene) {
      return run(
          scene,
          """
          create or replace function voorbeeld_mislukt() returns trigger language plpgsql as
          $f$ begin raise exception 'voorbeeld' using errcode = '58030'; end $f$;
          create or replace trigger voorbeeld_mislukt before insert or update on %s
          for each statement execute function voorbeeld_mislukt()
          """
              .formatted(table));
    }
  }

  private record Mended() implements Action {
    @Override
    public String told() {
      return "de database doet het weer";
    }

    @Override
    public Observed play(Scene scene) {
      return run(scene, "drop function if exists voorbeeld_mislukt() cascade");
    }
  }

  private static Observed run(Scene scene, String sql) {
    try (var owner = scene.gateway().database().owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
      return Observed.told();
    } catch (SQLException e) {
      throw new IllegalStateException("the owner of the database may change any table", e);
    }
  }
}
