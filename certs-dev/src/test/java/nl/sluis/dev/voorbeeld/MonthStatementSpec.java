package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.maandoverzicht.Compared;
import nl.sluis.gateway.maandoverzicht.ReadStatement;
import nl.sluis.gateway.maandoverzicht.StatementCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The statement of a month that a family takes home, from a real gateway (portals.md N7, N8).
final class MonthStatementSpec {
  private static final JsonMapper JSON = new JsonMapper();

  private static MonthStory story;
  private static StatementCheck check;

  @BeforeAll
  static void play() throws IOException {
    story = MonthStory.played();
    var first = LogKey.parse(story.gateway().logbookKey());
    check = new StatementCheck(KeyHistory.of(first), List.of());
  }

  @AfterAll
  static void stop() throws IOException {
    if (story != null) {
      story.close();
    }
  }

  private static ReadStatement read(String moment, String who) {
    var outcome = check.check(story.file(moment, who));
    assertThat(outcome.faults()).as(moment + " " + who).isEmpty();
    return outcome.read().orElseThrow();
  }

  private static List<String> sentences(String moment, String who) {
    return read(moment, who).lines().stream().map(ReadStatement.OneLine::sentence).toList();
  }

  @Test
  void the_story_is_told_whole_and_the_logbook_holds() {
    assertThat(story.wrong()).isEmpty();
    assertThat(story.gateway().checkLogbook()).isEmpty();
  }

  @Test
  void every_statement_is_right_by_the_key_of_the_logbook_alone() {
    for (var moment : List.of(MonthStory.GOING_ON, MonthStory.OVER, MonthStory.SHOWN)) {
      for (var who : List.of("sami vader", "sami moeder", "lena vader", "lena moeder")) {
        assertThat(read(moment, who).lines()).as(moment + " " + who).isNotEmpty();
      }
    }
  }

  @Test
  void it_holds_what_the_pages_show_and_what_is_hidden_nowhere() {
    assertThat(sentences(MonthStory.OVER, "sami vader"))
        .anyMatch(line -> line.contains("Socius"))
        .noneMatch(line -> line.contains("CJG"));
    assertThat(sentences(MonthStory.OVER, "sami moeder"))
        .anyMatch(line -> line.contains("CJG IJmond"))
        .anyMatch(line -> line.startsWith("U zei ja"));
  }

  @Test
  void
      a_father_from_whom_something_is_hidden_gets_the_same_shape_as_one_at_whose_child_it_never_was()
          throws IOException {
    for (var moment : List.of(MonthStory.GOING_ON, MonthStory.OVER)) {
      var sami = story.file(moment, "sami vader");
      var lena = story.file(moment, "lena vader");
      assertThat(sami).hasSameSizeAs(lena);
      assertThat(shape("", story.told(moment, "sami vader")))
          .as(moment)
          .isEqualTo(shape("", story.told(moment, "lena vader")));
      assertThat(headers(moment, "sami vader")).isEqualTo(headers(moment, "lena vader"));
    }
  }

  private static List<String> headers(String moment, String who) {
    var headers = new ArrayList<String>();
    story.answer(moment, who).headers().entrySet().stream()
        .filter(header -> !List.of("date", "set-cookie").contains(header.getKey()))
        .map(header -> header.getKey() + ": " + header.getValue())
        .sorted()
        .forEach(headers::add);
    return headers;
  }

  /// Every member with the sort of its value and, of lists, how many there are; and every word that
  /// is no key, hash or name.
  private static Set<String> shape(String path, JsonNode node) {
    var shape = new TreeSet<String>();
    if (node.isObject()) {
      node.properties()
          .forEach(one -> shape.addAll(shape(path + "/" + one.getKey(), one.getValue())));
    } else if (node.isArray()) {
      shape.add(path + " " + node.size());
      for (int i = 0; i < node.size(); i++) {
        shape.addAll(shape(path + "/" + i, node.get(i)));
      }
    } else {
      shape.add(path + " " + node.getNodeType());
      if (path.contains("/woorden/")) {
        shape.add(path + " " + node.asText());
      }
    }
    return shape;
  }

