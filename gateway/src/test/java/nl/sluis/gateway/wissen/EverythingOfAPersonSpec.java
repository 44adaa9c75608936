package nl.sluis.gateway.wissen;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Held against the catalogue of the database, so that no new table is forgotten.
class EverythingOfAPersonSpec {
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.with(Schema.FILES);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Set<String> names(String sql) throws SQLException {
    var names = new TreeSet<String>();
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var rows = owner.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void every_table_says_whether_it_goes_with_a_person_and_how_long_it_is_kept() throws Exception {
    var tables =
        names(
            """
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
            """);

    assertThat(Terms.tables()).isEqualTo(tables);
  }

  @Test
  void every_table_with_a_person_in_it_goes_with_that_person() throws Exception {
    var withPerson =
        names(
            """
            select table_name from information_schema.columns
            where table_schema = 'public'
              and column_name in ('subject_id', 'from_subject', 'into_subject')
            """);

    assertThat(OfPerson.names()).containsAll(withPerson);
  }

  @Test
  void what_points_at_something_of_a_person_goes_along() throws Exception {
    var pointing =
        names(
            """
            select k.conrelid::regclass::text
            from pg_constraint k
            where k.contype = 'f' and k.confrelid::regclass::text in ('%s')
            """
                .formatted(String.join("', '", OfPerson.names())));

    assertThat(OfPerson.names()).containsAll(pointing);
  }

  @Test
  void the_eraser_may_delete_just_that_and_add_or_change_nothing() throws Exception {
    var mayDelete =
        names(
            """
            select table_name from information_schema.role_table_grants
            where grantee = 'sluis_wisser' and privilege_type = 'DELETE'
            """);
    var mayMore =
        names(
            """
            select table_name from information_schema.role_table_grants
            where grantee = 'sluis_wisser'
              and privilege_type not in ('SELECT', 'DELETE')
            """);

    assertThat(mayDelete).isEqualTo(Terms.deletable());
    assertThat(mayMore).isEmpty();
    assertThat(mayDelete)
        .doesNotContain("logbook_row", "logbook_head", "checkpoint", "logbook_tile");
  }
}
