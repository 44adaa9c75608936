package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSignIn;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.werkplek.WorkPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever stole the session of a professional is that professional, for as long as it lasts, and
/// nobody else: not in another function, not of another organisation, and nowhere in a list of
/// children. Every page of the desk is tried, those that come later by themselves too.
final class StolenSessionSpec {
  private static final Path STORY = Path.of("src/test/resources/werkplek/gestolen.yaml");

  private static final Pattern NUMBER =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /// With a number that was never given out, there is no such page for anybody.
  private static final String NOWHERE = "/werk/opstellen/";

  private static final String COOKIE = StaffSignIn.Desk.WERK.cookie();

  /// What somebody can put in a hidden field who would rather be somebody else.
  private static final Map<String, String> PRETENDED =
      Map.ofEntries(
          Map.entry("functie", "CJG-coach"),
          Map.entry("rol", "cjg-coach"),
          Map.entry("oin", "00000099000000101000"),
          Map.entry("van", "00000099000000101000"),
          Map.entry("namens", "00000099000000101000"),
          Map.entry("organisatie", "CJG Kennemerland"),
          Map.entry("handelend", "coach-1"),
          Map.entry("iss", "00000099000000101000"),
          Map.entry("jti", "gekozen-door-een-dief-0001"));

  /// May do everything, at a school that has nothing to do with the child.
  private static final DevWorker STRANGER =
      new DevWorker(
          "intern begeleider van De Zeester",
          "999912057",
          "med-257",
          DevWorker.AANDACHTSFUNCTIONARIS.at(),
          "Basisschool De Zeester",
          List.of(DevWorker.Function.of("intern begeleider")));

  private static final DevPostgres POSTGRES = DevPostgres.shared();

  /// What only its own organisation may find, by what it is.
  private static final Map<String, String> HERS = new LinkedHashMap<>();

  private static DevGateway gateway;
  private static DevWorkplace desk;

  @BeforeAll
  static void a_parcel_waits_and_everybody_can_log_in() throws IOException {
    var scenario = Foreword.read(Files.readString(STORY));
    var site = DevSite.temporary(scenario.start());
    gateway = DevGateway.start(site, POSTGRES.fresh(), DevGateway.Ports.ANY);
    desk =
        DevWorkplace.start(
            gateway, Stream.concat(DevWorker.ALL.stream(), Stream.of(STRANGER)).toList());
    Foreword.on(gateway, scenario, StolenSessionSpec::remember);
    assertThat(HERS.values()).hasSize(5).noneMatch(String::isEmpty);
  }

