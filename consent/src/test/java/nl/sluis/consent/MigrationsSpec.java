package nl.sluis.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsSpec {
  private static final List<String> FILES = List.of("db/consent/V001__rollen.sql");

  @Test
  void a_migration_that_ran_is_not_run_again() throws Exception {
    try (var database = TestDatabase.with(FILES);
        var owner = DriverManager.getConnection(database.url(), "postgres", "")) {

      Migrations.apply(owner, FILES);

      try (var rows = owner.createStatement().executeQuery("select count(*) from migration")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
  }
}
