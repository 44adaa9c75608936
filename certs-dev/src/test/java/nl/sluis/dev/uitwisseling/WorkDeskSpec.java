package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSignIn;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.boot.partner.WorkDesk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.werkplek.DraftCookie;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk of professionals as its own process would open it, beside a real gateway: who comes in,
/// with which function, how surely and for how long, and what each may open.
final class WorkDeskSpec {
  private static final Path MANUAL = Path.of("../docs/werkplek.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((?:GET|POST) /[^`]*)` \\| .* \\| ([^|]*) \\|$");
  private static final String SESSION = StaffSignIn.Desk.WERK.cookie();
  private static final String UPKEEP = "/werk/beheer";
  private static final String SURELY = SignedIn.Level.HOOG.acr();

  /// Looks after the desk and sees no child.
  private static final DevWorker KEEPER =
      new DevWorker(
          "beheerder van De Duinpieper",
          "999912069",
          "med-269",
          DevWorker.INTERN_BEGELEIDER.at(),
          "Basisschool De Duinpieper",
          List.of(new DevWorker.Function("beheerder", Set.of(Task.BEHEER))));

  private static TestGateway test;
  private static DevGateway gateway;
  private static DevWorkplace desk;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    desk =
        DevWorkplace.start(
            gateway, Stream.concat(DevWorker.ALL.stream(), Stream.of(KEEPER)).toList());
  }

  @AfterAll
  static void stop() throws IOException {
    desk.close();
    test.close();
  }

  @Test
  void a_professional_logs_in_at_the_own_provider_and_reads_for_whom_and_as_what_it_works() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var home = visit.get(WorkVisit.HOME);

      assertThat(WorkVisit.text(home)).contains("intern begeleider", "De Duinpieper");
      assertThat(WorkVisit.text(home)).doesNotContain("Hoe staat de werkplek ervoor");
      assertThat(home.body()).contains("href=\"/werk/acuut\"", "tel:112", "tel:08002000");
      assertThat(visit.browser().cookie(DraftCookie.NAME)).isPresent();
    }
  }

  @Test
  void who_has_two_functions_works_in_the_one_it_chose_and_the_former_secret_opens_nothing() {
    var both = DevWorker.TWEE_FUNCTIES;
    try (var visit = desk.nobody();
        var thief = desk.nobody()) {
      visit.arrive(visit.logIn(both, SURELY));
      var before = visit.browser().cookie(SESSION).orElseThrow();
      var unchosen = visit.get("/werk/opstellen");

      visit.arrive(
          visit.post("/werk/functie", Map.of("functie", both.role(both.functions().getLast()))));

      thief.browser().keep(SESSION, before);
      assertThat(SimulatedBrowser.to(unchosen)).hasPath(WorkVisit.HOME);
      assertThat(WorkVisit.text(visit.get(WorkVisit.HOME))).contains("als aandachtsfunctionaris");
      assertThat(WorkVisit.text(thief.open(WorkVisit.HOME))).contains("Aanmelden");
      assertThat(visit.post("/werk/functie", Map.of("functie", "00-cjg-coach")).status())
          .as("a function that the provider did not give")
          .isEqualTo(404);
    }
  }

  @Test
  void who_came_in_less_surely_shows_who_it_is_before_it_sends_and_goes_on_where_it_was() {
    var path = "/werk/opstellen/6f1c2f0e-6a0f-4d52-9c55-0e8a2f1f7d11/voorbeeld";
    try (var visit = desk.nobody()) {
      visit.arrive(visit.logIn(DevWorker.INTERN_BEGELEIDER, DevSignIn.SUBSTANTIAL));
      var draft = visit.browser().cookie(DraftCookie.NAME);
      var session = visit.browser().cookie(SESSION);

      var asked = visit.get(path);
      var sent = visit.post(path, Map.of());
      var page = visit.browser().follow(visit.get("/werk/bevestigen/begin"));
      var back = visit.browser().pick(page, DevWorker.INTERN_BEGELEIDER.number(), SURELY);
      var after = visit.browser().follow(back);

      assertThat(SimulatedBrowser.to(asked)).hasPath("/werk/bevestigen");
      assertThat(sent.status()).isEqualTo(422);
      assertThat(WorkVisit.text(sent)).contains("Laat eerst zien dat u het bent");
      assertThat(SimulatedBrowser.to(after)).hasPath(path);
      assertThat(visit.browser().cookie(DraftCookie.NAME)).isEqualTo(draft);
      assertThat(visit.browser().cookie(SESSION)).isNotEqualTo(session);
      assertThat(visit.get(path).headers().getOrDefault("location", ""))
          .doesNotContain("bevestigen");
    }
  }

  @Test
  void
      a_session_ends_after_a_quarter_of_an_hour_without_a_click_and_the_second_step_after_an_hour() {
    var begun = gateway.clock().instant();
    try (var visit = desk.visit(DevWorker.CJG_COACH)) {
      for (int minutes = 14; minutes < 64; minutes += 14) {
        gateway.clock().set(begun.plus(Duration.ofMinutes(minutes)));
        assertThat(visit.get(WorkVisit.HOME).status()).isEqualTo(200);
      }
      gateway.clock().set(begun.plus(Duration.ofMinutes(64)));
      var hour = visit.get("/werk/opstellen/6f1c2f0e-6a0f-4d52-9c55-0e8a2f1f7d11/voorbeeld");
      gateway.clock().set(begun.plus(Duration.ofMinutes(80)));
      var idle = visit.get("/werk/opstellen");

      assertThat(SimulatedBrowser.to(hour)).hasPath("/werk/bevestigen");
      assertThat(SimulatedBrowser.to(idle)).hasPath(WorkVisit.HOME);
      assertThat(visit.token()).isEmpty();
    }
  }

  @Test
  void who_logs_out_here_or_at_the_provider_is_out_and_here_its_drafts_are_too() {
    try (var here = desk.visit(DevWorker.CJG_COACH);
        var there = desk.visit(DevWorker.CJG_COACH)) {
      here.post("/werk/afmelden", Map.of());
      there.browser().get(URI.create(desk.provider().issuer() + "/uitloggen"));

      assertThat(here.browser().cookie(SESSION).orElse("")).isEmpty();
      assertThat(here.browser().cookie(DraftCookie.NAME).orElse("")).isEmpty();
      assertThat(there.token()).isEmpty();
    }
  }

  @Test
  void every_page_of_the_desk_stands_in_the_manual_with_who_may_open_it() throws IOException {
    var written = new TreeMap<String, String>();
    ROW.matcher(Files.readString(MANUAL))
        .results()
        .forEach(row -> written.put(row.group(1), row.group(2).strip()));

    assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(desk.desk().routes());
    for (var line : desk.desk().table()) {
      var route = line.route().replaceAll(":([a-z]+)", "{$1}");
      assertThat(written.get(route)).as(route).isEqualTo(words(line));
    }
  }

  private static String words(WorkPages.Line line) {
    return line.tasks().stream()
            .map(task -> "`" + task.word() + "`")
            .collect(Collectors.joining(", "))
        + (line.strong() ? ", sterk" : "");
  }

  @Test
  void a_page_that_is_no_task_of_a_function_is_as_a_page_that_is_nowhere() {
    for (var worker : List.of(KEEPER, DevWorker.AANDACHTSFUNCTIONARIS)) {
      try (var visit = desk.visit(worker)) {
        var may = worker.functions().getFirst().tasks();
        for (var line : desk.desk().table()) {
          var path =
              line.route()
                  .substring(line.route().indexOf('/'))
                  .replaceAll(":[a-z]+", "6f1c2f0e-6a0f-4d52-9c55-0e8a2f1f7d11");
          if (line.tasks().stream().noneMatch(may::contains)) {
            var answer =
                line.route().startsWith("GET ") ? visit.get(path) : visit.post(path, Map.of());
            assertThat(answer.status()).as(line.route()).isEqualTo(404);
            assertThat(WorkVisit.text(answer))
                .as(line.route())
                .contains("Deze bladzijde is er niet")
                .doesNotContain("De Duinpieper", "De Zeester");
          }
        }
      }
    }
  }

  @Test
  void who_looks_after_the_desk_reads_whether_sluis_knows_it_and_by_which_keys() {
    try (var visit = desk.visit(KEEPER)) {
      var page = visit.get(UPKEEP);

      assertThat(page.status()).isEqualTo(200);
      assertThat(WorkVisit.text(page)).contains("kent uw organisatie als partner");
      assertThat(WorkVisit.text(page)).contains(KEEPER.at().oin().value());
    }
  }

  @Test
  void a_page_loads_nothing_from_elsewhere_is_kept_nowhere_and_its_cookies_are_of_this_host() {
    try (var visit = desk.visit(KEEPER)) {
      var headers = visit.get(WorkVisit.HOME).headers();

      assertThat(headers.get("content-security-policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(headers).containsEntry("cache-control", "no-store");
      assertThat(headers.get("strict-transport-security")).contains("max-age=31536000");
      assertThat(SESSION).startsWith("__Host-");
    }
  }

  @Test
  void nobody_who_the_provider_gives_no_function_comes_in() {
    var stranger = "999912070";
    desk.provider().people().add("iemand zonder functie", stranger);
    try (var visit = desk.nobody()) {
      var page = visit.browser().follow(visit.get("/werk/aanmelden"));
      var answer = visit.browser().follow(visit.browser().pick(page, stranger, SURELY));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(WorkVisit.text(answer)).contains("Aanmelden lukte niet");
      assertThat(visit.browser().cookie(SESSION)).isEmpty();
    }
  }

  @Test
  void a_desk_of_which_the_keys_cannot_be_used_does_not_open() throws IOException {
    var folder = Files.createTempDirectory(gateway.site().folder(), "stuk");
    var text = Files.readString(settings()).replaceAll("sleutelmap: .*", "sleutelmap: nergens");
    var broken = Files.writeString(folder.resolve("werkplek.yaml"), text);

    var stopped = catchThrowable(() -> WorkDesk.open(broken, gateway.clock()).close());

    assertThat(stopped).hasMessageContaining("ondertekening.jwk.json");
  }

  private static Path settings() throws IOException {
    try (var files = Files.walk(gateway.site().folder(), 2)) {
      return files.filter(file -> file.endsWith("werkplek.yaml")).findFirst().orElseThrow();
    }
  }
}