  private static void remember(String label, Scene scene) {
    if (label.equals("code")) {
      var waiting = PostbusActions.listing(scene, new PartyAs("cjg", "cjg-coach")).json();
      HERS.put("pakket", waiting.path("pakketten").path(0).path("id").asText());
      HERS.put("transactie", scene.seen("wacht").text("transactie"));
      HERS.put("overleg", scene.seen("tafel").text("id"));
      HERS.put(
          "koppelcode", scene.reference("sami", "school", "koppelcode").path("waarde").asText());
      HERS.put(
          "kenmerk", scene.reference("sami", "school", "eigen-kenmerk").path("waarde").asText());
    }
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static String hers(String what) {
    return Objects.requireNonNull(HERS.get(what), what);
  }

  private static List<WorkPages.Line> table() {
    return desk.desk().table();
  }

  private static String path(WorkPages.Line line, String id) {
    return line.route().substring(line.route().indexOf('/')).replaceAll(":\\w+", id);
  }

  private static boolean isForm(WorkPages.Line line) {
    return line.route().startsWith("POST ");
  }

  private static Answer open(WorkVisit visit, WorkPages.Line line, String id) {
    return open(visit, line, id, isForm(line) ? visit.token() : "");
  }

  private static Answer open(WorkVisit visit, WorkPages.Line line, String id, String token) {
    var path = path(line, id);
    if (!isForm(line)) {
      return visit.get(path);
    }
    var fields = new LinkedHashMap<>(everything(id));
    fields.put(WorkVisit.TOKEN, token);
    return visit.browser().post(path, fields);
  }

  /// A form with this in every field that could name something.
  private static Map<String, String> everything(String id) {
    var fields = new LinkedHashMap<String, String>();
    for (var name : List.of("id", "pakket", "transactie", "overleg", "kenmerk", "code", "door")) {
      fields.put(name, id);
    }
    return fields;
  }

  /// The browser of a thief who has the cookie of this session and nothing else.
  private static WorkVisit thiefOf(WorkVisit victim) {
    var thief = desk.nobody();
    thief.browser().keep(COOKIE, victim.browser().cookie(COOKIE).orElseThrow());
    return thief;
  }

  /// What of an answer may not differ: everything but what was asked for and the word of the form.
  private static String plain(Answer answer, String asked) {
    return answer.status()
        + " "
        + answer.headers().getOrDefault("location", "").replace(asked, "~")
        + " "
        + answer
            .body()
            .replace(asked, "~")
            .replaceAll("name=\"bewijs\" value=\"[^\"]*\"", "bewijs");
  }

  /// What somebody did; signals come by themselves, when it is time.
  private static List<String> rowsSince(long from) {
    return gateway.logbook().kinds(from).stream().filter(kind -> !kind.equals("signaal")).toList();
  }

  @Test
  void who_is_not_logged_in_opens_no_page_and_sends_no_form() {
    var before = gateway.logbook().end();
    try (var nobody = desk.nobody()) {
      for (var line : table()) {
        var answer = open(nobody, line, hers("pakket"));

        assertThat(answer.status()).as(line.route()).isEqualTo(isForm(line) ? 422 : 303);
        assertThat(answer.body()).as(line.route()).doesNotContain("Duinpieper", "Zeester");
      }
    }
    assertThat(rowsSince(before)).isEmpty();
  }

  @Test
  void a_form_with_the_word_of_another_session_or_with_none_or_from_elsewhere_does_nothing() {
    var before = gateway.logbook().end();
    try (var one = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var other = desk.visit(DevWorker.CJG_COACH)) {
      for (var line : table()) {
        if (isForm(line)) {
          var path = path(line, hers("pakket"));
          var fields = new LinkedHashMap<>(everything(hers("pakket")));
          assertThat(one.browser().post(path, fields).status()).as(line.route()).isEqualTo(422);
          fields.put(WorkVisit.TOKEN, other.token());
          assertThat(one.browser().post(path, fields).status()).as(line.route()).isEqualTo(422);
          assertThat(one.browser().postFromElsewhere(path, fields).status())
              .as(line.route())
              .isEqualTo(403);
        }
      }
    }
    assertThat(rowsSince(before)).isEmpty();
  }

  @Test
  void what_is_of_another_organisation_is_answered_as_what_is_not_there() {
    var before = gateway.logbook().end();
    try (var victim = desk.visit(STRANGER);
        var thief = thiefOf(victim)) {
      var token = thief.token();
      for (var line : table()) {
        for (var one : HERS.entrySet()) {
          if (line.route().contains(":")
              ? NUMBER.matcher(one.getValue()).matches()
              : isForm(line)) {
            var nothing = like(one.getValue());
            var hers = plain(open(thief, line, one.getValue(), token), one.getValue());

            assertThat(hers)
                .as("%s with %s", line.route(), one.getKey())
                .isEqualTo(plain(open(thief, line, nothing, token), nothing));
          }
        }
      }
    }
    assertThat(rowsSince(before)).isSubsetOf("geweigerd");
  }

  /// As long, and in the same letters, but of nothing.
  private static String like(String name) {
    return NUMBER.matcher(name).matches()
        ? UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()
        : new StringBuilder(name).reverse().toString();
  }

  @Test
  void a_function_opens_its_own_tasks_and_finds_that_everything_else_is_not_there() {
    var before = gateway.logbook().end();
    try (var visit = desk.visit(DevWorker.AANDACHTSFUNCTIONARIS);
        var other = desk.visit(STRANGER);
        var thief = thiefOf(visit)) {
      var tasks = DevWorker.AANDACHTSFUNCTIONARIS.functions().getFirst().tasks();
      var nowhere = other.get(NOWHERE + UUID.randomUUID());
      assertThat(nowhere.status()).isEqualTo(404);
      var closed =
          table().stream()
              .filter(line -> line.tasks().stream().noneMatch(tasks::contains))
              .toList();
      for (var line : closed) {
        var answer = open(thief, line, UUID.randomUUID().toString());
        assertThat(answer.status()).as(line.route()).isEqualTo(404);
        assertThat(answer.body()).as(line.route()).isEqualTo(nowhere.body());
      }
      assertThat(table().size()).isGreaterThan(closed.size());
    }
    assertThat(rowsSince(before)).isEmpty();
  }

  @Test
  void who_showed_less_surely_who_it_is_opens_and_sends_nothing_that_asks_for_more() {
    var before = gateway.logbook().end();
    try (var visit = desk.nobody()) {
      visit.arrive(visit.logIn(STRANGER, DevSignIn.SUBSTANTIAL));
      for (var line : table().stream().filter(WorkPages.Line::strong).toList()) {
        var answer = open(visit, line, UUID.randomUUID().toString());
        if (isForm(line)) {
          assertThat(answer.status()).as(line.route()).isEqualTo(422);
        } else {
          assertThat(answer.headers().get("location")).as(line.route()).endsWith("/bevestigen");
        }
      }
    }
    assertThat(rowsSince(before)).isEmpty();
  }

  @Test
  void a_stolen_session_cannot_choose_a_function_that_its_owner_was_not_given() {
    var coach = DevWorker.CJG_COACH;
    try (var victim = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var thief = thiefOf(victim)) {
      var asked = Map.of("functie", coach.role(coach.functions().getFirst()));

      assertThat(thief.post(WorkVisit.HOME + "/functie", asked).status()).isEqualTo(404);
      assertThat(WorkVisit.text(thief.get(WorkVisit.HOME))).contains("Duinpieper");
    }
  }

  @Test
  void when_its_owner_leaves_a_stolen_session_is_over_everywhere() {
    try (var victim = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var thief = thiefOf(victim)) {
      assertThat(thief.token()).isNotEmpty();

      victim.post(WorkVisit.HOME + "/afmelden", Map.of());

      assertThat(thief.token()).isEmpty();
    }
  }

  @Test
  void no_page_that_can_be_reached_lists_a_child_or_what_would_find_one() {
    for (var worker : List.of(DevWorker.INTERN_BEGELEIDER, DevWorker.CJG_COACH, STRANGER)) {
      try (var victim = desk.visit(worker);
          var thief = thiefOf(victim)) {
        var pages = DeskCrawl.from(thief);
        assertThat(pages).as(worker.title()).hasSizeGreaterThan(1);
        pages.forEach(
            (path, text) ->
                assertThat(text)
                    .as("%s for %s", path, worker.title())
                    .doesNotContain(HERS.get("kenmerk"), HERS.get("koppelcode"))
                    .doesNotContainIgnoringCase("sami"));
      }
    }
  }

  @Test
  void no_hidden_field_says_for_whom_or_as_what_or_under_which_number_is_sent() {
    try (var victim = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var thief = thiefOf(victim)) {
      var forms = new ArrayList<PageForm>();
      DeskCrawl.from(thief).values().forEach(page -> forms.addAll(PageForm.all(page)));
      var hidden = new TreeSet<String>();
      var read = new LinkedHashSet<String>();
      for (var form : forms) {
        hidden.addAll(form.hidden());
        read.addAll(form.names());
      }

      // then no form has such a field in the first place, but for the choice among one's own
      assertThat(Set.copyOf(hidden)).doesNotContainAnyElementsOf(PRETENDED.keySet());
      assertThat(read).doesNotContainAnyElementsOf(List.of("van", "namens", "oin", "iss", "jti"));
    }
  }
}