  @Test
  void what_was_hidden_is_opened_later_with_proof_that_it_was_committed_to_before() {
    var before = read(MonthStory.OVER, "sami vader");
    var after = read(MonthStory.SHOWN, "sami vader");

    assertThat(after.root()).isEqualTo(before.root());
    var compared = Compared.of(before, after);
    assertThat(compared.contradictions()).isEmpty();
    assertThat(compared.added())
        .isNotEmpty()
        .allMatch(line -> line.endsWith("(lag al vast en mag nu worden getoond)"))
        .anyMatch(line -> line.contains("CJG IJmond"));
  }

  @Test
  void what_is_shown_late_says_since_when_by_which_articles_and_by_which_decision()
      throws IOException {
    var late = new ArrayList<JsonNode>();
    for (var line : story.told(MonthStory.SHOWN, "sami vader").path("regels")) {
      if (line.has("laat")) {
        late.add(line.path("laat"));
      }
    }

    assertThat(late).isNotEmpty();
    for (var one : late) {
      assertThat(one.path("sinds").asText()).isEqualTo("2026-12-03");
      assertThat(one.path("artikelen").get(0).asText()).isEqualTo("AVG 23 lid 1");
      assertThat(one.path("besluiten")).isNotEmpty();
    }
  }

  @Test
  void paper_says_what_the_file_says_and_names_what_ties_them() throws IOException {
    for (var who : List.of("sami vader", "sami moeder")) {
      var paper = story.paper(MonthStory.OVER, who);
      assertThat(sentences(MonthStory.OVER, who)).allMatch(paper::contains);
      assertThat(paper.replace(" ", ""))
          .contains(story.told(MonthStory.OVER, who).at("/boom/wortel").asText());
    }
    assertThat(story.paper(MonthStory.SHOWN, "sami vader"))
        .contains("CJG IJmond", "Dit staat hier pas sinds 3 december 2026.");
  }

  @Test
  void on_paper_both_fathers_read_the_same_but_for_what_ties_it_to_their_file() throws IOException {
    for (var moment : List.of(MonthStory.GOING_ON, MonthStory.OVER)) {
      assertThat(untied(moment, "sami vader")).isEqualTo(untied(moment, "lena vader"));
    }
  }

  private static String untied(String moment, String who) throws IOException {
    return story
        .paper(moment, who)
        .replace(" ", "")
        .replace(story.told(moment, who).at("/boom/wortel").asText(), "...");
  }

  @Test
  void a_month_that_goes_on_is_no_contradiction_of_that_month_when_it_is_over() {
    var during = read(MonthStory.GOING_ON, "lena moeder");
    var over = read(MonthStory.OVER, "lena moeder");

    assertThat(during.whole()).isFalse();
    assertThat(over.whole()).isTrue();
    assertThat(Compared.of(during, over).contradictions()).isEmpty();
  }

  @Test
  void a_line_that_is_gone_and_another_root_are_noticed() {
    var before = read(MonthStory.OVER, "sami moeder");
    var fewer = with(before, before.root(), before.lines().subList(1, before.lines().size()));
    var other = with(before, "een andere", before.lines());

    assertThat(Compared.of(before, fewer).contradictions())
        .singleElement()
        .asString()
        .startsWith("Weg of veranderd: 2026-11-");
    assertThat(Compared.of(before, with(before, before.root(), false, List.of())).contradictions())
        .as("a child became sixteen, and the parent sees the own words alone")
        .isEmpty();
    assertThat(Compared.of(before, other).contradictions())
        .containsExactly("Sluis legde voor deze maand twee verschillende dingen vast.");
    assertThat(Compared.of(before, read(MonthStory.OVER, "lena moeder")).contradictions())
        .containsExactly(
            "De twee overzichten gaan niet over dezelfde maand, of niet over hetzelfde kind.");
  }

  private static ReadStatement with(
      ReadStatement of, String root, List<ReadStatement.OneLine> lines) {
    return with(of, root, of.all(), lines);
  }

