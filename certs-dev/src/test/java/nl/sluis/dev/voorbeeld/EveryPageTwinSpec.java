package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.rig.DatabaseLine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// From whom something is hidden, that person opens every page and every download that the router
/// has, and finds what somebody finds at whose child it never was: byte for byte, with the same
/// headers, in the same order, and after as many statements (portals.md 3.3; domain 2.7 and 2.8).
///
/// Hidden are a question, a text to read and an exchange, what the other parent said and read,
/// everything about a sister, and what a youth of sixteen chose. A page that is added is opened by
/// itself, and one to which nothing leads fails here.
final class EveryPageTwinSpec {
  private static final Map<String, String> TWINS = new LinkedHashMap<>();
  private static final Map<String, List<TwinVisitor.Seen>> SEEN = new LinkedHashMap<>();
  private static final List<String> WRONG = new ArrayList<>();
  private static final Set<String> KINDS = new TreeSet<>();
  private static final Set<String> ELSEWHERE = new LinkedHashSet<>();
  private static final Set<String> ALL = new TreeSet<>();

  /// The twins, and those whom the fathers of two of them let read along.
  private static final Map<String, String> VIEWERS = new LinkedHashMap<>();

  static {
    TWINS.put("sami", "lena");
    TWINS.put("daan", "evi");
    VIEWERS.putAll(TWINS);
    VIEWERS.put("helper bij sami", "helper bij lena");
  }

  // Every page of four families, and all that leads there.
  @BeforeAll
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  static void four_families_live_through_the_story() throws IOException {
    var file = "bladzijden.yaml";
    var text = Files.readString(Path.of("src/test/resources/tweeling", file));
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read(file, 1, text);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var postgres = DevPostgres.shared();
        var line = DatabaseLine.to(postgres.fresh());
        var gateway =
            DevGateway.start(
                DevSite.temporary(scenario.start()), line.database(), DevGateway.Ports.ANY)) {
      PageRoute.of(gateway).forEach(route -> ALL.add(route.path()));
      var verdict =
          new Runner(gateway, new Report(out))
              .play(
                  scenario,
                  (label, scene) -> {
                    if (label.equals("kijk")) {
                      TWINS.forEach((one, other) -> look(gateway, line, scene, one, other));
                      help(gateway, line, scene, "sami");
                      help(gateway, line, scene, "lena");
                    }
                  });
      WRONG.addAll(verdict.differences());
      WRONG.addAll(gateway.checkLogbook());
    }
  }

  private static void look(
      DevGateway gateway, DatabaseLine line, Scene scene, String one, String other) {
    try (var hidden = new TwinVisitor(gateway, line, scene.number(one, "vader"));
        var never = new TwinVisitor(gateway, line, scene.number(other, "vader"));
        var mother = new TwinVisitor(gateway, line, scene.number(one, "moeder"))) {
      SEEN.put(one, hidden.visits(true));
      SEEN.put(other, never.visits(true));
      SEEN.put("moeder van " + one, mother.visits(false));
      for (var visitor : List.of(hidden, never, mother)) {
        KINDS.addAll(visitor.kinds());
      }
      var own = hidden.opened();
      mother.opened().stream()
          .filter(path -> !own.contains(path))
          .map(hidden::answerAt)
          .forEach(ELSEWHERE::add);
    }
  }

  private static void help(DevGateway gateway, DatabaseLine line, Scene scene, String child) {
    try (var helper = new TwinVisitor(gateway, line, scene.number(child, "tante"))) {
      SEEN.put("helper bij " + child, helper.visits(true));
      KINDS.addAll(helper.kinds());
    }
  }

  @Test
  void the_story_is_told_whole() {
    assertThat(WRONG).isEmpty();
  }

  @Test
  void every_page_and_every_download_that_the_router_has_is_opened() {
    assertThat(KINDS).isEqualTo(ALL);
  }

  @Test
  void both_viewers_find_the_same_byte_for_byte_on_every_page_and_in_every_download() {
    VIEWERS.forEach(
        (one, other) -> {
          var hidden = said(one);
          var never = said(other);
          // Line by line first: what differs is shown where it does.
          var lines = lines(hidden);
          var others = lines(never);
          for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            assertThat(lines.get(i)).as(one + ", line " + i).isEqualTo(others.get(i));
          }
          assertThat(hidden).as(one).isEqualTo(never);
        });
  }

  private static List<String> lines(List<String> pages) {
    return pages.stream().flatMap(String::lines).toList();
  }

  private static List<String> said(String who) {
    return SEEN.getOrDefault(who, List.of()).stream().map(TwinVisitor.Seen::said).toList();
  }

  @Test
  void both_viewers_have_as_many_statements_asked_of_the_database_for_every_page() {
    VIEWERS.forEach(
        (one, other) -> assertThat(statements(one)).as(one).isEqualTo(statements(other)));
  }

  private static List<String> statements(String who) {
    return SEEN.getOrDefault(who, List.of()).stream()
        .map(seen -> seen.statements() + " " + seen.route())
        .toList();
  }

  @Test
  void what_a_viewer_finds_is_not_nothing_and_what_is_hidden_is_there_for_somebody_else() {
    assertThat(String.join("\n", said("sami")))
        .contains("Socius", "Kanaalmond College", "dpv:ConsentReceipt", "kreeg gegevens van")
        .doesNotContain("CJG IJmond", "Stuwal College");
    assertThat(String.join("\n", said("helper bij sami")))
        .contains("Socius", "GGD Kennemerland")
        .doesNotContain("CJG IJmond", "Stuwal College", "dpv:ConsentReceipt");
    assertThat(String.join("\n", said("moeder van sami")))
        .contains("CJG IJmond", "Stuwal College", "Bel mij liever.");
    assertThat(String.join("\n", said("daan"))).doesNotContain("Socius");
    assertThat(String.join("\n", said("moeder van daan"))).contains("Socius");
  }

  @Test
  void at_the_address_of_another_there_is_what_is_not_there() {
    assertThat(ELSEWHERE).hasSize(1).allMatch(page -> page.startsWith("404 "));
  }
}
