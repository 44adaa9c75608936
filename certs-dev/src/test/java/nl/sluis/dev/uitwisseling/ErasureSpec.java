package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.wissen.Terms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Whoever lived through whole stories is erased, and nothing in any table is left of it (AVG 17;
/// design 10.18, 10.19).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErasureSpec {
  private static final Path STORIES = Path.of("src", "test", "resources", "voorbeelden");

  /// Between them they fill nearly every table with a person in it.
  private static final List<String> LIVES =
      List.of(
          "een-kind-twee-verwijzingen",
          "een-gesprek",
          "kernteam",
          "gesprek-was-er-niet",
          "beperking-en-weging",
          "embargo-en-afscherming",
          "elk-nee-reist",
          "nacontrole",
          "muren");

  private TestGateway gateway;

  @BeforeAll
  void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  void stop() throws Exception {
    gateway.close();
  }

  /// Stories follow each other here, for no revocation list goes back in time.
  private LocalDate tuesday() {
    return LocalDate.ofInstant(gateway.gateway().clock().instant(), ZoneOffset.UTC)
        .plusDays(7)
        .with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
  }

  private LocalDate live(String name) throws Exception {
    var day = tuesday();
    var story =
        Files.readString(STORIES.resolve(name + ".yaml"))
            .replaceFirst("tijd: [0-9-]{10}", "tijd: " + day);
    // What a story expects of a day is checked where it is played on that day.
    gateway.play(story);
    return day;
  }

  private List<String> all(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var owner = gateway.gateway().database().owner();
        var rows = owner.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, Integer> filled() throws SQLException {
    var filled = new TreeMap<String, Integer>();
    for (var table : Terms.ofPersons()) {
      var count = all("select count(*) from " + table + ofPerson(table)).getFirst();
      if (!count.equals("0")) {
        filled.put(table, Integer.valueOf(count));
      }
    }
    return filled;
  }

  /// Of a row about nobody, and of a task or report about nobody, something stays.
  private static String ofPerson(String table) {
    return switch (table) {
      case "logbook_party" -> " where key_id like '%+betrokkene'";
      case "taak", "parcel" -> " where subject_id is not null";
      default -> "";
    };
  }

  private void eraseEverybody() throws SQLException {
    execute(
        """
        insert into wissing (region, id, grond, verzoeker, organisatie, besloten_op)
        values ('kennemerland', '00000000-0000-0000-0000-000000000009', 'wettelijk-bevel', 'rechter', 'o', now())
        on conflict do nothing;
        insert into wissing_kind (region, subject_id, wissing)
        select region, id, '00000000-0000-0000-0000-000000000009' from subject
        """);
    assertThat(gateway.gateway().runHousekeeping()).isTrue();
  }

  @Test
  void of_everybody_who_lived_through_whole_stories_nothing_is_left_and_figures_stay()
      throws Exception {
    for (var life : LIVES) {
      live(life);
    }
    var day = tuesday().plusMonths(1).withDayOfMonth(20);
    assertThat(gateway.play(counted(day))).as(gateway.told()).isEmpty();
    assertThat(filled()).as("tables with something of a person").hasSizeGreaterThan(50);
    var rows = all("select count(*) from logbook_row").getFirst();

    eraseEverybody();

    assertThat(filled()).isEmpty();
    assertThat(all("select count(*) from logbook_row where idx < " + rows).getFirst())
        .isEqualTo(rows);
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    assertThat(gateway.play(askedAgain(day))).as(gateway.told()).isEmpty();
  }

  @Test
  void each_row_is_kept_for_the_term_of_its_rule_and_five_years_when_that_says_less()
      throws Exception {
    var year = live("een-kind-twee-verwijzingen").getYear();
    eraseEverybody();

    var terms = "select distinct substr(key_id, 8, 4)::int - %d from logbook_row".formatted(year);
    assertThat(all(terms).stream().map(Integer::valueOf))
        .as("five years, seven for facts, twenty for youth care, as long as there is a logbook")
        .contains(5, 7, 20, 100);
  }

  @Test
  void a_gateway_that_starts_on_an_old_copy_of_the_keys_destroys_again_who_was_erased()
      throws Exception {
    var keys = gateway.gateway().site().keyFolder().resolve("betrokkene");
    live("een-gesprek");
    var child = all("select subject_id from logbook_subject order by idx desc limit 1").getFirst();
    var copy = Files.readAllBytes(keys.resolve(child));
    eraseEverybody();
    Files.write(keys.resolve(child), copy);
    assertThat(gateway.gateway().site().keys().knownSubjectKey(UUID.fromString(child)))
        .as("the copy opens")
        .isPresent();

    gateway.gateway().restart();

    assertThatThrownBy(
            () -> gateway.gateway().site().keys().knownSubjectKey(UUID.fromString(child)))
        .isInstanceOf(KeyDestroyed.class);
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
  }

  private static String counted(LocalDate day) {
    var children = IntStream.range(0, 11).boxed().toList();
    return """
    titel: Tellen voordat er iemand is gewist
    tijd: %s 10:00
    partijen: {school: De Duinpieper, cjg: CJG Kennemerland, bureau: Convenantbureau}
    gezinnen:
    %s
    toestemmingen:
    %s
    stappen:
    %s
      - tot: %s 09:00
      - vraag cijfer: {door: bureau als convenantbeheerder, periode: %s}
        verwacht: {status: 200, velden: {aantal: 11}}
    """
        .formatted(
            day,
            lines(
                children,
                "  kind%d: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij:"
                    + " school als school-administratie}"),
            lines(
                children,
                "  - {stap: ja %1$d, van: school als school-ib, aan: cjg als cjg-coach, doel:"
                    + " signaal-bespreken-cjg, over: kind%1$d, categorieen: [K01, K09], gegeven"
                    + " door: [moeder]}"),
            lines(
                children,
                "  - {stap: b%1$d, stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel:"
                    + " signaal-bespreken-cjg, over: kind%1$d, categorieen: [K01, K09],"
                    + " voorwaarden: [besproken-met-ouders]}}\n"
                    + "  - haal op: {door: cjg als cjg-coach, pakket van: b%1$d}"),
            day.plusMonths(1).withDayOfMonth(2),
            YearMonth.from(day));
  }

  private static String lines(List<Integer> children, String form) {
    return children.stream().map(form::formatted).collect(Collectors.joining("\n"));
  }

  private static String askedAgain(LocalDate day) {
    return """
    titel: Hetzelfde cijfer, nadat iedereen is gewist
    tijd: %s 10:00
    partijen: {bureau: Convenantbureau}
    stappen:
      - vraag cijfer: {door: bureau als convenantbeheerder, periode: %s}
        verwacht: {status: 200, velden: {aantal: 11}}
    """
        .formatted(day.plusMonths(1).withDayOfMonth(2), YearMonth.from(day));
  }
}
