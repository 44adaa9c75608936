package nl.sluis.gateway.werkplek.concept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.vorm.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was not sent yet is kept a day at most, and opens for the browser that wrote it alone.
final class DraftsSpec {
  private static final String IB = "00000099000000201000 school-ib intern begeleider p-1";
  private static final String COLLEAGUE = "00000099000000201000 school-ib intern begeleider p-2";
  private static final String BROWSER = "een-lang-willekeurig-woord-van-browser-1";
  private static final String OTHER_BROWSER = "een-lang-willekeurig-woord-van-browser-2";
  private static final String WORRY = "Sinds de zomer komt Jip stil en moe op school.";

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-27T09:00:00Z");

  @Test
  void the_browser_that_wrote_a_draft_reads_it_again() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());

    assertThat(of(BROWSER, IB).read("opstellen-1")).contains(worry());
    assertThat(of(BROWSER, IB).read("opstellen-2")).isEmpty();
  }

  @Test
  void another_browser_opens_nothing_and_takes_nothing_away() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());

    assertThat(of(OTHER_BROWSER, IB).read("opstellen-1")).isEmpty();
    of(OTHER_BROWSER, IB).drop("opstellen-1");

    assertThat(of(BROWSER, IB).read("opstellen-1")).contains(worry());
  }

  @Test
  void who_logs_in_next_at_the_same_browser_opens_nothing() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());

    assertThat(of(BROWSER, COLLEAGUE).read("opstellen-1")).isEmpty();
    assertThat(of(BROWSER, IB).read("opstellen-1")).contains(worry());
  }

  @Test
  void a_stolen_session_without_that_cookie_has_no_key_and_keeps_nothing() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());

    for (var cookies : List.of(Map.<String, String>of(), Map.of("werk", "kort"))) {
      var own = drafts().of(asked(cookies), IB);

      assertThat(own.read("opstellen-1")).isEmpty();
      assertThatThrownBy(() -> own.keep("opstellen-1", worry())).isInstanceOf(IOException.class);
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void neither_the_name_nor_the_size_nor_the_content_of_a_file_tells_anything() throws IOException {
    of(BROWSER, IB).keep("meldcode", worry());
    var first = onlyFile();
    long size = Files.size(first);
    of(BROWSER, IB).keep("meldcode", worry().put("vraag", "Wilt u met ons meedenken?"));

    assertThat(Files.size(onlyFile())).isEqualTo(size);
    assertThat(onlyFile().getFileName().toString()).matches("[0-9a-f]{32}\\.concept");
    assertThat(new String(Files.readAllBytes(onlyFile()), StandardCharsets.ISO_8859_1))
        .doesNotContain("Jip", "meldcode", "school", "zorg");
  }

  @Test
  void after_a_day_it_is_gone_however_often_it_was_kept_again() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());
    now = now.plus(Duration.ofHours(23));
    of(BROWSER, IB).keep("opstellen-1", worry().put("vraag", "nog eens"));
    assertThat(of(BROWSER, IB).read("opstellen-1")).isPresent();

    now = now.plus(Duration.ofHours(1));

    assertThat(of(BROWSER, IB).read("opstellen-1")).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void age_takes_a_draft_away_that_nobody_comes_back_for() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());
    now = now.plus(Duration.ofHours(12));
    of(OTHER_BROWSER, IB).keep("opstellen-1", worry());
    assertThat(drafts().sweep()).isZero();
    now = now.plus(Duration.ofHours(12));

    assertThat(drafts().sweep()).isEqualTo(1);

    assertThat(of(OTHER_BROWSER, IB).read("opstellen-1")).isPresent();
  }

  @Test
  void what_is_no_draft_and_what_says_it_comes_from_tomorrow_goes_too() throws IOException {
    Files.write(folder.resolve("leeg.concept"), new byte[0]);
    Files.writeString(folder.resolve("notitie.txt"), WORRY, UTF_8);
    of(BROWSER, IB).keep("opstellen-1", worry());
    now = now.minus(Duration.ofMinutes(1));

    assertThat(drafts().sweep()).isEqualTo(3);
  }

  @Test
  void putting_it_away_takes_it_away_and_once_more_does_no_harm() throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());

    of(BROWSER, IB).drop("opstellen-1");
    of(BROWSER, IB).drop("opstellen-1");

    assertThat(files()).isEmpty();
  }

  @Test
  void a_file_that_was_changed_made_younger_or_given_another_name_opens_no_more()
      throws IOException {
    of(BROWSER, IB).keep("opstellen-1", worry());
    var file = onlyFile();
    var whole = Files.readAllBytes(file);

    for (int place : List.of(0, 12, 14, whole.length - 1)) {
      var changed = whole.clone();
      changed[place] ^= 1;
      Files.write(file, changed);
      assertThat(of(BROWSER, IB).read("opstellen-1")).as("byte %d changed", place).isEmpty();
    }
    of(BROWSER, IB).keep("opstellen-2", worry());
    Files.write(onlyFile(), whole);
    assertThat(of(BROWSER, IB).read("opstellen-2")).isEmpty();
  }

  @Test
  void a_draft_has_an_end_to_its_size_and_a_name_that_stays_in_the_folder() {
    var large = worry().put("zorg", "a".repeat(Drafts.LARGEST_BYTES));
    assertThatThrownBy(() -> of(BROWSER, IB).keep("opstellen-1", large))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> of(BROWSER, IB).read("../sleutels"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ObjectNode worry() {
    return JsonNodeFactory.instance.objectNode().put("zorg", WORRY);
  }

  private Drafts drafts() {
    return new Drafts(folder, "werk", new SecureRandom(), () -> now);
  }

  private Drafts.Own of(String browser, String owner) {
    return drafts().of(asked(Map.of("werk", browser)), owner);
  }

  private Asked asked(Map<String, String> cookies) {
    return new Asked(now, Map.of(), Map.of(), Map.of(), cookies);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path onlyFile() throws IOException {
    assertThat(files()).hasSize(1);
    return files().getFirst();
  }
}
