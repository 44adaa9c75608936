package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.controle.Deviation;
import nl.sluis.gateway.controle.FactReplay;
import org.junit.jupiter.api.Test;

/// What stands beside the logbook is changed behind the back of the gateway.
class FactReplaySpec {
  private static final Path STORY =
      Path.of(
          "src", "main", "resources", "voorbeelden", "04-moeder-trekt-in-terwijl-het-wacht.yaml");

  /// What somebody does in the database, and what the comparison then says.
  private static final List<List<String>> DEEDS =
      List.of(
          List.of(
              "update consent_event set type = 'GIVEN' where type = 'WITHDRAWN'", "niet meer in"),
          List.of(
              "delete from gebeurtenis_rij; delete from consent_event where type = 'WITHDRAWN'",
              "niet meer in"),
          List.of(
              "delete from gebeurtenis_rij; delete from consent_event where type = 'GIVEN'",
              "niet meer in"),
          List.of(
              "insert into consent_event (region, subject_id, ask_id, person_id, type, categories,"
                  + " channel, other_parent_agrees, occurred_at, recorded_at, recorded_by) select"
                  + " region, subject_id, ask_id, person_id, type, categories, channel,"
                  + " other_parent_agrees, occurred_at, recorded_at + interval '1 minute',"
                  + " recorded_by from consent_event where type = 'GIVEN' limit 1",
              "dat geen rij zegt"),
          List.of(
              "update consent_event set recorded_at = recorded_at + interval '1 day'", "niet meer"),
          List.of(
              "update consent_ask set receiver_oin = '00000099000000104000'", "staat anders in"),
          List.of("update consent_ask set categories = '{K01,K09,K10}'", "staat anders in"),
          List.of("update consent_ask set text_hash = 'sha256:0'", "staat anders in"),
          List.of(
              "update parcel set transaction_id = gen_random_uuid()", "andere rij of transactie"),
          List.of("update parcel set released_row = 1", "geen rij zegt dat"));

  @Test
  void a_consent_that_was_changed_behind_the_back_of_the_gateway_is_named_by_its_row()
      throws SQLException, IOException {
    var scenario = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read(STORY);
    var site = DevSite.temporary(scenario.start());
    try (var postgres = DevPostgres.shared();
        var gateway = DevGateway.start(site, postgres.database("feiten"), DevGateway.Ports.ANY);
        var owner = postgres.database("feiten").owner()) {
      var print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      new Runner(gateway, new Report(print)).play(scenario);
      var replay = new FactReplay(DevSettings.REGION, site.keys());
      assertThat(replay.compare(owner)).isEmpty();

      owner.setAutoCommit(false);
      for (var deed : DEEDS) {
        List<Deviation> found;
        try (var statement = owner.createStatement()) {
          statement.execute(deed.getFirst());
          found = replay.compareWithin(owner);
        } finally {
          owner.rollback();
        }

        assertThat(found).as(deed.getFirst()).isNotEmpty();
        assertThat(texts(found)).as(deed.getFirst()).contains(deed.getLast());
        assertThat(found.getFirst().text()).startsWith("Rij " + found.getFirst().row());
      }
    }
  }

  private static String texts(List<Deviation> found) {
    var all = new ArrayList<String>();
    found.forEach(one -> all.add(one.text()));
    return String.join("\n", all);
  }
}
