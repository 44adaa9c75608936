package nl.sluis.gateway.inzicht;

import static nl.sluis.gateway.inzicht.Household.CONCERN;
import static nl.sluis.gateway.inzicht.Household.WORDS;
import static nl.sluis.gateway.inzicht.Household.happened;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import org.junit.jupiter.api.Test;

/// What stands on the pages: every line, every rule, every role has its words, in every language.
class RecordPrintSpec {
  private static final int MOST_BYTES = 60_000;
  private static final Pattern TIME_OF_DAY = Pattern.compile("\\b[0-2]?[0-9]:[0-5][0-9]\\b");
  private static final Printer PRINTER =
      new Printer(
          Texts.ofThisRelease(),
          new Assets(Optional.empty()),
          new Helper("Noor van Dam", "023 555 01 23"));
  private static final ChildrenModel.One CHILD =
      new ChildrenModel.One("/mijn/inzien/abc", false, Optional.of(9));

  private static String print(String template, Object model, Language language, boolean easy) {
    var reader = new Reader(language, easy, "woord", true);
    return new String(
        PRINTER.print(new View.Shown("inzien/" + template, model, "inzien.titel"), reader),
        StandardCharsets.UTF_8);
  }

  private static Line line(Happened what, boolean masked) {
    var between = what.between();
    var seen =
        new Sieve.Seen(
            what,
            WORDS,
            WORDS.rule(between.purpose(), between.from(), between.to()),
            Optional.of(what.at()),
            false);
    return new Teller(new Cover(masked), Map.of()).line(seen).orElseThrow();
  }

  private static TimelineModel timeline(List<Line> lines) {
    var day = LocalDate.parse("2026-11-20");
    return new TimelineModel(
        CHILD,
        true,
        LocalDate.parse("2021-11-26"),
        LocalDate.parse("2026-11-26"),
        YearMonth.parse("2026-11"),
        List.of(
            new TimelineModel.Day(
                day,
                lines.stream()
                    .map(
                        line ->
                            new TimelineModel.One(
                                "/mijn/inzien/0123456789abcdef0123456789abcdef/regel/"
                                    + "2f4f6a3e-6d1b-4f0e-9a53-0a4c3a3d9f10",
                                line))
                    .toList())),
        Optional.of(day.minusDays(30)),
        false,
        Stream.iterate(YearMonth.parse("2026-11"), m -> m.minusMonths(1))
            .limit(61)
            .map(m -> new TimelineModel.Month("/mijn/inzien/abc/tot/" + m.atEndOfMonth(), m))
            .toList(),
        "/mijn/inzien/abc/kring");
  }

  @Test
  void every_kind_of_line_under_every_rule_has_its_words_in_every_language() {
    int printed = 0;
    for (var rule : WORDS.rules()) {
      for (var from : rule.from()) {
        var between =
            new Happened.Between(
                rule.purpose(),
                new PartyRole(CONCERN.from().oin(), from),
                new PartyRole(CONCERN.to().oin(), rule.to().iterator().next()));
        var line =
            line(
                happened(1, Told.GEKREGEN, Household.NOW, between, rule.categories().keySet()),
                false);
        for (var language : Language.values()) {
          var page = print("regel", model(line), language, false);
          assertThat(page).contains("<dl").doesNotContainPattern("inzien[.][a-z]");
          if (language != Language.NL) {
            assertThat(page).as("%s", language).doesNotContain(line.sentence());
          }
          printed++;
        }
      }
    }
    assertThat(printed).isGreaterThan(200);
  }

  @Test
  void what_nobody_translated_yet_is_dutch_and_says_so() {
    var line = line(happened(Told.GEKREGEN, CONCERN), false);
    var sentence = "Wat het convenant sinds gisteren zegt.";
    var model =
        new LineModel(
            CHILD,
            "/mijn/inzien/abc",
            new Line(
                line.refs(),
                line.day(),
                line.told(),
                line.from(),
                line.to(),
                line.purpose(),
                sentence,
                line.categories(),
                line.withheld(),
                line.ground(),
                line.word(),
                line.late(),
                line.contact(),
                line.question(),
                line.tie()),
            List.of(),
            Optional.empty(),
            "/mijn/verzoeken/over/abc/def");

    assertThat(print("regel", model, Language.AR, false))
        .contains("<span lang=\"nl\" dir=\"ltr\">" + sentence + "</span>");
    assertThat(print("regel", model, Language.NL, false)).contains("<dd>" + sentence + "</dd>");
  }

