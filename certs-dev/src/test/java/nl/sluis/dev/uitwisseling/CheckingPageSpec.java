package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.rig.Browser;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.ProvenRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/// The page on which anybody checks a receipt, in a real browser, with receipts of a real gateway.
final class CheckingPageSpec {
  private static final JsonMapper JSON = new JsonMapper();

  /// Row 5 of 21: its path has hashes on both sides, and one row more gives it the same path.
  private static final int ROWS = 21;

  private static final int ROW = 5;

  private static Browser browser;
  private static Judge judge;
  private static TestGateway gateway;
  private static URI page;
  private static String key;
  private static List<String> receipts;

  @BeforeAll
  static void start() throws Exception {
    gateway = TestGateway.start();
    browser = Browser.open(gateway.gateway());
    judge = new Judge(browser);
    page = browser.home().resolve("/logboek/nakijken");
    key = gateway.gateway().logbookKey();
    receipts = receipts();
  }

  @AfterAll
  static void stop() throws IOException {
    if (gateway != null) {
      gateway.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open_the_page() {
    browser.go(page.getPath());
  }

  /// The receipt of every row of a real logbook of so many rows.
  private static List<String> receipts() throws Exception {
    var site = gateway.gateway().site();
    var source = new PGSimpleDataSource();
    source.setURL(gateway.gateway().database().url());
    source.setUser("sluis_gateway");
    var book =
        Logbook.open(DevSettings.REGION, DevSettings.ORIGIN, source, site.keys(), site.random());
    var row =
        new Entry(EntryKind.INSPECTION, Optional.empty(), JsonNodeFactory.instance.objectNode());
    book.catchUp();
    var more = ROWS - (int) book.checkpoint().orElseThrow().size();
    try (var tx = source.getConnection()) {
      tx.setAutoCommit(false);
      var batch = book.append(tx, Collections.nCopies(more, row), site.clock().instant());
      tx.commit();
      book.publish(batch);
    }
    var all = new ArrayList<String>();
    for (var index = 0; index < ROWS; index++) {
      all.add(book.receiptFor(index, ROWS));
    }
    return all;
  }

  private static String right(int row) {
    return "In orde: deze rij stond in het logboek sluis.example/kennemerland toen het 21 rijen"
        + " telde, op plaats "
        + row
        + " (de eerste is 0).";
  }

  @Test
  void the_receipt_of_every_row_is_right_and_says_when_the_row_was_there() throws Exception {
    for (var row = 0; row < ROWS; row++) {
      assertThat(judge.of(receipts.get(row), key)).isEqualTo(right(row));
    }
    // As it comes by mail from a machine that ends its lines otherwise.
    assertThat(judge.of("\r\n" + receipts.get(ROW).replace("\n", "\r\n"), key + "\n"))
        .isEqualTo(right(ROW));
  }

  @Test
  void the_receipt_that_a_partner_got_for_what_it_did_is_right() throws Exception {
    var seen = new ArrayList<JsonNode>();
    gateway
        .gateway()
        .watchedBy(
            (_, _, answer) -> {
              try {
                seen.add(JSON.readTree(answer.body()).path("ontvangstbewijs"));
              } catch (IOException e) {
                seen.add(JSON.nullNode());
              }
            });

    gateway.play(
        """
        titel: Een school tekent
        tijd: 2026-11-23 10:00
        partijen:
          school: De Duinpieper
        stappen:
          - teken convenant: {door: school, convenant: zuid-kennemerland}
        """);

    var receipt = seen.stream().filter(JsonNode::isTextual).findFirst().orElseThrow().asText();
    assertThat(judge.of(receipt, key)).startsWith("In orde: deze rij stond in het logboek");
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
  }

  @Test
  void whatever_was_tampered_with_is_said_in_a_sentence_of_its_own() throws Exception {
    for (var each : SpoiltReceipt.of(receipts.get(ROW)).entrySet()) {
      assertThat(judge.of(each.getKey(), key)).as(each.getKey()).isEqualTo(each.getValue());
      assertThat(ProvenRow.check(each.getKey(), LogKey.parse(key))).isEmpty();
    }
  }

  @Test
  void no_receipt_with_one_letter_changed_or_a_piece_cut_off_is_ever_right() throws Exception {
    var receipt = receipts.get(ROW);
    var asked = new ArrayList<List<String>>();
    for (var at = 0; at < receipt.length() - 1; at++) {
      asked.add(List.of(SpoiltReceipt.other(receipt, at), key));
      asked.add(List.of(receipt.substring(0, at), key));
    }

    assertThat(judge.all(asked))
        .hasSize(2 * receipt.length() - 2)
        .noneMatch(t -> t.startsWith("In orde"));
  }

  @Test
  void a_key_that_is_not_that_of_the_logbook_proves_nothing() throws Exception {
    var receipt = receipts.get(ROW);
    var witness = OtherKey.made().witness("fg.example/getuige");

    assertThat(judge.of("", key)).isEqualTo("Niet na te gaan: plak eerst een ontvangstbewijs.");
    assertThat(judge.of(receipt, ""))
        .isEqualTo("Niet na te gaan: plak ook de sleutel van het logboek.");
    assertThat(judge.of(receipt, OtherKey.made().key(DevSettings.ORIGIN)))
        .isEqualTo("Niet in orde: deze sleutel heeft hier niet getekend.");
    assertThat(judge.of(receipt, OtherKey.made().key("elders.example/logboek")))
        .isEqualTo("Niet in orde: het is een ander logboek dan dat van de sleutel.");
    assertThat(judge.of(receipt, SpoiltReceipt.other(key, key.length() - 9)))
        .isEqualTo(
            "Niet na te gaan: de sleutel is beschadigd: de aanwijzer hoort bij een andere"
                + " sleutel.");
    assertThat(judge.of(receipt, key.substring(0, key.length() - 4)))
        .isEqualTo(
            "Niet na te gaan: de sleutel is niet heel; hij heeft de vorm naam+aanwijzer+base64.");
    assertThat(judge.of(receipt, witness))
        .isEqualTo(
            "Niet na te gaan: dit is geen sleutel van een logboek, misschien wel die van een"
                + " getuige.");
  }

  @Test
  void signatures_of_a_witness_and_of_the_next_key_are_passed_over_and_each_key_counts()
      throws Exception {
    var receipt = receipts.get(ROW);
    var next = OtherKey.made();
    var text = receipt.substring(receipt.indexOf("\n\n") + 2, receipt.lastIndexOf("\n\n") + 1);
    var witnessed = receipt + OtherKey.line("fg.example/getuige", new byte[4], new byte[72]);
    var both = witnessed + next.signed(DevSettings.ORIGIN, text);
    var spoilt = witnessed + next.signed(DevSettings.ORIGIN, text + "x");
    var line = next.key(DevSettings.ORIGIN);

    assertThat(List.of(judge.of(both, key), judge.of(both, line))).containsOnly(right(ROW));
    assertThat(judge.of(spoilt, key)).isEqualTo(right(ROW));
    assertThat(judge.of(spoilt, line))
        .isEqualTo("Niet in orde: de handtekening onder de wortel klopt niet.");
  }

  @Test
  void a_browser_without_ed25519_says_so_and_nothing_about_the_receipt() throws Exception {
    browser.value(
        "(crypto.subtle.importKey = async () => { throw new DOMException('', 'NotSupportedError');"
            + " }, 0)");

    assertThat(judge.of(receipts.get(ROW), key))
        .isEqualTo(
            "Niet na te gaan: deze browser kent Ed25519 niet; neem een nieuwere browser, of het"
                + " recept met openssl.");
  }

  @Test
  void the_page_asks_for_its_own_script_and_for_nothing_else_and_cannot() throws Exception {
    browser.another(true);
    browser.go(page.getPath());
    judge.of(receipts.get(ROW), key);

    assertThat(browser.asked())
        .filteredOn(address -> !address.equals("data:,"))
        .containsExactly(page.toString(), page + ".js");
    assertThat(browser.value(fetch("/logboek/checkpoint")).asText()).isEqualTo("nee");
    assertThat(get("").headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe", "http");
  }

  @Test
  void page_and_script_kept_on_disk_do_the_same_without_a_gateway(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("nakijken.html"), get("").body());
    Files.writeString(folder.resolve("nakijken.js"), get(".js").body());

    browser.page().navigate(folder.resolve("nakijken.html").toUri().toString());

    assertThat(judge.of(receipts.get(ROW), key)).isEqualTo(right(ROW));
    assertThat(judge.of(receipts.get(ROW), OtherKey.made().key(DevSettings.ORIGIN)))
        .startsWith("Niet in orde");
    assertThat(browser.value(fetch(page.toString())).asText()).isEqualTo("nee");
  }

  /// Tries to send something from the page to this address.
  private static String fetch(String address) {
    return "fetch('" + address + "', {mode: 'no-cors'}).then(() => 'ja', () => 'nee')";
  }

  private static HttpResponse<String> get(String more) throws IOException, InterruptedException {
    try (var client =
        HttpClient.newBuilder().sslContext(gateway.gateway().site().browser()).build()) {
      return client.send(
          HttpRequest.newBuilder(
                  gateway.gateway().doorway().people().resolve(page.getPath() + more))
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void a_file_that_is_dropped_on_the_page_is_read_unless_it_can_be_no_receipt() throws Exception {
    assertThat(judge.dropped(receipts.get(ROW))).isEqualTo(receipts.get(ROW));
    assertThat(judge.dropped("x".repeat(70_000)))
        .isEqualTo("Niet na te gaan: dit bestand is te groot of niet te lezen.");
  }

  @Test
  void who_has_only_a_keyboard_a_small_screen_or_a_screen_reader_can_check_too() throws Exception {
    browser.wide(Browser.DESK / 4);
    browser.value("document.getElementById('bewijs').focus()");
    browser.page().keyboard().insertText(receipts.get(ROW));
    browser.page().keyboard().press("Tab");
    browser.page().keyboard().press("Tab");
    browser.page().keyboard().insertText(key);
    browser.page().keyboard().press("Tab");
    var said =
        browser.value(
            "window.said = new Promise((done) => new MutationObserver(() =>"
                + " done(document.querySelector('[aria-live=polite][role=status]').textContent))"
                + ".observe(document.getElementById('uitslag'), {childList: true})); 0");
    assertThat(said.asInt()).isZero();
    browser.page().keyboard().press("Enter");

    assertThat(browser.value("window.said").asText()).isEqualTo(right(ROW));
    // Who changes the text is no longer told about the text of before.
    browser.value("document.getElementById('bewijs').focus()");
    browser.page().keyboard().insertText("x");
    assertThat(browser.value("document.getElementById('uitslag').textContent").asText()).isEmpty();
    assertThat(browser.value("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(Browser.DESK / 4);
    assertThat(
            browser
                .value(
                    "[...document.querySelectorAll('textarea,input')].every(f => f.labels.length)")
                .asBoolean())
        .isTrue();
    var light = colour(ColorScheme.LIGHT);
    assertThat(colour(ColorScheme.DARK)).isNotEqualTo(light);
  }

  private static String colour(ColorScheme scheme) {
    browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    return browser.value("getComputedStyle(document.body).color").asText();
  }
}