  private static ReadStatement with(
      ReadStatement of, String root, boolean all, List<ReadStatement.OneLine> lines) {
    return new ReadStatement(
        of.logbook(),
        of.about(),
        of.month(),
        of.until(),
        of.whole(),
        all,
        of.made().plusSeconds(60),
        root,
        lines,
        of.outside());
  }

  @Test
  void whoever_changes_what_was_committed_to_is_found_by_who_has_the_keys() throws SQLException {
    for (var spoil :
        List.of(
            "set wortel = set_byte(wortel, 3, 1 + get_byte(wortel, 3) % 255)",
            "set pad = set_byte(pad, 3, 1 + get_byte(pad, 3) % 255)",
            "set plek = 255 - plek",
            "set rij = rij - 1",
            "set bladen = set_byte(bladen, 20, 1 + get_byte(bladen, 20) % 255)",
            "set bladen = substr(bladen, 1, length(bladen) - 43)",
            "set tot = tot - interval '1 minute'")) {
      story.asOwner("create table apart as select * from maandboom");
      story.asOwner("update maandboom " + spoil + " where length(bladen) > 43");
      var found = story.gateway().checkLogbook();
      story.asOwner("delete from maandboom");
      story.asOwner("insert into maandboom select * from apart");
      story.asOwner("drop table apart");

      assertThat(found).as(spoil).isNotEmpty();
    }
    assertThat(story.gateway().checkLogbook()).isEmpty();
  }

  @Test
  void keys_that_were_replaced_since_still_prove_what_they_signed() throws Exception {
    var before = story.file(MonthStory.OVER, "lena moeder");
    for (var use : List.of("bewijs", "logboek")) {
      story.types("wissel", use);
    }
    story.later(Duration.ofDays(2));
    for (var use : List.of("bewijs", "logboek")) {
      story.types("opruimen", use);
    }

    var answer = story.november("lena moeder");
    var after = answer.body().getBytes(StandardCharsets.UTF_8);
    var statements = new ArrayList<String>();
    JSON.readTree(after).at("/sleutels/logboek").forEach(one -> statements.add(one.asText()));
    var first = LogKey.parse(story.gateway().logbookKey());
    var newest = KeyHistory.read(statements, first).periods().getLast().key();
    assertThat(newest.toString()).isNotEqualTo(first.toString());
    assertThat(check.check(after).faults()).isEmpty();
    assertThat(new StatementCheck(KeyHistory.of(newest), List.of()).check(after).faults())
        .isEmpty();
    assertThat(
            new StatementCheck(KeyHistory.read(statements, newest), List.of())
                .check(before)
                .faults())
        .isEmpty();
    assertThat(new StatementCheck(KeyHistory.of(newest), List.of()).check(before).faults())
        .contains("De sleutel die u gaf, hoort niet bij dit logboek.");
    assertThat(signer(after)).isNotEqualTo(signer(before));
    assertThat(
            Compared.of(
                    check.check(before).read().orElseThrow(),
                    check.check(after).read().orElseThrow())
                .contradictions())
        .isEmpty();
  }

  private static String signer(byte[] file) throws IOException {
    var signature = JSON.readTree(file).path("handtekening").asText();
    return signature.substring(0, signature.indexOf('.'));
  }

  @Test
  void that_it_was_taken_home_is_a_row_each_time() {
    long before = taken();
    assertThat(story.november("lena vader").status()).isEqualTo(200);
    assertThat(story.november("lena vader").status()).isEqualTo(200);

    assertThat(taken()).isEqualTo(before + 2);
  }

  private static long taken() {
    return story.gateway().logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(row -> row.path("handeling").asText().equals("maandoverzicht-gehaald"))
        .count();
  }

  @Test
  void a_file_says_in_its_name_nothing_of_anybody_and_stays_nowhere() {
    var headers = story.answer(MonthStory.OVER, "sami vader").headers();

    assertThat(headers)
        .containsEntry("content-disposition", "attachment; filename=\"overzicht-2026-11.json\"")
        .containsEntry("content-type", "application/json");
    assertThat(headers.get("cache-control")).contains("no-store");
  }
}
