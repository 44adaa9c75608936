package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidenceSpec {
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static Filed lives(UUID child, String municipality, String from) throws SQLException {
    var draft = new FamilyDraft("", null, new FamilyDraft.Residence(municipality, from));
    return desk.locked(child, tx -> desk.families.register(tx, child, draft, AT_SCHOOL, 1, NOW));
  }

  @Test
  void nobody_told_where_the_child_lives() throws Exception {
    var child = desk.child("kind-nergens", "2018-05-01", "eenhoofdig", MOTHER);

    assertThat(desk.read(child, NOW).municipality()).isEmpty();
  }

  @Test
  void a_move_counts_from_the_first_instant_of_its_day_in_amsterdam() throws Exception {
    var child = desk.child("kind-verhuist", "2018-05-01", "eenhoofdig", MOTHER);
    lives(child, "Haarlem", "2018-05-01");
    lives(child, "Velsen", "2026-12-01");

    var before = desk.read(child, Instant.parse("2026-11-30T22:59:59Z"));
    var after = desk.read(child, Instant.parse("2026-11-30T23:00:00Z"));

    assertThat(before.municipality()).contains("Haarlem");
    assertThat(after.municipality()).contains("Velsen");
  }

  @Test
  void of_one_day_what_was_recorded_last_counts() throws Exception {
    var child = desk.child("kind-hersteld", "2018-05-01", "eenhoofdig", MOTHER);
    lives(child, "Velsen", "2026-01-01");
    lives(child, "Haarlem", "2026-01-01");

    assertThat(desk.read(child, NOW).municipality()).contains("Haarlem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "haarlem", "Dorpsstraat 12", "2011 AB", "*"})
  void an_address_or_a_misspelt_name_is_not_a_municipality(String name) throws Exception {
    var child = desk.child("kind-adres", "2018-05-01", "eenhoofdig", MOTHER);

    assertThat(Desk.fields(lives(child, name, "2026-01-01"))).containsExactly("gemeente.naam");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gisteren", "2028-01-01"})
  void a_day_that_does_not_exist_or_is_years_away_is_told(String from) throws Exception {
    var child = desk.child("kind-dag", "2018-05-01", "eenhoofdig", MOTHER);

    assertThat(Desk.fields(lives(child, "Haarlem", from))).containsExactly("gemeente.geldigVanaf");
  }
}
