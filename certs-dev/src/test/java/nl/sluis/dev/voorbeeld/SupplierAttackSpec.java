package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One supplier acts for three schools over one connection, and the mandate of one is never a key
/// to another (design 10.4): every path for partners is tried in the name of a school that took her
/// mandate back.
final class SupplierAttackSpec {
  private static final Path STORY =
      Path.of("src", "test", "resources", "aanval", "leverancier.yaml");

  /// What is about no organisation, or about whoever calls and nobody else: whoever has a
  /// certificate hears the same, or its own.
  private static final Set<String> OF_NOBODY =
      Set.of(
          "POST /v1/token",
          "GET /v1/sleutels",
          "GET /v1/gezondheid",
          "GET /v1/logboek/checkpoint",
          "GET /v1/openapi.json",
          "GET /v1/openapi.yaml",
          "GET /v1/convenanten",
          "GET /v1/convenanten/{id}/versies/{versie}/handtekeningen",
          "GET /v1/controlebeleid",
          "GET /v1/adresboek",
          "GET /v1/meldcodeformulieren/{rol}",
          "POST /v1/meldcodeformulieren/{rol}/controles",
          "GET /v1/contactpunten",
          "POST /v1/logboek/processing-activities",
          "GET /v1/logs");

  /// Messages, which are signed and say themselves in whose name: the story sends them.
  private static final Set<String> MESSAGES =
      Set.of("POST /v1/berichten", "POST /v1/acute-meldingen");

  private static final Map<String, SupplierAttack.Tried> TRIED = new LinkedHashMap<>();
  private static final Set<String> HERS = new TreeSet<>();
  private static final List<String> ROWS = new ArrayList<>();
  private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();

  private static Verdict verdict;
  private static DevGateway gateway;

  @BeforeAll
  static void a_supplier_tries_everything_in_the_name_of_a_school_that_stopped_it()
      throws IOException {
    var scenario = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read(STORY);
    var site = DevSite.temporary(scenario.start());
    gateway = DevGateway.start(site, DevPostgres.shared().fresh(), DevGateway.Ports.ANY);
    var report = new Report(new PrintStream(TOLD, true, StandardCharsets.UTF_8));
    verdict =
        new Runner(gateway, report)
            .play(
                scenario,
                (label, scene) -> {
                  if (label.equals("aanval")) {
                    attack(scene);
                  }
                });
  }

  private static void attack(Scene scene) {
    try {
      HERS.addAll(SupplierAttack.of(scene));
      var outcome = SupplierAttack.all(scene, routes());
      TRIED.putAll(outcome.tried());
      ROWS.addAll(outcome.rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> routes() {
    var routes = new TreeSet<String>();
    gateway.routes().stream()
        .filter(route -> route.contains(" /v1/"))
        .filter(route -> !OF_NOBODY.contains(route) && !MESSAGES.contains(route))
        .forEach(routes::add);
    return routes;
  }

  @AfterAll
  static void the_logbook_is_whole() {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void as_long_as_a_school_lets_it_a_supplier_does_what_she_does_and_then_no_more() {
    assertThat(verdict.differences()).as(TOLD.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void nothing_of_a_school_that_took_her_mandate_back_is_done_or_told() {
    assertThat(TRIED).hasSizeGreaterThan(80);
    TRIED.forEach(
        (route, tried) -> {
          var body = tried.supplier().body();
          assertThat(HERS).as(route + body).noneMatch(body::contains);
          if (route.startsWith("POST")) {
            assertThat(tried.supplier().status()).as(route + body).isBetween(400, 404);
          }
        });
  }

  @Test
  void about_what_is_there_it_hears_what_it_hears_about_nothing() {
    var differs = new TreeMap<String, String>();
    TRIED.forEach(
        (route, tried) -> {
          var there = tried.supplier();
          var nothing = tried.nothing();
          if (tried.named()
              && (there.status() != nothing.status()
                  || !SupplierAttack.plain(there).equals(SupplierAttack.plain(nothing)))) {
            differs.put(route, there.body() + " and not " + nothing.body());
          }
        });

    assertThat(differs).isEmpty();
  }

  @Test
  void what_it_tries_leaves_nothing_behind() {
    assertThat(ROWS).isEmpty();
  }

  @Test
  void the_school_herself_finds_what_it_looked_for() {
    var found =
        TRIED.entrySet().stream()
            .filter(one -> one.getKey().startsWith("GET"))
            .filter(one -> one.getValue().herself().status() == 200)
            .filter(one -> HERS.stream().anyMatch(one.getValue().herself().body()::contains))
            .map(Map.Entry::getKey)
            .toList();
    var differs =
        TRIED.values().stream()
            .filter(one -> one.herself().status() != one.supplier().status())
            .count();

    assertThat(found)
        .contains(
            "GET /v1/postbus",
            "GET /v1/rechtzettingen",
            "GET /v1/retouren",
            "GET /v1/taken",
            "GET /v1/terugroepingen/{id}");
    assertThat(differs).isGreaterThan(40);
  }
}
