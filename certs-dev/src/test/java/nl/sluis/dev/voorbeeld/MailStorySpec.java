package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPost;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who chose mail hears once a day at most that something lies ready, and nothing else; and of what
/// is hidden from somebody no mail comes, nor fails to come.
final class MailStorySpec {
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
  private static final String MOTHER = "anna@post.example";
  private static final String FATHER = "bram@post.example";

  private static final Map<String, List<DevPost.Mail>> CAME = new LinkedHashMap<>();
  private static final List<String> WRONG = new ArrayList<>();
  private static final Map<String, String> PAGES = new LinkedHashMap<>();
  private static String database = "";

  @BeforeAll
  static void the_story_is_told() throws Exception {
    var text = Files.readString(Path.of("src/test/resources/tweeling/bereik.yaml"));
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("bereik.yaml", 1, text);
    var site = DevSite.temporary(scenario.start());
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var post = DevPost.start(site, false);
        var postgres = DevPostgres.shared();
        var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY)) {
      var verdict =
          new Runner(gateway, new Report(out))
              .play(scenario, (label, scene) -> look(label, scene, gateway, post));
      WRONG.addAll(verdict.differences());
      WRONG.addAll(gateway.checkLogbook());
      database = everything(gateway);
    }
  }

  private static void look(String label, Scene scene, DevGateway gateway, DevPost post) {
    var before = CAME.values().stream().mapToInt(List::size).sum();
    CAME.put(label, post.mails().subList(before, post.mails().size()));
    switch (label) {
      case "zij kiezen" -> {
        chooses(gateway, scene.number("sami", "moeder"), MOTHER);
        chooses(gateway, scene.number("sami", "vader"), FATHER);
      }
      case "codes" -> {
        for (var mail : CAME.getOrDefault("codes", List.of())) {
          var who = mail.to().equals(MOTHER) ? "moeder" : "vader";
          proves(gateway, scene.number("sami", who), code(mail), who);
        }
      }
      default -> {}
    }
  }

  private static String code(DevPost.Mail mail) {
    var body = mail.text().substring(mail.text().indexOf("\n\n"));
    return CODE.matcher(body).results().findFirst().orElseThrow().group();
  }

  private static void chooses(DevGateway gateway, String number, String address) {
    try (var browser = loggedIn(gateway, number)) {
      var form = Map.of("kanaal", "e-mail", "adres", address, "bewijs", token(browser));
      assertThat(browser.post("/mijn/bereik", form).status()).isEqualTo(303);
      assertThat(browser.get("/mijn/bereik").body()).contains("Vul de code in");
    }
  }

  private static void proves(DevGateway gateway, String number, String code, String who) {
    try (var browser = loggedIn(gateway, number)) {
      var wrong =
          Map.of("code", code.equals("111111") ? "222222" : "111111", "bewijs", token(browser));
      assertThat(browser.post("/mijn/bereik/code", wrong).status()).isEqualTo(422);
      var good = Map.of("code", code, "bewijs", token(browser));
      assertThat(browser.post("/mijn/bereik/code", good).status()).isEqualTo(303);
      PAGES.put(who, browser.get("/mijn/bereik").body());
    }
  }

  private static SimulatedBrowser loggedIn(DevGateway gateway, String number) {
    var browser = SimulatedBrowser.at(gateway);
    assertThat(browser.logIn(number).status()).isEqualTo(303);
    return browser;
  }

  private static String token(SimulatedBrowser browser) {
    return browser.formToken("/mijn/bereik");
  }

  private static String everything(DevGateway gateway) throws Exception {
    try (var owner = gateway.database().owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    """
                    select concat((select string_agg(k::text, '') from bereik_kanaal k),
                      (select string_agg(b::text, '') from bereik_bericht b))
                    """)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static List<String> to(String label) {
    return CAME.getOrDefault(label, List.of()).stream().map(DevPost.Mail::to).toList();
  }

  @Test
  void the_story_is_told_whole_and_its_logbook_holds() {
    assertThat(WRONG).isEmpty();
  }

  @Test
  void an_address_is_proved_by_a_code_before_it_is_used_and_shown_to_nobody() {
    assertThat(to("codes")).containsExactlyInAnyOrder(MOTHER, FATHER);
    assertThat(PAGES).hasSize(2);
    PAGES
        .values()
        .forEach(
            page ->
                assertThat(page).contains("U krijgt een e-mail").doesNotContain("post.example"));
  }

  @Test
  void nobody_is_mailed_early_and_everybody_once_however_much_there_is() {
    assertThat(to("vroeg")).isEmpty();
    assertThat(to("dag een")).containsExactlyInAnyOrder(MOTHER, FATHER);
    assertThat(to("dag een nog eens")).isEmpty();
  }

  @Test
  void a_mail_tells_nothing_but_where_to_log_in_and_is_the_same_to_everybody() {
    var both = CAME.getOrDefault("dag een", List.of());
    assertThat(both).hasSize(2).allMatch(DevPost.Mail::encrypted);
    var bodies = both.stream().map(mail -> mail.text().substring(mail.text().indexOf("\n\n")));
    assertThat(bodies.distinct()).hasSize(1);
    for (var mail : both) {
      assertThat(mail.header("subject")).isEqualTo("Er staat een bericht voor u klaar");
      assertThat(mail.text())
          .contains("https://mijn.sluis.example")
          .doesNotContain(
              "Sami", "sami", "Duinpieper", "CJG", "GGD", "kind", "child", "?", "token");
    }
  }

  @Test
  void of_what_is_hidden_from_somebody_no_mail_comes() {
    assertThat(to("dag twee")).containsExactly(MOTHER);
    assertThat(to("dag drie")).isEmpty();
  }

  @Test
  void who_did_not_look_is_reminded_after_a_week_and_who_is_served_at_the_desk_only_is_not() {
    assertThat(to("een week later")).containsExactly(FATHER);
  }

  @Test
  void no_address_stands_in_the_database_in_the_clear() {
    assertThat(database).isNotEmpty().doesNotContain("post.example", "anna", "bram");
    assertThat(database).doesNotContain(hex(MOTHER), hex(FATHER));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