  private static LineModel model(Line line) {
    return new LineModel(
        CHILD,
        "/mijn/inzien/abc",
        line,
        line.ground().articles().stream().map(RecordPages::article).toList(),
        line.tie().flatMap(Tie::other).map(_ -> "/mijn/inzien/abc/regel/tie"),
        "/mijn/verzoeken/over/abc/def");
  }

  @Test
  void what_came_of_a_question_has_its_words_in_every_language() {
    var there = Optional.of(new Ref(false, 7));
    for (var language : Language.values()) {
      for (var came : Tie.Came.values()) {
        boolean leads = came == Tie.Came.BEANTWOORD || came == Tie.Came.GEWEIGERD;
        var tie = new Tie.Asks(came, leads ? there : Optional.empty());
        assertThat(tied(tie, language)).doesNotContainPattern("inzien[.][a-z]");
      }
      for (var refuses : List.of(true, false)) {
        assertThat(tied(new Tie.Replies(refuses, there.get()), language))
            .contains("regel/tie")
            .doesNotContainPattern("inzien[.][a-z]");
      }
    }
  }

  private static String tied(Tie tie, Language language) {
    var line = line(happened(Told.GEKREGEN, CONCERN), false).tied(Optional.of(tie));
    return print("regel", model(line), language, false)
        + print("tijdlijn", timeline(List.of(line)), language, false);
  }

  @Test
  void no_page_holds_a_time_of_day() {
    for (var told : Told.values()) {
      if (told == Told.EIGEN_WOORD) {
        continue;
      }
      for (var masked : List.of(true, false)) {
        var line = line(happened(told, CONCERN), masked);
        for (var easy : List.of(true, false)) {
          assertThat(print("tijdlijn", timeline(List.of(line)), Language.NL, easy))
              .doesNotContainPattern(TIME_OF_DAY);
          assertThat(print("regel", model(line), Language.NL, easy))
              .doesNotContainPattern(TIME_OF_DAY);
        }
      }
    }
  }

  @Test
  void the_fullest_piece_of_five_years_stays_under_sixty_kilobytes() {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < Timeline.FULL + 20; i++) {
      var at = Instant.parse("2026-11-20T11:00:00Z").plus(Duration.ofSeconds(i));
      lines.add(
          line(
              happened(
                  i,
                  Told.GEKREGEN,
                  at,
                  CONCERN,
                  Set.of(DataCategory.K01, DataCategory.K05, DataCategory.K08, DataCategory.K09)),
              false));
    }

    var page = print("tijdlijn", timeline(lines), Language.NL, true);

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
  }

  @Test
  void the_table_says_everything_that_the_picture_shows() {
    var around = Around.of(List.of(line(happened(Told.GEKREGEN, CONCERN), false)));
    var model = AroundModel.of(CHILD, around, new LineIds(new byte[32]));

    var page = print("kring", model, Language.NL, false);

    assertThat(model.dots()).hasSize(2);
    for (var dot : model.dots()) {
      assertThat(page)
          .contains(">" + dot.number() + "</text>")
          .contains("<td>" + dot.number() + "</td>");
      assertThat(dot.x()).isBetween(24, 376);
      assertThat(dot.y()).isBetween(24, 376);
    }
    assertThat(page).contains("Basisschool De Duinpieper, Haarlem-Noord", "CJG Kennemerland");
  }

  @Test
  void a_child_is_told_apart_by_its_age_for_sluis_knows_no_names() {
    var model =
        new ChildrenModel(
            List.of(
                new ChildrenModel.One("/mijn/inzien/a", true, Optional.of(14)),
                CHILD,
                new ChildrenModel.One("/mijn/inzien/b", false, Optional.of(0)),
                new ChildrenModel.One("/mijn/inzien/c", false, Optional.empty())));

    assertThat(print("kinderen", model, Language.NL, false))
        .contains(
            ">Over uzelf<", ">Uw kind van 9 jaar<", ">Uw kind van nog geen 1 jaar<", ">Uw kind<");
    assertThat(print("kinderen", new ChildrenModel(List.of()), Language.EN, false))
        .contains("You do not have access");
  }
}
