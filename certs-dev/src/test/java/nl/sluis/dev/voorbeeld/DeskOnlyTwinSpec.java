package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is served at the desk only has the account of somebody about whom little is recorded: on
/// every page, for every form, for every program, byte for byte (portals.md 3.3 and N11).
final class DeskOnlyTwinSpec {
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/mijn[^\"]*)\"");
  private static final Pattern OWN = Pattern.compile("name=\"bewijs\" value=\"[^\"]*\"");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "set-cookie");
  private static final int MOST = 150;

  private static final Map<String, String> BEFORE = new LinkedHashMap<>();
  private static final Map<String, String> AFTERWARDS = new LinkedHashMap<>();
  private static final Map<String, String> HIS = new LinkedHashMap<>();
  private static final Map<String, String> OF_HIS_TWIN = new LinkedHashMap<>();
  private static final Set<String> IDS = new LinkedHashSet<>();
  private static final List<String> HEARD = new ArrayList<>();
  private static final List<String> HEARD_BY_TWIN = new ArrayList<>();
  private static Optional<SimulatedBrowser> still = Optional.empty();
  private static TwinStory story;

  @BeforeAll
  static void a_father_is_served_at_the_desk_only_and_of_his_twin_nothing_is_recorded()
      throws IOException, SQLException {
    story = TwinStory.read("alleen-loket.yaml", DeskOnlyTwinSpec::look);
  }

  @AfterAll
  static void close() {
    still.ifPresent(SimulatedBrowser::close);
  }

  private static void look(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk ervoor" -> {
        var browser = loggedIn(scene, gateway, "sami");
        still = Optional.of(browser);
        BEFORE.putAll(reads(browser, Set.of("/mijn")));
        IDS.addAll(TwinFather.idsSeenBy(scene.person("sami", "vader")));
      }
      case "kijk aan het loket" -> {
        // In the session that was open all along.
        HIS.putAll(everything(still.orElseThrow()));
        try (var twin = loggedIn(scene, gateway, "lena")) {
          OF_HIS_TWIN.putAll(everything(twin));
        }
        HEARD.addAll(programs(TwinStory.father(scene)));
        HEARD_BY_TWIN.addAll(programs(TwinStory.twin(scene)));
      }
      default -> AFTERWARDS.putAll(reads(still.orElseThrow(), Set.of("/mijn")));
    }
  }

  /// What his own program hears: his lists, and whatever it tries with what it knew before.
  private static List<String> programs(TwinFather father) {
    var heard = new ArrayList<>(List.of(father.lists()));
    IDS.forEach(id -> heard.addAll(father.looksFor(id)));
    return heard;
  }

  private static SimulatedBrowser loggedIn(Scene scene, DevGateway gateway, String child) {
    var browser = SimulatedBrowser.at(gateway);
    assertThat(browser.logIn(scene.number(child, "vader")).status()).isEqualTo(303);
    return browser;
  }

  /// Every page to which a link leads, every page that he knew before, and every form of those.
  private static Map<String, String> everything(SimulatedBrowser browser) {
    var start = new LinkedHashSet<String>();
    start.add("/mijn");
    start.addAll(BEFORE.keySet());
    var seen = reads(browser, start);
    var token = browser.formToken("/mijn");
    for (var path : List.copyOf(seen.keySet())) {
      var form = Map.of("bewijs", token, "antwoord", "ja", "woord", "akkoord");
      seen.put("POST " + path, text(browser.post(path, form)));
    }
    return seen;
  }

  private static Map<String, String> reads(SimulatedBrowser browser, Collection<String> start) {
    var seen = new LinkedHashMap<String, String>();
    var next = new ArrayDeque<>(start);
    while (!next.isEmpty() && seen.size() < MOST) {
      var path = next.removeFirst();
      if (!seen.containsKey(path)) {
        var answer = browser.get(path);
        seen.put(path, text(answer));
        LINK.matcher(answer.body()).results().forEach(link -> next.add(link.group(1)));
      }
    }
    return seen;
  }

  private static String text(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    return answer.status() + " " + headers + "\n" + OWN.matcher(answer.body()).replaceAll("bewijs");
  }

  @Test
  void the_story_is_told_whole_and_its_logbook_holds() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void before_and_afterwards_there_is_something_to_see() {
    for (var pages : List.of(BEFORE, AFTERWARDS)) {
      assertThat(pages).hasSizeGreaterThan(10);
      assertThat(String.join("\n", pages.values()))
          .contains("CJG Kennemerland", "De Duinpieper", "/mijn/toestemmingen/");
    }
  }

  @Test
  void every_page_and_every_form_answers_as_to_somebody_about_whom_little_is_recorded() {
    assertThat(HIS.keySet()).isEqualTo(OF_HIS_TWIN.keySet());
    HIS.forEach((path, page) -> assertThat(page).as(path).isEqualTo(OF_HIS_TWIN.get(path)));
    assertThat(HIS.keySet()).anyMatch(path -> path.startsWith("POST /mijn/toestemmingen/"));
    assertThat(HIS.values()).noneMatch(page -> page.startsWith("5"));
  }

  @Test
  void nothing_of_before_is_left_on_any_page() {
    assertThat(String.join("\n", HIS.values())).doesNotContain("CJG Kennemerland", "De Duinpieper");
  }

  @Test
  void a_program_of_his_own_hears_the_same_also_about_what_it_knew() {
    assertThat(IDS).isNotEmpty();
    assertThat(HEARD).hasSizeGreaterThan(10).isEqualTo(HEARD_BY_TWIN);
  }
}
