package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.keys.Stolen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// With the full database and any one secret, nobody learns which organisations know a child
/// (design 10.20); with two that belong together somebody does, so that the attack can succeed.
final class OperatorBlindSpec {
  private static final Path STORY =
      Path.of("src", "test", "resources", "beheerder", "wie-kent-dit-kind.yaml");
  private static final String SCHOOL = "00000099000000201000";
  private static final String CJG = "00000099000000302000";
  private static final String LEERPLICHT = "00000099000000101000";
  private static final String VEILIG_THUIS = "00000099000000401000";
  private static final String NUMBER = "999990019";
  private static final LocalDate BORN = LocalDate.parse("2016-03-14");

  private static final List<String> WRONG = new ArrayList<>();
  private static final List<String> REFERENCES = new ArrayList<>(List.of(NUMBER));
  private static List<Stolen> secrets;
  private static final Map<String, Thief.Loot> WITH_ONE = new LinkedHashMap<>();
  private static Thief thief;

  @BeforeAll
  static void a_child_is_known_to_four_organisations() throws Exception {
    var scenario = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read(STORY);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var site = DevSite.temporary(scenario.start());
    try (var postgres = DevPostgres.temporary();
        var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
        var owner = gateway.database().owner()) {
      WRONG.addAll(
          new Runner(gateway, new Report(out))
              .play(scenario, (_, scene) -> listen(scene))
              .differences());
      secrets = Stolen.all(site.keys(), site.keyFolder(), site.keyEncryptionKey());
      thief = new Thief(DatabaseCopy.of(owner), new Thief.Outsider(REFERENCES, words()));
      secrets.forEach(one -> WITH_ONE.put(one.name(), thief.tries(one)));
    }
  }

  private static void listen(Scene scene) {
    for (var party : List.of("school", "cjg")) {
      var word = scene.reference("sami", party, "eigen-kenmerk").path("waarde").asText();
      if (!REFERENCES.contains(word)) {
        REFERENCES.add(word);
      }
    }
  }

  /// Its names, its birth date, and the days on which it comes to an age or is told that it will.
  private static List<String> words() {
    var days =
        Stream.of(0, 12, 16, 18)
            .map(BORN::plusYears)
            .flatMap(day -> Stream.of(0, 7, 30, 90).map(day::minusDays))
            .map(LocalDate::toString);
    return Stream.of(REFERENCES.stream(), days, Stream.of("Duinroosje")).flatMap(w -> w).toList();
  }

  private static Stolen secret(String start) {
    return secrets.stream().filter(one -> one.name().startsWith(start)).findFirst().orElseThrow();
  }

  private static List<Stolen> secretsIn(String folder) {
    return secrets.stream().filter(one -> one.name().startsWith(folder)).toList();
  }

  @Test
  void the_story_is_told_whole_and_fills_the_vault() {
    assertThat(WRONG).isEmpty();
    assertThat(secrets)
        .extracting(Stolen::name)
        .contains("kek", "hmac/1", "vast/verwijzing-1", "vast/gegeven-1", "vast/wachtend-1")
        .contains("onderteken/token", "onderteken/binding", "onderteken/logboek");
    assertThat(secretsIn("betrokkene/")).hasSizeGreaterThan(3);
    assertThat(secretsIn("tijdvak/bewaar-")).isNotEmpty();
    assertThat(secretsIn("tijdvak/pakket-")).isNotEmpty();
  }

  @Test
  void who_has_the_whole_database_and_no_secret_finds_no_organisation_of_the_child() {
    assertThat(thief.tries().organisations()).isEmpty();
  }

  @Test
  void who_has_any_one_secret_besides_finds_no_organisation_of_the_child() {
    assertThat(WITH_ONE).hasSize(secrets.size());
    WITH_ONE.forEach((name, loot) -> assertThat(loot.organisations()).as(name).isEmpty());
  }

  @Test
  void one_secret_opens_nothing_but_rows_of_the_logbook_that_are_about_nobody() {
    WITH_ONE.forEach(
        (name, loot) ->
            assertThat(loot.opened())
                .as(name)
                .isSubsetOf(name.startsWith("tijdvak/bewaar-") ? Set.of("logbook_row") : Set.of()));
  }

  @Test
  void both_keys_of_references_together_find_them() {
    var loot = thief.tries(secret("hmac/1"), secret("vast/verwijzing-1"));

    assertThat(loot.organisations()).contains(SCHOOL, CJG, LEERPLICHT, VEILIG_THUIS);
  }

  @Test
  void the_key_of_the_child_and_that_of_facts_together_find_them() {
    var found = new TreeSet<String>();
    for (var one : secretsIn("betrokkene/")) {
      found.addAll(thief.tries(one, secret("vast/gegeven-1")).organisations());
    }

    assertThat(found).contains(SCHOOL, CJG, LEERPLICHT, VEILIG_THUIS);
  }

  @Test
  void the_key_of_an_hour_and_that_of_what_waits_together_find_them() {
    var found = new TreeSet<String>();
    for (var one : secretsIn("tijdvak/pakket-")) {
      found.addAll(thief.tries(one, secret("vast/wachtend-1")).organisations());
    }

    assertThat(found).contains(SCHOOL, CJG, LEERPLICHT, VEILIG_THUIS);
  }

  @Test
  void the_key_of_a_person_and_that_of_a_month_together_open_rows_about_that_person() {
    var opened = new TreeSet<String>();
    for (var one : secretsIn("betrokkene/")) {
      for (var month : secretsIn("tijdvak/bewaar-")) {
        opened.addAll(thief.tries(one, month).opened());
      }
    }

    assertThat(opened).contains("logbook_row");
  }

  /// What is not closed (ADR 0023): a child's id is random, but it stands beside organisations.
  @Test
  void what_is_left_is_that_who_knows_enough_organisations_of_a_child_finds_the_others() {
    assertThat(thief.besides(Set.of(SCHOOL))).isEmpty();

    assertThat(thief.besides(Set.of(SCHOOL, CJG, LEERPLICHT))).contains(VEILIG_THUIS);
  }
}
