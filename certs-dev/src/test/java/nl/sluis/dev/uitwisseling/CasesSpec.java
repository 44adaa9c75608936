package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.dev.partner.DevSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nobody decides a case alone, twice or otherwise afterwards, not even by going round the gateway:
/// PostgreSQL refuses it.
@SuppressWarnings("InlineFormatString") // a statement is read apart from what is filled in
final class CasesSpec {
  private static final String OPEN =
      """
      insert into zaak
        (region, id, organisatie, soort, richting, van_dag, tot_dag, bekend_op, geopend_op,
        uiterlijk, door, boomgrootte)
      values ('%s', '%s', '00000099000000101000', 'datalek', 'alles', '2026-11-20', '2026-11-23',
        '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z', '2026-11-26T10:00:00Z', '\\x01', 0)
      """;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  private static UUID opened() throws SQLException {
    var id = UUID.randomUUID();
    run(OPEN.formatted(DevSettings.REGION, id));
    return id;
  }

  /// As the gateway may, which is less than the owner may.
  private static void run(String sql) throws SQLException {
    try (var owner = gateway.gateway().database().owner()) {
      run(owner, sql);
    }
  }

  private static void run(Connection owner, String sql) throws SQLException {
    try (var asGateway = owner.createStatement()) {
      asGateway.execute("set role sluis_gateway");
      asGateway.execute(sql);
    }
  }

  private static long proposed(UUID id) throws SQLException {
    try (var owner = gateway.gateway().database().owner();
        var insert = owner.createStatement();
        var number =
            insert.executeQuery(
                """
                insert into zaak_stap (region, zaak, stap, op, door, uitkomst)
                values ('%s', '%s', 'voorstel', now(), '\\x02', 'alleen-ap')
                returning nummer
                """
                    .formatted(DevSettings.REGION, id))) {
      assertThat(number.next()).isTrue();
      return number.getLong(1);
    }
  }

  private static String decision(UUID id, long proposal, String proposer, String decider) {
    return """
    insert into zaak_stap (region, zaak, stap, op, door, uitkomst, voorstel, voorgesteld_door)
    values ('%s', '%s', 'besluit', now(), '%s', 'alleen-ap', %d, '%s')
    """
        .formatted(DevSettings.REGION, id, decider, proposal, proposer);
  }

  private static void refused(String sql, String state) {
    assertThatThrownBy(() -> run(sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo(state);
  }

  @Test
  void the_database_refuses_who_decides_on_an_own_proposal() throws SQLException {
    var id = opened();
    long proposal = proposed(id);

    refused(decision(id, proposal, "\\x02", "\\x02"), "23514");
    refused(decision(id, proposal, "\\x03", "\\x02"), "23503");
    run(decision(id, proposal, "\\x02", "\\x04"));
  }

  @Test
  void the_number_of_the_authority_stands_with_its_step_and_has_the_form_of_one()
      throws SQLException {
    var told =
        """
        insert into zaak_stap (region, zaak, stap, op, door, meldnummer)
        values ('%s', '%s', '%s', now(), '\\x02', %s)
        """;
    var id = opened();

    refused(told.formatted(DevSettings.REGION, id, "ap-gemeld", "null"), "23514");
    refused(told.formatted(DevSettings.REGION, id, "ap-gemeld", "'gemeld door Jan'"), "23514");
    refused(told.formatted(DevSettings.REGION, id, "gesloten", "'AP-2026-0123'"), "23514");
    run(told.formatted(DevSettings.REGION, id, "ap-gemeld", "'AP-2026-0123'"));
  }

  @Test
  void a_case_is_decided_once() throws SQLException {
    var id = opened();
    long proposal = proposed(id);
    run(decision(id, proposal, "\\x02", "\\x04"));

    refused(decision(id, proposal, "\\x02", "\\x05"), "23505");
  }

  @Test
  void a_proposal_of_one_case_decides_no_other() throws SQLException {
    long proposal = proposed(opened());

    refused(decision(opened(), proposal, "\\x02", "\\x04"), "23503");
  }

  @Test
  void the_gateway_cannot_change_or_remove_what_was_done() throws SQLException {
    proposed(opened());

    refused("update zaak set uiterlijk = uiterlijk + interval '1 day'", "42501");
    refused("update zaak_stap set door = '\\x09'", "42501");
    refused("delete from zaak_stap", "42501");
    refused("delete from zaak_rij", "42501");
  }
}
