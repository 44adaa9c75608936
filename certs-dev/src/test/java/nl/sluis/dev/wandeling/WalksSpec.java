package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.dev.rig.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whoever never saw it comes where the manual says, by doing what the manual says and nothing
/// else.
final class WalksSpec {
  private static final Path PAGE = Path.of("..", "docs", "wandelingen.md");
  private static final Path PICTURES = PAGE.resolveSibling("schermen");

  private static AfterTheStory story;
  private static Browser browser;

  private @TempDir Path downloads;

  @BeforeAll
  static void start() throws IOException {
    story = AfterTheStory.told();
    browser = Browser.open(story.gateway());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    assertThat(story.gateway().checkLogbook()).isEmpty();
    story.close();
  }

  @TestFactory
  Stream<DynamicTest> whoever_follows_a_walk_to_the_letter_sees_what_it_says() throws IOException {
    return walks().stream().map(walk -> DynamicTest.dynamicTest(walk.title(), () -> follow(walk)));
  }

  private void follow(Walk walk) {
    browser.another(true);
    var walker = new Walker(browser, Hand.FINGER, story, PICTURES, downloads);

    walk.deeds().forEach(walker::does);

    assertThat(walk.deeds()).filteredOn(Deed::isClick).as("clicks").hasSize(walk.clicks());
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void every_picture_of_the_manual_belongs_to_a_step() throws IOException {
    var shown =
        Stream.of(walks(), WeekSpec.walks(), WorkplaceWalkSpec.walks())
            .flatMap(List::stream)
            .flatMap(walk -> walk.deeds().stream())
            .filter(Deed.Picture.class::isInstance)
            .map(Deed.Picture.class::cast)
            .map(Deed.Picture::file);

    try (var files = Files.list(PICTURES)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(shown.toList());
    }
  }

  @Test
  void a_step_that_nobody_can_follow_and_one_that_is_missing_are_faults() {
    var head = "## Wandeling 1: Een proef";
    var count = "Dat zijn 1 klikken.";

    assertThat(Walk.all(List.of(head, count, "1. Klik op «Verder».")))
        .singleElement()
        .satisfies(walk -> assertThat(walk.deeds()).hasSize(1));
    assertThatThrownBy(() -> Walk.all(List.of(head, count, "1. Klik ergens.")))
        .hasMessage("regel 3: dit kan niemand nadoen: Klik ergens.");
    assertThatThrownBy(
            () -> Walk.all(List.of(head, count, "1. U ziet «ja».", "   En u bent klaar.")))
        .hasMessageContaining("En u bent klaar.");
    assertThatThrownBy(() -> Walk.all(List.of(head, count, "2. U ziet «ja».")))
        .hasMessageContaining("stap 1 ontbreekt");
    assertThatThrownBy(() -> Walk.all(List.of(head, "1. U ziet «ja».")))
        .hasMessageContaining("hoeveel klikken");
  }

  private static List<Walk> walks() throws IOException {
    return Walk.all(Files.readAllLines(PAGE));
  }
}
