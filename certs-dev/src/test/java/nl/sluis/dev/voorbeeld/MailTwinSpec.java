package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
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
import nl.sluis.policies.terms.Age;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Of two people who differ only in what one of them may not know, the mailboxes cannot be told
/// apart: as many mails, on the same days, each in the part of the day of its reader, and byte for
/// byte the same (domain 2.7 and 2.8; portals.md 3.3).
///
/// Hidden are a question, an exchange and a text, what the other parent said, and what a youth of
/// sixteen chose.
final class MailTwinSpec {
  private static final String MOTHER = "moeder van sami";
  private static final Map<String, String> TWINS = Map.of("sami", "lena", "daan", "evi");

  /// Of the fathers of these children, and of a mother; each as long as the other, so that a mail
  /// is as long too.
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "sami",
          "een@post.example",
          "lena",
          "twe@post.example",
          "daan",
          "dri@post.example",
          "evi",
          "vie@post.example",
          MOTHER,
          "moe@post.example");

  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  /// What is different in every mail there is: its name, the minute that is its reader's own, and a
  /// code.
  private static final Pattern OWN =
      Pattern.compile("(?mi)^(?:message-id|date): .*$|\\b[0-9]{6}\\b");

  private static final List<Came> MAILS = new ArrayList<>();
  private static final List<String> WRONG = new ArrayList<>();

  /// One mail.
  ///
  /// @param step of the story at which it came
  /// @param hour at which
  private record Came(String step, int hour, DevPost.Mail mail) {}

  @BeforeAll
  static void four_fathers_live_through_the_story() throws IOException {
    var text = Files.readString(Path.of("src/test/resources/tweeling/post.yaml"));
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("post.yaml", 1, text);
    var site = DevSite.temporary(scenario.start());
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var post = DevPost.start(site, false);
        var postgres = DevPostgres.temporary();
        var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY)) {
      var verdict =
          new Runner(gateway, new Report(out))
              .play(scenario, (label, scene) -> at(label, scene, gateway, post));
      WRONG.addAll(verdict.differences());
      WRONG.addAll(gateway.checkLogbook());
    }
  }

  private static void at(String label, Scene scene, DevGateway gateway, DevPost post) {
    collect(label, gateway, post);
    if (label.equals("zij kiezen")) {
      ADDRESSES.forEach((child, address) -> chooses(gateway, number(scene, child), address));
    } else if (label.equals("codes")) {
      ADDRESSES.forEach((child, address) -> proves(gateway, number(scene, child), address));
    } else if (label.startsWith("dag ")) {
      partByPart(label, gateway, post);
    }
  }

  private static void partByPart(String label, DevGateway gateway, DevPost post) {
    var day = gateway.clock().instant().atZone(Age.CALENDAR).toLocalDate();
    for (int hour = 10; hour < 17; hour += 2) {
      gateway.moveClock(day.atTime(LocalTime.of(hour, 59)).atZone(Age.CALENDAR).toInstant());
      assertThat(gateway.runHousekeeping()).isTrue();
      collect(label, gateway, post);
    }
  }

  private static void collect(String label, DevGateway gateway, DevPost post) {
    int hour = gateway.clock().instant().atZone(Age.CALENDAR).getHour();
    var all = post.mails();
    all.subList(MAILS.size(), all.size()).forEach(mail -> MAILS.add(new Came(label, hour, mail)));
  }

  private static String number(Scene scene, String whose) {
    return whose.equals(MOTHER) ? scene.number("sami", "moeder") : scene.number(whose, "vader");
  }

  private static void chooses(DevGateway gateway, String number, String address) {
    send(gateway, number, "/mijn/bereik", Map.of("kanaal", "e-mail", "adres", address));
  }

  private static void proves(DevGateway gateway, String number, String address) {
    var mail =
        MAILS.stream()
            .map(Came::mail)
            .filter(one -> one.to().equals(address))
            .findFirst()
            .orElseThrow();
    var code = CODE.matcher(body(mail)).results().findFirst().orElseThrow().group();
    send(gateway, number, "/mijn/bereik/code", Map.of("code", code));
  }

  private static void send(
      DevGateway gateway, String number, String path, Map<String, String> fields) {
    try (var browser = SimulatedBrowser.at(gateway)) {
      assertThat(browser.logIn(number).status()).isEqualTo(303);
      var all = new LinkedHashMap<>(fields);
      all.put("bewijs", browser.formToken("/mijn/bereik"));
      assertThat(browser.post(path, all).status()).as(path).isEqualTo(303);
    }
  }

  private static String body(DevPost.Mail mail) {
    return mail.text().substring(mail.text().indexOf("\n\n"));
  }

  private static List<Came> of(String child) {
    var address = ADDRESSES.getOrDefault(child, "");
    return MAILS.stream().filter(came -> came.mail().to().equals(address)).toList();
  }

  private static List<String> steps(String child) {
    return of(child).stream().map(Came::step).toList();
  }

  @Test
  void the_story_is_told_whole_and_its_logbook_holds() {
    assertThat(WRONG).isEmpty();
  }

  @Test
  void both_of_two_twins_get_as_many_mails_and_on_the_same_days() {
    TWINS.forEach((hidden, never) -> assertThat(steps(hidden)).as(hidden).isEqualTo(steps(never)));
  }

  @Test
  void each_mail_of_a_twin_is_byte_for_byte_that_of_the_other() {
    TWINS.forEach((hidden, never) -> assertThat(texts(hidden)).isEqualTo(texts(never)));
    assertThat(MAILS).allMatch(came -> came.mail().encrypted());
  }

  /// Without the address, which is as long as that of the other.
  private static List<String> texts(String child) {
    return of(child).stream()
        .map(came -> came.mail().text().replace(came.mail().to(), "iemand"))
        .map(text -> OWN.matcher(text).replaceAll("eigen"))
        .toList();
  }

  @Test
  void everybody_has_a_part_of_the_day_of_the_own_that_is_the_same_whatever_happened_that_day() {
    for (var child : ADDRESSES.keySet()) {
      var hours =
          of(child).stream()
              .filter(came -> came.step().startsWith("dag "))
              .map(Came::hour)
              .distinct()
              .toList();
      assertThat(hours).as(child).hasSizeLessThan(2);
    }
  }

  @Test
  void what_both_may_see_is_mailed_and_of_what_one_may_not_know_nothing_comes() {
    assertThat(steps("sami"))
        .containsExactly("codes", "dag een", "dag drie", "dag van de herinnering");
    assertThat(steps("daan")).containsExactly("codes");
    assertThat(steps(MOTHER)).as("who may know of it").contains("dag twee");
  }
}
