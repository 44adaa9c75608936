package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPost;
import nl.sluis.dev.partner.DevPost.Mood;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A mail is never lost and goes twice at most, whatever the mail server does: over TLS from the
/// first byte here, to one mother who asks for codes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class MailFaultsSpec {
  private static final String STORY =
      """
      titel: Een moeder met een plek
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, gezag: eenhoofdig, houders: [moeder], bekend bij: school als school-administratie}
      stappen:
        - stap: brief
          stuur brief: {door: school als school-ib, persoon: moeder, over: sami}
        - voer code in: {persoon: moeder, over: sami, brief: brief}
          verwacht: {status: 201}
        - stuur verzoek: {van: school als school-ib, ontvangers: [cjg als cjg-coach], doel: kernteam-casusoverleg, over: sami, categorieen: [K01, K09]}
          verwacht: {status: 201}
      """;
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  private static DevPostgres postgres;
  private static DevSite site;
  private static DevPost post;
  private static DevGateway gateway;
  private static String mother = "";

  @BeforeAll
  static void start() throws Exception {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, STORY);
    site = DevSite.temporary(scenario.start());
    post = DevPost.start(site, true);
    postgres = DevPostgres.shared();
    gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var verdict =
        new Runner(gateway, new Report(out))
            .play(scenario, (_, scene) -> mother = scene.number("sami", "moeder"));
    assertThat(verdict.differences()).isEmpty();
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    post.close();
    postgres.close();
  }

  private static int asked(String form, Map<String, String> fields) {
    try (var browser = SimulatedBrowser.at(gateway)) {
      assertThat(browser.logIn(mother).status()).isEqualTo(303);
      var all = new HashMap<>(fields);
      all.put("bewijs", browser.formToken("/mijn/bereik"));
      return browser.post(form, all).status();
    }
  }

  private static String page() {
    try (var browser = SimulatedBrowser.at(gateway)) {
      assertThat(browser.logIn(mother).status()).isEqualTo(303);
      return browser.get("/mijn/bereik").body();
    }
  }

  private static List<DevPost.Mail> after(Duration time) {
    int before = post.mails().size();
    gateway.moveClock(site.clock().instant().plus(time));
    assertThat(gateway.runHousekeeping()).isTrue();
    return post.mails().subList(before, post.mails().size());
  }

  @Test
  @Order(1)
  void what_the_server_cannot_take_now_waits_and_goes_later_also_after_a_restart() {
    post.is(Mood.BUSY);
    assertThat(asked("/mijn/bereik", Map.of("kanaal", "e-mail", "adres", "anna@post.example")))
        .isEqualTo(303);
    assertThat(after(Duration.ZERO)).isEmpty();
    post.is(Mood.TAKES);
    assertThat(after(Duration.ofMinutes(1))).as("not before its time").isEmpty();
    gateway.restart();
    assertThat(after(Duration.ofMinutes(5))).hasSize(1).allMatch(DevPost.Mail::encrypted);
  }

  @Test
  @Order(2)
  void when_the_answer_of_the_server_is_lost_the_same_mail_goes_once_more_and_no_other() {
    assertThat(asked("/mijn/bereik", Map.of("kanaal", "e-mail", "adres", "anna@post.example")))
        .isEqualTo(303);
    post.is(Mood.FALLS_SILENT);
    var first = after(Duration.ZERO);
    post.is(Mood.TAKES);
    var second = after(Duration.ofMinutes(6));
    var third = after(Duration.ofMinutes(30));

    assertThat(first).hasSize(1);
    assertThat(second).hasSize(1);
    assertThat(third).isEmpty();
    assertThat(second.getFirst().header("message-id"))
        .isNotEmpty()
        .isEqualTo(first.getFirst().header("message-id"));
    var body = second.getFirst().text();
    var code = CODE.matcher(body.substring(body.indexOf("\n\n"))).results().findFirst();
    assertThat(asked("/mijn/bereik/code", Map.of("code", code.orElseThrow().group())))
        .isEqualTo(303);
    assertThat(page()).contains("U krijgt een e-mail");
  }

  @Test
  @Order(3)
  void an_address_is_tried_three_times_a_day_so_that_nobody_is_flooded_from_here() {
    assertThat(asked("/mijn/bereik", Map.of("kanaal", "e-mail", "adres", "ander@post.example")))
        .isEqualTo(303);
    assertThat(asked("/mijn/bereik", Map.of("kanaal", "e-mail", "adres", "nog@post.example")))
        .isEqualTo(422);
    assertThat(
            asked(
                "/mijn/bereik",
                Map.of("kanaal", "e-mail", "adres", "a@b.example\r\nBcc: c@d.example")))
        .isEqualTo(422);
  }

  @Test
  @Order(4)
  void a_mailbox_that_is_not_there_makes_the_way_fail_and_the_page_says_so() {
    post.is(Mood.KNOWS_NOBODY);
    gateway.moveClock(Instant.parse("2026-11-24T15:59:00Z"));
    assertThat(after(Duration.ZERO)).isEmpty();
    post.is(Mood.TAKES);

    assertThat(page()).contains("Ons laatste bericht kwam niet aan").doesNotContain("post.example");
    assertThat(after(Duration.ofDays(1))).as("nothing goes to a dead mailbox").isEmpty();
  }

  @Test
  @Order(5)
  void the_whole_logbook_holds_and_names_no_address() {
    assertThat(gateway.checkLogbook()).isEmpty();
    var rows =
        gateway.logbook().rows().stream()
            .flatMap(row -> row.detail().stream())
            .map(Object::toString)
            .toList();
    assertThat(rows).anyMatch(row -> row.contains("\"verstuurd\""));
    assertThat(rows).anyMatch(row -> row.contains("\"mislukt\""));
    assertThat(rows).noneMatch(row -> row.contains("post.example"));
  }

  @Test
  @Order(6)
  void to_a_server_that_offers_no_tls_nothing_is_said() throws Exception {
    try (var open = DevPost.start(site, false)) {
      gateway.restart();
      open.is(Mood.WITHOUT_TLS);
      assertThat(asked("/mijn/bereik", Map.of("kanaal", "e-mail", "adres", "anna@post.example")))
          .isEqualTo(303);
      assertThat(after(Duration.ZERO)).isEmpty();
      assertThat(open.mails()).isEmpty();
      open.is(Mood.TAKES);
      assertThat(after(Duration.ofMinutes(6))).isEmpty();
      assertThat(open.mails()).hasSize(1).allMatch(DevPost.Mail::encrypted);
    }
    assertThat(post.mails()).allMatch(DevPost.Mail::encrypted);
  }
}
