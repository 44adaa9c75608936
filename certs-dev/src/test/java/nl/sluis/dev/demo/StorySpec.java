package nl.sluis.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.voorbeeld.Played;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every chapter of the Kennemerland story goes as it is told.
final class StorySpec {
  /// The last chapter is about the month before this day.
  private static final Instant TODAY = Instant.parse("2026-12-14T09:00:00Z");

  @TestFactory
  Stream<DynamicTest> every_chapter_goes_as_it_is_told() {
    return Story.CHAPTERS.stream()
        .map(chapter -> DynamicTest.dynamicTest(chapter, () -> play(chapter)));
  }

  private static void play(String chapter) throws IOException {
    var reader = new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), TODAY);

    var played = Played.alone(Story.read(chapter, reader));

    assertThat(played.verdict().differences()).as(played.told()).isEmpty();
  }
}
