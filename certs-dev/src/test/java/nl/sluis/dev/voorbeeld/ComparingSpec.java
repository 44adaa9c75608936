package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The privacy officer of the CJG holds an extract of the own system beside what Sluis recorded:
/// what stands on one side only comes out, and nothing of the extract stays behind.
final class ComparingSpec {
  private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");
  private static final String HOME = "/toezicht/vergelijken";
  private static final String UNKNOWN = "0b0f3a52-6f5e-4f0c-9a3e-6d1f2a9c7e10";
  private static final String EARLIER = "1c0f3a52-6f5e-4f0c-9a3e-6d1f2a9c7e11";
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static DevPostgres postgres;
  private static DevGateway gateway;
  private static String first = "";
  private static String second = "";
  private static String third = "";

  @BeforeAll
  static void the_cjg_asks_three_times_and_compares() throws IOException {
    postgres = DevPostgres.temporary();
    gateway = DevGateway.start(DevSite.temporary(START), postgres.fresh(), DevGateway.Ports.ANY);
    first = transaction(Coach.asks(gateway, "med-044", "cjg-een", 1));
    second = transaction(Coach.asks(gateway, "med-044", "cjg-twee", 1));
    third = transaction(Coach.asks(gateway, "med-044", "cjg-drie", 1));
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var school = new OfficerBrowser(gateway, DevOfficer.FG_SCHOOL)) {
      SEEN.put(
          "csv",
          compare(
              officer,
              """
              transactie,tijd,richting
              %s,2026-11-25T10:10:00+01:00,gaf
              "%s";"2026-11-25 10:20";"kreeg"
              %s,2026-11-25T11:00:00Z,gaf
              %s,2026-11-20T11:00:00Z,gaf
              dit is geen regel
              """
                  .formatted(first, second, UNKNOWN, EARLIER)));
      SEEN.put(
          "json",
          compare(
              officer,
              IntStream.range(0, 3)
                  .mapToObj(
                      i ->
                          "{\"transactie\":\"%s\",\"tijd\":\"2026-11-25T10:10:00Z\",\"richting\":\"gaf\"}"
                              .formatted(i == 0 ? first : i == 1 ? second : third))
                  .collect(Collectors.joining("\n"))));
      SEEN.put("school", compare(school, first + ",2026-11-25T10:10:00Z,kreeg"));
      SEEN.put("groot", compare(officer, many(2_500)));
      SEEN.put("te groot", compare(officer, many(5_001)));
      SEEN.put("leeg", compare(officer, ""));
      SEEN.put(
          "te lang",
          officer.send(
              HOME, HOME, "van", "1-1-2026", "tot", "1-11-2026", "uittreksel", "transactie"));
    }
  }

  private static String many(int lines) {
    return IntStream.range(0, lines)
        .mapToObj(i -> new UUID(7, i) + ",2026-11-25T10:00Z,gaf")
        .collect(Collectors.joining("\n"));
  }

  private static Answer compare(OfficerBrowser officer, String text) {
    return officer.send(HOME, HOME, "van", "25-11-2026", "tot", "25-11-2026", "uittreksel", text);
  }

  private static String transaction(Answer answer) {
    var found = Pattern.compile("\"transactie\" ?: ?\"([0-9a-f-]{36})\"").matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return found.group(1);
  }

  private static Answer seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    postgres.close();
  }

  @Test
  void what_stands_on_one_side_only_comes_out_with_what_to_do() {
    assertThat(seen("csv").body())
        .contains("Aan beide kanten: 1.")
        .contains("Alleen in uw systeem: 1")
        .contains(UNKNOWN)
        .contains("ging er iets buiten Sluis om")
        .contains("Alleen bij Sluis: 1")
        .contains(third)
        .contains("trek dan het certificaat in")
        .contains("Andere richting: 1")
        .contains(second)
        .doesNotContain("Beide kanten zeggen hetzelfde");
  }

  @Test
  void a_line_of_another_time_or_without_sense_is_counted_and_not_accused() {
    assertThat(seen("csv").body())
        .contains("niet vergeleken: 1")
        .contains("niet te lezen zijn: 1. De eerste: 6.")
        .doesNotContain(EARLIER);
  }

  @Test
  void two_systems_that_agree_hear_so() {
    assertThat(seen("json").body())
        .contains("Beide kanten zeggen hetzelfde")
        .contains("Aan beide kanten: 3.")
        .doesNotContain("Alleen");
  }

  @Test
  void a_receiver_does_not_learn_of_what_never_reached_it() {
    assertThat(seen("school").body())
        .contains("Alleen in uw systeem: 1")
        .doesNotContain("href=\"/toezicht/regels/");
  }

  @Test
  void thousands_of_lines_go_in_at_once_and_more_are_refused() {
    assertThat(seen("groot").body())
        .contains("Alleen in uw systeem: 2500")
        .contains("De eerste 200 staan hieronder.");
    assertThat(seen("te groot").status()).isIn(413, 422);
    assertThat(seen("leeg").body()).contains("Plak eerst een uittreksel");
    assertThat(seen("te lang").status()).isEqualTo(422);
  }

  @Test
  void the_look_is_a_row_and_of_the_extract_nothing_stays() {
    assertThat(gateway.logbook().kinds()).filteredOn("inzage"::equals).hasSize(4);
    assertThat(gateway.checkLogbook()).isEmpty();
  }
}
